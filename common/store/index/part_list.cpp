#include "common/store/index/part_list.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include <fmt/format.h>

#include "common/base/hash.h"

namespace hemero {

namespace {

constexpr std::string_view first_line = "hemero-parts\t1\n";
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

/// A whole number in figures; false when it is something else.
template <typename Number>
bool read_number(std::string_view text, Number& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size();
}

bool read_version(std::string_view text, VersionId& version) {
  std::uint32_t number = 0;
  const bool read = read_number(text, number);
  version = VersionId(number);
  return read;
}

bool read_part(const std::vector<std::string_view>& fields, std::vector<Part>& parts) {
  constexpr std::size_t fields_of_part = 9;
  if (fields.size() != fields_of_part) return false;
  Part part{.folder = std::string(fields[1]), .streams = std::string(fields[2]), .dead = std::string(fields[8])};
  const bool read = read_version(fields[3], part.first) && read_version(fields[4], part.last) &&
                    read_number(fields[5], part.versions) && read_number(fields[6], part.extent.bytes) &&
                    read_number(fields[7], part.extent.versions);
  parts.push_back(std::move(part));
  return read;
}

bool read_line(std::string_view line, PartList& list) {
  const std::vector<std::string_view> fields = split(line, '\t');
  if (fields.front() == "part") return read_part(fields, list.parts);
  if (fields.size() != 2) return false;
  if (fields[0] == "batch") return read_number(fields[1], list.batch);
  for (const auto& [name, value] : {std::pair{"archive", &PartList::archive},
                                    std::pair{"analyzer", &PartList::analyzer}, std::pair{"copies", &PartList::copies}})
    if (fields[0] == name) {
      list.*value = fields[1];
      return true;
    }
  return false;
}

}  // namespace

std::string encode_parts(const PartList& list) {
  std::string text(first_line);
  text += fmt::format("archive\t{}\nanalyzer\t{}\nbatch\t{}\ncopies\t{}\n", list.archive, list.analyzer, list.batch,
                      list.copies);
  for (const Part& part : list.parts)
    text += fmt::format("part\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\n", part.folder, part.streams,
                        static_cast<std::uint32_t>(part.first), static_cast<std::uint32_t>(part.last), part.versions,
                        part.extent.bytes, part.extent.versions, part.dead);
  return text + fmt::format("{}{:016x}\n", hash_name, hash64(text));
}

std::optional<PartList> decode_parts(std::string_view text) {
  const std::size_t end = text.rfind(hash_name);
  if (!text.starts_with(first_line) || end == std::string_view::npos || text[end - 1] != '\n') return std::nullopt;
  const std::string_view lines = text.substr(0, end);
  if (text.substr(end) != fmt::format("{}{:016x}\n", hash_name, hash64(lines))) return std::nullopt;
  PartList list;
  for (const std::string_view line : split(lines.substr(first_line.size(), lines.size() - first_line.size() - 1), '\n'))
    if (!read_line(line, list)) return std::nullopt;
  return list;
}

std::vector<StreamFile> stream_files(const PartList& list, const std::filesystem::path& index) {
  std::vector<StreamFile> files;
  files.reserve(list.parts.size());
  for (const Part& part : list.parts) files.push_back({index / part.streams, part.first, part.extent});
  return files;
}

std::string part_marker(const PartList& list, const Part& part) {
  return fmt::format("{}\t{}\t{}\t{}\t{}\t{}", list.archive, list.analyzer, static_cast<std::uint32_t>(part.first),
                     static_cast<std::uint32_t>(part.last), part.versions, part.extent.bytes);
}

}  // namespace hemero
