#include "common/base/content_coding.h"

#include <brotli/decode.h>
#include <zlib.h>

#include <algorithm>
#include <memory>
#include <new>

namespace hemero {

namespace {

using Fault = UnpackedContent::Fault;

constexpr std::size_t block = std::size_t{64} << 10;
constexpr int gzip_window = 16 + MAX_WBITS;
constexpr int zlib_window = MAX_WBITS;
constexpr int raw_window = -MAX_WBITS;

/// Makes room for the next block behind what is there, never more than one byte over the limit.
std::size_t grow(std::string& bytes, std::size_t used, std::size_t limit) {
  bytes.resize(std::min(std::max(used * 2, used + block), limit + 1));
  return bytes.size() - used;
}

UnpackedContent finish(std::string bytes, std::size_t used, std::size_t limit, bool ended) {
  if (used > limit) return {{}, Fault::too_long};
  if (!ended) return {{}, Fault::damaged};
  bytes.resize(used);
  return {std::move(bytes), Fault::none};
}

UnpackedContent inflate_all(std::string_view packed, std::size_t limit, int window) {
  z_stream stream{};
  if (inflateInit2(&stream, window) != Z_OK) throw std::bad_alloc();
  const std::unique_ptr<z_stream, decltype(&inflateEnd)> release(&stream, &inflateEnd);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  std::string bytes;
  std::size_t used = 0;
  int status = Z_OK;
  while (status == Z_OK && used <= limit) {
    const std::size_t room = grow(bytes, used, limit);
    stream.next_out = reinterpret_cast<Bytef*>(bytes.data() + used);
    stream.avail_out = static_cast<uInt>(room);
    status = inflate(&stream, Z_NO_FLUSH);
    used += room - stream.avail_out;
  }
  return finish(std::move(bytes), used, limit, status == Z_STREAM_END);
}

UnpackedContent unpack_brotli(std::string_view packed, std::size_t limit) {
  const std::unique_ptr<BrotliDecoderState, decltype(&BrotliDecoderDestroyInstance)> state(
      BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), &BrotliDecoderDestroyInstance);
  if (!state) throw std::bad_alloc();
  const auto* next_in = reinterpret_cast<const std::uint8_t*>(packed.data());
  std::size_t left = packed.size();
  std::string bytes;
  std::size_t used = 0;
  auto status = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;
  while (status == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT && used <= limit) {
    std::size_t room = grow(bytes, used, limit);
    auto* next_out = reinterpret_cast<std::uint8_t*>(bytes.data() + used);
    const std::size_t before = room;
    status = BrotliDecoderDecompressStream(state.get(), &left, &next_in, &room, &next_out, nullptr);
    used += before - room;
  }
  return finish(std::move(bytes), used, limit, status == BROTLI_DECODER_RESULT_SUCCESS);
}

}  // namespace

UnpackedContent unpack_content(ContentCoding coding, std::string_view packed, std::size_t limit) {
  switch (coding) {
    case ContentCoding::gzip:
      return inflate_all(packed, limit, gzip_window);
    case ContentCoding::brotli:
      return unpack_brotli(packed, limit);
    case ContentCoding::deflate:
      break;
  }
  UnpackedContent framed = inflate_all(packed, limit, zlib_window);
  return framed.fault == Fault::damaged ? inflate_all(packed, limit, raw_window) : framed;
}

}  // namespace hemero
