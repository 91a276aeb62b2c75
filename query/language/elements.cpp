#include "query/language/elements.h"

#include <algorithm>

#include "common/base/message.h"
#include "common/text/characters/charset.h"
#include "common/text/characters/unicode.h"
#include "common/text/fold.h"
#include "query/language/operators.h"
#include "query/language/threshold.h"
#include "query/language/typed_dates.h"
#include "query/language/typed_text.h"
#include "query/words/edit_distance.h"

namespace hemero {

namespace {

using Kind = QueryElement::Kind;

constexpr std::size_t longest_query = 4096;  ///< bytes
constexpr std::size_t most_words = 64;
constexpr std::size_t longest_date = 4;  ///< words: "mercredi 11 août 2021"

/// Cuts one query, from left to right.
class Cutter {
 public:
  explicit Cutter(std::string_view text) : text_(text) {
    if (text_.size() <= longest_query) return;
    text_ = text_.substr(0, floor_code_point(text_, longest_query));
    notice(message("the query is longer than {} bytes: its end was ignored", longest_query));
  }

  QueryElements cut() {
    while (!full_ && skip_blanks())
      if (!cut_bracket() && !cut_phrase() && !cut_minus()) cut_chunk();
    return std::move(result_);
  }

 private:
  bool is_separator_at(std::size_t at) const { return is_separator(code_point_at(text_, at).value) || is_joint_at(at); }

  /// A comma or semicolon separates what touches it on both sides, but for the digits of a number.
  bool is_joint_at(std::size_t at) const {
    if (at == 0 || at + 1 >= text_.size() || (text_[at] != ',' && text_[at] != ';')) return false;
    if (is_separator(code_point_at(text_, at + 1).value) || text_[at + 1] == ')') return false;
    return text_[at] == ';' || !is_digit_at(at - 1) || !is_digit_at(at + 1);
  }

  bool is_digit_at(std::size_t at) const { return at < text_.size() && text_[at] >= '0' && text_[at] <= '9'; }

  /// True when something stands right at `at`, of the same bracket.
  bool goes_on(std::size_t at) const { return at < text_.size() && !is_separator_at(at) && text_[at] != ')'; }

  bool skip_blanks() {
    while (at_ < text_.size() && is_separator_at(at_)) at_ += code_point_at(text_, at_).size;
    return at_ < text_.size();
  }

  bool cut_bracket() {
    if (text_[at_] != '(' && text_[at_] != ')') return false;
    add(text_[at_] == '(' ? Kind::open : Kind::close);
    ++at_;
    return true;
  }

  bool cut_phrase() {
    const CodePoint mark = code_point_at(text_, at_);
    if (!is_quotation_mark(mark.value)) return false;
    at_ += mark.size;
    for (const std::string_view closing : closing_marks(mark.value))
      if (close_phrase(closing)) return true;
    notice(message("a quotation mark has no partner: what follows was read as words"));
    return true;
  }

  /// Adds the phrase that ends at the next `mark`; false when there is none.
  bool close_phrase(std::string_view mark) {
    const std::size_t end = text_.find(mark, at_);
    if (end == std::string_view::npos) return false;
    const std::string text = with_blanks_as(" ", text_.substr(at_, end - at_));
    at_ = end + mark.size();
    add_phrase(text);
    return true;
  }

  void add_phrase(const std::string& text) {
    if (!is_searchable(text)) {
      drop_lone_prefixes();
      return notice(message("there is nothing between two quotation marks: they were ignored"));
    }
    std::size_t end = 0;
    while (end < text.size() && count_word()) end = std::min(text.find(' ', end + 1), text.size());
    const std::string kept = text.substr(0, end);
    if (!is_searchable(kept)) return;  // no room, or for a sign at its start only
    QueryElement& phrase = add(Kind::phrase, kept);
    const std::size_t behind = chunk_end(at_);
    if (const auto threshold = read_threshold(text_.substr(at_, behind - at_))) {
      phrase.number = *threshold;
      at_ = behind;
    }
  }

