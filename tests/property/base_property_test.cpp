#include <array>
#include <random>
#include <string>
#include <vector>

#include "common/base/dates/date_reader.h"
#include "common/base/dates/date_search.h"
#include "common/base/json_writer.h"
#include "common/base/line_reader.h"
#include "common/base/visible.h"
#include "tests/support/catch.h"
#include "tests/support/string_input.h"

// What must hold for any bytes: thousands of random inputs from a fixed seed, so that a failure comes back.

namespace hemero {
namespace {

using Random = std::mt19937;

std::size_t below(Random& random, std::size_t limit) { return random() % limit; }

/// Up to `most` bytes, most of them from `favourites`, so that rare things meet often.
std::string random_bytes(Random& random, std::size_t most, std::string_view favourites) {
  std::string bytes(below(random, most + 1), '\0');
  for (char& byte : bytes)
    byte = below(random, 8) == 0 ? static_cast<char>(random() & 0xFF) : favourites[below(random, favourites.size())];
  return bytes;
}

/// Lines as LineReader promises them, by the shortest code that could be right.
std::vector<std::string> plain_lines(std::string bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
  std::vector<std::string> lines;
  while (!bytes.empty()) {
    const std::size_t end = bytes.find('\n');
    std::string line = bytes.substr(0, end);
    if (end != std::string::npos && line.ends_with('\r')) line.pop_back();
    lines.push_back(line);
    bytes.erase(0, end == std::string::npos ? end : end + 1);
  }
  return lines;
}

TEST_CASE("a line reader cuts any bytes as the plain method does") {
  Random random(1);
  for (int round = 0; round < 20'000; ++round) {
    const std::string bytes = random_bytes(random, 40, "ab\r\n\n\xEF\xBB\xBF");
    const std::size_t cap = below(random, 10);
    StringInput input(bytes, 1 + below(random, 9));
    LineReader reader(input, cap);
    for (const std::string& expected : plain_lines(bytes)) {
      const auto line = reader.next();
      REQUIRE(line);
      REQUIRE(line->text == expected.substr(0, cap));
      REQUIRE(line->too_long == (expected.size() > cap));
      REQUIRE(bytes.substr(line->offset, line->text.size()) == line->text);
    }
    REQUIRE_FALSE(reader.next());
    REQUIRE(reader.offset() == bytes.size());
  }
}

std::string encoded(char32_t point) {
  const auto byte = [](char32_t value) { return static_cast<char>(value); };
  if (point < 0x80) return {byte(point)};
  if (point < 0x800) return {byte(0xC0 | point >> 6), byte(0x80 | (point & 0x3F))};
  if (point < 0x10000) return {byte(0xE0 | point >> 12), byte(0x80 | (point >> 6 & 0x3F)), byte(0x80 | (point & 0x3F))};
  return {byte(0xF0 | point >> 18), byte(0x80 | (point >> 12 & 0x3F)), byte(0x80 | (point >> 6 & 0x3F)),
          byte(0x80 | (point & 0x3F))};
}

/// The text of a JSON string as JsonWriter writes it.
std::string read_json(std::string_view json) {
  REQUIRE((json.size() >= 2 && json.front() == '"' && json.back() == '"'));
  json = json.substr(1, json.size() - 2);
  std::string text;
  for (std::size_t at = 0; at < json.size(); ++at) {
    REQUIRE(static_cast<unsigned char>(json[at]) >= 0x20);
    REQUIRE(json[at] != '"');
    if (json[at] != '\\') {
      text += json[at];
      continue;
    }
    const std::string_view escapes = "\"\\bfnrt";
    const std::size_t escape = escapes.find(json.at(++at));
    if (escape != std::string_view::npos) {
      text += "\"\\\b\f\n\r\t"[escape];
    } else {
      REQUIRE(json[at] == 'u');
      text += encoded(static_cast<char32_t>(std::stoi(std::string(json.substr(at + 1, 4)), nullptr, 16)));
      at += 4;
    }
  }
  return text;
}

TEST_CASE("every character comes back from JSON, where none commands a terminal") {
  for (char32_t point = 0; point <= 0x10FFFF; ++point) {
    if (point >= 0xD800 && point <= 0xDFFF) continue;
    std::string out;
    JsonWriter(out).value(encoded(point));
    const bool is_raw = out.find(encoded(point)) != std::string::npos;
    if (read_json(out) != encoded(point) || (is_raw && is_unshown(point)))
      FAIL("code point " << static_cast<unsigned>(point));
  }
}

TEST_CASE("any bytes become valid JSON, and what was repaired needs no second repair") {
  Random random(2);
  for (int round = 0; round < 50'000; ++round) {
    const std::string bytes = random_bytes(random, 12, "a\"\\\n\xC3\xA9\xE2\x80\xED\xA0\xF0\x9F\xF4\x8F");
    std::string once;
    JsonWriter(once).value(bytes);
    std::string twice;
    JsonWriter(twice).value(read_json(once));
    REQUIRE(once == twice);
  }
}

TEST_CASE("every day comes back from its ISO form and its French form") {
  constexpr std::array months{"janvier", "février", "mars",      "avril",   "mai",      "juin",
                              "juillet", "août",    "septembre", "octobre", "novembre", "décembre"};
  for (int year = 1996; year <= 2004; ++year)
    for (int month = 1; month <= 12; ++month)
      for (int day = 1; day <= days_in_month(year, month); ++day) {
        const Date date{.year = static_cast<std::int16_t>(year),
                        .month = static_cast<std::uint8_t>(month),
                        .day = static_cast<std::uint8_t>(day)};
        REQUIRE((parse_iso_date(to_iso(date)) == date));
        const std::string text =
            std::to_string(day) + " " + months.at(static_cast<std::size_t>(month - 1)) + " " + std::to_string(year);
        const auto found = find_date(text);
        REQUIRE(found);
        REQUIRE((found->date == date));
        REQUIRE(found->end == text.size());
      }
}

TEST_CASE("no bytes break the date parsers, and what they find exists") {
  Random random(3);
  for (int round = 0; round < 200'000; ++round) {
    const std::string bytes = random_bytes(random, 24, "0123456789120-/.:Th, maierZ+GTpU\xC3\xBB\xC2\xA0");
    (void)parse_iso_date(bytes);
    if (const auto date = read_date(bytes)) REQUIRE(date->day <= days_in_month(date->year, date->month));
    const auto found = find_date(bytes, DateTrust::field);
    if (!found) continue;
    REQUIRE((found->begin < found->end && found->end <= bytes.size()));
    REQUIRE(found->date.day <= days_in_month(found->date.year, found->date.month));
    Date printed = found->date;
    printed.offset.reset();
    REQUIRE((parse_iso_date(to_iso(printed)) == printed));
  }
}

}  // namespace
}  // namespace hemero
