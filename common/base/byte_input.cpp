#include "common/base/byte_input.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>
#include <zstd_errors.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <limits>
#include <new>
#include <string_view>
#include <utility>
#include <vector>

#include "common/base/error.h"
#include "common/base/message.h"

namespace hemero {

namespace {

constexpr std::size_t block = std::size_t{128} << 10;  // bytes of compressed data read at once
constexpr int window_log_limit = 27;                   // zstd frames may ask for at most 128 MiB of memory

Error damaged(std::string message) {
  return Error(ErrorCode::bad_data, std::move(message), hemero::message("copy or download the file again"));
}

/// A file descriptor and what a message calls it. The standard input is not closed.
class Descriptor {
 public:
  explicit Descriptor(const std::filesystem::path& path)
      : name_(path == "-" ? message("the standard input") : path.string()),
        fd_(path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY)) {
    if (fd_ < 0) throw system_error(errno, "cannot open {}", name_);
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

/// A file as it is on disk. Its first bytes can be looked at before they are read, even on a pipe. A folder is found
/// out when these are read.
class PlainInput final : public ByteInput {
 public:
  explicit PlainInput(const std::filesystem::path& path) : descriptor_(path) {
    while (head_size_ < head_.size()) {
      const std::size_t count = descriptor_.read(std::span(head_).subspan(head_size_));
      if (count == 0) break;
      head_size_ += count;
    }
  }

  std::string_view head() const { return {head_.data(), head_size_}; }
  const std::string& name() const { return descriptor_.name(); }

  std::size_t read(std::span<char> room) override {
    if (head_read_ == head_size_) return descriptor_.read(room);
    const std::size_t count = std::min(room.size(), head_size_ - head_read_);
    std::memcpy(room.data(), head_.data() + head_read_, count);
    head_read_ += count;
    return count;
  }

 private:
  Descriptor descriptor_;
  std::array<char, 4> head_{};  // as long as the longest magic number
  std::size_t head_size_ = 0;
  std::size_t head_read_ = 0;
};

/// gzip (RFC 1952): members one after the other, each with its own header and checksum. Zeros may stand between and
/// behind them, as tapes leave them.
class GzipInput final : public ByteInput {
 public:
  explicit GzipInput(std::unique_ptr<PlainInput> source) : source_(std::move(source)), buffer_(block) {
    constexpr int gzip_with_any_window = 16 + MAX_WBITS;
    if (inflateInit2(&stream_, gzip_with_any_window) != Z_OK) throw std::bad_alloc();
  }
  ~GzipInput() override { inflateEnd(&stream_); }

  std::size_t read(std::span<char> room) override {
    while (true) {
      if (stream_.avail_in == 0 && !refill()) return 0;
      if (!in_member_ && !begin_member()) continue;
      const std::size_t count = inflate_to(room);
      if (count > 0) return count;
    }
  }

 private:
  bool refill() {
    const std::size_t count = source_->read(buffer_);
    if (count == 0 && in_member_) throw damaged(message("{}: the gzip data ends too early", source_->name()));
    stream_.next_in = reinterpret_cast<Bytef*>(buffer_.data());
    stream_.avail_in = static_cast<uInt>(count);
    return count > 0;
  }

  /// Goes past padding; false when nothing else is in the buffer.
  bool begin_member() {
    while (stream_.avail_in > 0 && *stream_.next_in == 0) {
      ++stream_.next_in;
      --stream_.avail_in;
    }
    if (stream_.avail_in == 0) return false;
    inflateReset(&stream_);
    in_member_ = true;
    return true;
  }

  std::size_t inflate_to(std::span<char> room) {
    const std::size_t capacity = std::min<std::size_t>(room.size(), std::numeric_limits<uInt>::max());
    stream_.next_out = reinterpret_cast<Bytef*>(room.data());
    stream_.avail_out = static_cast<uInt>(capacity);
    const int status = inflate(&stream_, Z_NO_FLUSH);
    const std::size_t count = capacity - stream_.avail_out;
    if (status == Z_MEM_ERROR) throw std::bad_alloc();
    if (status == Z_STREAM_END) in_member_ = false;
    const bool sound = status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR;
    // What came before the damage is handed out first: zlib reports the damage again at the next call.
    if (!sound && count == 0)
      throw damaged(message("{}: the gzip data is damaged ({})", source_->name(),
                            stream_.msg == nullptr ? zError(status) : stream_.msg));
    return count;
  }

  std::unique_ptr<PlainInput> source_;
  std::vector<char> buffer_;
  z_stream stream_{};
  bool in_member_ = false;
};

/// Zstandard (RFC 8878): frames one after the other, skippable ones skipped.
class ZstdInput final : public ByteInput {
 public:
  explicit ZstdInput(std::unique_ptr<PlainInput> source)
      : source_(std::move(source)), buffer_(block), context_(ZSTD_createDCtx()) {
    if (context_ == nullptr) throw std::bad_alloc();
    ZSTD_DCtx_setParameter(context_.get(), ZSTD_d_windowLogMax, window_log_limit);
  }

  std::size_t read(std::span<char> room) override {
    while (true) {
      if (in_.pos == in_.size && !refill()) return 0;
      ZSTD_outBuffer out{room.data(), room.size(), 0};
      const std::size_t status = ZSTD_decompressStream(context_.get(), &out, &in_);
      if (ZSTD_isError(status) != 0) throw failure(status);
      in_frame_ = status != 0;
      if (out.pos > 0) return out.pos;
    }
  }

 private:
  struct Release {
    void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
  };

  bool refill() {
    const std::size_t count = source_->read(buffer_);
    if (count == 0 && in_frame_) throw damaged(message("{}: the zstd data ends too early", source_->name()));
    in_ = {buffer_.data(), count, 0};
    return count > 0;
  }

  Error failure(std::size_t status) const {
    if (ZSTD_getErrorCode(status) == ZSTD_error_frameParameter_windowTooLarge)
      return Error(ErrorCode::bad_data,
                   message("{}: this zstd data needs more than 128 MiB of memory", source_->name()),
                   message("decompress it first with zstd -d --long=31"));
    return damaged(message("{}: the zstd data is damaged ({})", source_->name(), ZSTD_getErrorName(status)));
  }

  std::unique_ptr<PlainInput> source_;
  std::vector<char> buffer_;
  std::unique_ptr<ZSTD_DCtx, Release> context_;
  ZSTD_inBuffer in_{};
  bool in_frame_ = false;
};

bool is_gzip(std::string_view head) { return head.starts_with("\x1F\x8B"); }

bool is_zstd(std::string_view head) {
  if (head == "\x28\xB5\x2F\xFD") return true;
  const bool skippable = head.size() == 4 && (head[0] & 0xF0) == 0x50 && head.substr(1) == "\x2A\x4D\x18";
  return skippable;
}

}  // namespace

std::unique_ptr<ByteInput> open_input(const std::filesystem::path& path) {
  auto plain = std::make_unique<PlainInput>(path);
  if (is_gzip(plain->head())) return std::make_unique<GzipInput>(std::move(plain));
  if (is_zstd(plain->head())) return std::make_unique<ZstdInput>(std::move(plain));
  return plain;
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
