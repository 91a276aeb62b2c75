#include "common/text/tokenizer.h"

#include <algorithm>

#include "common/text/fold.h"
#include "common/text/lexicon.h"

namespace hemero {

namespace {

constexpr std::size_t longest_compound = 8;  ///< words; more hyphens make a web address or a list, not a compound

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// 3 for "20h30", "9H05" and 2 for "20h": one or two digits, h, then two digits or nothing; else 0.
std::size_t count_hour_parts(std::string_view word) {
  const auto digits = static_cast<std::size_t>(std::find_if_not(word.begin(), word.end(), is_digit) - word.begin());
  if (digits == 0 || digits > 2 || digits == word.size() || (word[digits] != 'h' && word[digits] != 'H')) return 0;
  const std::string_view minutes = word.substr(digits + 1);
  if (minutes.empty()) return 2;
  return minutes.size() == 2 && is_digit(minutes[0]) && is_digit(minutes[1]) ? 3 : 0;
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
      case CharClass::line_feed:
        break;
      case CharClass::apostrophe:
        surface += '\'';
        break;
      case CharClass::hyphen:
        surface += '-';
        break;
      default:
        surface += slice.substr(at, c.size);
    }
    at += c.size;
  }
}

/// How a link is written in a surface.
std::string_view sign_of(Link link) {
  switch (link) {
    case Link::apostrophe:
      return "'";
    case Link::hyphen:
      return "-";
    case Link::initials:
      return ".-";
    case Link::comma:
      return ",";
    case Link::colon:
      return ":";
    case Link::dot:
      return ".";
    case Link::line_hyphen:
    case Link::group:
      break;
  }
  return "";
}

}  // namespace

bool is_compound_surface(std::string_view surface) {
  if (surface.find('-') != std::string_view::npos) return true;
  return is_digit(surface.front()) && (count_hour_parts(surface) > 0 || surface.find(':') != std::string_view::npos);
}

bool is_elided(std::string_view surface) { return surface.ends_with('\''); }

bool is_indexed(std::string_view surface) { return !is_elided(surface) && !is_compound_surface(surface); }

void Tokenizer::tokenize(std::string_view text, TokenList& tokens) {
  tokens.start(text);
  tokenize(0, text.size(), tokens);
}

void Tokenizer::tokenize(std::size_t begin, std::size_t end, TokenList& tokens) {
  Scanner scanner(tokens.text(), begin, end);
  bool first_of_paragraph = true;
  while (scanner.next(chunk_)) {
    const std::size_t first = tokens.tokens().size();
    if (chunk_.links.empty())
      emit_word({.particle = chunk_.ends_elided}, tokens);
    else
      emit_chunk(tokens);
    const Break before = first_of_paragraph ? Break::paragraph : chunk_.break_before;
    tokens.mark_start(first, before, before != Break::none || chunk_.opens);
    first_of_paragraph = false;
  }
}

/// Emits the chunk's words by groups: what hyphens and elisions hold together.
void Tokenizer::emit_chunk(TokenList& tokens) {
  read_words(tokens.text());
  for (std::size_t i = 0; i < words_.size();) {
    std::size_t last = i;
    while (last + 1 < words_.size() && (words_[last].joined_next || words_[last].particle)) ++last;
    emit_group(i, last, tokens);
    i = last + 1;
  }
}

/// Joins the chunk's atoms into words: numbers, acronyms, elided words, words with an apostrophe inside.
void Tokenizer::read_words(std::string_view text) {
  words_.clear();
  const auto& atoms = chunk_.atoms;
  const auto& links = chunk_.links;
  auto slice = [&](std::size_t i) { return text.substr(atoms[i].begin, atoms[i].size()); };
  for (std::size_t i = 0; i < atoms.size();) {
    Word word{.first_atom = i, .last_atom = std::max(join_number(i, text), acronym_end(i))};
    std::size_t& last = word.last_atom;
    while (last < links.size() && links[last] == Link::apostrophe && !word.particle) {
      if (last == i && elides_before(slice(last + 1)) && is_elision(fold(slice(last))))
        word.particle = true;
      else
        ++last;
    }
    if (last == i && last + 1 == atoms.size() && chunk_.ends_elided) word.particle = true;
    if (last < links.size() && !word.particle) {
      word.cut_next = links[last] == Link::line_hyphen;
      word.joined_next =
          word.cut_next || links[last] == Link::hyphen || links[last] == Link::initials || links[last] == Link::colon;
    }
    i = last + 1;
    words_.push_back(word);
  }
}

