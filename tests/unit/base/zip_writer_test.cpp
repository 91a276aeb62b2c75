#include "common/base/zip_writer.h"

#include <string>

#include "tests/support/catch.h"

// What other programs read of these is looked at by tests/cli/test_query_exports.py.

namespace hemero {
namespace {

std::uint64_t number(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint64_t value = 0;
  for (std::size_t i = size; i > 0; --i) value = value << 8 | static_cast<unsigned char>(bytes[at + i - 1]);
  return value;
}

TEST_CASE("an empty zip is its end alone") {
  CHECK(ZipWriter().end() == std::string("PK\x05\x06", 4) + std::string(18, '\0'));
}

TEST_CASE("the entries of a zip say where its files are") {
  ZipWriter zip;
  const std::string first = zip.file("a.txt", "aaaaaaaaaa");
  const std::string second = zip.file("é/b.txt", "");
  const std::string whole = first + second + zip.end();
  CHECK(first.starts_with("PK\x03\x04"));
  const std::size_t end = whole.size() - 22;
  CHECK(number(whole, end, 4) == 0x06054b50);
  CHECK(number(whole, end + 10, 2) == 2);
  const std::size_t directory = number(whole, end + 16, 4);
  CHECK(directory == first.size() + second.size());
  CHECK(number(whole, directory, 4) == 0x02014b50);
  CHECK(number(whole, directory + 24, 4) == 10);  // bytes of the file
  CHECK(number(whole, directory + 42, 4) == 0);
  CHECK(number(whole, directory + 46 + 5 + 42, 4) == first.size());
  CHECK(whole.substr(directory + 46, 5) == "a.txt");
}

TEST_CASE("the same files make the same bytes") {
  CHECK(ZipWriter().file("a", "Une grève.") == ZipWriter().file("a", "Une grève."));
}

TEST_CASE("more files than two bytes count are counted by eight") {
  ZipWriter zip;
  constexpr std::uint64_t files = 65'536;
  std::uint64_t bytes = 0;
  for (std::uint64_t i = 0; i < files; ++i) bytes += zip.file("x", "").size();
  const std::string end = zip.end();
  const std::size_t record = end.size() - 22 - 20 - 56;
  CHECK(number(end, record, 4) == 0x06064b50);
  CHECK(number(end, record + 32, 8) == files);
  CHECK(number(end, record + 48, 8) == bytes);
  CHECK(number(end, end.size() - 22 - 20, 4) == 0x07064b50);
  CHECK(number(end, end.size() - 22 - 20 + 8, 8) == bytes + record);
  CHECK(number(end, end.size() - 12, 2) == 0xFFFF);
}

}  // namespace
}  // namespace hemero
