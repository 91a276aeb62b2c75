#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "common/text/characters/unicode.h"
#include "common/text/token.h"

namespace hemero {

/// A run of letters, digits and their marks.
struct Atom {
  std::uint32_t begin = 0;  ///< byte offsets in the text, end exclusive
  std::uint32_t end = 0;
  bool plain = true;    ///< its slice is its surface: no combining mark, nothing invisible inside
  bool digits = false;  ///< ASCII digits only
  bool letter = false;  ///< a single letter

  std::uint32_t size() const { return end - begin; }
};

/// What holds two atoms together.
enum class Link : std::uint8_t {
  apostrophe,   ///< also one with blanks around it after an elided word, as OCR leaves it
  hyphen,       ///< also before a line end when a capital or a digit follows
  line_hyphen,  ///< hyphen at a line's end: the word may have been cut there
  dot,          ///< between digits or after a single letter
  initials,     ///< ".-" of J.-P.
  comma,        ///< between digits
  colon,        ///< between hours and minutes: 20:30
  group,        ///< what stands between the groups of three digits of a number
};

/// Atoms that stand together: "l’ex-O.T.A.N." has six.
struct Chunk {
  std::vector<Atom> atoms;
  std::vector<Link> links;  ///< one fewer than atoms
  Break break_before = Break::none;
  bool opens = false;
  std::uint32_t acronym_end = 0;  ///< where the dot after the last letter of an acronym ends; 0 when there is none
  bool ends_elided = false;       ///< the apostrophe of its last atom stands before a quotation: l’« affaire »
};

/// Cuts one paragraph into chunks and finds the ends of its sentences. A sentence ends at . ! ? … before a capital or a
/// digit, unless the stop closes an abbreviation or initials; "jeudi.Le" ends one without a blank. Soft hyphens and
/// zero-width characters are as if they were not there.
class Scanner {
 public:
  /// Scans text[begin, end).
  Scanner(std::string_view text, std::size_t begin, std::size_t end);

  /// Puts the next chunk into `chunk`; false at the end.
  bool next(Chunk& chunk);

 private:
  struct Join {
    bool found = false;
    Link link{};
    std::size_t next = 0;  ///< where the next atom starts
  };

  struct Seen {
    std::size_t end = 0;
    bool plain = true;
    bool single = false;  ///< one letter or digit
  };

  bool find_start(Chunk& chunk);
  void start_chunk(Chunk& chunk);
  bool starts_sentence() const;
  void end_chunk(Chunk& chunk);
  void end_at_full_stop(Chunk& chunk);
  void scan_atom(Chunk& chunk);
  void scan_ideograph(Chunk& chunk);
  void add_atom(Chunk& chunk, const Seen& seen);
  Join join_after(const Chunk& chunk) const;
  Join join_at_apostrophe(const Atom& left, std::size_t after) const;
  Join join_at_colon(const Chunk& chunk, std::size_t after) const;
  Join join_at_hyphen(std::size_t after, char32_t hyphen) const;
  Join join_at_line_end(std::size_t after) const;
  Join join_at_blank(const Atom& left, std::size_t blank) const;
  Join join_at_full_stop(const Atom& left, std::size_t after) const;
  bool starts_atom(std::size_t at) const;
  bool continues_atom(std::size_t at) const;
  bool starts_elidable(std::size_t at) const;
  bool starts_digit(std::size_t at) const;
  bool is_three_digits(std::size_t at) const;
  bool is_abbreviated(const Atom& atom) const;
  bool elides_quotation(const Atom& atom) const;
  std::size_t skip_letter(std::size_t at) const;
  std::size_t skip_blanks(std::size_t at) const;
  std::size_t skip_invisible(std::size_t at) const {
    const bool visible = at >= text_.size() || static_cast<unsigned char>(text_[at]) < 0x80;
    return visible ? at : skip_all_invisible(at);
  }
  std::size_t skip_all_invisible(std::size_t at) const;
  CodePoint peek(std::size_t at) const { return code_point_at(text_, at); }
  std::string_view slice(const Atom& atom) const { return text_.substr(atom.begin, atom.size()); }

  std::string_view text_;  ///< ends where the paragraph ends
  std::size_t at_;
  bool stopped_ = false;  ///< a full stop or its like was seen since the last chunk
  bool blank_ = false;    ///< so was a blank
  bool opened_ = false;   ///< so was a quotation mark, a bracket or a colon
};

}  // namespace hemero
