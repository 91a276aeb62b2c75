#include "common/store/folder/durable_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/base/ordinary_file.h"

namespace hemero {

namespace {

/// Of a file that is read as a whole: clusters of copies take the most, some six bytes a version.
constexpr std::size_t most_bytes = std::size_t{256} << 20;

}  // namespace

DurableFile::DurableFile(std::filesystem::path path)
    : path_(std::move(path)), descriptor_(::open(path_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666)) {
  if (descriptor_ < 0) throw system_error(errno, "cannot write {}", path_.string());
}

DurableFile::~DurableFile() { ::close(descriptor_); }

void DurableFile::write(std::uint64_t offset, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::pwrite(descriptor_, bytes.data(), bytes.size(), static_cast<off_t>(offset));
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw system_error(errno, "cannot write {}", path_.string());
    bytes.remove_prefix(static_cast<std::size_t>(written));
    offset += static_cast<std::uint64_t>(written);
  }
}

void DurableFile::sync() {
  if (::fsync(descriptor_) != 0) throw system_error(errno, "cannot write {}", path_.string());
}

void write_durably(const std::filesystem::path& file, std::string_view bytes) {
  DurableFile written(file);
  written.write(0, bytes);
  written.sync();
}

void sync_file(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) throw system_error(errno, "cannot read {}", file.string());
  const int error = ::fsync(descriptor) == 0 ? 0 : errno;
  ::close(descriptor);
  if (error != 0) throw system_error(error, "cannot write {}", file.string());
}

std::string read_bytes(const std::filesystem::path& file) {
  const int descriptor = open_ordinary_file(file);
  std::array<char, std::size_t{64} << 10> piece;  // filled before it is looked at
  std::string bytes;
  ssize_t got = 1;
  while (got > 0 && bytes.size() <= most_bytes) {
    do got = ::read(descriptor, piece.data(), piece.size());
    while (got < 0 && errno == EINTR);
    if (got > 0) bytes.append(piece.data(), static_cast<std::size_t>(got));
  }
  const int error = errno;
  ::close(descriptor);
  if (got < 0) throw system_error(error, "cannot read {}", file.string());
  if (bytes.size() > most_bytes)
    throw Error(ErrorCode::bad_data, message("{} is larger than such a file can be", file.string()));
  return bytes;
}

void sync_folder(const std::filesystem::path& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  const int error = ::fsync(descriptor) == 0 ? 0 : errno;
  ::close(descriptor);
  if (error == EIO || error == ENOSPC || error == EDQUOT) throw system_error(error, "cannot write {}", folder.string());
}

void replace_file(const std::filesystem::path& from, const std::filesystem::path& to) {
  std::error_code error;
  std::filesystem::rename(from, to, error);
  if (error) throw system_error(error.value(), "cannot write {}", to.string());
}

void remove_file(const std::filesystem::path& file) {
  std::error_code error;
  std::filesystem::remove(file, error);
  if (error) throw system_error(error.value(), "cannot write {}", file.string());
}

void create_folders(const std::filesystem::path& folder, std::error_code& error) {
  const auto above = folder.has_filename() ? folder.parent_path() : folder.parent_path().parent_path();
  if (std::filesystem::exists(folder, error)) return;
  if (!above.empty()) create_folders(above, error);
  if (!error && std::filesystem::create_directory(folder, error)) sync_folder(above.empty() ? "." : above);
}

}  // namespace hemero