  /// Counts one more word; false, and the query ends here, when there are too many.
  bool count_word() {
    if (words_ < most_words) return ++words_ > 0;
    full_ = true;
    notice(message("the query has more than {} words: its end was ignored", most_words));
    return false;
  }

  /// A dash right before a word excludes it, whatever a word processor made of it, and so do exclamation marks; alone
  /// they do not.
  bool cut_minus() {
    const CodePoint sign = code_point_at(text_, at_);
    if (sign.value == U'!') return cut_exclamation();
    if (char_class(sign.value) != CharClass::hyphen) return false;
    at_ += sign.size;
    if (goes_on(at_) && char_class(code_point_at(text_, at_).value) != CharClass::hyphen) add_minus();
    return true;
  }

  bool cut_exclamation() {
    const std::size_t end = std::min(text_.find_first_not_of('!', at_), text_.size());
    if (!goes_on(end)) return false;
    at_ = end;
    add_minus();
    return true;
  }

  /// Behind a field it means what it means before; a second one adds nothing.
  void add_minus() {
    auto& elements = result_.elements;
    auto place = elements.end();
    if (!elements.empty() && elements.back().kind == Kind::field) --place;
    if (place != elements.begin() && (place - 1)->kind == Kind::minus) return;
    QueryElement minus;
    minus.kind = Kind::minus;
    elements.insert(place, std::move(minus));
  }

  /// Takes back the dash and the field right before a place where no word stands: the next word is not theirs.
  void drop_lone_prefixes() {
    auto& elements = result_.elements;
    while (!elements.empty() && (elements.back().kind == Kind::minus || elements.back().kind == Kind::field))
      elements.pop_back();
  }

  /// What stands up to the next blank, bracket or quotation mark.
  void cut_chunk() {
    const std::size_t end = chunk_end(number_end(at_));
    std::string_view chunk = text_.substr(at_, end - at_);
    const std::size_t colon = std::min(chunk.find(':'), chunk.size());
    const bool field = colon < chunk.size() && is_field(chunk.substr(0, colon));
    if (field) chunk = chunk.substr(0, colon);
    at_ += chunk.size() + (field ? 1 : 0);
    if (field && cut_field(chunk)) return;
    if (!cut_operator(chunk)) cut_word(chunk);
  }

  /// Where the next blank, bracket or quotation mark stands.
  std::size_t chunk_end(std::size_t at) const {
    while (goes_on(at) && text_[at] != '(' && !is_quotation_mark(code_point_at(text_, at).value))
      at += code_point_at(text_, at).size;
    return at;
  }

  /// The end of the number in groups of three digits that starts at `at` ("1 250 000" is one word), else `at`.
  std::size_t number_end(std::size_t at) const {
    std::size_t end = at;
    while (is_digit_at(end)) ++end;
    if (end == at || end - at > 3) return at;
    const std::size_t first_end = end;
    while (end < text_.size() && char_class(code_point_at(text_, end).value) == CharClass::blank) {
      const std::size_t group = end + code_point_at(text_, end).size;
      if (!is_digit_at(group) || !is_digit_at(group + 1) || !is_digit_at(group + 2)) break;
      if (group + 3 < text_.size() && is_searchable(text_.substr(group + 3, code_point_at(text_, group + 3).size)))
        break;
      end = group + 3;
    }
    return end > first_end ? range_end(end) : end;
  }

  /// The end of "1 000-2 000" when `at` is the end of its first number, else `at`.
  std::size_t range_end(std::size_t at) const {
    if (at >= text_.size()) return at;
    const CodePoint dash = code_point_at(text_, at);
    return char_class(dash.value) == CharClass::hyphen ? number_end(at + dash.size) : at;
  }

  static const FieldInfo* find_field(std::string_view name) {
    const std::string folded = fold(name);
    const auto* found = std::find_if(fields.begin(), fields.end(), [&](const FieldInfo& field) {
      return folded == field.french || folded == field.english;
    });
    return found == fields.end() ? nullptr : found;
  }

  static bool is_field(std::string_view name) {
    const std::string folded = fold(name);
    return find_field(name) != nullptr || takes_dates(folded) || folded == "meme" || folded == "same";
  }

