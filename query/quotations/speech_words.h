#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/model/article.h"

namespace hemero {

/// What a word is to those who look for speakers: data/french/speech_words.tsv says which are which, and why.
enum class SpeechKind : std::uint8_t {
  adverb,
  auxiliary,
  charge,
  clause,
  day,
  determiner,
  group,
  link,
  medium,
  month,
  office,
  opener,
  organisation,
  place,
  preposition,
  pronoun,
  time,
  title,
  given_name,  ///< of data/french/given_names.tsv
};

/// A word of a text, or a sign that is none.
struct SpeechWord {
  std::string printed;      ///< with ' for every apostrophe; an elided word has it: "l'"
  std::string lower;        ///< the same in lower case
  std::uint32_t begin = 0;  ///< bytes of the text, end exclusive
  std::uint32_t end = 0;
  std::uint32_t kinds = 0;    ///< a bit for each SpeechKind
  std::uint32_t blanks = 0;   ///< characters between the word before and this one
  bool is_capital = false;    ///< begins with a capital
  bool is_small = false;      ///< begins with a small letter
  bool is_number = false;     ///< begins with a digit
  bool is_capitals = false;   ///< has two letters or more, and no small one
  bool is_paragraph = false;  ///< is the first of its paragraph

  bool is(SpeechKind kind) const { return (kinds >> static_cast<unsigned>(kind) & 1U) != 0; }
  bool is(std::string_view word) const { return lower == word; }
  bool is_one_of(std::initializer_list<std::string_view> words) const;

  bool is_letters() const { return is_capital || is_small; }
  bool is_initial() const;  ///< one capital: "J" of « J. Bel »
  bool begins_name() const { return is_capital && !is(SpeechKind::opener); }
  bool ends_sentence() const { return is_one_of({".", "!", "?", "…"}); }
  bool is_adverb() const;  ///< listed, or in -ment
};

using SpeechWords = std::span<const SpeechWord>;

/// The words and signs of the paragraphs of a text, in order; debris is left out. Requires valid UTF-8, and zones that
/// are those of the text.
std::vector<SpeechWord> speech_words(std::string_view text, const std::vector<Zone>& zones);

/// Those of them that stand in a stretch of the text.
SpeechWords words_between(SpeechWords words, std::size_t begin, std::size_t end);

/// The sign that ends the sentence which goes on at word `at`; the number of words where none does. The full stop of a
/// title (M.), of an initial and within a number or an address ends none.
std::size_t sentence_end(SpeechWords words, std::size_t at);

}  // namespace hemero
