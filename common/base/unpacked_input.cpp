#include "common/base/unpacked_input.h"

#include <zlib.h>
#include <zstd.h>
#include <zstd_errors.h>

#include <algorithm>
#include <array>
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

/// What is compressed. Its first bytes can be looked at before they are read, even on a pipe.
class PackedInput final : public ByteInput {
 public:
  PackedInput(std::unique_ptr<ByteInput> input, std::string name) : input_(std::move(input)), name_(std::move(name)) {
    while (head_size_ < head_.size()) {
      const std::size_t count = input_->read(std::span(head_).subspan(head_size_));
      if (count == 0) break;
      head_size_ += count;
    }
  }

  std::string_view head() const { return {head_.data(), head_size_}; }
  const std::string& name() const { return name_; }

  /// Bytes read so far.
  std::uint64_t taken() const { return taken_; }

  std::size_t read(std::span<char> room) override {
    const std::size_t count = head_read_ < head_size_ ? read_head(room) : input_->read(room);
    taken_ += count;
    return count;
  }

 private:
  std::size_t read_head(std::span<char> room) {
    const std::size_t count = std::min(room.size(), head_size_ - head_read_);
    std::memcpy(room.data(), head_.data() + head_read_, count);
    head_read_ += count;
    return count;
  }

  std::unique_ptr<ByteInput> input_;
  std::string name_;
  std::array<char, 4> head_{};  // as long as the longest magic number
  std::size_t head_size_ = 0;
  std::size_t head_read_ = 0;
  std::uint64_t taken_ = 0;
};

/// gzip (RFC 1952): members one after the other, each with its own header and checksum. Zeros may stand between and
/// behind them, as tapes leave them. Behind damage that was told, reading goes on with the next member.
class GzipInput final : public ByteInput {
 public:
  explicit GzipInput(std::unique_ptr<PackedInput> source) : source_(std::move(source)), buffer_(block) {
    constexpr int gzip_with_any_window = 16 + MAX_WBITS;
    if (inflateInit2(&stream_, gzip_with_any_window) != Z_OK) throw std::bad_alloc();
  }
  ~GzipInput() override { inflateEnd(&stream_); }

  std::size_t read(std::span<char> room) override {
    while (true) {
      if (stream_.avail_in == 0 && !refill()) return 0;
      if (!in_member_ && !begin_member()) continue;
      const std::size_t count = inflate_to(room);
      seeking_ = seeking_ && count == 0;
      if (count > 0) return count;
    }
  }

 private:
  bool refill() {
    const std::size_t count = source_->read(buffer_);
    if (count == 0 && std::exchange(in_member_, false) && !seeking_)
      throw damaged(message("{}: the gzip data ends too early", source_->name()));
    stream_.next_in = reinterpret_cast<Bytef*>(buffer_.data());
    stream_.avail_in = static_cast<uInt>(count);
    return count > 0;
  }

  /// Goes past padding, or behind damage to what may be a member; false when nothing else is in the buffer.
  bool begin_member() {
    constexpr Bytef first_byte = 0x1F;
    while (stream_.avail_in > 0 && (*stream_.next_in == 0 || (seeking_ && *stream_.next_in != first_byte))) {
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
    if (!sound && count == 0) seek_next_member(status);
    return count;
  }

  /// Tells damage once, however many places behind it look like a member and are none.
  void seek_next_member(int status) {
    in_member_ = false;
    if (std::exchange(seeking_, true)) return;
    throw damaged(message("{}: the gzip data is damaged ({})", source_->name(),
                          stream_.msg == nullptr ? zError(status) : stream_.msg));
  }

  std::unique_ptr<PackedInput> source_;
  std::vector<char> buffer_;
  z_stream stream_{};
  bool in_member_ = false;
  bool seeking_ = false;  ///< behind damage, until bytes come out of a member
};

/// Zstandard (RFC 8878): frames one after the other, skippable ones skipped.
class ZstdInput final : public ByteInput {
 public:
  explicit ZstdInput(std::unique_ptr<PackedInput> source)
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

  std::unique_ptr<PackedInput> source_;
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

/// Refuses what grows more than anything written by people does: a small file must not cost hours.
class BoundedInput final : public ByteInput {
 public:
  /// `packed` belongs to `unpacking`.
  BoundedInput(std::unique_ptr<ByteInput> unpacking, const PackedInput& packed, const UnpackLimits& limits)
      : unpacking_(std::move(unpacking)), packed_(packed), limits_(limits) {}

  std::size_t read(std::span<char> room) override {
    const std::size_t count = unpacking_->read(room);
    given_ += count;
    if (given_ > limits_.freely && given_ / limits_.ratio > packed_.taken())
      throw OverLimit(
          message("{} unpacks to more than {} times its size, the rest is not read", packed_.name(), limits_.ratio));
    return count;
  }

 private:
  std::unique_ptr<ByteInput> unpacking_;
  const PackedInput& packed_;
  UnpackLimits limits_;
  std::uint64_t given_ = 0;
};

template <typename Unpacking>
std::unique_ptr<ByteInput> bounded(std::unique_ptr<PackedInput> packed, const UnpackLimits& limits) {
  const PackedInput& source = *packed;
  return std::make_unique<BoundedInput>(std::make_unique<Unpacking>(std::move(packed)), source, limits);
}

}  // namespace

std::unique_ptr<ByteInput> unpacked(std::unique_ptr<ByteInput> input, std::string name, const UnpackLimits& limits) {
  auto packed = std::make_unique<PackedInput>(std::move(input), std::move(name));
  if (is_gzip(packed->head())) return bounded<GzipInput>(std::move(packed), limits);
  if (is_zstd(packed->head())) return bounded<ZstdInput>(std::move(packed), limits);
  return packed;
}

std::string zstd_version() { return ZSTD_versionString(); }

}  // namespace hemero
