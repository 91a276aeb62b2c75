#include "query/elements.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "common/base/message.h"
#include "common/text/fold.h"
#include "common/text/unicode.h"
#include "query/edit_distance.h"

namespace hemero {

namespace {

using Kind = QueryElement::Kind;

constexpr std::size_t longest_query = 4096;  ///< bytes
constexpr std::size_t most_words = 64;
constexpr std::uint32_t default_distance = 10;
constexpr std::uint32_t widest_distance = 1000;

struct Operator {
  std::string_view text;  ///< without accents
  Kind kind;
};

constexpr std::array operators{
    Operator{"ET", Kind::all_of},     Operator{"AND", Kind::all_of},  Operator{"OU", Kind::any_of},
    Operator{"OR", Kind::any_of},     Operator{"SAUF", Kind::except}, Operator{"NOT", Kind::except},
    Operator{"PRES", Kind::near},     Operator{"NEAR", Kind::near},   Operator{"AVANT", Kind::before},
    Operator{"BEFORE", Kind::before},
};

struct QuotePair {
  std::string_view open;
  std::array<std::string_view, 2> close;
};

constexpr std::array quote_pairs{
    QuotePair{"\"", {"\"", "”"}}, QuotePair{"«", {"»", "\""}}, QuotePair{"“", {"”", "\""}},
    QuotePair{"„", {"“", "”"}},   QuotePair{"”", {"”", "“"}},
};

/// "PRÈS" → "PRES", "près" → "": an operator is in capitals only.
std::string capitals_without_accents(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    at += c.size;
    if (char_class(c.value) == CharClass::mark) continue;
    if (char_class(c.value) == CharClass::letter && !is_upper(c.value)) return {};
    append_folded(plain, c.value);
  }
  std::transform(plain.begin(), plain.end(), plain.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? char(c - 32) : c; });
  return plain;
}

