#include "common/base/json_writer.h"

#include <cstdint>
#include <limits>
#include <string>

#include "tests/support/catch.h"

namespace hemero {
namespace {

std::string written(std::string_view text) {
  std::string out;
  JsonWriter(out).value(text);
  return out;
}

struct TextRow {
  std::string text;
  std::string json;
  const char* reason;
};

const TextRow text_rows[] = {
    {"", R"("")", "empty"},
    {"Kaboul", R"("Kaboul")", "plain ASCII"},
    {"L’ambassade à Kaboul, 95 %", R"("L’ambassade à Kaboul, 95 %")", "UTF-8 as it is"},
    {"\U0001F5DE \u2027\u2028\u202E\u202F", "\"\U0001F5DE \u2027\\u2028\\u202e\u202F\"",
     "beyond the BMP; ends of lines and what turns the direction of writing, with their neighbours"},
    {"\u2065\u2066\u2069\u206A", "\"\u2065\\u2066\\u2069\u206A\"", "isolated directions, with their neighbours"},
    {"\"\\/", R"("\"\\/")", "quote and backslash escaped, slash not"},
    {"\b\f\n\r\t", R"("\b\f\n\r\t")", "short escapes"},
    {std::string("\0\x01\x1F\x7F", 4), "\"\\u0000\\u0001\\u001f\\u007f\"", "other control characters"},
    {"\u0080\u009F\u00A0", "\"\\u0080\\u009f\u00A0\"", "C1 control characters command terminals as well"},
    {"a\xFFz", "\"a\uFFFDz\"", "a byte that UTF-8 never has"},
    {"\x80\xBF", "\"\uFFFD\uFFFD\"", "lone continuation bytes, one mark each"},
    {"\xC3", "\"\uFFFD\"", "cut after the first byte of two"},
    {"\xE2\x80", "\"\uFFFD\"", "cut after two bytes of three: one maximal subpart"},
    {"\xE2\x80 x", "\"\uFFFD x\"", "what follows a cut sequence is kept"},
    {"\xF0\x9F\x97", "\"\uFFFD\"", "cut after three bytes of four"},
    {"\xC0\xAF", "\"\uFFFD\uFFFD\"", "overlong slash"},
    {"\xE0\x80\xAF", "\"\uFFFD\uFFFD\uFFFD\"", "overlong in three bytes"},
    {"\xF0\x80\x80\xAF", "\"\uFFFD\uFFFD\uFFFD\uFFFD\"", "overlong in four bytes"},
    {"\xED\xA0\x80", "\"\uFFFD\uFFFD\uFFFD\"", "a surrogate"},
    {"\xED\x9F\xBF\xEE\x80\x80", "\"\uD7FF\uE000\"", "the neighbours of the surrogates"},
    {"\xF4\x8F\xBF\xBF", "\"\U0010FFFF\"", "the last code point"},
    {"\xF4\x90\x80\x80", "\"\uFFFD\uFFFD\uFFFD\uFFFD\"", "beyond the last code point"},
    {"\xF5\x80", "\"\uFFFD\uFFFD\"", "a lead byte that never was"},
    {"\xC2\x80\xDF\xBF\xE0\xA0\x80", "\"\\u0080\u07FF\u0800\"", "the smallest and largest of each length"},
    {"\xEF\xBF\xBF\xF0\x90\x80\x80", "\"\uFFFF\U00010000\"", "the smallest and largest of each length"},
    {"\xF1\x80\x80\xE1\x80\xC2"
     "b",
     "\"\uFFFD\uFFFD\uFFFDb\"", "Unicode chapter 3.9, table 3-8"},
    {"caf\xE9 cr\xE8me", "\"caf\uFFFD cr\uFFFDme\"", "Latin-1"},
};

TEST_CASE("text becomes a JSON string") {
  for (const TextRow& row : text_rows) {
    INFO(row.reason);
    CHECK(written(row.text) == row.json);
  }
}

TEST_CASE("a view that ends inside a character is not read beyond its end") {
  const std::string_view whole = "é\u202F";
  CHECK(written(whole.substr(0, 1)) == "\"\uFFFD\"");
  CHECK(written(whole.substr(0, 4)) == "\"é\uFFFD\"");
}

TEST_CASE("numbers are written plainly") {
  struct Row {
    double number;
    int decimals;
    const char* json;
    const char* reason;
  };
  const Row rows[] = {
      {0, 3, "0", "zero"},
      {-0.0, 3, "0", "no negative zero"},
      {-0.0004, 3, "0", "no negative zero after rounding"},
      {9.1, 3, "9.1", "no trailing zeros"},
      {1.9, 1, "1.9", "as asked"},
      {1.96, 1, "2", "rounded up to a whole number"},
      {100, 2, "100", "the zeros of a whole number stay"},
      {100, 0, "100", "no decimals"},
      {0.0000123, 6, "0.000012", "small, without exponent"},
      {123456789012345.0, 1, "123456789012345", "large, without exponent"},
      {1e300, 2, "1e+300", "beyond usual magnitudes the shortest form"},
      {std::numeric_limits<double>::infinity(), 2, "null", "JSON has no infinity"},
      {std::numeric_limits<double>::quiet_NaN(), 2, "null", "JSON has no NaN"},
  };
  for (const Row& row : rows) {
    INFO(row.reason);
    std::string out;
    JsonWriter(out).value(row.number, row.decimals);
    CHECK(out == row.json);
  }
}

TEST_CASE("whole numbers keep their full range") {
  std::string out;
  JsonWriter json(out);
  json.begin_array().value(-7).value(7U).value(std::uint16_t{9});
  json.value(std::numeric_limits<std::int64_t>::min()).value(std::numeric_limits<std::uint64_t>::max());
  json.end_array();
  CHECK(out == "[-7,7,9,-9223372036854775808,18446744073709551615]");
}

TEST_CASE("commas stand between members and nowhere else") {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  json.key("empty").begin_object().end_object();
  json.key("list").begin_array().value("a").begin_array().end_array().begin_object().member("b", 1).end_object();
  json.null().value(true).end_array();
  json.member("name", std::string("x")).member("literal", "y").member("last", false);
  json.end_object();
  CHECK(out == R"({"empty":{},"list":["a",[],{"b":1},null,true],"name":"x","literal":"y","last":false})");
}

TEST_CASE("a key is escaped like text") {
  std::string out;
  JsonWriter(out).begin_object().member("a\"\n", "").end_object();
  CHECK(out == R"({"a\"\n":""})");
}

TEST_CASE("values follow what the string holds already") {
  std::string out = "{}\n";
  JsonWriter(out).begin_array().value(1).end_array();
  CHECK(out == "{}\n[1]");
}

}  // namespace
}  // namespace hemero
