#include "common/store/index/index_folder.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>

#include <fmt/format.h>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/store/copies/copy_table.h"
#include "common/store/folder/durable_file.h"

namespace hemero {

namespace {

constexpr const char* draft_name = "parts.tsv.new";

/// Names of an index that older programs made, beside gen-NNNNNN and streams-NNNNNN(.offsets).
constexpr std::array<std::string_view, 3> old_names{"CURRENT", "CURRENT.new", "building"};
constexpr std::string_view offsets_suffix = ".offsets";

/// What stands behind the name of a part that is being written, for what its postings are gathered in: ".groups", or
/// ".spill-" and six letters or figures.
bool is_work_suffix(std::string_view suffix) {
  constexpr std::string_view spill = ".spill-";
  constexpr std::size_t letters = 6;
  return suffix == ".groups" || (suffix.starts_with(spill) && suffix.size() == spill.size() + letters);
}

/// The number in "part-000001": the kind, a hyphen, and six digits or more.
std::optional<std::uint64_t> number_of(std::string_view name, std::string_view kind) {
  constexpr std::size_t least_digits = 6;
  if (!name.starts_with(kind) || name.size() < kind.size() + 1 + least_digits || name[kind.size()] != '-')
    return std::nullopt;
  name.remove_prefix(kind.size() + 1);
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
  if (error != std::errc() || end != name.data() + name.size()) return std::nullopt;
  return number;
}

/// Whether a list needs what has this name.
bool is_used(const PartList& list, std::string_view name) {
  if (name == IndexFolder::list_name || name == list.copies) return true;
  return std::any_of(list.parts.begin(), list.parts.end(),
                     [name](const Part& part) { return name == part.folder || name == part.dead; });
}

[[noreturn]] void refuse_link(const std::filesystem::path& path) {
  throw Error(ErrorCode::cannot_create, message("{} is a symbolic link: nothing is written behind it", path.string()),
              message("link the archive’s whole folder instead, and run “hemero-index rebuild”"));
}

/// What a file holds, nothing where there is none. Throws Error.
std::string text_of(const std::filesystem::path& file) {
  try {
    return read_bytes(file);
  } catch (const Error&) {
    std::error_code error;
    if (std::filesystem::exists(file, error) || error) throw;
    return {};
  }
}

bool is_name(std::string_view name, std::string_view kind) { return number_of(name, kind).has_value(); }

/// Whether a list names what writers make, and nothing else: it may come from anyone.
bool names_ours(const PartList& list) {
  if (!list.copies.empty() && !is_name(list.copies, index_name::copies)) return false;
  return std::all_of(list.parts.begin(), list.parts.end(), [](const Part& part) {
    return is_name(part.folder, index_name::part) && part.streams == part.folder + "/streams" &&
           (part.dead.empty() || is_name(part.dead, index_name::dead));
  });
}

}  // namespace

bool IndexFolder::is_name_of_ours(std::string_view name) {
  if (name == list_name || name == draft_name) return true;
  if (std::find(old_names.begin(), old_names.end(), name) != old_names.end()) return true;
  for (const std::string_view kind : {index_name::part, index_name::dead, index_name::copies})
    if (number_of(name, kind)) return true;
  const std::size_t point = std::min(name.find('.'), name.size());
  if (number_of(name.substr(0, point), index_name::part) && is_work_suffix(name.substr(point))) return true;
  if (number_of(name, "gen")) return true;
  if (name.ends_with(offsets_suffix)) name.remove_suffix(offsets_suffix.size());
  return number_of(name, "streams").has_value();
}

std::optional<PartList> IndexFolder::list() const {
  std::error_code error;
  if (!std::filesystem::exists(path_ / list_name, error) && !error) return std::nullopt;
  auto list = decode_parts(read_bytes(path_ / list_name));
  if (!list || !names_ours(*list))
    throw Error(ErrorCode::bad_data, message("{} is damaged", (path_ / list_name).string()),
                message("run “hemero-index rebuild”"));
  return list;
}

std::optional<PartList> IndexFolder::readable_list() const {
  try {
    return list();
  } catch (const Error& error) {
    if (error.code() != ErrorCode::bad_data) throw;
    return std::nullopt;
  }
}

std::optional<std::string> IndexFolder::old_generation() const {
  if (std::filesystem::exists(path_ / list_name)) return std::nullopt;
  const std::string text = text_of(path_ / old_names.front());
  const std::string name = text.substr(0, text.find('\n'));
  return is_name(name, "gen") ? std::optional(name) : std::nullopt;
}

std::string IndexFolder::state() const { return text_of(path_ / list_name) + text_of(path_ / old_names.front()); }

std::string IndexFolder::next_name(std::string_view kind) const {
  std::uint64_t last = 0;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(path_, error))
    last = std::max(last, number_of(entry.path().filename().string(), kind).value_or(0));
  if (error && error != std::errc::no_such_file_or_directory)
    throw system_error(error.value(), "cannot read {}", path_.string());  // else the name may be in use
  return fmt::format("{}-{:06}", kind, last + 1);
}

void IndexFolder::publish(const PartList& list) const {
  sync_folder(path_);
  write_durably(path_ / draft_name, encode_parts(list));
  std::filesystem::rename(path_ / draft_name, path_ / list_name);
  sync_folder(path_);
}

void IndexFolder::require_ours(bool has_catalogue) const {
  std::error_code error;
  const auto status = std::filesystem::symlink_status(path_, error);
  if (!std::filesystem::exists(status)) return;
  if (std::filesystem::is_symlink(status)) refuse_link(path_);
  if (!std::filesystem::is_directory(status)) throw system_error(ENOTDIR, "cannot write {}", path_.string());
  for (const auto& entry : std::filesystem::directory_iterator(path_, error)) {
    const bool ours = is_name_of_ours(entry.path().filename().string());
    if (ours && entry.is_symlink(error)) refuse_link(entry.path());
    if (!ours && !has_catalogue)
      throw Error(ErrorCode::cannot_create,
                  message("{} is there already, and no archive’s: it holds {}", path_.string(),
                          entry.path().filename().string()),
                  message("name another folder with --archive"));
  }
  if (error) throw system_error(error.value(), "cannot read {}", path_.string());
}

std::string read_clusters(const IndexFolder& folder, const PartList& list) {
  if (list.copies.empty()) return {};
  const std::string bytes = read_bytes(folder.path() / list.copies);
  const auto clusters = sealed_clusters(bytes);
  if (!clusters)
    throw Error(ErrorCode::bad_data, message("{} is damaged", (folder.path() / list.copies).string()),
                message("run “hemero-index rebuild”"));
  return std::string(*clusters);
}

void IndexFolder::remove_all_but(const PartList& list) const {
  for (const auto& entry : std::filesystem::directory_iterator(path_)) {
    const std::string name = entry.path().filename().string();
    std::error_code ignored;  // what cannot be removed now is tried again by the next run
    if (is_name_of_ours(name) && !is_used(list, name)) std::filesystem::remove_all(entry.path(), ignored);
  }
}

std::size_t IndexFolder::leftovers(const PartList& list) const {
  std::error_code ignored;
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(path_, ignored)) {
    const std::string name = entry.path().filename().string();
    count += is_name_of_ours(name) && !is_used(list, name);
  }
  return count;
}

}  // namespace hemero
