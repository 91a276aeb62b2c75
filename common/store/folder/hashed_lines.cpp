#include "common/store/folder/hashed_lines.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/base/hash.h"

namespace hemero {

namespace {

constexpr std::string_view hash_name = "hash\t";

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> pieces;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(separator, at), text.size());
    pieces.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return pieces;
}

}  // namespace

std::string with_hash(std::string lines) {
  lines += fmt::format("{}{:016x}\n", hash_name, hash64(lines));
  return lines;
}

std::optional<std::vector<std::vector<std::string_view>>> read_hashed_lines(std::string_view text,
                                                                            std::string_view first_line) {
  const std::size_t end = text.rfind(hash_name);
  if (end == std::string_view::npos || end == 0 || text[end - 1] != '\n') return std::nullopt;
  if (with_hash(std::string(text.substr(0, end))) != text) return std::nullopt;
  const std::vector<std::string_view> lines = split(text.substr(0, end - 1), '\n');
  if (lines.front() != first_line) return std::nullopt;
  std::vector<std::vector<std::string_view>> fields;
  for (auto line = lines.begin() + 1; line != lines.end(); ++line) fields.push_back(split(*line, '\t'));
  return fields;
}

}  // namespace hemero