  /// Reads the name of a field before its colon; false when nothing that it could hold stands right behind.
  bool cut_field(std::string_view name) {
    const std::string folded = fold(name);
    const bool same = folded == "meme" || folded == "same";
    if (!goes_on(at_) || (same && !cut_same())) {
      notice(message("“{}:” stands apart from what it should stand before: it was read as a word", name));
      return false;
    }
    if (same) return true;
    if (takes_dates(folded)) return cut_date(folded) || cut_excluded(name);
    add(Kind::field).field = find_field(name)->field;
    return true;
  }

  bool cut_same() {
    const std::size_t bracket = text_.find('(', at_);
    if (bracket == std::string_view::npos) return false;
    const std::string scope = fold(text_.substr(at_, bracket - at_));
    const bool sentence = scope == "phrase" || scope == "sentence";
    if (!sentence && scope != "paragraphe" && scope != "paragraph") return false;
    at_ = bracket;
    add(sentence ? Kind::sentence : Kind::paragraph);
    return true;
  }

  /// date:2021, date:2021-08..2021-10, date:11/02/2021, date:"11 février 2021", date:février 2021: of what begins with
  /// several words the fewest that are a date.
  bool cut_date(std::string_view name) {
    for (std::size_t words = 1; words <= longest_date; ++words) {
      const std::size_t end = end_of_words(words);
      if (auto dates = read_typed_dates(name, text_.substr(at_, end - at_))) return add_dates(*std::move(dates), end);
    }
    const std::string value = with_blanks_as(" ", text_.substr(at_, end_of_words(1) - at_));
    notice(message("“{}” is no date (2021, 08/2021, 11/08/2021, 2021..2023): it was read as words", value));
    return false;
  }

  /// Where so many words end, or what stands between two quotation marks.
  std::size_t end_of_words(std::size_t words) const {
    const CodePoint mark = code_point_at(text_, at_);
    std::size_t end = at_ + (is_quotation_mark(mark.value) ? mark.size : 0U);
    for (std::size_t at = end; end > at_ && at < text_.size(); at += code_point_at(text_, at).size)
      if (const CodePoint c = code_point_at(text_, at); is_quotation_mark(c.value)) return at + c.size;
    for (; words > 0; --words) {
      while (end < text_.size() && is_separator_at(end)) end += code_point_at(text_, end).size;
      end = chunk_end(end);
    }
    return end;
  }

  bool add_dates(TypedDates dates, std::size_t end) {
    if (dates.from && dates.to && is_later(*dates.from, *dates.to)) {
      std::swap(dates.from, dates.to);
      notice(message("“{}” starts after it ends: its dates were swapped", text_.substr(at_, end - at_)));
    }
    at_ = end;
    QueryElement& element = add(Kind::date);
    element.from = dates.from;
    element.to = dates.to;
    return true;
  }

  /// What is no date after all, but words, is excluded together: -date:hier. False without an exclusion before it.
  bool cut_excluded(std::string_view name) {
    const auto& elements = result_.elements;
    if (elements.empty() || (elements.back().kind != Kind::minus && elements.back().kind != Kind::except)) return false;
    const std::size_t end = end_of_words(1);
    add(Kind::open);
    cut_word(name);
    while (!full_ && at_ < end)
      if (!cut_phrase() && !cut_minus()) cut_chunk();
    add(Kind::close);
    return true;
  }

  bool cut_operator(std::string_view chunk) {
    if (chunk == "NON" && follows_article()) return false;
    auto element = read_operator(chunk);
    if (element) result_.elements.push_back(std::move(*element));
    return element.has_value();
  }

  /// « le NON », « du NON » is a noun.
  bool follows_article() const {
    const auto& elements = result_.elements;
    if (elements.empty() || elements.back().kind != Kind::word) return false;
    const std::string word = fold(elements.back().text);
    return word == "le" || word == "du" || word == "au" || word == "un" || word == "ce";
  }

