#include "common/text/tokenizer.h"

#include <algorithm>

#include "common/text/fold.h"
#include "common/text/lexicon.h"

namespace hemero {

namespace {

constexpr std::size_t longest_compound = 8;  ///< words; more hyphens make a web address or a list, not a compound

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// "20h30", "20h", "9H05": one or two digits, h, then nothing or two digits.
bool is_hour(std::string_view word) {
  const auto digits = static_cast<std::size_t>(std::find_if_not(word.begin(), word.end(), is_digit) - word.begin());
  if (digits == 0 || digits > 2 || digits == word.size() || (word[digits] != 'h' && word[digits] != 'H')) return false;
  const std::string_view minutes = word.substr(digits + 1);
  return minutes.empty() || (minutes.size() == 2 && is_digit(minutes[0]) && is_digit(minutes[1]));
}

bool elides_before(std::string_view word) {
  std::string folded;
  append_folded(folded, code_point_at(word, 0).value);
  return folded.find_first_of("aeiouyh0123456789") == 0;
}

/// Appends a slice of text as a surface: nothing invisible in it, plain apostrophes and hyphens.
void append_surface(std::string& surface, std::string_view slice) {
  for (std::size_t at = 0; at < slice.size();) {
    const CodePoint c = code_point_at(slice, at);
    switch (char_class(c.value)) {
      case CharClass::ignorable:
      case CharClass::blank:
      case CharClass::line_feed: break;
      case CharClass::apostrophe: surface += '\''; break;
      case CharClass::hyphen: surface += '-'; break;
      default: surface += slice.substr(at, c.size);
    }
    at += c.size;
  }
}

}  // namespace

bool is_compound_surface(std::string_view surface) {
  return surface.find('-') != std::string_view::npos || (is_digit(surface.front()) && is_hour(surface));
}

bool is_indexed(std::string_view surface) { return surface.back() != '\'' && !is_compound_surface(surface); }

void Tokenizer::tokenize(std::string_view text, TokenList& tokens) {
  tokens.start(text);
  tokenize(0, text.size(), tokens);
}

void Tokenizer::tokenize(std::size_t begin, std::size_t end, TokenList& tokens) {
  Scanner scanner(tokens.text(), begin, end);
  bool first_of_paragraph = true;
  while (scanner.next(chunk_)) {
    const std::size_t first = tokens.tokens().size();
    read_words(tokens.text());
    for (std::size_t i = 0; i < words_.size();) {
      std::size_t last = i;
      while (words_[last].joined_next || words_[last].particle) {
        if (last + 1 == words_.size()) break;
        ++last;
      }
      emit_group(i, last, tokens);
      i = last + 1;
    }
    if (tokens.tokens().size() == first) continue;
    const Break before = first_of_paragraph ? Break::paragraph : chunk_.break_before;
    tokens.mark_start(first, before, before != Break::none || chunk_.opens);
    first_of_paragraph = false;
  }
}

/// Joins the chunk's atoms into words: numbers, acronyms, elided words, words with an apostrophe inside.
void Tokenizer::read_words(std::string_view text) {
  words_.clear();
  const auto& atoms = chunk_.atoms;
  const auto& links = chunk_.links;
  auto slice = [&](std::size_t i) { return text.substr(atoms[i].begin, atoms[i].size()); };
  for (std::size_t i = 0; i < atoms.size();) {
    Word word{.first_atom = i, .last_atom = std::max(number_end(i), acronym_end(i))};
    std::size_t& last = word.last_atom;
    while (last < links.size() && links[last] == Link::apostrophe && !word.particle) {
      if (last == i && elides_before(slice(last + 1)) && is_elision(fold(slice(last))))
        word.particle = true;
      else
        ++last;
    }
    if (last == i && last + 1 == atoms.size() && is_left_open(last, text)) word.particle = true;
    if (last < links.size() && !word.particle) {
      word.cut_next = links[last] == Link::line_hyphen;
      word.joined_next = word.cut_next || links[last] == Link::hyphen || links[last] == Link::initials;
    }
    i = last + 1;
    words_.push_back(word);
  }
}

/// True for an elided word whose apostrophe opens a quotation: « l’“affaire” ».
bool Tokenizer::is_left_open(std::size_t atom, std::string_view text) const {
  const Atom& left = chunk_.atoms[atom];
  if (left.end >= text.size() || char_class(code_point_at(text, left.end).value) != CharClass::apostrophe) return false;
  const std::size_t after = left.end + code_point_at(text, left.end).size;
  return after < text.size() && char_class(code_point_at(text, after).value) == CharClass::quote &&
         is_elision(fold(text.substr(left.begin, left.size())));
}

/// The last atom of the number that starts at this atom: digit groups of three (blanks or dots), one decimal part.
std::size_t Tokenizer::number_end(std::size_t first) const {
  const auto& atoms = chunk_.atoms;
  const auto& links = chunk_.links;
  if (!atoms[first].digits) return first;
  std::size_t last = first;
  const auto groups = [&](Link link) {
    return last < links.size() && links[last] == link && atoms[last + 1].digits && atoms[last + 1].size() == 3;
  };
  if (atoms[first].size() <= 3) {
    const Link link = groups(Link::group) ? Link::group : Link::dot;
    while (groups(link)) ++last;
  }
  const bool decimal = last < links.size() && atoms[last + 1].digits &&
                       (links[last] == Link::comma || (links[last] == Link::dot && last == first));
  const bool list = decimal && last + 1 < links.size() && links[last + 1] == links[last];
  return decimal && !list ? last + 1 : last;
}

/// The last atom of the acronym (O.T.A.N.) that starts at this atom.
std::size_t Tokenizer::acronym_end(std::size_t first) const {
  std::size_t last = first;
  while (chunk_.atoms[last].letter && last < chunk_.links.size() && chunk_.links[last] == Link::dot) ++last;
  return last;
}

/// Takes a verb's clitics off the end of a hyphenated group; returns the last word that stays in the compound.
std::size_t Tokenizer::drop_clitics(std::size_t first, std::size_t last, std::string_view text) {
  if (is_whole_compound(fold(surface_of(words_[first].first_atom, words_[last].last_atom, text)))) return last;
  auto folded = [&](std::size_t i) { return fold(surface_of(words_[i].first_atom, words_[i].last_atom, text)); };
  while (last > first && !words_[last - 1].cut_next && is_clitic(folded(last))) --last;
  return last;
}

/// Emits words that hyphens or elisions hold together: text between blanks.
void Tokenizer::emit_group(std::size_t first, std::size_t last, TokenList& tokens) {
  if (words_[first].particle) {
    emit_word(words_[first], tokens);
    if (first < last) emit_group(first + 1, last, tokens);
    return;
  }
  const std::size_t kept = first < last ? drop_clitics(first, last, tokens.text()) : last;
  const bool euphonic = kept < last && kept > first && fold(surface_of(words_[kept].first_atom, words_[kept].last_atom,
                                                                       tokens.text())) == "t";
  const std::size_t end = euphonic ? kept - 1 : kept;
  if (end > first && end - first < longest_compound) emit_compound(first, end, tokens);
  for (std::size_t i = first; i <= end; ++i) emit_word(words_[i], tokens);
  for (std::size_t i = kept + 1; i <= last; ++i) emit_word(words_[i], tokens);
}

void Tokenizer::emit_compound(std::size_t first, std::size_t last, TokenList& tokens) {
  const auto begin = chunk_.atoms[words_[first].first_atom].begin;
  const auto end = chunk_.atoms[words_[last].last_atom].end;
  surface_of(words_[first].first_atom, words_[last].last_atom, tokens.text());
  Token& token = tokens.add(begin, end, surface_);
  token.kind = TokenKind::compound;
  token.parts = static_cast<std::uint8_t>(last - first + 1);
}

void Tokenizer::emit_word(const Word& word, TokenList& tokens) {
  const Atom& first = chunk_.atoms[word.first_atom];
  const Atom& last = chunk_.atoms[word.last_atom];
  const std::string_view slice = tokens.text().substr(first.begin, last.end - first.begin);
  if (word.particle) {
    std::string particle = fold(slice) + '\'';
    const bool leans = word.last_atom + 1 < chunk_.atoms.size();
    tokens.add(first.begin, leans ? chunk_.atoms[word.last_atom + 1].begin : last.end, particle).kind =
        TokenKind::particle;
  } else if (word.first_atom == word.last_atom && first.plain) {
    if (is_digit(slice.front()) && is_hour(slice)) return emit_hour(word, slice, tokens);
    tokens.add(first.begin, last.end);
  } else {
    surface_of(word.first_atom, word.last_atom, tokens.text());
    const bool dotted = chunk_.ends_with_dot && word.last_atom + 1 == chunk_.atoms.size();
    if (dotted) surface_ += '.';
    tokens.add(first.begin, last.end + (dotted ? 1 : 0), surface_);
  }
}

/// "20h30" covers 20, h and 30, so that it meets "20 h 30".
void Tokenizer::emit_hour(const Word& word, std::string_view slice, TokenList& tokens) {
  const std::uint32_t begin = chunk_.atoms[word.first_atom].begin;
  const auto end = begin + static_cast<std::uint32_t>(slice.size());
  const auto h = begin + static_cast<std::uint32_t>(slice.find_first_of("hH"));
  Token& token = tokens.add(begin, end);
  token.kind = TokenKind::compound;
  token.parts = h + 1 < end ? 3 : 2;
  tokens.add(begin, h);
  tokens.add(h, h + 1);
  if (h + 1 < end) tokens.add(h + 1, end);
}

/// The surface of some atoms and what links them; valid until the next call.
std::string_view Tokenizer::surface_of(std::size_t first_atom, std::size_t last_atom, std::string_view text) {
  surface_.clear();
  bool plain = true;
  for (std::size_t i = first_atom; i <= last_atom; ++i) {
    const Atom& atom = chunk_.atoms[i];
    append_surface(surface_, text.substr(atom.begin, atom.size()));
    plain = plain && atom.plain;
    if (i == last_atom) break;
    switch (chunk_.links[i]) {
      case Link::apostrophe: surface_ += '\''; break;
      case Link::hyphen: surface_ += '-'; break;
      case Link::initials: surface_ += ".-"; break;
      case Link::comma: surface_ += ','; break;
      case Link::dot: {
        const bool groups = chunk_.atoms[first_atom].size() <= 3 && chunk_.atoms[i + 1].size() == 3 &&
                            number_end(first_atom) > i;
        if (!groups) surface_ += '.';
        break;
      }
      case Link::line_hyphen:
      case Link::group: break;
    }
  }
  if (!plain) surface_ = to_nfc(surface_);
  return surface_;
}

}  // namespace hemero
