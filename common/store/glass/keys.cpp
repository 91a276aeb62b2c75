#include "common/store/glass/keys.h"

#include <bit>

namespace hemero::glass {

namespace {

constexpr std::string_view metadata_prefix("\0\xC0", 2);
constexpr std::string_view value_statistics_prefix("\0\xD0", 2);  // the slot follows, as few bytes as it takes: 0 none
constexpr std::string_view values_prefix("\0\xD8\0", 3);          // the last byte is the slot
constexpr std::string_view lengths_prefix("\0\xE0", 2);

}  // namespace

void append_sortable(std::string& out, std::uint32_t value) {
  const auto byte = [&](unsigned shift) { return static_cast<char>(value >> shift); };
  constexpr unsigned bits_of_two_bytes = 15;
  const auto bits = static_cast<unsigned>(std::bit_width(value));
  if (bits <= bits_of_two_bytes) {
    out += byte(8);
    out += byte(0);
    return;
  }
  // n bytes hold 7 n + 1 bits or less: the first begins with n - 2 ones and a zero.
  const unsigned bytes = (bits + 5) / 7;
  const auto ones = static_cast<std::uint8_t>(0xFF00U >> (bytes - 2));
  const unsigned highest = 8 * (bytes - 1);
  out += static_cast<char>(ones | (highest < 32 ? value >> highest : 0U));
  for (unsigned shift = highest; shift != 0; shift -= 8) out += byte(shift - 8);
}

std::string metadata_key(std::string_view name) { return std::string(metadata_prefix).append(name); }

std::string value_statistics_key() { return std::string(value_statistics_prefix); }

std::string values_key(std::uint32_t first) {
  std::string key(values_prefix);
  append_sortable(key, first);
  return key;
}

std::string list_key(std::string_view term) {
  if (term.empty()) return std::string(lengths_prefix);
  std::string key;
  for (const char c : term) {
    key += c;
    if (c == '\0') key += '\xFF';
  }
  return key;
}

std::string chunk_key(std::string_view list, std::uint32_t first) {
  std::string key(list);
  if (list != lengths_prefix) key += '\0';
  append_sortable(key, first);
  return key;
}

}  // namespace hemero::glass
