#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "common/model/field.h"
#include "common/text/token.h"

namespace hemero {

/// Codes of a token stream that are not surfaces. Any code >= first_surface is a surface: its number + first_surface.
enum StreamCode : std::uint32_t {
  sentence_code = 0,    ///< a sentence starts
  paragraph_code = 1,   ///< a paragraph or heading starts, and with it a sentence
  lead_code = 2,        ///< the lead starts; what stands before is the title
  body_code = 3,        ///< the body starts
  compound_code = 4,    ///< the next surface covers the two tokens that follow it
  compound3_code = 5,   ///< … the three tokens
  compound_n_code = 6,  ///< … as many tokens as the code between it and the surface says
  particle_code = 7,    ///< the next surface is an elided word
  first_surface = 8,
};

/// The code of a surface by its number.
constexpr std::uint32_t surface_code(std::uint32_t number) { return number + first_surface; }

/// What the codes of a stream say of one token.
struct CodedToken {
  std::uint32_t surface = 0;  ///< its number: an index of AnalyzedArticle::uses, or an id of the vocabulary
  std::uint32_t parts = 0;    ///< of a compound: how many of the tokens behind it it covers
  bool particle = false;      ///< an elided word

  /// Neither elided nor a compound, whose parts follow.
  bool is_word() const { return parts == 0 && !particle; }
};

/// What a visitor of tokens that does not care leaves as it is.
struct TokenVisitor {
  void start(Break) {}
  void start_zone(Field) {}
};

/// A visitor that only counts most tokens: words whose codes its set codes() is sure not to hold. It gets so many in a
/// row by pass(), which is much faster than one by one.
template <typename Visitor>
concept PassesOthers = requires(Visitor visitor, std::uint32_t words) {
  visitor.codes();
  visitor.pass(words);
};

/// A visitor that only counts words: it gets so many in a row by pass(), which is faster still.
template <typename Visitor>
concept PassesWords = !PassesOthers<Visitor> && requires(Visitor visitor, std::uint32_t words) {
  visitor.pass(words);
};

/// Calls `visitor` with the tokens of a stream in order: start_zone and start with what starts before a token, token
/// with the token, which returns false to end there. Returns the visitor, as std::for_each does. `codes` gives the
/// codes: more() tells whether there are any left, next() takes one, pass_others() those that are not in a set,
/// pass_words() words. What codes mean is known here alone, and in TokenCoder.
template <typename Codes, typename Visitor>
Visitor read_tokens(Codes codes, Visitor visitor) {
  CodedToken token;
  while (codes.more()) {
    if constexpr (PassesOthers<Visitor>) {
      if (token.is_word()) visitor.pass(codes.pass_others(visitor.codes()));
      if (!codes.more()) break;
    } else if constexpr (PassesWords<Visitor>) {
      if (token.is_word()) visitor.pass(codes.pass_words());
      if (!codes.more()) break;
    }
    const std::uint32_t code = codes.next();
    switch (code) {
      case sentence_code:
        visitor.start(Break::sentence);
        break;
      case paragraph_code:
        visitor.start(Break::paragraph);
        break;
      case lead_code:
        visitor.start_zone(Field::lead);
        break;
      case body_code:
        visitor.start_zone(Field::body);
        break;
      case compound_code:
        token.parts = 2;
        break;
      case compound3_code:
        token.parts = 3;
        break;
      case compound_n_code:
        token.parts = codes.more() ? codes.next() : 0;
        break;
      case particle_code:
        token.particle = true;
        break;
      default:
        token.surface = code - first_surface;
        if (!visitor.token(token)) return visitor;
        token = {};
    }
  }
  return visitor;
}

/// Writes what read_tokens() reads: a visitor that makes codes of tokens. `append` takes one code after the other.
template <typename Append>
class TokenCoder {
 public:
  explicit TokenCoder(Append append) : append_(std::move(append)) {}

  void start(Break before) {
    if (before == Break::sentence) append_(sentence_code);
    if (before == Break::paragraph) append_(paragraph_code);
  }

  void start_zone(Field zone) { append_(zone == Field::lead ? lead_code : body_code); }

  bool token(const CodedToken& token) {
    switch (token.parts) {
      case 0:
        break;
      case 2:
        append_(compound_code);
        break;
      case 3:
        append_(compound3_code);
        break;
      default:
        append_(compound_n_code);
        append_(token.parts);
    }
    if (token.particle) append_(particle_code);
    append_(surface_code(token.surface));
    return true;
  }

 private:
  Append append_;
};

/// Codes in memory, as ArticleAnalyzer makes them.
class ListedCodes {
 public:
  explicit ListedCodes(std::span<const std::uint32_t> codes) : codes_(codes) {}
  bool more() const { return at_ < codes_.size(); }
  std::uint32_t next() { return codes_[at_++]; }

 private:
  std::span<const std::uint32_t> codes_;
  std::size_t at_ = 0;
};

/// Where a TokenCoder lists codes in memory.
struct CodeList {
  std::vector<std::uint32_t>& codes;
  void operator()(std::uint32_t code) const { codes.push_back(code); }
};

}  // namespace hemero
