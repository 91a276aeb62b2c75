#include "common/store/backup/backup_manifest.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/store/folder/durable_file.h"
#include "common/store/folder/hashed_lines.h"
#include "common/store/index/index_folder.h"

namespace hemero {

namespace {

constexpr std::string_view first_line = "hemero-backup\t1";
constexpr std::string_view index_folder = "index/";
constexpr std::size_t hash_size = 32;

bool is_hash(std::string_view text) {
  return text.size() == hash_size && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// Whether an archive has files of this name: a manifest from elsewhere must not name others.
bool is_name_in_archive(std::string_view name) {
  if (name == "archive.sqlite" || name == "synonyms.tsv" || name == "user.sqlite") return true;
  if (!name.starts_with(index_folder)) return false;
  name.remove_prefix(index_folder.size());
  const std::size_t slash = std::min(name.find('/'), name.size());
  const std::string_view file = name.substr(std::min(slash + 1, name.size()));
  const bool plain = file.find('/') == std::string_view::npos && !file.starts_with('.');
  return IndexFolder::is_name_of_ours(name.substr(0, slash)) && plain && (slash == name.size() || !file.empty());
}

bool read_file(const std::vector<std::string_view>& fields, std::vector<BackupFile>& files) {
  constexpr std::size_t fields_of_file = 5;
  if (fields.size() != fields_of_file || !is_name_in_archive(fields[1]) || !is_hash(fields[3])) return false;
  BackupFile file{.name = std::string(fields[1]), .hash = std::string(fields[3])};
  const bool read = read_number(fields[2], file.bytes) && read_number(fields[4], file.modified);
  files.push_back(std::move(file));
  return read;
}

bool read_line(const std::vector<std::string_view>& fields, BackupManifest& manifest) {
  if (fields.front() == "file") return read_file(fields, manifest.files);
  if (fields.size() != 2) return false;
  if (fields[0] == "format") return read_number(fields[1], manifest.format);
  if (fields[0] == "articles") return read_number(fields[1], manifest.articles);
  if (fields[0] != "archive" && fields[0] != "taken") return false;
  (fields[0] == "archive" ? manifest.archive : manifest.taken) = fields[1];
  return true;
}

bool holds_catalogue(const BackupManifest& manifest) {
  return std::count_if(manifest.files.begin(), manifest.files.end(),
                       [](const BackupFile& file) { return file.name == "archive.sqlite"; }) == 1;
}

}  // namespace

std::string encode_manifest(const BackupManifest& manifest) {
  std::string text = fmt::format("{}\narchive\t{}\nformat\t{}\narticles\t{}\ntaken\t{}\n", first_line, manifest.archive,
                                 manifest.format, manifest.articles, manifest.taken);
  for (const BackupFile& file : manifest.files)
    text += fmt::format("file\t{}\t{}\t{}\t{}\n", file.name, file.bytes, file.hash, file.modified);
  return with_hash(std::move(text));
}

std::optional<BackupManifest> decode_manifest(std::string_view text) {
  const auto lines = read_hashed_lines(text, first_line);
  if (!lines) return std::nullopt;
  BackupManifest manifest;
  for (const std::vector<std::string_view>& line : *lines)
    if (!read_line(line, manifest)) return std::nullopt;
  if (!holds_catalogue(manifest)) return std::nullopt;
  return manifest;
}

std::string stored_name(const BackupFile& file) {
  std::string name = file.name.starts_with(index_folder) ? file.name.substr(index_folder.size()) : file.name;
  std::replace(name.begin(), name.end(), '/', '.');
  return name + "." + file.hash;
}

bool is_stored_name(std::string_view name) {
  if (std::find(draft_names.begin(), draft_names.end(), name) != draft_names.end()) return true;
  const std::size_t point = name.rfind('.');
  return point != std::string_view::npos && point > 0 && is_hash(name.substr(point + 1));
}

std::optional<BackupManifest> read_manifest(const BackupFolder& folder) {
  std::error_code error;
  if (!std::filesystem::exists(folder.manifest(), error)) return std::nullopt;
  auto manifest = decode_manifest(read_bytes(folder.manifest()));
  if (!manifest)
    throw Error(ErrorCode::bad_data, message("{} is damaged", folder.manifest().string()),
                message("make a new backup in another folder"));
  return manifest;
}

}  // namespace hemero
