#include "common/store/postings/spill_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <stdexcept>

#include "common/base/error.h"

namespace hemero {

namespace {

constexpr std::size_t written_together = 1 << 18;  // bytes

}  // namespace

SpillFile::SpillFile(const std::filesystem::path& path)
    : path_(path.string() + "-XXXXXX"), descriptor_(::mkostemp(path_.data(), O_CLOEXEC)) {
  if (descriptor_ < 0) throw system_error(errno, "cannot write {}", path.string());
  ::unlink(path_.c_str());
}

SpillFile::~SpillFile() { ::close(descriptor_); }

void SpillFile::append(std::string_view bytes) {
  waiting_ += bytes;
  if (waiting_.size() >= written_together) flush();
}

void SpillFile::flush() {
  std::string_view rest = waiting_;
  while (!rest.empty()) {
    const ssize_t written = ::pwrite(descriptor_, rest.data(), rest.size(), static_cast<off_t>(flushed_));
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw system_error(errno, "cannot write {}", path_);
    rest.remove_prefix(static_cast<std::size_t>(written));
    flushed_ += static_cast<std::uint64_t>(written);
  }
  waiting_.clear();
}

void SpillFile::read(std::uint64_t offset, std::span<char> room) const {
  while (!room.empty()) {
    const ssize_t count = ::pread(descriptor_, room.data(), room.size(), static_cast<off_t>(offset));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) throw system_error(count < 0 ? errno : EIO, "cannot read {}", path_);
    room = room.subspan(static_cast<std::size_t>(count));
    offset += static_cast<std::uint64_t>(count);
  }
}

SpillReader::SpillReader(const SpillFile& file, std::uint64_t begin, std::uint64_t end, std::size_t buffer)
    : file_(file), next_(begin), end_(end), buffer_(buffer) {}

void SpillReader::bytes(std::size_t size, std::string& out) {
  out.clear();
  while (out.size() < size) out += next();
}

void SpillReader::fill() {
  held_ = static_cast<std::size_t>(std::min<std::uint64_t>(buffer_.size(), end_ - next_));
  if (held_ == 0) throw std::logic_error("a spilled run ends too early");
  file_.read(next_, std::span(buffer_).first(held_));
  next_ += held_;
  at_ = 0;
}

}  // namespace hemero
