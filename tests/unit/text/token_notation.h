#pragma once

#include <string>
#include <string_view>

#include "common/text/tokenizer.h"

// How the tables of tests write the tokens of a text, so that a row is read at a glance.

namespace hemero {

/// Tokens of a text whose paragraphs are separated by an empty line, as `tokenize` is to be called.
inline TokenList tokens_of(std::string_view text) {
  TokenList tokens;
  tokens.start(text);
  Tokenizer tokenizer;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find("\n\n", begin), text.size());
    tokenizer.tokenize(begin, end, tokens);
    begin = end + 2;
  }
  return tokens;
}

/// Surfaces with a blank between them: `l' état`. A compound shows the tokens that it covers: `week-end{week end}`. A
/// bar stands where a sentence starts, a ¶ where a paragraph starts, none before the first.
inline std::string notation(const TokenList& tokens) {
  std::string written;
  std::size_t covered = 0;
  for (const Token& token : tokens) {
    const bool starts_part = written.ends_with('{');
    if (!written.empty() && !starts_part) written += ' ';
    if (token.break_before == Break::sentence && !starts_part) written += "| ";
    if (token.break_before == Break::paragraph && !starts_part && !written.empty()) written += "¶ ";
    written += tokens.surface(token);
    if (token.kind == TokenKind::compound) {
      written += '{';
      covered = token.parts;
    } else if (covered > 0 && --covered == 0) {
      written += '}';
    }
  }
  return written;
}

/// The text with what each token covers between angle brackets, compounds left out: `<L’><œuvre>`.
inline std::string slices(const TokenList& tokens) {
  std::string marked;
  std::size_t at = 0;
  for (const Token& token : tokens) {
    if (token.kind == TokenKind::compound) continue;
    marked += tokens.text().substr(at, token.begin - at);
    marked += '<';
    marked += tokens.text().substr(token.begin, token.end - token.begin);
    marked += '>';
    at = token.end;
  }
  marked += tokens.text().substr(at);
  return marked;
}

}  // namespace hemero
