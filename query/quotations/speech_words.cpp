#include "query/quotations/speech_words.h"

#include <algorithm>

#include "common/text/characters/unicode.h"
#include "query/quotations/speech_tables.h"

namespace hemero {

namespace {

bool is_of_word(char32_t c) {
  switch (char_class(c)) {
    case CharClass::letter:
    case CharClass::digit:
    case CharClass::mark:
    case CharClass::ideograph:
    case CharClass::ignorable:
      return true;
    default:
      return c == U'_';
  }
}

bool is_blank(char32_t c) {
  const CharClass kind = char_class(c);
  return kind == CharClass::blank || kind == CharClass::line_feed;
}

/// Cuts one paragraph.
class Cutter {
 public:
  Cutter(std::string_view text, std::size_t end) : text_(text), end_(end) {}

  /// Where the word or sign ends that begins here.
  std::size_t word_end(std::size_t at) const {
    std::size_t end = letters_end(at);
    if (end == at) return at + code_point_at(text_, at).size;
    while (joins(at, end)) end = letters_end(end + code_point_at(text_, end).size);
    const bool elided = end < end_ && char_class(code_point_at(text_, end).value) == CharClass::apostrophe;
    return elided ? end + code_point_at(text_, end).size : end;
  }

 private:
  std::size_t letters_end(std::size_t at) const {
    while (at < end_ && is_of_word(code_point_at(text_, at).value)) at += code_point_at(text_, at).size;
    return at;
  }

  /// True for a hyphen before a letter, a point or a comma before a digit, and the apostrophe of Breton names: Floc'h.
  bool joins(std::size_t begin, std::size_t at) const {
    if (at >= end_) return false;
    const CodePoint sign = code_point_at(text_, at);
    if (at + sign.size >= end_) return false;
    const char32_t next = code_point_at(text_, at + sign.size).value;
    if (sign.value == U'-' || sign.value == U'‑' || sign.value == U'‐') return is_of_word(next);
    if (char_class(sign.value) == CharClass::apostrophe) return next == U'h' && at > begin + 1 && text_[at - 1] == 'c';
    return (sign.value == U'.' || sign.value == U',') && char_class(next) == CharClass::digit;
  }

  std::string_view text_;
  std::size_t end_;
};

void replace_apostrophe(std::string& word) {
  for (const std::string_view mark : {"’", "‘", "ʼ", "´", "`"})
    if (word.ends_with(mark)) word.replace(word.size() - mark.size(), mark.size(), "'");
}

SpeechWord word_of(std::string_view printed, std::uint32_t begin) {
  SpeechWord word;
  word.printed = printed;
  if (printed.size() > 1) replace_apostrophe(word.printed);
  const auto is_ascii_small = [](char c) { return c >= 'a' && c <= 'z'; };
  word.lower = std::ranges::all_of(word.printed, is_ascii_small) ? word.printed : to_lower(word.printed);
  word.begin = begin;
  word.end = begin + static_cast<std::uint32_t>(printed.size());
  const char32_t first = code_point_at(printed, 0).value;
  word.is_capital = is_upper(first);
  word.is_number = char_class(first) == CharClass::digit;
  word.is_small = !word.is_capital && char_class(first) == CharClass::letter;
  word.is_capitals = word.is_capital && printed.size() > code_point_at(printed, 0).size;
  for (std::size_t at = 0; at < printed.size(); at += code_point_at(printed, at).size)
    if (is_lower(code_point_at(printed, at).value)) word.is_capitals = false;
  word.kinds = speech_kinds(word.printed, word.lower);
  return word;
}

}  // namespace

bool SpeechWord::is_one_of(std::initializer_list<std::string_view> words) const {
  return std::ranges::find(words, lower) != words.end();
}

bool SpeechWord::is_initial() const { return is_capital && code_point_at(printed, 0).size == printed.size(); }

bool SpeechWord::is_adverb() const { return is(SpeechKind::adverb) || (is_small && lower.ends_with("ment")); }

std::vector<SpeechWord> speech_words(std::string_view text, const std::vector<Zone>& zones) {
  constexpr std::size_t bytes_of_word = 5;  // with what stands between words
  std::vector<SpeechWord> words;
  words.reserve(text.size() / bytes_of_word);
  for (const Zone& zone : zones) {
    if (zone.kind == ZoneKind::debris) continue;
    const Cutter cutter(text, zone.end);
    std::uint32_t blanks = 0;
    bool first = true;
    for (std::size_t at = zone.begin; at < zone.end;) {
      const CodePoint c = code_point_at(text, at);
      if (is_blank(c.value)) {
        ++blanks;
        at += c.size;
        continue;
      }
      const std::size_t end = std::min<std::size_t>(cutter.word_end(at), zone.end);
      words.push_back(word_of(text.substr(at, end - at), static_cast<std::uint32_t>(at)));
      words.back().blanks = blanks;
      words.back().is_paragraph = first;
      first = false;
      blanks = 0;
      at = end;
    }
  }
  return words;
}

SpeechWords words_between(SpeechWords words, std::size_t begin, std::size_t end) {
  const auto first = std::ranges::lower_bound(words, begin, {}, &SpeechWord::begin);
  const auto last = std::ranges::lower_bound(first, words.end(), std::max(begin, end), {}, &SpeechWord::begin);
  return {first, last};
}

std::size_t sentence_end(SpeechWords words, std::size_t at) {
  for (; at < words.size(); ++at) {
    if (words[at].is_one_of({"!", "?", "…"})) return at;
    if (!words[at].is(".")) continue;
    const bool abbreviates = at > 0 && (words[at - 1].is(SpeechKind::title) || words[at - 1].is_initial());
    const bool goes_on =
        at + 1 < words.size() && words[at + 1].blanks == 0 && (words[at + 1].is_letters() || words[at + 1].is_number);
    if (!abbreviates && !goes_on) return at;
  }
  return words.size();
}

}  // namespace hemero