/// The last atom of the number that starts at this atom: digit groups of three (blanks or dots), one decimal part.
/// Makes the dots between its groups Link::group. Rows of numbers (1,2,3 and 01.42.34.56.78) are not joined.
std::size_t Tokenizer::join_number(std::size_t first, std::string_view text) {
  if (!chunk_.atoms[first].digits) return first;
  std::size_t last = group_end(first, Link::group);
  if (last == first && text[chunk_.atoms[first].begin] != '0') last = group_end(first, Link::dot);
  std::fill(chunk_.links.begin() + static_cast<std::ptrdiff_t>(first),
            chunk_.links.begin() + static_cast<std::ptrdiff_t>(last), Link::group);
  return is_decimal(last) && (last == first || chunk_.links[last] == Link::comma) ? last + 1 : last;
}

/// The last of the digit groups that follow an atom behind links of one kind; the atom itself when they are no groups.
std::size_t Tokenizer::group_end(std::size_t first, Link link) const {
  const auto& links = chunk_.links;
  if (chunk_.atoms[first].size() > 3 || (first > 0 && links[first - 1] == link)) return first;
  std::size_t last = first;
  for (; last < links.size() && links[last] == link; ++last)
    if (!chunk_.atoms[last + 1].digits || chunk_.atoms[last + 1].size() != 3) return first;
  return last;
}

/// True when a comma or dot behind the atom starts a decimal part: there is but one.
bool Tokenizer::is_decimal(std::size_t atom) const {
  const auto& links = chunk_.links;
  if (atom >= links.size() || (links[atom] != Link::comma && links[atom] != Link::dot)) return false;
  const bool row =
      (atom > 0 && links[atom - 1] == links[atom]) || (atom + 1 < links.size() && links[atom + 1] == links[atom]);
  return !row;
}

/// The last atom of the acronym (O.T.A.N.) that starts at this atom.
std::size_t Tokenizer::acronym_end(std::size_t first) const {
  std::size_t last = first;
  while (chunk_.atoms[last].letter && last < chunk_.links.size() && chunk_.links[last] == Link::dot) ++last;
  return last;
}

/// The last word of a hyphenated group that is part of its compound: a verb's clitics are not, nor is the t or the
/// elided pronoun before them.
std::size_t Tokenizer::compound_end(std::size_t first, std::size_t last, std::string_view text) {
  if (is_whole_compound(fold(surface_of(words_[first], words_[last], text)))) return last;
  const auto is_t = [&](std::size_t i) { return i > first && folded(words_[i], text) == "t"; };
  std::size_t end = last;
  while (end > first && (!words_[end - 1].cut_next || is_t(end - 1)) && is_clitic(folded(words_[end], text))) --end;
  const bool dropped = end < last && end > first;
  return dropped && (words_[end].particle || is_t(end)) ? end - 1 : end;
}

/// True for the t of va-t-il, also where va-t'il is printed; the one of va-t'en is a pronoun.
bool Tokenizer::is_euphonic(std::size_t word, std::string_view text) {
  if (word + 1 >= words_.size() || folded(words_[word], text) != "t") return false;
  if (!words_[word].particle) return true;
  const std::string next = folded(words_[word + 1], text);
  return next != "en" && next != "y";
}

/// Emits the words of one group.
void Tokenizer::emit_group(std::size_t first, std::size_t last, TokenList& tokens) {
  if (words_[first].particle) {
    emit_word(words_[first], tokens);
    if (first < last) emit_group(first + 1, last, tokens);
    return;
  }
  const std::size_t end = first < last ? compound_end(first, last, tokens.text()) : last;
  if (end > first && end - first < longest_compound)
    emit_compound(first, end, tokens);
  else
    for (std::size_t i = first; i <= end; ++i) emit_word(words_[i], tokens);
  for (std::size_t i = end + 1; i <= last; ++i)
    if (!is_euphonic(i, tokens.text())) emit_word(words_[i], tokens);
}

