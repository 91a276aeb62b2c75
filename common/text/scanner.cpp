#include "common/text/scanner.h"

#include <algorithm>
#include <array>

#include "common/text/characters/latin_classes.h"
#include "common/text/fold.h"
#include "common/text/lexicon.h"

namespace hemero {

namespace {

constexpr std::size_t longest_chunk = 64;  ///< atoms; longer ones are data, cut there
constexpr std::string_view soft_hyphen = "\u00AD";
constexpr char32_t misread_hyphen = U'¬';  ///< what machines that read pages make of a hyphen at a line's end

constexpr std::array<bool, 256> make_word_bytes() {
  std::array<bool, 256> bytes{};
  for (std::size_t c = 0; c < 0x80; ++c)
    bytes[c] = latin_classes[c] == CharClass::letter || latin_classes[c] == CharClass::digit;
  return bytes;
}

constexpr auto word_bytes = make_word_bytes();

bool is_ascii_word(char byte) { return word_bytes[static_cast<unsigned char>(byte)]; }
bool is_ascii(char byte) { return static_cast<unsigned char>(byte) < 0x80; }
bool is_ascii_digit(char byte) { return byte >= '0' && byte <= '9'; }
/// char_class without a call for French text.
CharClass class_of(char32_t c) { return c < latin_classes.size() ? latin_classes[c] : char_class(c); }
bool is_atom_class(CharClass c) { return c == CharClass::letter || c == CharClass::digit; }

std::size_t skip_ascii_word(std::string_view text, std::size_t at) {
  while (at < text.size() && is_ascii_word(text[at])) ++at;
  return at;
}

}  // namespace

Scanner::Scanner(std::string_view text, std::size_t begin, std::size_t end) : text_(text.substr(0, end)), at_(begin) {}

bool Scanner::next(Chunk& chunk) {
  chunk.atoms.clear();
  chunk.links.clear();
  chunk.acronym_end = 0;
  chunk.ends_elided = false;
  if (!find_start(chunk)) return false;
  if (class_of(peek(at_).value) == CharClass::ideograph) {
    scan_ideograph(chunk);
    return true;
  }
  scan_atom(chunk);
  for (Join join = join_after(chunk); join.found && chunk.atoms.size() < longest_chunk; join = join_after(chunk)) {
    chunk.links.push_back(join.link);
    at_ = join.next;
    scan_atom(chunk);
  }
  end_chunk(chunk);
  return true;
}

/// Moves to the first character of a word, noting what stands before it.
bool Scanner::find_start(Chunk& chunk) {
  while (at_ < text_.size()) {
    const CodePoint c = peek(at_);
    switch (class_of(c.value)) {
      case CharClass::letter:
      case CharClass::digit:
      case CharClass::ideograph:
        start_chunk(chunk);
        return true;
      case CharClass::full_stop:
      case CharClass::terminal:
        stopped_ = true;
        blank_ = false;
        break;
      case CharClass::blank:
      case CharClass::line_feed:
        blank_ = true;
        break;
      case CharClass::quote:
        opened_ = true;
        break;
      default:
        opened_ = opened_ || c.value == U':' || c.value == 0x201C || c.value == 0x2014;
    }
    at_ += c.size;
  }
  return false;
}

void Scanner::start_chunk(Chunk& chunk) {
  const bool breaks = stopped_ && starts_sentence();
  chunk.break_before = breaks ? Break::sentence : Break::none;
  chunk.opens = breaks || opened_;
  stopped_ = blank_ = opened_ = false;
}

/// True for a capital, and for a number that does not touch the stop.
bool Scanner::starts_sentence() const {
  const char32_t first = peek(at_).value;
  return !is_lower(first) && (blank_ || opened_ || class_of(first) != CharClass::digit);
}

/// Looks at the full stop or apostrophe behind the last atom.
void Scanner::end_chunk(Chunk& chunk) {
  at_ = skip_invisible(at_);
  if (at_ >= text_.size()) return;
  const CharClass what = class_of(peek(at_).value);
  if (what == CharClass::apostrophe) chunk.ends_elided = elides_quotation(chunk.atoms.back());
  if (what == CharClass::full_stop) end_at_full_stop(chunk);
}

/// Takes the dot of an acronym or an abbreviation.
void Scanner::end_at_full_stop(Chunk& chunk) {
  const Atom& last = chunk.atoms.back();
  const auto& links = chunk.links;
  if (!links.empty() && links.back() == Link::dot && last.letter) {
    const bool two_letters = links.size() == 1 || links[links.size() - 2] != Link::dot;
    stopped_ = !two_letters;  // two are mostly the initials of a name: J.K. Rowling
    chunk.acronym_end = static_cast<std::uint32_t>(++at_);
  } else if (is_abbreviated(last)) {
    ++at_;
  }
}

void Scanner::scan_atom(Chunk& chunk) {
  std::size_t at = at_;
  std::size_t signs = 0;  // bytes that are no letter of their own
  bool plain = true;
  for (;;) {
    at = skip_ascii_word(text_, at);
    if (at >= text_.size() || is_ascii(text_[at])) break;
    const CodePoint c = peek(at);
    const CharClass what = class_of(c.value);
    if (is_atom_class(what)) {
      signs += c.size - 1u;
      at += c.size;
    } else {
      const std::size_t next = what == CharClass::mark ? at + c.size : skip_invisible(at);
      if (next == at || (what != CharClass::mark && !continues_atom(next))) break;
      signs += next - at;
      at = next;
      plain = false;
    }
  }
  add_atom(chunk, {.end = at, .plain = plain, .single = at - at_ - signs == 1});
}

/// One ideograph with its marks: a decomposed が is か and a mark.
void Scanner::scan_ideograph(Chunk& chunk) {
  const std::size_t end = skip_letter(at_);
  add_atom(chunk, {.end = end, .plain = end == at_ + peek(at_).size, .single = true});
}

/// Adds what was seen from here on and goes behind it.
void Scanner::add_atom(Chunk& chunk, const Seen& seen) {
  const std::string_view word = text_.substr(at_, seen.end - at_);
  const bool digits = is_ascii_digit(word.front()) && std::all_of(word.begin(), word.end(), is_ascii_digit);
  chunk.atoms.push_back({.begin = static_cast<std::uint32_t>(at_),
                         .end = static_cast<std::uint32_t>(seen.end),
                         .plain = seen.plain,
                         .digits = digits,
                         .letter = seen.single && !digits});
  at_ = seen.end;
}

Scanner::Join Scanner::join_after(const Chunk& chunk) const {
  const std::size_t sign = skip_invisible(at_);
  if (sign >= text_.size()) return {};
  const Atom& left = chunk.atoms.back();
  const CodePoint c = peek(sign);
  const CharClass what = class_of(c.value);
  if (what == CharClass::blank || what == CharClass::line_feed) {
    const bool hyphen = text_.substr(at_, sign - at_).find(soft_hyphen) != std::string_view::npos;
    return hyphen ? join_at_line_end(sign) : join_at_blank(left, sign);
  }
  const std::size_t after = skip_invisible(sign + c.size);
  switch (what) {
    case CharClass::apostrophe:
      return join_at_apostrophe(left, after);
    case CharClass::hyphen:
      return join_at_hyphen(after, c.value);
    case CharClass::full_stop:
      return join_at_full_stop(left, after);
    case CharClass::comma:
      return {left.digits && starts_digit(after), Link::comma, after};
    default:
      if (c.value == U':') return join_at_colon(chunk, after);
      return c.value == misread_hyphen ? join_at_line_end(after) : Join{};
  }
}

/// Joins an hour to its minutes.
Scanner::Join Scanner::join_at_colon(const Chunk& chunk, std::size_t after) const {
  const Atom& left = chunk.atoms.back();
  const bool hour = left.digits && left.size() <= 2 && chunk.links.empty();
  const bool minutes = starts_digit(after) && starts_digit(after + 1) && !starts_atom(after + 2);
  return {hour && minutes, Link::colon, after};
}

Scanner::Join Scanner::join_at_apostrophe(const Atom& left, std::size_t after) const {
  if (left.digits && left.size() <= 3 && is_three_digits(after)) return {true, Link::group, after};
  if (starts_atom(after)) return {true, Link::apostrophe, after};
  const std::size_t next = skip_blanks(after);
  const bool elided = next > after && starts_elidable(next) && is_elision(fold(slice(left)));
  return {elided, Link::apostrophe, next};
}

Scanner::Join Scanner::join_at_hyphen(std::size_t after, char32_t hyphen) const {
  if (starts_atom(after)) return {true, Link::hyphen, after};
  return hyphen == U'-' || hyphen == U'\u2010' ? join_at_line_end(after) : Join{};
}

/// Joins what a hyphen cuts at the end of a line.
Scanner::Join Scanner::join_at_line_end(std::size_t after) const {
  const std::size_t next = skip_blanks(after);
  const bool line_end = text_.substr(after, next - after).find('\n') != std::string_view::npos;
  if (!line_end || !starts_atom(next)) return {};
  return {true, is_lower(peek(next).value) ? Link::line_hyphen : Link::hyphen, next};
}

Scanner::Join Scanner::join_at_blank(const Atom& left, std::size_t blank) const {
  if (left.digits && left.size() <= 3) {
    const std::size_t next = blank + peek(blank).size;
    return {text_[blank] != '\n' && is_three_digits(next), Link::group, next};
  }
  const std::size_t next = skip_blanks(blank);
  if (next >= text_.size() || class_of(peek(next).value) != CharClass::apostrophe) return {};
  const std::size_t word = skip_blanks(next + peek(next).size);
  const bool elided = starts_elidable(word) && is_elision(fold(slice(left)));
  return {elided, Link::apostrophe, word};
}

Scanner::Join Scanner::join_at_full_stop(const Atom& left, std::size_t after) const {
  if (left.digits) return {starts_digit(after), Link::dot, after};
  if (!left.letter || after >= text_.size()) return {};
  if (text_[after] == '-') {
    const std::size_t next = skip_invisible(after + 1);
    return {starts_atom(next), Link::initials, next};
  }
  if (!starts_atom(after)) return {};
  const bool single = !starts_atom(skip_invisible(skip_letter(after)));
  return {single && !starts_digit(after), Link::dot, after};
}

bool Scanner::continues_atom(std::size_t at) const {
  return starts_atom(at) || (at < text_.size() && class_of(peek(at).value) == CharClass::mark);
}

bool Scanner::starts_atom(std::size_t at) const {
  return at < text_.size() && (is_ascii_word(text_[at]) || is_atom_class(class_of(peek(at).value)));
}

/// True before a vowel, an h or a digit: where French elides.
bool Scanner::starts_elidable(std::size_t at) const {
  if (!starts_atom(at)) return false;
  std::string folded;
  append_folded(folded, peek(at).value);
  return folded.find_first_of("aeiouyh0123456789") == 0;
}

bool Scanner::starts_digit(std::size_t at) const { return at < text_.size() && is_ascii_digit(text_[at]); }

bool Scanner::is_three_digits(std::size_t at) const {
  return at + 3 <= text_.size() && is_ascii_digit(text_[at]) && is_ascii_digit(text_[at + 1]) &&
         is_ascii_digit(text_[at + 2]) && !starts_atom(at + 3);
}

/// True for an initial, for M. before a name, and for art. when no sentence starts behind it.
bool Scanner::is_abbreviated(const Atom& atom) const {
  if (atom.letter && is_upper(peek(atom.begin).value)) return true;
  const std::string word = fold(slice(atom));
  if (is_title(word)) return true;
  const std::size_t next = skip_blanks(at_ + 1);
  const bool goes_on = next < text_.size() && (starts_digit(next) || is_lower(peek(next).value));
  return goes_on && is_abbreviation(word);
}

/// True for an elided word whose apostrophe stands before a sign that opens something: l’« affaire », d’@Elysee,
/// d’’idée.
bool Scanner::elides_quotation(const Atom& atom) const {
  const std::size_t sign = skip_invisible(at_ + peek(at_).size);
  std::size_t at = sign;
  while (at < text_.size()) {
    const CharClass what = class_of(peek(at).value);
    if (what != CharClass::quote && what != CharClass::apostrophe && what != CharClass::other) break;
    at = skip_invisible(at + peek(at).size);
  }
  return at > sign && starts_elidable(skip_blanks(at)) && is_elision(fold(slice(atom)));
}

/// Behind a letter and its marks.
std::size_t Scanner::skip_letter(std::size_t at) const {
  at += peek(at).size;
  for (std::size_t next = at;; at = next + peek(next).size) {
    next = skip_invisible(at);
    if (next >= text_.size() || class_of(peek(next).value) != CharClass::mark) return at;
  }
}

std::size_t Scanner::skip_blanks(std::size_t at) const {
  while (at < text_.size()) {
    const CodePoint c = peek(at);
    const CharClass what = class_of(c.value);
    if (what != CharClass::blank && what != CharClass::line_feed && what != CharClass::ignorable) break;
    at += c.size;
  }
  return at;
}

std::size_t Scanner::skip_all_invisible(std::size_t at) const {
  while (at < text_.size() && class_of(peek(at).value) == CharClass::ignorable) at += peek(at).size;
  return at;
}

}  // namespace hemero
