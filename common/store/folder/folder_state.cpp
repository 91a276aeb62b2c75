#include "common/store/folder/folder_state.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string_view>
#include <system_error>

#include <fmt/format.h>

#include "common/base/error.h"

namespace hemero {

namespace {

namespace fs = std::filesystem;

/// The path itself, or the nearest one above that is there.
fs::path nearest_existing(const fs::path& path) {
  std::error_code ignored;
  fs::path at = fs::absolute(path, ignored).lexically_normal();
  while (!fs::exists(at, ignored) && at.has_relative_path()) at = at.parent_path();
  const fs::path real = fs::canonical(at, ignored);
  return real.empty() ? at : real;
}

bool is_below(const std::string& path, const std::string& folder) {
  return path.starts_with(folder) && (folder == "/" || path.size() == folder.size() || path[folder.size()] == '/');
}

/// A path of proc_pid_mountinfo(5), where blanks and the like stand as three octal digits behind a backslash.
std::string unescaped(std::string_view text) {
  std::string path;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::string_view digits = text.substr(at + 1, 3);
    unsigned code = 0;
    if (text[at] == '\\' && std::from_chars(digits.data(), digits.data() + digits.size(), code, 8).ec == std::errc()) {
      path += static_cast<char>(code);
      at += digits.size();
    } else {
      path += text[at];
    }
  }
  return path;
}

bool is_of_network(const std::string& type) {
  constexpr std::array<std::string_view, 9> types{"nfs", "nfs4", "cifs",       "smb3",       "smbfs",
                                                  "9p",  "afs",  "fuse.sshfs", "fuse.davfs2"};
  return std::find(types.begin(), types.end(), type) != types.end();
}

/// The process that holds the lock of an archive's folder, or of its file (proc_locks(5)); nothing when it is free.
std::optional<pid_t> holder_of(const fs::path& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return std::nullopt;
  std::ifstream locks("/proc/locks");
  const std::string inode = fmt::format(":{}", status.st_ino);
  for (std::string line; std::getline(locks, line);) {
    std::istringstream words(line);
    std::array<std::string, 6> columns;  // number, FLOCK, ADVISORY, WRITE, process, device and inode
    for (std::string& column : columns) words >> column;
    if (columns[1] == "FLOCK" && columns[5].ends_with(inode)) return std::atoi(columns[4].c_str());
  }
  return std::nullopt;
}

}  // namespace

FileSystem file_system_of(const std::filesystem::path& path, std::istream& mounts) {
  FileSystem found;
  std::string longest;
  for (std::string line; std::getline(mounts, line);) {
    std::istringstream words(line);
    std::string word;
    std::string point;
    for (int i = 0; i < 5 && words >> word; ++i) point = word;
    point = unescaped(point);
    while (words >> word && word != "-") continue;
    if (!(words >> word) || !is_below(path.string(), point) || point.size() < longest.size()) continue;
    longest = point;
    found = {word, is_of_network(word)};
  }
  return found;
}

std::uint64_t size_of(const std::filesystem::path& path) {
  std::error_code error;
  std::uint64_t size = 0;
  const fs::file_status status = fs::status(path, error);
  if (fs::is_regular_file(status)) size = fs::file_size(path, error);
  if (fs::is_directory(status)) {
    fs::directory_iterator entry(path, error);
    for (std::error_code none; !error && entry != fs::directory_iterator(); entry.increment(error))
      if (!entry->is_symlink(none)) size += size_of(entry->path());
  }
  if (error == std::errc::no_such_file_or_directory) return 0;  // a writer may have removed it meanwhile
  if (error) throw system_error(error.value(), "cannot read {}", path.string());
  return size;
}

std::optional<std::uint64_t> size_of(const std::filesystem::path& path, std::vector<std::string>& problems) {
  try {
    return size_of(path);
  } catch (const Error& error) {
    problems.push_back(error.message());
    return std::nullopt;
  }
}

FolderState look_at_folder(const ArchiveFolder& folder) {
  FolderState state;
  std::error_code error;
  const fs::path place = nearest_existing(folder.path);
  std::ifstream mounts("/proc/self/mountinfo");
  state.file_system = file_system_of(place, mounts);
  const fs::space_info space = fs::space(place, error);
  state.free_bytes = error ? 0 : space.available;
  state.exists = fs::exists(folder.catalogue(), error);
  const auto may = [](const fs::path& path, int mode) { return ::access(path.c_str(), mode) == 0; };
  state.readable = may(folder.catalogue(), R_OK);
  state.writable = may(place, W_OK | X_OK) && (!state.exists || may(folder.catalogue(), W_OK));
  state.writer = holder_of(folder.path);
  if (!state.writer) state.writer = holder_of(folder.lock());
  state.catalogue_bytes = size_of(folder.catalogue(), state.problems);
  state.log_bytes = size_of(folder.catalogue().string() + "-wal", state.problems);
  state.index_bytes = size_of(folder.index(), state.problems);
  return state;
}

}  // namespace hemero