void Tokenizer::emit_compound(std::size_t first, std::size_t last, TokenList& tokens) {
  std::size_t parts = 0;
  for (std::size_t i = first; i <= last; ++i) parts += std::max<std::size_t>(1, hour_parts(words_[i], tokens.text()));
  const std::uint32_t begin = chunk_.atoms[words_[first].first_atom].begin;
  Token& token = tokens.add(begin, end_of(words_[last]), surface_of(words_[first], words_[last], tokens.text()));
  token.kind = TokenKind::compound;
  token.parts = static_cast<std::uint8_t>(parts);
  for (std::size_t i = first; i <= last; ++i)
    if (hour_parts(words_[i], tokens.text()) > 0)
      emit_hour_parts(words_[i], tokens);
    else
      emit_word(words_[i], tokens);
}

void Tokenizer::emit_word(const Word& word, TokenList& tokens) {
  if (word.particle) return emit_particle(word, tokens);
  if (const std::size_t parts = hour_parts(word, tokens.text()); parts > 0) return emit_hour(word, parts, tokens);
  const Atom& first = chunk_.atoms[word.first_atom];
  if (word.is_atom() && first.plain)
    tokens.add(first.begin, first.end);
  else
    tokens.add(first.begin, end_of(word), surface_of(word, word, tokens.text()));
}

/// An elided word covers its apostrophe when it leans on the next word.
void Tokenizer::emit_particle(const Word& word, TokenList& tokens) {
  const Atom& atom = chunk_.atoms[word.last_atom];
  const std::string surface = fold(tokens.text().substr(atom.begin, atom.size())) + '\'';
  const bool leans = word.last_atom + 1 < chunk_.atoms.size();
  const std::uint32_t end = leans ? chunk_.atoms[word.last_atom + 1].begin : atom.end;
  tokens.add(atom.begin, end, surface).kind = TokenKind::particle;
}

void Tokenizer::emit_hour(const Word& word, std::size_t parts, TokenList& tokens) {
  Token& token = tokens.add(chunk_.atoms[word.first_atom].begin, end_of(word), surface_of(word, word, tokens.text()));
  token.kind = TokenKind::compound;
  token.parts = static_cast<std::uint8_t>(parts);
  emit_hour_parts(word, tokens);
}

/// "20h30" covers 20, h and 30, so that it meets "20 h 30".
void Tokenizer::emit_hour_parts(const Word& word, TokenList& tokens) {
  const Atom& atom = chunk_.atoms[word.first_atom];
  const std::string_view slice = tokens.text().substr(atom.begin, atom.size());
  const std::uint32_t h = atom.begin + static_cast<std::uint32_t>(slice.find_first_of("hH"));
  emit_slice(atom.begin, h, tokens);
  emit_slice(h, h + 1, tokens);
  if (h + 1 < atom.end) emit_slice(h + 1, atom.end, tokens);
}

void Tokenizer::emit_slice(std::uint32_t begin, std::uint32_t end, TokenList& tokens) {
  surface_.clear();
  append_surface(surface_, tokens.text().substr(begin, end - begin));
  tokens.add(begin, end, surface_);
}

/// 2 or 3 for a word that is an hour, else 0.
std::size_t Tokenizer::hour_parts(const Word& word, std::string_view text) {
  const Atom& atom = chunk_.atoms[word.first_atom];
  if (!word.is_atom() || !is_digit(text[atom.begin])) return 0;
  return count_hour_parts(atom.plain ? text.substr(atom.begin, atom.size()) : surface_of(word, word, text));
}

/// Where the word ends in the text; the last stop of an acronym is part of it.
std::uint32_t Tokenizer::end_of(const Word& word) const {
  return is_dotted(word) ? chunk_.acronym_end : chunk_.atoms[word.last_atom].end;
}

bool Tokenizer::is_dotted(const Word& word) const {
  return chunk_.acronym_end > 0 && !word.is_atom() && word.last_atom + 1 == chunk_.atoms.size();
}

std::string Tokenizer::folded(const Word& word, std::string_view text) { return fold(surface_of(word, word, text)); }

/// The surface of some words and what links them; valid until the next call.
std::string_view Tokenizer::surface_of(const Word& first, const Word& last, std::string_view text) {
  surface_.clear();
  bool plain = true;
  for (std::size_t i = first.first_atom; i <= last.last_atom; ++i) {
    const Atom& atom = chunk_.atoms[i];
    append_surface(surface_, text.substr(atom.begin, atom.size()));
    plain = plain && atom.plain;
    if (i < last.last_atom) surface_ += sign_of(chunk_.links[i]);
  }
  if (is_dotted(last)) surface_ += '.';
  if (!plain) surface_ = to_nfc(surface_);
  return surface_;
}

}  // namespace hemero
