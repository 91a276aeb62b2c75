#include "common/store/index/part_list.h"

#include <limits>
#include <utility>

#include <fmt/format.h>

#include "common/store/folder/hashed_lines.h"
#include "common/store/folder/sqlite.h"

namespace hemero {

namespace {

constexpr std::string_view first_line = "hemero-parts\t1";

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

bool read_line(const std::vector<std::string_view>& fields, PartList& list) {
  if (fields.front() == "part") return read_part(fields, list.parts);
  if (fields.size() != 2) return false;
  if (fields[0] == "batch") return read_number(fields[1], list.batch);
  if (fields[0] == "stamp") return read_number(fields[1], list.stamp, 16);
  for (const auto& [name, value] : {std::pair{"archive", &PartList::archive},
                                    std::pair{"analyzer", &PartList::analyzer}, std::pair{"copies", &PartList::copies}})
    if (fields[0] == name) {
      list.*value = fields[1];
      return true;
    }
  return false;
}

/// Whether parts can have these numbers: versions in ascending order, all of which have documents and streams.
bool are_in_order(const std::vector<Part>& parts) {
  std::uint64_t last = 0;
  for (const Part& part : parts) {
    const auto first = static_cast<std::uint64_t>(part.first);
    if (first <= last || part.last < part.first || static_cast<std::uint32_t>(part.last) > sqlite::largest_id)
      return false;
    last = static_cast<std::uint64_t>(part.last);
    if (part.versions > last - first + 1 || part.extent.versions > last - first + 1) return false;
  }
  return last * parts.size() <= std::numeric_limits<std::uint32_t>::max();
}

}  // namespace

std::string encode_parts(const PartList& list) {
  std::string text = fmt::format("{}\narchive\t{}\nanalyzer\t{}\nbatch\t{}\nstamp\t{:016x}\ncopies\t{}\n", first_line,
                                 list.archive, list.analyzer, list.batch, list.stamp, list.copies);
  for (const Part& part : list.parts)
    text += fmt::format("part\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\n", part.folder, part.streams,
                        static_cast<std::uint32_t>(part.first), static_cast<std::uint32_t>(part.last), part.versions,
                        part.extent.bytes, part.extent.versions, part.dead);
  return with_hash(std::move(text));
}

std::optional<PartList> decode_parts(std::string_view text) {
  const auto lines = read_hashed_lines(text, first_line);
  if (!lines) return std::nullopt;
  PartList list;
  for (const std::vector<std::string_view>& line : *lines)
    if (!read_line(line, list)) return std::nullopt;
  if (!are_in_order(list.parts)) return std::nullopt;
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
