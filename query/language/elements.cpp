#include "query/language/elements.h"

#include <algorithm>
#include <array>

#include "common/base/message.h"
#include "common/text/charset.h"
#include "common/text/fold.h"
#include "common/text/unicode.h"
#include "query/language/threshold.h"
#include "query/language/typed_text.h"
#include "query/words/edit_distance.h"

namespace hemero {

namespace {

using Kind = QueryElement::Kind;

constexpr std::size_t longest_query = 4096;  ///< bytes
constexpr std::size_t most_words = 64;
constexpr std::uint32_t default_distance = 10;
constexpr std::uint32_t widest_distance = 1000;

struct Operator {
  std::string_view text;
  Kind kind;
};

/// Letter by letter: "OÙ" is where, not or.
constexpr std::array operators{
    Operator{"ET", Kind::all_of},    Operator{"AND", Kind::all_of},    Operator{"OU", Kind::any_of},
    Operator{"OR", Kind::any_of},    Operator{"SAUF", Kind::except},   Operator{"NOT", Kind::except},
    Operator{"PRÈS", Kind::near},    Operator{"PRES", Kind::near},     Operator{"NEAR", Kind::near},
    Operator{"AVANT", Kind::before}, Operator{"BEFORE", Kind::before},
};

/// What closes a phrase: its own mark, else the one that a keyboard gives.
struct QuotePair {
  std::string_view open;
  std::array<std::string_view, 2> close;
};

constexpr std::array quote_pairs{
    QuotePair{"\"", {"\"", "”"}}, QuotePair{"«", {"»", "\""}}, QuotePair{"“", {"”", "\""}},
    QuotePair{"„", {"“", "”"}},   QuotePair{"”", {"”", "“"}},
};

/// The operator that a text is, if it is one: ET, PRÈS/6 …
std::optional<QueryElement> read_operator(std::string_view text) {
  const std::size_t slash = text.find('/');
  const std::string name = to_nfc(text.substr(0, slash));
  const auto* found =
      std::find_if(operators.begin(), operators.end(), [&](const Operator& each) { return each.text == name; });
  if (found == operators.end()) return std::nullopt;
  QueryElement element;
  element.kind = found->kind;
  element.number = default_distance;
  // Without its number AVANT is a word in capitals.
  if (slash == std::string_view::npos) return found->kind == Kind::before ? std::nullopt : std::optional(element);
  const auto distance = read_number(text.substr(slash + 1));
  const bool distant = found->kind == Kind::near || found->kind == Kind::before;
  if (!distant || !distance || *distance == 0 || *distance > widest_distance) return std::nullopt;
  element.number = *distance;
  return element;
}

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
  bool is_separator_at(std::size_t at) const { return is_separator(code_point_at(text_, at).value); }

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
    for (const QuotePair& pair : quote_pairs)
      if (text_.substr(at_ - mark.size, mark.size) == pair.open &&
          (close_phrase(pair.close[0]) || close_phrase(pair.close[1])))
        return true;
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

  /// A dash right before a word excludes it, whatever a word processor made of it; a dash alone is none. Behind a field
  /// it means what it means before.
  bool cut_minus() {
    const CodePoint dash = code_point_at(text_, at_);
    if (char_class(dash.value) != CharClass::hyphen) return false;
    at_ += dash.size;
    if (!goes_on(at_) || char_class(code_point_at(text_, at_).value) == CharClass::hyphen) return true;
    auto& elements = result_.elements;
    const bool in_field = !elements.empty() && elements.back().kind == Kind::field;
    QueryElement minus;
    minus.kind = Kind::minus;
    elements.insert(in_field ? elements.end() - 1 : elements.end(), std::move(minus));
    return true;
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
    const auto is_digit = [this](std::size_t i) { return i < text_.size() && text_[i] >= '0' && text_[i] <= '9'; };
    std::size_t end = at;
    while (is_digit(end)) ++end;
    if (end == at || end - at > 3) return at;
    const std::size_t first_end = end;
    while (end < text_.size() && char_class(code_point_at(text_, end).value) == CharClass::blank) {
      const std::size_t group = end + code_point_at(text_, end).size;
      if (!is_digit(group) || !is_digit(group + 1) || !is_digit(group + 2)) break;
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

  static bool is_date_bound(std::string_view folded) {
    return folded == "avant" || folded == "before" || folded == "apres" || folded == "after";
  }

  static bool is_field(std::string_view name) {
    const std::string folded = fold(name);
    return find_field(name) != nullptr || is_date_bound(folded) || folded == "meme" || folded == "same";
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
    if (folded == "date" || is_date_bound(folded)) return cut_date(folded) || cut_excluded(name);
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

  /// date:2021, date:2021-08..2021-10, date:..2020, avant:2020-05, après:2019.
  bool cut_date(std::string_view name) {
    const std::size_t end = chunk_end(at_);
    const std::string_view value = text_.substr(at_, end - at_);
    const std::size_t dots = value.find("..");
    const std::string_view first = value.substr(0, dots);
    const std::string_view last = dots == std::string_view::npos ? first : value.substr(dots + 2);
    const auto from = parse_iso_date(first);
    const auto to = parse_iso_date(last);
    const bool needs_to = name == "avant" || name == "before";
    const bool needs_from = name == "apres" || name == "after";
    const bool bounded = (from || to) && (from || !needs_from) && (to || !needs_to);
    const bool readable = (from || first.empty()) && (to || last.empty()) && bounded;
    if (!readable) {
      notice(message("“{}” is no date (2021, 2021-08, 2021-08-11, 2021..2023): it was read as words", value));
      return false;
    }
    at_ = end;
    QueryElement& element = add(Kind::date);
    if (!needs_to) element.from = from;
    if (!needs_from) element.to = to;
    if (element.from && element.to && is_later(*element.from, *element.to)) {
      std::swap(element.from, element.to);
      notice(message("“{}” starts after it ends: its dates were swapped", value));
    }
    return true;
  }

  /// What is no date after all, but words, is excluded together: -date:hier. False without an exclusion before it.
  bool cut_excluded(std::string_view name) {
    const auto& elements = result_.elements;
    if (elements.empty() || (elements.back().kind != Kind::minus && elements.back().kind != Kind::except)) return false;
    const std::size_t end = chunk_end(at_);
    add(Kind::open);
    cut_word(name);
    while (!full_ && at_ < end)
      if (!cut_minus()) cut_chunk();
    add(Kind::close);
    return true;
  }

  bool cut_operator(std::string_view chunk) {
    auto element = read_operator(chunk);
    if (element) result_.elements.push_back(std::move(*element));
    return element.has_value();
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
