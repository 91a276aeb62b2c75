#include "common/store/backup/stored_files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "common/base/error.h"
#include "common/base/hash.h"
#include "common/base/ordinary_file.h"
#include "common/store/folder/durable_file.h"

namespace hemero {

SourceFile::SourceFile(std::filesystem::path path) : path_(std::move(path)), descriptor_(open_ordinary_file(path_)) {
  struct stat status {};
  if (::fstat(descriptor_, &status) != 0) throw system_error(errno, "cannot read {}", path_.string());
  constexpr std::int64_t second = 1'000'000'000;
  bytes_ = static_cast<std::uint64_t>(status.st_size);
  modified_ = status.st_mtim.tv_sec * second + status.st_mtim.tv_nsec;
}

SourceFile::~SourceFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

SourceFile::SourceFile(SourceFile&& other) noexcept
    : path_(std::move(other.path_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      bytes_(other.bytes_),
      modified_(other.modified_) {}

SourceFile& SourceFile::operator=(SourceFile&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(descriptor_, other.descriptor_);
  std::swap(bytes_, other.bytes_);
  std::swap(modified_, other.modified_);
  return *this;
}

bool SourceFile::read(const std::function<bool(std::string_view)>& take) const {
  std::string piece(std::size_t{1} << 20, '\0');
  for (off_t at = 0;;) {
    const ssize_t got = ::pread(descriptor_, piece.data(), piece.size(), at);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw system_error(errno, "cannot read {}", path_.string());
    if (got == 0) return true;
    if (!take(std::string_view(piece).substr(0, static_cast<std::size_t>(got)))) return false;
    at += got;
  }
}

void SourceFile::forget_cached() const { ::posix_fadvise(descriptor_, 0, 0, POSIX_FADV_DONTNEED); }

std::optional<std::string> copy_durably(const SourceFile& from, const std::filesystem::path& to, const GoOn& go_on) {
  DurableFile copy(to);
  Hasher128 hasher;
  std::uint64_t written = 0;
  const bool whole = from.read([&](std::string_view bytes) {
    copy.write(written, bytes);
    hasher.add(bytes);
    written += bytes.size();
    return go_on(bytes.size());
  });
  if (!whole) return std::nullopt;
  copy.sync();
  return hash_text(hasher.hash());
}

std::optional<std::string> hash_of(const SourceFile& file, const GoOn& go_on) {
  Hasher128 hasher;
  const bool whole = file.read([&](std::string_view bytes) {
    hasher.add(bytes);
    return go_on(bytes.size());
  });
  if (!whole) return std::nullopt;
  return hash_text(hasher.hash());
}

std::optional<bool> is_whole(const BackupFolder& folder, const BackupFile& file, const GoOn& go_on) {
  std::error_code error;
  const auto path = folder.file(file);
  if (std::filesystem::file_size(path, error) != file.bytes || error) return false;
  const SourceFile stored(path);
  stored.forget_cached();
  const auto hash = hash_of(stored, go_on);
  if (!hash) return std::nullopt;
  return *hash == file.hash;
}

}  // namespace hemero
