#include "common/base/zip_writer.h"

#include <zlib.h>

#include <algorithm>
#include <limits>
#include <memory>
#include <new>

#include "common/base/error.h"
#include "common/base/message.h"

namespace hemero {

namespace {

constexpr std::uint16_t needs_deflate = 20;  // versions of the format: 2.0
constexpr std::uint16_t needs_zip64 = 45;
constexpr std::uint16_t utf8_names = 1 << 11;
constexpr std::uint16_t deflated = 8;
constexpr std::uint16_t first_day = 1 << 5 | 1;  // 1980-01-01
constexpr std::uint64_t most_16 = std::numeric_limits<std::uint16_t>::max();
constexpr std::uint64_t most_32 = std::numeric_limits<std::uint32_t>::max();

/// Numbers of so many bytes, low ones first.
void append(std::string& out, std::uint64_t number, int bytes) {
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(number >> (8 * i) & 0xFF);
}

/// Without the frame of zlib.
std::string packed(std::string_view content) {
  z_stream stream{};
  constexpr int memory = 8;
  if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, memory, Z_DEFAULT_STRATEGY) != Z_OK)
    throw std::bad_alloc();
  const std::unique_ptr<z_stream, decltype(&deflateEnd)> release(&stream, &deflateEnd);
  std::string bytes(deflateBound(&stream, content.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(content.data()));
  stream.avail_in = static_cast<uInt>(content.size());
  stream.next_out = reinterpret_cast<Bytef*>(bytes.data());
  stream.avail_out = static_cast<uInt>(bytes.size());
  deflate(&stream, Z_FINISH);
  bytes.resize(bytes.size() - stream.avail_out);
  return bytes;
}

/// What the entry of a file and what stands before its content have in common.
std::string common_header(std::string_view name, std::string_view content, const std::string& bytes,
                          std::uint16_t version, std::size_t extra) {
  std::string header;
  append(header, version, 2);
  append(header, utf8_names, 2);
  append(header, deflated, 2);
  append(header, 0, 2);  // midnight
  append(header, first_day, 2);
  append(header, crc32(0, reinterpret_cast<const Bytef*>(content.data()), static_cast<uInt>(content.size())), 4);
  append(header, bytes.size(), 4);
  append(header, content.size(), 4);
  append(header, name.size(), 2);
  append(header, extra, 2);
  return header;
}

}  // namespace

std::string ZipWriter::file(std::string_view name, std::string_view content) {
  if (content.size() > most_32 / 2 || name.size() > most_16)
    throw Error(ErrorCode::bad_data, message("{}: too long for a zip", name));
  const std::string bytes = packed(content);
  const bool far = bytes_ >= most_32;
  std::string out("PK\x03\x04");
  out += common_header(name, content, bytes, needs_deflate, 0);
  out += name;
  out += bytes;

  std::string place;  // behind 4 GiB
  if (far) {
    append(place, 1, 2);
    append(place, 8, 2);
    append(place, bytes_, 8);
  }
  directory_ += "PK\x01\x02";
  append(directory_, far ? needs_zip64 : needs_deflate, 2);  // made by
  directory_ += common_header(name, content, bytes, far ? needs_zip64 : needs_deflate, place.size());
  append(directory_, 0, 2);  // no remark
  append(directory_, 0, 2);  // of one disk
  append(directory_, 0, 2);
  append(directory_, 0, 4);
  append(directory_, std::min(bytes_, most_32), 4);
  directory_ += name;
  directory_ += place;
  ++files_;
  bytes_ += out.size();
  return out;
}

std::string ZipWriter::end() {
  std::string out = std::move(directory_);
  const std::uint64_t size = out.size();
  if (files_ >= most_16 || bytes_ >= most_32 || size >= most_32) {
    constexpr std::uint64_t rest_of_record = 44;
    out += "PK\x06\x06";
    append(out, rest_of_record, 8);
    append(out, needs_zip64, 2);
    append(out, needs_zip64, 2);
    append(out, 0, 4);
    append(out, 0, 4);
    append(out, files_, 8);
    append(out, files_, 8);
    append(out, size, 8);
    append(out, bytes_, 8);
    out += "PK\x06\x07";
    append(out, 0, 4);
    append(out, bytes_ + size, 8);
    append(out, 1, 4);
  }
  out += "PK\x05\x06";
  append(out, 0, 2);
  append(out, 0, 2);
  append(out, std::min(files_, most_16), 2);
  append(out, std::min(files_, most_16), 2);
  append(out, std::min(size, most_32), 4);
  append(out, std::min(bytes_, most_32), 4);
  append(out, 0, 2);
  return out;
}

}  // namespace hemero
