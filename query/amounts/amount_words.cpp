#include "query/amounts/amount_words.h"

#include "common/text/characters/unicode.h"

namespace hemero {

namespace {

/// Cuts one paragraph.
class AmountCutter {
 public:
  AmountCutter(std::string_view text, std::size_t end) : text_(text), end_(end) {}

  AmountWord word_at(std::size_t begin) const {
    AmountWord word;
    std::size_t end = begin;
    if (is_digit(begin)) {
      std::string digits;
      end = number_end(begin, digits);
      word.figures = std::stod(digits);
    } else {
      while (kind_at(end) == CharClass::letter || kind_at(end) == CharClass::mark) end += size_at(end);
      word.is_letters = end > begin;
      if (end == begin) end += size_at(begin);
    }
    word.lower = to_lower(text_.substr(begin, end - begin));
    word.begin = static_cast<std::uint32_t>(begin);
    word.end = static_cast<std::uint32_t>(end);
    return word;
  }

 private:
  static constexpr std::size_t longest_number = 300;  ///< digits that a double can hold, about

  std::size_t size_at(std::size_t at) const { return at < end_ ? code_point_at(text_, at).size : 0; }
  CharClass kind_at(std::size_t at) const {
    return at < end_ ? char_class(code_point_at(text_, at).value) : CharClass::other;
  }
  bool is_digit(std::size_t at) const { return at < end_ && text_[at] >= '0' && text_[at] <= '9'; }

  std::size_t digits_end(std::size_t at, std::string& digits) const {
    for (; is_digit(at); ++at)
      if (digits.size() < longest_number) digits += text_[at];
    return at;
  }

  /// Where a group of three digits begins behind a blank or a full stop; `at` elsewhere.
  std::size_t group_at(std::size_t at) const {
    if (kind_at(at) != CharClass::blank && kind_at(at) != CharClass::full_stop) return at;
    const std::size_t first = at + size_at(at);
    for (std::size_t i = 0; i < 3; ++i)
      if (!is_digit(first + i)) return at;
    return is_digit(first + 3) ? at : first;
  }

  /// With groups of thousands and a decimal part, which a comma begins, or a full stop before one digit or two.
  std::size_t number_end(std::size_t at, std::string& digits) const {
    std::size_t end = digits_end(at, digits);
    bool grouped = false;
    for (std::size_t next = end - at <= 3 ? group_at(end) : end; next != end; next = group_at(end)) {
      end = digits_end(next, digits);
      grouped = true;
    }
    const bool comma = kind_at(end) == CharClass::comma && is_digit(end + 1);
    const bool stop = !grouped && kind_at(end) == CharClass::full_stop && is_digit(end + 1);
    std::string decimals;
    const std::size_t decimals_end = comma || stop ? digits_end(end + 1, decimals) : end;
    if (!comma && decimals.size() > 2) return end;
    if (!decimals.empty()) digits += '.' + decimals;
    return decimals_end;
  }

  std::string_view text_;
  std::size_t end_;
};

bool is_space(char32_t c) {
  const CharClass kind = char_class(c);
  return kind == CharClass::blank || kind == CharClass::line_feed;
}

}  // namespace

std::vector<AmountWord> amount_words(std::string_view text, const std::vector<Zone>& zones) {
  std::vector<AmountWord> words;
  for (const Zone& zone : zones) {
    if (zone.kind == ZoneKind::debris) continue;
    const AmountCutter cutter(text, zone.end);
    bool is_apart = true;
    bool first = true;
    for (std::size_t at = zone.begin; at < zone.end;) {
      const CodePoint c = code_point_at(text, at);
      if (is_space(c.value)) {
        at += c.size;
        is_apart = true;
        continue;
      }
      words.push_back(cutter.word_at(at));
      words.back().is_apart = is_apart;
      words.back().is_paragraph = first;
      at = words.back().end;
      is_apart = first = false;
    }
  }
  return words;
}

}  // namespace hemero
