#include <array>
#include <random>
#include <string>
#include <vector>

#include "common/text/analyzer.h"
#include "common/text/characters/charset.h"
#include "common/text/characters/unicode.h"
#include "common/text/fold.h"
#include "common/text/tokenizer.h"
#include "tests/support/catch.h"

// What must hold for any text: thousands of texts from a fixed seed, made of the pieces that tokenizers stumble over.

namespace hemero {
namespace {

using Random = std::mt19937;

std::size_t below(Random& random, std::size_t limit) { return random() % limit; }

constexpr auto pieces = std::to_array<const char*>(
    {"a",      "le", "Paris", "week",   "T",      "t",      "il",     "en",     "y",      "eme",    "aujourd", "hui",
     "qu",     "l",  "D",     "jusqu",  "M",      "art",    "etc",    "J",      "rendez", "vous",   "xiv",     "OTAN",
     "h",      "er", "œ",     "ﬁ",      "Ł",      "ß",      "đ",      "ı",      "мир",    "مُ",      "北",      "한",
     "क्",      "ｆ", "ᵉ",     "²",      "½",      "º",      "ŉ",      "0",      "1",      "20",     "250",     "000",
     "2019",   "30", "'",     "’",      "‘",      "´",      "\u02BB", "-",      "-",      "\u2011", "–",       "—",
     ".",      ".",  ",",     "\u00AD", "\u200B", "\uFEFF", "\u0301", "\u200D", " ",      " ",      " ",       "\u00A0",
     "\u202F", "\n", "\r\n",  "\t",     "\u2028", "«",      "»",      "\"",     "(",      "!",      "…",       "?",
     "@",      "#",  "%",     "€",      "/",      "👏",      "\uFFFD", ":",      "_",      "·"});

/// A letter with an accent, and the same decomposed.
struct Letter {
  const char* composed;
  const char* decomposed;
};

constexpr auto letters = std::to_array<Letter>({{"é", "e\u0301"},
                                                {"État", "E\u0301tat"},
                                                {"ç", "c\u0327"},
                                                {"ễ", "e\u0302\u0303"},
                                                {"İ", "I\u0307"},
                                                {"й", "и\u0306"},
                                                {"ά", "α\u0301"},
                                                {"が", "か\u3099"}});

struct Text {
  std::string composed;
  std::string decomposed;
};

Text random_text(Random& random, std::size_t most) {
  Text text;
  for (std::size_t left = below(random, most + 1); left > 0; --left) {
    const std::size_t number = below(random, pieces.size() + letters.size());
    const bool plain = number < pieces.size();
    text.composed += plain ? pieces[number] : letters[number - pieces.size()].composed;
    text.decomposed += plain ? pieces[number] : letters[number - pieces.size()].decomposed;
  }
  return text;
}

std::string random_bytes(Random& random, std::size_t most) {
  std::string bytes = random_text(random, most).composed;
  for (std::size_t left = below(random, 4); left > 0 && !bytes.empty(); --left)
    bytes[below(random, bytes.size())] = static_cast<char>(random() & 0xFF);
  return bytes;
}

std::string without_blanks(std::string_view text) {
  std::string kept;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    const CharClass what = char_class(c.value);
    if (what != CharClass::blank && what != CharClass::line_feed) kept += text.substr(at, c.size);
    at += c.size;
  }
  return kept;
}

/// The fold of a slice or surface, blind to the blanks and dots that group digits.
std::string bare_fold(std::string_view text) {
  std::string folded = fold(without_blanks(text));
  std::erase(folded, '.');
  return folded;
}

bool is_word_class(CharClass what) {
  return what == CharClass::letter || what == CharClass::digit || what == CharClass::ideograph;
}

bool is_border(std::string_view text, std::size_t at) { return floor_code_point(text, at) == at; }

TokenList tokens_of(std::string_view text) {
  TokenList tokens;
  Tokenizer().tokenize(text, tokens);
  return tokens;
}

/// Fails unless both lists say the same, the second of a text that starts `shift` bytes later.
void require_same(const TokenList& one, const TokenList& other, std::size_t shift) {
  REQUIRE(one.tokens().size() == other.tokens().size());
  for (std::size_t i = 0; i < one.tokens().size(); ++i) {
    const Token& a = one.tokens()[i];
    const Token& b = other.tokens()[i];
    REQUIRE(a.begin == b.begin + shift);
    REQUIRE(a.end == b.end + shift);
    REQUIRE(one.surface(a) == other.surface(b));
    REQUIRE((a.kind == b.kind && a.parts == b.parts && a.break_before == b.break_before && a.opens == b.opens));
  }
}

TEST_CASE("tokens cover words of the text, in order, whole characters") {
  Random random(1);
  for (int round = 0; round < 30'000; ++round) {
    const std::string text = random_text(random, 16).composed;
    CAPTURE(text);
    const TokenList tokens = tokens_of(text);
    std::size_t at = 0;
    for (const Token& token : tokens) {
      const std::string_view slice = std::string_view(text).substr(token.begin, token.end - token.begin);
      CAPTURE(slice);
      REQUIRE((at <= token.begin && token.begin < token.end && token.end <= text.size()));
      REQUIRE((is_border(text, token.begin) && is_border(text, token.end)));
      REQUIRE_FALSE(tokens.surface(token).empty());
      if (tokens.surface(token).size() < 90) REQUIRE(bare_fold(slice) == bare_fold(tokens.surface(token)));
      at = token.kind == TokenKind::compound ? token.begin : token.end;
    }
  }
}

TEST_CASE("a compound covers its parts, from the first to the last") {
  Random random(2);
  std::size_t seen = 0;
  for (int round = 0; round < 30'000; ++round) {
    const std::string text = random_text(random, 16).composed;
    CAPTURE(text);
    const TokenList list = tokens_of(text);
    const auto& tokens = list.tokens();
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (tokens[i].kind != TokenKind::compound) continue;
      REQUIRE((tokens[i].parts >= 2 && i + tokens[i].parts < tokens.size()));
      REQUIRE(tokens[i + 1].begin == tokens[i].begin);
      REQUIRE(tokens[i + tokens[i].parts].end == tokens[i].end);
      for (std::size_t part = 1; part <= tokens[i].parts; ++part) REQUIRE(tokens[i + part].kind != TokenKind::compound);
      ++seen;
    }
  }
  CHECK(seen > 1'000);
}

TEST_CASE("no letter is lost but the t of va-t-il") {
  Random random(3);
  for (int round = 0; round < 30'000; ++round) {
    const std::string text = random_text(random, 16).composed;
    CAPTURE(text);
    std::vector<bool> covered(text.size());
    for (const Token& token : tokens_of(text))
      if (token.kind != TokenKind::compound)
        for (std::size_t at = token.begin; at < token.end; ++at) covered[at] = true;
    for (std::size_t at = 0; at < text.size();) {
      const CodePoint c = code_point_at(text, at);
      if (is_word_class(char_class(c.value)) && !covered[at]) REQUIRE((c.value == U't' || c.value == U'T'));
      at += c.size;
    }
  }
}

TEST_CASE("surfaces are as token.h promises") {
  Random random(4);
  for (int round = 0; round < 30'000; ++round) {
    const std::string text = random_text(random, 16).decomposed;
    CAPTURE(text);
    const TokenList tokens = tokens_of(text);
    for (const Token& token : tokens) {
      const std::string_view surface = tokens.surface(token);
      CAPTURE(surface);
      REQUIRE(to_nfc(surface) == surface);
      REQUIRE((token.kind == TokenKind::particle) == surface.ends_with('\''));
      if (token.kind == TokenKind::word) REQUIRE(is_indexed(surface));
      if (token.kind == TokenKind::particle) REQUIRE(fold(surface) + "'" == surface);
      for (std::size_t at = 0; at < surface.size();) {
        const CodePoint c = code_point_at(surface, at);
        const CharClass what = char_class(c.value);
        REQUIRE((what != CharClass::blank && what != CharClass::line_feed && what != CharClass::ignorable));
        REQUIRE((what != CharClass::apostrophe || c.value == U'\''));
        REQUIRE((what != CharClass::hyphen || c.value == U'-'));
        at += c.size;
      }
    }
  }
}

TEST_CASE("composed and decomposed text have the same tokens") {
  Random random(5);
  for (int round = 0; round < 30'000; ++round) {
    const Text text = random_text(random, 16);
    CAPTURE(text.composed);
    const TokenList composed = tokens_of(text.composed);
    const TokenList decomposed = tokens_of(text.decomposed);
    REQUIRE(composed.tokens().size() == decomposed.tokens().size());
    for (std::size_t i = 0; i < composed.tokens().size(); ++i) {
      const std::string_view surface = composed.surface(composed.tokens()[i]);
      REQUIRE(to_nfc(surface) == decomposed.surface(decomposed.tokens()[i]));
      REQUIRE(fold(surface) == fold(decomposed.surface(decomposed.tokens()[i])));
    }
  }
}

bool is_digit_at(std::string_view text, std::size_t at) {
  return at < text.size() && char_class(code_point_at(text, at).value) == CharClass::digit;
}

TEST_CASE("zero-width characters are as if they were not there") {
  Random random(11);
  for (int round = 0; round < 30'000; ++round) {
    const std::string text = random_text(random, 16).composed;
    const std::size_t at = floor_code_point(text, below(random, text.size() + 1));
    if (is_digit_at(text, at) || is_digit_at(text, floor_code_point(text, at - (at > 0 ? 1 : 0)))) continue;
    const std::string other = text.substr(0, at) + "\u200B" + text.substr(at);
    CAPTURE(text, at);
    const TokenList plain = tokens_of(text);
    const TokenList invisible = tokens_of(other);
    REQUIRE(plain.tokens().size() == invisible.tokens().size());
    for (std::size_t i = 0; i < plain.tokens().size(); ++i) {
      const Token& token = plain.tokens()[i];
      REQUIRE(plain.surface(token) == invisible.surface(invisible.tokens()[i]));
      REQUIRE((token.break_before == invisible.tokens()[i].break_before));
    }
  }
}

TEST_CASE("a tokenizer that was used before says the same") {
  Random random(6);
  Tokenizer tokenizer;
  TokenList used;
  for (int round = 0; round < 10'000; ++round) {
    const std::string text = random_text(random, 20).composed;
    CAPTURE(text);
    tokenizer.tokenize(text, used);
    require_same(used, tokens_of(text), 0);
  }
}

TEST_CASE("a paragraph is cut as if it stood alone") {
  Random random(7);
  for (int round = 0; round < 20'000; ++round) {
    const std::string before = random_text(random, 6).composed;
    const std::string paragraph = random_text(random, 12).composed;
    const std::string text = before + paragraph + random_text(random, 6).composed;
    CAPTURE(text, paragraph);
    TokenList tokens;
    tokens.start(text);
    Tokenizer().tokenize(before.size(), before.size() + paragraph.size(), tokens);
    require_same(tokens, tokens_of(paragraph), before.size());
    if (!tokens.tokens().empty()) REQUIRE(tokens.tokens().front().break_before == Break::paragraph);
  }
}

TEST_CASE("folding twice is folding once") {
  Random random(8);
  for (int round = 0; round < 50'000; ++round) {
    const std::string text = random_text(random, 8).decomposed;
    CAPTURE(text);
    REQUIRE(fold(fold(text)) == fold(text));
  }
  for (char32_t c = 1; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string character;
    append_utf8(character, c);
    const std::string once = fold(character);
    if (fold(once) != once) FAIL("code point " << unsigned{c} << ": " << once << ", " << fold(once));
  }
}

TEST_CASE("every letter has a term") {
  Analyzer analyzer;
  for (char32_t c = 1; c <= 0x10FFFF; ++c) {
    if (!is_word_class(char_class(c))) continue;
    std::string character;
    append_utf8(character, c);
    const WordForm form = analyzer.analyze(character);
    if (form.folded.empty() || form.term.empty()) FAIL("code point " << unsigned{c});
  }
}

TEST_CASE("composed and decomposed letters fold alike") {
  for (char32_t c = 1; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string character;
    append_utf8(character, c);
    if (is_word_class(char_class(c)) && fold(character) != fold(to_nfc(character))) FAIL("code point " << unsigned{c});
  }
  for (const std::string_view bases : {"aAbcdeEghiIjklnoOrstuUwyz", "αΑεηιορυω", "иегкоу"})
    for (std::size_t at = 0; at < bases.size(); at += code_point_at(bases, at).size)
      for (char32_t mark = 0x300; mark < 0x370; ++mark) {
        std::string text(bases.substr(at, code_point_at(bases, at).size));
        append_utf8(text, mark);
        CAPTURE(text);
        REQUIRE(fold(text) == fold(to_nfc(text)));
      }
}

TEST_CASE("no bytes break the tokenizer, and what it cuts is valid") {
  Random random(9);
  for (int round = 0; round < 50'000; ++round) {
    const std::string bytes = random_bytes(random, 20);
    const TokenList tokens = tokens_of(bytes);
    std::size_t at = 0;
    for (const Token& token : tokens) {
      REQUIRE((at <= token.begin && token.begin < token.end && token.end <= bytes.size()));
      REQUIRE(is_valid_utf8(tokens.surface(token)));
      at = token.begin;
    }
  }
}

TEST_CASE("any bytes become valid UTF-8, and valid UTF-8 stays as it is") {
  Random random(10);
  const std::array charsets{"",          "utf-8",   "iso-8859-1", "windows-1252", "iso-8859-15",
                            "shift_jis", "gb18030", "nonsense"};
  for (int round = 0; round < 50'000; ++round) {
    const std::string bytes = random_bytes(random, 20);
    const DecodedText decoded = decode_text(bytes, charsets.at(below(random, charsets.size())));
    CAPTURE(decoded.text);
    REQUIRE(is_valid_utf8(decoded.text));
    if (is_valid_utf8(bytes) && !bytes.starts_with("\xEF\xBB\xBF")) REQUIRE(decoded.text == bytes);
  }
}

}  // namespace
}  // namespace hemero