std::optional<std::uint32_t> read_number(std::string_view digits) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size() || digits.empty()) return std::nullopt;
  return number;
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
    while (skip_blanks()) {
      if (words_ > most_words) {
        notice(message("the query has more than {} words: its end was ignored", most_words));
        result_.elements.pop_back();
        break;
      }
      if (cut_bracket() || cut_phrase() || cut_minus()) continue;
      cut_chunk();
    }
    return std::move(result_);
  }

 private:
  bool skip_blanks() {
    while (at_ < text_.size()) {
      const CodePoint c = code_point_at(text_, at_);
      const CharClass what = char_class(c.value);
      if (what != CharClass::blank && what != CharClass::line_feed && c.value >= 0x20) return true;
      at_ += c.size;
    }
    return false;
  }

  bool cut_bracket() {
    if (text_[at_] != '(' && text_[at_] != ')') return false;
    add(text_[at_] == '(' ? Kind::open : Kind::close);
    ++at_;
    return true;
  }

  bool cut_phrase() {
    for (const QuotePair& pair : quote_pairs) {
      if (!text_.substr(at_).starts_with(pair.open)) continue;
      const std::size_t begin = at_ + pair.open.size();
      std::size_t end = std::string_view::npos;
      std::size_t length = 0;
      for (const auto close : pair.close) {
        const std::size_t found = text_.find(close, begin);
        if (found < end) end = found, length = close.size();
      }
      if (end == std::string_view::npos) {
        notice(message("a quotation mark has no partner: what follows was read as words"));
        at_ = begin;
        return true;
      }
      at_ = end + length;
      add_phrase(text_.substr(begin, end - begin));
      return true;
    }
    if (!text_.substr(at_).starts_with("»")) return false;
    at_ += std::string_view("»").size();
    return true;
  }

  void add_phrase(std::string_view inside) {
    if (fold(inside).empty()) return notice(message("there is nothing between two quotation marks: they were ignored"));
    words_ += 1 + static_cast<std::size_t>(std::count(inside.begin(), inside.end(), ' '));
    QueryElement& phrase = add(Kind::phrase, std::string(inside));
    std::string_view rest = text_.substr(at_);
    const std::size_t size = rest.find_first_of(" \t\n()");
    if (read_threshold(rest.substr(0, size), phrase)) at_ += std::min(size, rest.size());
  }

  /// A dash right before a word excludes it; a dash alone is none.
  bool cut_minus() {
    if (text_[at_] != '-') return false;
    ++at_;
    const bool before_word = at_ < text_.size() && char_class(code_point_at(text_, at_).value) != CharClass::blank &&
                             text_[at_] != '-' && text_[at_] != ')';
    if (before_word) add(Kind::minus);
    return true;
  }

  /// What stands up to the next blank, bracket or quotation mark.
  void cut_chunk() {
    std::size_t end = at_;
    while (end < text_.size()) {
      const CodePoint c = code_point_at(text_, end);
      const CharClass what = char_class(c.value);
      if (what == CharClass::blank || what == CharClass::line_feed || c.value < 0x20 || c.value == U'(' ||
          c.value == U')' || opens_or_closes_phrase(end))
        break;
      end += c.size;
      if (c.value == U':' && is_field(text_.substr(at_, end - at_ - 1))) break;
    }
    end = number_end(end);
    const std::string_view chunk = text_.substr(at_, end - at_);
    at_ = end;
    if (chunk.size() > 1 && chunk.back() == ':' && cut_field(chunk.substr(0, chunk.size() - 1))) return;
    if (!cut_operator(chunk)) cut_word(chunk);
  }

  /// The end of the number whose first one to three digits end at `end`: "1 250 000" is one word.
  std::size_t number_end(std::size_t end) const {
    const auto is_digit = [this](std::size_t at) { return at < text_.size() && text_[at] >= '0' && text_[at] <= '9'; };
    const std::string_view first = text_.substr(at_, end - at_);
    if (first.size() > 3 || first.find_first_not_of("0123456789") != std::string_view::npos) return end;
    while (end < text_.size() && char_class(code_point_at(text_, end).value) == CharClass::blank) {
      const std::size_t group = end + code_point_at(text_, end).size;
      if (!is_digit(group) || !is_digit(group + 1) || !is_digit(group + 2) || is_digit(group + 3)) break;
      end = group + 3;
    }
    return end;
  }

  bool opens_or_closes_phrase(std::size_t at) const {
    const std::string_view rest = text_.substr(at);
    return rest.starts_with("\"") || rest.starts_with("«") || rest.starts_with("»") || rest.starts_with("“") ||
           rest.starts_with("”") || rest.starts_with("„");
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

  /// Reads a name before a colon; false when it is no field, and the reader is told which one may be meant.
  bool cut_field(std::string_view name) {
    const std::string folded = fold(name);
    const bool followed = at_ < text_.size() && char_class(code_point_at(text_, at_).value) != CharClass::blank;
    if (!followed) return false;
    if (folded == "meme" || folded == "same") return cut_same();
    if (folded == "date" || is_date_bound(folded)) return cut_date(folded);
    add(Kind::field).field = find_field(name)->field;
    return true;
  }

  bool cut_same() {
    for (const auto& [scope, kind] :
         {std::pair{"phrase", Kind::sentence}, std::pair{"sentence", Kind::sentence},
          std::pair{"paragraphe", Kind::paragraph}, std::pair{"paragraph", Kind::paragraph}}) {
      const std::string_view name(scope);
      if (!text_.substr(at_).starts_with(name) || text_.substr(at_ + name.size(), 1) != "(") continue;
      at_ += name.size();
      add(kind);
      return true;
    }
    return false;
  }

  /// date:2021, date:2021-08..2021-10, date:..2020, avant:2020-05, après:2019.
  bool cut_date(std::string_view name) {
    const std::size_t size = std::min(text_.substr(at_).find_first_of(" \t\n()\""), text_.size() - at_);
    const std::string_view value = text_.substr(at_, size);
    const std::size_t dots = value.find("..");
    const std::string_view first = value.substr(0, dots);
    const std::string_view last = dots == std::string_view::npos ? first : value.substr(dots + 2);
    const auto from = parse_iso_date(first);
    const auto to = parse_iso_date(last);
    const bool readable = (from || first.empty()) && (to || last.empty()) && (from || to);
    if (!readable) {
      notice(message("“{}” is no date (2021, 2021-08, 2021-08-11, 2021..2023): it was read as words", value));
      return false;
    }
    at_ += size;
    QueryElement& element = add(Kind::date);
    if (name != "avant" && name != "before") element.from = from;
    if (name != "apres" && name != "after") element.to = to;
    return true;
  }

  bool cut_operator(std::string_view chunk) {
    const std::size_t slash = chunk.find('/');
    const std::string name = capitals_without_accents(chunk.substr(0, slash));
    const auto* found =
        std::find_if(operators.begin(), operators.end(), [&](const Operator& each) { return each.text == name; });
    if (found == operators.end()) return false;
    const bool distant = found->kind == Kind::near || found->kind == Kind::before;
    if (slash == std::string_view::npos) {
      // Without its number AVANT is a word in capitals.
      if (found->kind == Kind::before) return false;
      add(found->kind).number = default_distance;
      return true;
    }
    const auto distance = read_number(chunk.substr(slash + 1));
    if (!distant || !distance || *distance == 0 || *distance > widest_distance) return false;
    add(found->kind).number = *distance;
    return true;
  }

  void cut_word(std::string_view chunk) {
    QueryElement word;
    const std::size_t size = std::min({chunk.find('>'), chunk.find("≥"), chunk.size()});
    if (read_threshold(chunk.substr(size), word)) chunk = chunk.substr(0, size);
    if (chunk.starts_with('=') && chunk.size() > 1) {
      word.mode = WordMode::exact;
      chunk.remove_prefix(1);
    } else if (chunk.ends_with('*')) {
      word.mode = WordMode::prefix;
    } else if (chunk.ends_with('~')) {
      word.mode = WordMode::fuzzy;
    }
    while (chunk.ends_with('*') || chunk.ends_with('~')) chunk.remove_suffix(1);
    if (fold(chunk).empty()) return;
    tell_unknown_field(chunk);
    ++words_;
    word.text = chunk;
    result_.elements.push_back(std::move(word));
  }

  /// ">=3", "≥3" and ">2" ask for three occurrences.
  static bool read_threshold(std::string_view text, QueryElement& element) {
    std::uint32_t above = 0;
    if (text.starts_with(">="))
      text.remove_prefix(2);
    else if (text.starts_with("≥"))
      text.remove_prefix(std::string_view("≥").size());
    else if (text.starts_with(">"))
      text.remove_prefix(1), above = 1;
    else
      return false;
    const auto number = read_number(text);
    if (!number || *number > 10'000) return false;
    element.number = std::max<std::uint32_t>(1, *number + above);
    return true;
  }

  void tell_unknown_field(std::string_view chunk) {
    const std::size_t colon = chunk.find(':');
    if (colon == 0 || colon == std::string_view::npos || colon + 1 == chunk.size()) return;
    const std::string name = fold(chunk.substr(0, colon));
    for (const FieldInfo& field : fields)
      if (name.size() > 3 && (within_edits(name, field.french, 2) || within_edits(name, field.english, 2)))
        return notice(message("there is no field “{}”; did you mean “{}:”?", chunk.substr(0, colon), field.french));
  }

  QueryElement& add(Kind kind, std::string text = {}) {
    QueryElement element;
    element.kind = kind;
    element.text = std::move(text);
    return result_.elements.emplace_back(std::move(element));
  }

  void notice(std::string text) { result_.notices.push_back(std::move(text)); }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t words_ = 0;
  QueryElements result_;
};

}  // namespace

QueryElements cut_query(std::string_view text) { return Cutter(text).cut(); }

}  // namespace hemero
