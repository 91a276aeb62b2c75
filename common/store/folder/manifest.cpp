#include "common/store/folder/manifest.h"

#include <algorithm>
#include <string_view>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "common/base/error.h"
#include "common/base/hash.h"
#include "common/base/message.h"
#include "common/store/folder/durable_file.h"
#include "common/store/folder/hashed_lines.h"

namespace hemero {

namespace {

constexpr std::string_view first_line = "hemero-manifest\t1";
constexpr std::string_view lock_of_xapian = "flintlock";  ///< empty, and made whenever it is missing

constexpr std::uint64_t small_file = 4096;  ///< bytes

ManifestFile look_at(const std::filesystem::path& file) {
  const FileHash found = hash_of_file(file);
  return {file.filename().string(), found.bytes, hash_text(found.hash)};
}

std::optional<std::vector<ManifestFile>> decode(std::string_view text) {
  constexpr std::size_t fields_of_file = 3;
  const auto lines = read_hashed_lines(text, first_line);
  if (!lines) return std::nullopt;
  std::vector<ManifestFile> files;
  for (const auto& fields : *lines) {
    ManifestFile& file = files.emplace_back();
    if (fields.size() != fields_of_file || !read_number(fields[1], file.bytes)) return std::nullopt;
    file.name = fields[0];
    file.hash = fields[2];
  }
  return files;
}

}  // namespace

void write_manifest(const std::filesystem::path& folder) {
  std::vector<ManifestFile> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (entry.is_regular_file() && name != manifest_name && name != lock_of_xapian)
      files.push_back(look_at(entry.path()));
  }
  std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  std::string lines = fmt::format("{}\n", first_line);
  for (const ManifestFile& file : files) lines += fmt::format("{}\t{}\t{}\n", file.name, file.bytes, file.hash);
  write_durably(folder / manifest_name, with_hash(std::move(lines)));
}

std::optional<std::vector<ManifestFile>> read_manifest(const std::filesystem::path& folder) {
  const auto path = folder / manifest_name;
  if (!std::filesystem::exists(path)) return std::nullopt;
  auto files = decode(read_bytes(path));
  if (!files)
    throw Error(ErrorCode::bad_data, message("{} is damaged", path.string()), message("run “hemero-index rebuild”"));
  return files;
}

std::vector<std::string> damaged_files(const std::filesystem::path& folder, Look look) {
  std::vector<std::string> damaged;
  const auto files = read_manifest(folder);
  if (!files) return damaged;
  for (const ManifestFile& file : *files) {
    std::error_code error;
    const auto bytes = std::filesystem::file_size(folder / file.name, error);
    const bool reads = look == Look::bytes || (look == Look::small && file.bytes <= small_file);
    if (error || bytes != file.bytes || (reads && look_at(folder / file.name).hash != file.hash))
      damaged.push_back(file.name);
  }
  return damaged;
}

void require_undamaged(const std::filesystem::path& folder, Look look, std::string_view apart) {
  auto damaged = damaged_files(folder, look);
  if (!apart.empty()) std::erase_if(damaged, [&](const std::string& name) { return name.starts_with(apart); });
  if (damaged.empty()) return;
  throw Error(ErrorCode::bad_data, message("{} is damaged", (folder / damaged.front()).string()),
              message("run “hemero-index rebuild”"));
}

}  // namespace hemero