  void cut_word(std::string_view chunk) {
    QueryElement word;
    const std::string_view typed = chunk;
    if (const auto threshold = take_threshold(chunk)) word.number = *threshold;
    chunk = without_dropped_forms(chunk, word.dropped);
    if (chunk.starts_with('=') && chunk.size() > 1) {
      word.mode = WordMode::exact;
      chunk.remove_prefix(1);
    }
    const bool exact_ending = take_endings(chunk, word) && word.mode == WordMode::exact;
    if (!is_searchable(chunk)) return ignore(typed);
    if (!count_word()) return;
    if (exact_ending || chunk.find_first_of("*~") != std::string_view::npos)
      notice(message("“{}”: * and ~ stand at the end of a word only, and not behind an exact form", typed));
    if (word.mode != WordMode::exact) tell_unknown_field(chunk);
    const bool was_operator = word.mode == WordMode::family && read_operator(chunk);  // ET>=2
    word.text = was_operator ? to_lower(chunk) : with_blanks_as("", chunk);           // "1 250 000" is 1250000
    result_.elements.push_back(std::move(word));
  }

  /// Takes *, ~ and numbers of occurrences off the end of a word, in whatever order. True when there was a * or ~.
  static bool take_endings(std::string_view& chunk, QueryElement& word) {
    bool signs = false;
    for (;;) {
      if (const auto threshold = take_threshold(chunk)) {
        word.number = *threshold;
        continue;
      }
      if (!chunk.ends_with('*') && !chunk.ends_with('~')) return signs;
      if (word.mode == WordMode::family) word.mode = chunk.ends_with('*') ? WordMode::prefix : WordMode::fuzzy;
      chunk.remove_suffix(1);
      signs = true;
    }
  }

  /// Takes "étudiant~-étudié~-étudiée" apart: the word, and the forms it is not to reach.
  static std::string_view without_dropped_forms(std::string_view chunk, std::vector<std::string>& dropped) {
    constexpr std::string_view sign = "~-";
    const std::size_t word_end = std::min(chunk.find(sign), chunk.size());
    for (std::size_t at = word_end; at < chunk.size();) {
      at += sign.size();
      const std::size_t end = std::min(chunk.find(sign, at), chunk.size());
      std::string_view form = chunk.substr(at, end - at);
      form = form.substr(0, find_threshold(form));
      if (is_searchable(form)) dropped.emplace_back(form);
      at = end;
    }
    return chunk.substr(0, word_end);
  }

  void ignore(std::string_view chunk) {
    drop_lone_prefixes();
    if (!is_punctuation(chunk)) notice(message("“{}” has no letter and no digit: it was ignored", chunk));
  }

  void tell_unknown_field(std::string_view chunk) {
    const std::size_t colon = chunk.find(':');
    if (colon == 0 || colon == std::string_view::npos || colon + 1 == chunk.size()) return;
    const std::string name = fold(chunk.substr(0, colon));
    constexpr std::size_t two_edits_from = 6;
    if (name.size() <= 3) return;
    const std::size_t most = name.size() < two_edits_from ? 1 : 2;  // "file" is no slip of "title"
    for (std::size_t edits = 1; edits <= most; ++edits)
      for (const FieldInfo& field : fields)
        if (within_edits(name, field.french, edits) || within_edits(name, field.english, edits))
          return notice(message("there is no field “{}”; did you mean “{}:”?", chunk.substr(0, colon), field.french));
  }

  QueryElement& add(Kind kind, std::string text = {}) {
    QueryElement element;
    element.kind = kind;
    element.text = std::move(text);
    return result_.elements.emplace_back(std::move(element));
  }

  /// Each notice once.
  void notice(std::string text) {
    auto& notices = result_.notices;
    if (std::find(notices.begin(), notices.end(), text) == notices.end()) notices.push_back(std::move(text));
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t words_ = 0;
  bool full_ = false;  ///< as many words as allowed: nothing more is read
  QueryElements result_;
};

}  // namespace

QueryElements cut_query(std::string_view text) {
  std::string decoded = decode_text(text).text;
  constexpr std::string_view byte_order_mark = "\uFEFF";  // invisible, but not at the start of a text
  for (std::size_t at = decoded.find(byte_order_mark); at != std::string::npos; at = decoded.find(byte_order_mark, at))
    decoded.erase(at, byte_order_mark.size());
  return Cutter(decoded).cut();
}

}  // namespace hemero
