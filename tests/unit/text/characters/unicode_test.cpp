#include "common/text/characters/unicode.h"

#include "tests/support/catch.h"

namespace hemero {
namespace {

struct ClassRow {
  char32_t character;
  CharClass expected;
  const char* reason;
};

const ClassRow class_rows[] = {
    {U'a', CharClass::letter, ""},
    {U'Z', CharClass::letter, ""},
    {U'é', CharClass::letter, ""},
    {U'ÿ', CharClass::letter, ""},
    {U'œ', CharClass::letter, ""},
    {U'ª', CharClass::letter, ""},
    {U'µ', CharClass::letter, ""},
    {U'ﬁ', CharClass::letter, ""},
    {U'ᵉ', CharClass::letter, "superscript letter"},
    {U'я', CharClass::letter, ""},
    {U'م', CharClass::letter, ""},
    {U'한', CharClass::letter, "Hangul is spaced"},
    {U'Ⅳ', CharClass::letter, "Roman number"},
    {U'0', CharClass::digit, ""},
    {U'²', CharClass::digit, ""},
    {U'½', CharClass::digit, ""},
    {U'٣', CharClass::digit, "Arabic digit"},
    {U'９', CharClass::digit, "full width"},
    {U'\u0301', CharClass::mark, "combining acute"},
    {U'\u064E', CharClass::mark, "Arabic fatha"},
    {U'\u0E34', CharClass::mark, "Thai vowel"},
    {U'北', CharClass::ideograph, ""},
    {U'あ', CharClass::ideograph, "hiragana"},
    {U'ト', CharClass::ideograph, "katakana"},
    {U' ', CharClass::blank, ""},
    {U'\t', CharClass::blank, ""},
    {U'\r', CharClass::blank, ""},
    {U'\u00A0', CharClass::blank, "no-break"},
    {U'\u202F', CharClass::blank, "narrow no-break"},
    {U'\u2009', CharClass::blank, "thin"},
    {U'\u3000', CharClass::blank, "ideographic"},
    {U'\n', CharClass::line_feed, ""},
    {U'\u2028', CharClass::line_feed, ""},
    {U'\u2029', CharClass::line_feed, ""},
    {U'\'', CharClass::apostrophe, ""},
    {U'’', CharClass::apostrophe, ""},
    {U'‘', CharClass::apostrophe, ""},
    {U'\u02BC', CharClass::apostrophe, ""},
    {U'\u02BB', CharClass::apostrophe, "ʻokina"},
    {U'´', CharClass::apostrophe, ""},
    {U'`', CharClass::apostrophe, ""},
    {U'′', CharClass::apostrophe, ""},
    {U'＇', CharClass::apostrophe, ""},
    {U'-', CharClass::hyphen, ""},
    {U'\u2010', CharClass::hyphen, ""},
    {U'\u2011', CharClass::hyphen, ""},
    {U'–', CharClass::hyphen, ""},
    {U'—', CharClass::other, "em dash"},
    {U'\u00AD', CharClass::ignorable, "soft hyphen"},
    {U'\u200B', CharClass::ignorable, ""},
    {U'\u200D', CharClass::ignorable, ""},
    {U'\uFEFF', CharClass::ignorable, ""},
    {U'\u200F', CharClass::ignorable, "mark of direction"},
    {U'.', CharClass::full_stop, ""},
    {U',', CharClass::comma, ""},
    {U'!', CharClass::terminal, ""},
    {U'?', CharClass::terminal, ""},
    {U'…', CharClass::terminal, ""},
    {U'。', CharClass::terminal, ""},
    {U'؟', CharClass::terminal, ""},
    {U'«', CharClass::quote, ""},
    {U'”', CharClass::quote, ""},
    {U'"', CharClass::quote, ""},
    {U'(', CharClass::quote, ""},
    {U'º', CharClass::other, "nº is n°"},
    {U'°', CharClass::other, ""},
    {U'%', CharClass::other, ""},
    {U'€', CharClass::other, ""},
    {U'×', CharClass::other, ""},
    {U'·', CharClass::other, ""},
    {U'_', CharClass::other, ""},
    {U'👏', CharClass::other, ""},
    {U'\uFFFD', CharClass::other, ""},
    {U'\0', CharClass::other, ""},
};

std::string utf8(char32_t c) {
  std::string text;
  append_utf8(text, c);
  return text;
}

TEST_CASE("characters have a class") {
  for (const ClassRow& row : class_rows) {
    INFO(utf8(row.character) << ' ' << row.reason);
    CHECK(static_cast<int>(char_class(row.character)) == static_cast<int>(row.expected));
  }
}

TEST_CASE("the signs that a word may have inside") {
  for (const char32_t c : {U'\'', U'’', U'-', U'–', U'.', U'\u00AD', U'\u200B'}) CHECK(is_word_sign(c));
  for (const char32_t c : {U'a', U'1', U' ', U',', U'!', U'«', U'\u0301'}) CHECK_FALSE(is_word_sign(c));
}

TEST_CASE("capitals and small letters") {
  for (const char32_t c : {U'A', U'É', U'Œ', U'Я', U'ǅ'}) CHECK(is_upper(c));
  for (const char32_t c : {U'a', U'é', U'ß', U'я'}) CHECK(is_lower(c));
  for (const char32_t c : {U'1', U'北', U'م', U'-'}) {
    CHECK_FALSE(is_upper(c));
    CHECK_FALSE(is_lower(c));
  }
}

TEST_CASE("every character is encoded and decoded") {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    const std::string text = utf8(c);
    const CodePoint decoded = code_point_at(text, 0);
    if (decoded.value != c || decoded.size != text.size() || !is_valid_utf8(text)) FAIL("code point " << unsigned{c});
  }
}

struct BrokenRow {
  const char* bytes;
  const char* reason;
};

const BrokenRow broken_rows[] = {
    {"\x80", "continues nothing"},
    {"\xC3", "ends too soon"},
    {"\xC3z", "continued by a letter"},
    {"\xE2\x80", "ends too soon"},
    {"\xE2\x80z", ""},
    {"\xF0\x9F\x91", ""},
    {"\xC0\xAF", "longer than need be"},
    {"\xE0\x80\xAF", ""},
    {"\xC1\x81", ""},
    {"\xED\xA0\x80", "a surrogate"},
    {"\xF4\x90\x80\x80", "beyond Unicode"},
    {"\xF8\x88\x80\x80\x80", "five bytes"},
    {"\xFE", "never in UTF-8"},
    {"\xFF", ""},
};

TEST_CASE("a byte that starts no character is U+FFFD alone") {
  for (const BrokenRow& row : broken_rows) {
    INFO(row.reason);
    const CodePoint c = code_point_at(row.bytes, 0);
    CHECK(unsigned{c.value} == 0xFFFD);
    CHECK(int{c.size} == 1);
    CHECK_FALSE(is_valid_utf8(row.bytes));
    CHECK_FALSE(is_valid_utf8("é" + std::string(row.bytes) + "é"));
  }
  CHECK(is_valid_utf8(""));
  CHECK(is_valid_utf8("é\uFFFD👏"));
  CHECK(int{code_point_at("\uFFFD", 0).size} == 3);
}

TEST_CASE("a sequence cut by the end of the view is broken") {
  const std::string_view text = "é";
  CHECK(unsigned{code_point_at(text.substr(0, 1), 0).value} == 0xFFFD);
}

struct TextRow {
  const char* text;
  const char* expected;
  const char* reason;
};

const TextRow nfc_rows[] = {
    {"", "", ""},
    {"Paris", "Paris", "ASCII"},
    {"E\u0301lyse\u0301e", "Élysée", "decomposed"},
    {"Élysée", "Élysée", "composed"},
    {"Nguye\u0302\u0303n", "Nguyễn", "two marks"},
    {"か\u3099", "が", ""},
    {"ﬁ", "ﬁ", "ligatures stay"},
    {"x\u0301", "x\u0301", "no composed form"},
};

TEST_CASE("text is brought to normal form C") {
  for (const TextRow& row : nfc_rows) {
    INFO(row.reason);
    CHECK(to_nfc(row.text) == row.expected);
  }
}

const TextRow lower_rows[] = {
    {"ÉLYSÉE", "élysée", "accents stay"},
    {"E\u0301LYSE\u0301E", "élysée", "decomposed"},
    {"ŒUVRE", "oeuvre", "ligatures are spelt out"},
    {"Æ", "ae", ""},
    {"ﬁn ﬂot eﬀet oﬃce aﬄux", "fin flot effet office afflux", ""},
    {"O'Brien-X.", "o'brien-x.", "signs stay"},
    {"ИЗВЕСТИЯ", "известия", ""},
};

TEST_CASE("lower case keeps accents") {
  for (const TextRow& row : lower_rows) {
    INFO(row.reason);
    CHECK(to_lower(row.text) == row.expected);
  }
}

TEST_CASE("characters and columns are counted") {
  CHECK(code_point_count("") == 0);
  CHECK(code_point_count("Élysée") == 6);
  CHECK(code_point_count("e\u0301👏北") == 4);
  CHECK(code_point_count("Une rivière sortie de son lit, à l’aube \U0001F3DF\u0301!") == 43);
  CHECK(code_point_count("\x80\xBF\xC0\xFF\x80\xBF\xC0\xFF\x80") == 4);
  CHECK(display_width("") == 0);
  CHECK(display_width("Élysée") == 6);
  CHECK(display_width("e\u0301te\u0301") == 3);
  CHECK(display_width("gou\u00ADver\u200B") == 6);
  CHECK(display_width("北京 ok") == 7);
}

TEST_CASE("offsets are moved to the start of a character") {
  const std::string_view text = "aé👏";
  const std::size_t expected[] = {0, 1, 1, 3, 3, 3, 3, 7, 7};
  for (std::size_t at = 0; at < std::size(expected); ++at) CHECK(floor_code_point(text, at) == expected[at]);
}

TEST_CASE("the version of Unicode is named") { CHECK_FALSE(unicode_version().empty()); }

}  // namespace
}  // namespace hemero
