#include "common/base/memory_file.h"

#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>

#include "common/base/error.h"

namespace hemero {

namespace {

constexpr const char* name = "memory";  ///< for messages and /proc

}  // namespace

MemoryFile::MemoryFile() : descriptor_(memfd_create(name, MFD_CLOEXEC)) {
  if (descriptor_ < 0) throw system_error(errno, "cannot open {}", name);
}

MemoryFile::~MemoryFile() { close(descriptor_); }

void MemoryFile::append(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = write(descriptor_, bytes.data(), bytes.size());
    if (count < 0 && errno != EINTR) throw system_error(errno, "cannot write {}", name);
    if (count > 0) bytes.remove_prefix(static_cast<std::size_t>(count));
  }
}

void MemoryFile::rewind() { lseek(descriptor_, 0, SEEK_SET); }

std::string MemoryFile::beginning(std::size_t size) const {
  std::string bytes(size, '\0');
  const ssize_t count = pread(descriptor_, bytes.data(), size, 0);
  bytes.resize(count < 0 ? 0 : static_cast<std::size_t>(count));
  return bytes;
}

}  // namespace hemero
