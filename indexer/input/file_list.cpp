#include "indexer/input/file_list.h"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <string_view>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/base/small_letters.h"
#include "indexer/input/foreign_file.h"
#include "indexer/input/passed_over.h"

namespace hemero {

namespace {

using Identity = std::pair<dev_t, ino_t>;

class Walker {
 public:
  Walker(FileList& list, const std::set<std::string_view>& endings) : list_(list), endings_(endings) {}

  void add(const std::filesystem::path& path, const std::string& key, bool named) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) {
      const Error error = path_error(errno, "cannot read {}", path.string());
      const bool missing = error.code() == ErrorCode::no_archive;
      return skip(path, reason::unreadable, missing ? error.message() + "; " + error.hint() : error.message());
    }
    if (S_ISDIR(status.st_mode)) return walk(path, key, {status.st_dev, status.st_ino});
    if (S_ISSOCK(status.st_mode) || S_ISBLK(status.st_mode) || (!named && !S_ISREG(status.st_mode)))
      return skip(path, reason::no_file, message("{} is a pipe, a socket or a device", path.string()), named);
    if (!named && describes_folder(key)) return;
    if (!named && !is_read_in_folders(path, endings_))
      return skip(path, reason::unknown_format, unknown_name(path), false);
    const auto bytes = S_ISREG(status.st_mode) ? static_cast<std::uint64_t>(status.st_size) : 0;
    list_.files.push_back({path, key, bytes, named});
  }

 private:
  void walk(const std::filesystem::path& folder, const std::string& key, Identity identity) {
    if (std::find(open_.begin(), open_.end(), identity) != open_.end())
      return skip(folder, reason::folder_loop, message("{} leads back to a folder above it", folder.string()), false);
    if (is_archive(folder)) {
      list_.notes.push_back(message("{} is an archive of hemero-index: passed over", folder.string()));
      return;
    }
    std::error_code error;
    std::vector<std::filesystem::path> names;
    for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
      names.push_back(entry->path().filename());
    if (error)
      return skip(folder, reason::unreadable, system_error(error.value(), "cannot read {}", folder.string()).message());
    std::sort(names.begin(), names.end(), [](const auto& a, const auto& b) { return a.native() < b.native(); });
    open_.push_back(identity);
    for (const auto& name : names)
      if (!is_hidden(name.native())) add(folder / name, key.empty() ? name.string() : key + "/" + name.string(), false);
    open_.pop_back();
  }

  void skip(const std::filesystem::path& path, const char* why, std::string text, bool whole_path = true) {
    list_.skips.push_back({why, std::move(text), path.string(), 0, 0, {}, whole_path});
  }

  FileList& list_;
  const std::set<std::string_view>& endings_;
  std::vector<Identity> open_;  ///< the folders above the one being walked
};

}  // namespace

std::string end_of_name(std::filesystem::path path) {
  if (const auto end = path.extension(); end == ".gz" || end == ".GZ" || end == ".zst") path = path.stem();
  return small_letters(path.extension().string());
}

bool is_read_in_folders(const std::filesystem::path& path, const std::set<std::string_view>& endings) {
  const std::string end = end_of_name(path);
  return endings.contains(end) || foreign_endings().contains(end);
}

std::string unknown_name(const std::filesystem::path& path) {
  return message("{} has the name of no format that is read", path.string());
}

FileList list_files(const std::vector<std::string>& paths, const std::set<std::string_view>& endings) {
  FileList list;
  Walker walker(list, endings);
  for (const std::string& path : paths) {
    std::error_code ignored;  // a path that cannot be looked at is skipped with its reason by the walker
    const bool folder = std::filesystem::is_directory(path, ignored);
    if (path == "-")
      list.files.push_back({path, path, 0, true});
    else
      walker.add(path, folder ? "" : std::filesystem::path(path).filename().string(), true);
  }
  const bool known = std::all_of(list.files.begin(), list.files.end(), [](const InputFile& file) {
    constexpr std::array<std::string_view, 5> packed{".gz", ".zst", ".zip", ".tgz", ".tzst"};
    return file.bytes > 0 && std::find(packed.begin(), packed.end(), file.path.extension().string()) == packed.end();
  });
  for (const InputFile& file : list.files) list.bytes += known ? file.bytes : 0;
  return list;
}

}  // namespace hemero
