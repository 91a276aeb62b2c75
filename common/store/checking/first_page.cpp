#include "common/store/checking/first_page.h"

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

#include "common/base/error.h"
#include "common/base/message.h"

namespace hemero {

namespace {

// Offsets and sizes in bytes, of https://www.sqlite.org/fileformat2.html; pages are those of schema.sql.
constexpr std::size_t page_size = 16384;
constexpr std::size_t file_header = 100;
constexpr std::size_t page_count_at = 28;
constexpr std::size_t free_pages_at = 32;
constexpr std::size_t change_counter_at = 24;
constexpr std::size_t valid_for_at = 92;
constexpr std::size_t cells_at = file_header + 3;
constexpr std::size_t pointers_at = file_header + 8;

std::size_t big_endian(const std::string& bytes, std::size_t at, std::size_t size) {
  std::size_t value = 0;
  for (std::size_t i = 0; i < size; ++i) value = value << 8 | static_cast<unsigned char>(bytes.at(at + i));
  return value;
}

void set_big_endian(std::string& bytes, std::size_t at, std::size_t size, std::size_t value) {
  for (std::size_t i = size; i-- > 0; value >>= 8) bytes.at(at + i) = static_cast<char>(value & 0xFF);
}

std::string first_page(const std::filesystem::path& file) {
  std::string page(page_size, '\0');
  if (!std::ifstream(file, std::ios::binary).read(page.data(), page_size))
    throw Error(ErrorCode::bad_data, message("{} is shorter than it was", file.string()));
  return page;
}

std::size_t read_varint(const std::string& page, std::size_t& at) {
  std::size_t value = 0;
  for (std::size_t i = 0; i < 8; ++i) {
    const auto byte = static_cast<unsigned char>(page.at(at++));
    value = value << 7 | (byte & 0x7Fu);
    if (byte < 0x80) break;
  }
  return value;
}

struct Stretch {
  std::size_t at = 0;
  std::size_t size = 0;
};

/// Where the number of the first page stands in each row of the schema: type, name, table, number, SQL.
std::vector<Stretch> numbers_of_pages(const std::string& page) {
  std::vector<Stretch> numbers;
  const std::size_t cells = big_endian(page, cells_at, 2);
  for (std::size_t cell = 0; cell < cells; ++cell) {
    std::size_t at = big_endian(page, pointers_at + 2 * cell, 2);
    read_varint(page, at);  // the size of the row
    read_varint(page, at);  // its number
    const std::size_t begin = at;
    std::size_t value = begin + read_varint(page, at);
    for (int column = 0; column < 3; ++column) value += (read_varint(page, at) - 13) / 2;
    const std::size_t type = read_varint(page, at);
    numbers.push_back({value, type <= 4 ? type : 0});
  }
  return numbers;
}

std::size_t differing(const std::string& a, const std::string& b) {
  std::size_t count = 0;
  for (std::size_t i = file_header; i < a.size(); ++i) count += a[i] != b[i];
  return count;
}

}  // namespace

bool mend_first_page(const std::filesystem::path& catalogue, const std::filesystem::path& pristine) {
  constexpr std::size_t most_differing = page_size / 50;
  const std::string damaged = first_page(catalogue);
  std::string page = first_page(pristine);
  if (differing(damaged, page) > most_differing) return false;
  for (const auto& [at, size] : numbers_of_pages(page)) page.replace(at, size, damaged, at, size);
  for (const std::size_t counter : {change_counter_at, valid_for_at}) set_big_endian(page, counter, 4, 1);
  set_big_endian(page, page_count_at, 4, std::filesystem::file_size(catalogue) / page_size);
  set_big_endian(page, free_pages_at, 8, 0);
  std::fstream file(catalogue, std::ios::binary | std::ios::in | std::ios::out);
  if (!file.write(page.data(), page_size).flush())
    throw Error(ErrorCode::io, message("{} cannot be read or written: {}", catalogue.string(), ""));
  return true;
}

}  // namespace hemero
