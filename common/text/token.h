#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hemero {

enum class TokenKind : std::uint8_t {
  word,
  particle,  ///< an elided word with its apostrophe: l' d' qu'; its surface is always lower case
  compound,  ///< covers the `parts` tokens that follow it: "week-end" covers "week" "end"
};

/// What stands between a token and the one before it.
enum class Break : std::uint8_t { none, sentence, paragraph };

/// An occurrence of a word in a text.
struct Token {
  std::uint32_t begin = 0;  ///< byte offsets in the text, end exclusive
  std::uint32_t end = 0;
  std::uint32_t surface_begin = 0;  ///< in the text, or in the list's own storage when `rewritten`
  std::uint16_t surface_size = 0;   ///< bytes
  bool rewritten = false;
  TokenKind kind = TokenKind::word;
  std::uint8_t parts = 0;
  Break break_before = Break::none;
  bool opens = false;  ///< first word of a sentence or of a quotation, where any word may wear a capital
};

/// The tokens of a text, in order. A token's surface is the word as printed, in NFC, with plain apostrophes and
/// hyphens, without invisible characters and without the blanks or dots that group the digits of a number.
class TokenList {
 public:
  /// Forgets all tokens; the tokens to come are of `text`, which must outlive the list's use.
  void start(std::string_view text) {
    text_ = text;
    rewritten_.clear();
    tokens_.clear();
  }

  std::string_view surface(const Token& token) const {
    const std::string_view from = token.rewritten ? std::string_view(rewritten_) : text_;
    return from.substr(token.surface_begin, token.surface_size);
  }

  std::string_view text() const { return text_; }
  const std::vector<Token>& tokens() const { return tokens_; }
  auto begin() const { return tokens_.begin(); }
  auto end() const { return tokens_.end(); }

  /// Adds a token whose surface is its slice of the text.
  Token& add(std::uint32_t begin, std::uint32_t end);
  /// Adds a token whose surface differs from its slice.
  Token& add(std::uint32_t begin, std::uint32_t end, std::string_view surface);
  /// Says what stands before the token at `index`; a compound shares it with its first part.
  void mark_start(std::size_t index, Break before, bool opens);

 private:
  std::string_view text_;
  std::string rewritten_;
  std::vector<Token> tokens_;
};

}  // namespace hemero
