#include "common/base/byte_input.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/base/unpacked_input.h"

namespace hemero {

namespace {

constexpr std::size_t block = std::size_t{128} << 10;  // bytes read at once

/// A file descriptor and what a message calls it. The standard input is not closed.
class Descriptor {
 public:
  explicit Descriptor(const std::filesystem::path& path)
      : name_(path == "-" ? message("the standard input") : path.string()),
        fd_(path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY)) {
    if (fd_ < 0) throw path_error(errno, "cannot open {}", name_);
  }
  ~Descriptor() {
    if (fd_ != STDIN_FILENO) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  const std::string& name() const { return name_; }

  std::size_t read(std::span<char> room) const {
    while (true) {
      const ssize_t count = ::read(fd_, room.data(), room.size());
      if (count >= 0) return static_cast<std::size_t>(count);
      if (errno == EAGAIN)
        wait();
      else if (errno != EINTR)
        throw system_error(errno, "cannot read {}", name_);
    }
  }

 private:
  /// For a standard input that another process made non-blocking.
  void wait() const {
    pollfd polled{.fd = fd_, .events = POLLIN, .revents = 0};
    ::poll(&polled, 1, -1);
  }

  std::string name_;
  int fd_;
};

/// A file as it is on disk. A folder is found out when it is read.
class FileInput final : public ByteInput {
 public:
  explicit FileInput(const std::filesystem::path& path) : descriptor_(path) {}

  const std::string& name() const { return descriptor_.name(); }
  std::size_t read(std::span<char> room) override { return descriptor_.read(room); }

 private:
  Descriptor descriptor_;
};

}  // namespace

std::unique_ptr<ByteInput> open_input(const std::filesystem::path& path, const UnpackLimits& limits) {
  auto file = std::make_unique<FileInput>(path);
  std::string name = file->name();
  return unpacked(std::move(file), std::move(name), limits);
}

std::string read_all(ByteInput& input, std::size_t limit) {
  std::string bytes;
  while (true) {
    const std::size_t size = bytes.size();
    // One byte beyond the limit is asked for, to learn whether there are more.
    const std::size_t wanted = limit - size < block ? limit - size + 1 : block;
    bytes.resize(size + wanted);
    const std::size_t count = input.read(std::span(bytes).subspan(size));
    bytes.resize(size + count);
    if (count == 0) return bytes;
    if (bytes.size() > limit)
      throw Error(ErrorCode::bad_data, message("the input is longer than the {} bytes allowed", limit));
  }
}

}  // namespace hemero
