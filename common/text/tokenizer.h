#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/scanner.h"
#include "common/text/token.h"

namespace hemero {

/// True for the surface of a compound token that shows its parts ("week-end", "20h30", "20:30").
bool is_compound_surface(std::string_view surface);

/// True for the surface of an elided word: "l'", "qu'".
bool is_elided(std::string_view surface);

/// True for the surfaces that the index knows by a term of their own: not elided words, and not compounds, which are
/// found by the terms of their parts.
bool is_indexed(std::string_view surface);

/// Cuts French text into tokens:
/// - an elided word comes off before a vowel, an h or a digit (l’|état, qu’|il); any other apostrophe stays inside its
///   word (aujourd’hui, prud’hommes, N’Golo, O’Brien);
/// - a hyphenated word is a compound token followed by its parts; a verb's clitics come off (va-t-il: va, il);
/// - O.T.A.N. is one token, 1 250 000, 1.250.000 and 1’250’000 are, 7,4 is, 11.08.2021 is three; 20h30 covers 20, h and
///   30, 20:30 covers 20 and 30;
/// - a word cut at a line's end is a compound that covers its two halves;
/// - a Han or kana character is a token.
/// Keeps its working storage: use one tokenizer for many texts, one thread at a time.
class Tokenizer {
 public:
  /// Appends the tokens of text[begin, end), one paragraph, to `tokens`, which were started on `text`. The first token
  /// carries Break::paragraph.
  void tokenize(std::size_t begin, std::size_t end, TokenList& tokens);

  /// The tokens of a text that is one paragraph.
  void tokenize(std::string_view text, TokenList& tokens);

 private:
  struct Word {
    std::size_t first_atom = 0;
    std::size_t last_atom = 0;
    bool particle = false;
    bool joined_next = false;  ///< a hyphen stands between this word and the next
    bool cut_next = false;     ///< that hyphen is at a line's end
    bool is_atom() const { return first_atom == last_atom; }
  };

  void emit_chunk(TokenList& tokens);
  void read_words(std::string_view text);
  std::size_t join_number(std::size_t first, std::string_view text);
  std::size_t group_end(std::size_t first, Link link) const;
  bool is_decimal(std::size_t atom) const;
  std::size_t acronym_end(std::size_t first) const;
  std::size_t compound_end(std::size_t first, std::size_t last, std::string_view text);
  bool is_euphonic(std::size_t word, std::string_view text);
  void emit_group(std::size_t first, std::size_t last, TokenList& tokens);
  void emit_compound(std::size_t first, std::size_t last, TokenList& tokens);
  void emit_word(const Word& word, TokenList& tokens);
  void emit_particle(const Word& word, TokenList& tokens);
  void emit_hour(const Word& word, std::size_t parts, TokenList& tokens);
  void emit_hour_parts(const Word& word, TokenList& tokens);
  void emit_slice(std::uint32_t begin, std::uint32_t end, TokenList& tokens);
  std::size_t hour_parts(const Word& word, std::string_view text);
  std::string folded(const Word& word, std::string_view text);
  std::string_view surface_of(const Word& first, const Word& last, std::string_view text);
  std::uint32_t end_of(const Word& word) const;
  bool is_dotted(const Word& word) const;

  Chunk chunk_;
  std::vector<Word> words_;
  std::string surface_;
};

}  // namespace hemero
