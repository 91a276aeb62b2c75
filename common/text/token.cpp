#include "common/text/token.h"

#include <algorithm>

#include "common/text/characters/unicode.h"

namespace hemero {

namespace {

/// Longer words are data, not language (keys, encoded images): their first bytes are enough to find them.
constexpr std::size_t surface_limit = 96;

std::uint16_t kept_size(std::string_view surface) {
  if (surface.size() <= surface_limit) return static_cast<std::uint16_t>(surface.size());
  return static_cast<std::uint16_t>(floor_code_point(surface, surface_limit));
}

}  // namespace

Token& TokenList::add(std::uint32_t begin, std::uint32_t end) {
  Token& token = tokens_.emplace_back();
  token.begin = begin;
  token.end = end;
  token.surface_begin = begin;
  token.surface_size = kept_size(text_.substr(begin, end - begin));
  return token;
}

Token& TokenList::add(std::uint32_t begin, std::uint32_t end, std::string_view surface) {
  Token& token = tokens_.emplace_back();
  token.begin = begin;
  token.end = end;
  token.surface_begin = static_cast<std::uint32_t>(rewritten_.size());
  token.surface_size = kept_size(surface);
  token.rewritten = true;
  rewritten_ += surface.substr(0, token.surface_size);
  return token;
}

void TokenList::mark_start(std::size_t index, Break before, bool opens) {
  tokens_[index].break_before = before;
  tokens_[index].opens = opens;
  if (tokens_[index].kind == TokenKind::compound) tokens_[index + 1].opens = opens;
}

}  // namespace hemero
