#include "common/store/streams/token_stream.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/store/streams/varint.h"

namespace hemero {

namespace {

constexpr std::size_t buffer_size = std::size_t{256} << 10;
constexpr std::string_view header = "hemstr1\n";  ///< no stream starts at offset 0

std::filesystem::path offsets_of(std::filesystem::path file) { return file += ".offsets"; }

}  // namespace

TokenStreamWriter::File::File(const std::filesystem::path& path, std::uint64_t keep) : name(path.string()), size(keep) {
  descriptor.number = ::open(name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor.number < 0) throw system_error(errno, "cannot write {}", name);
  struct stat status {};
  if (::fstat(descriptor.number, &status) != 0 || static_cast<std::uint64_t>(status.st_size) < keep)
    throw Error(ErrorCode::bad_data, message("{} is shorter than it was", name), message("run “hemero-index rebuild”"));
  if (::ftruncate(descriptor.number, static_cast<off_t>(keep)) != 0 || ::lseek(descriptor.number, 0, SEEK_END) < 0)
    throw system_error(errno, "cannot write {}", name);
}

TokenStreamWriter::Descriptor::~Descriptor() {
  if (number >= 0) ::close(number);
}

void TokenStreamWriter::File::write(std::string_view bytes) {
  buffer += bytes;
  size += bytes.size();
  if (buffer.size() >= buffer_size) flush();
}

void TokenStreamWriter::File::flush() {
  for (std::size_t done = 0; done < buffer.size();) {
    const auto written = ::write(descriptor.number, buffer.data() + done, buffer.size() - done);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw system_error(errno, "cannot write {}", name);
    done += static_cast<std::size_t>(written);
  }
  buffer.clear();
}

void TokenStreamWriter::File::sync() {
  flush();
  if (::fdatasync(descriptor.number) != 0) throw system_error(errno, "cannot write {}", name);
}

TokenStreamWriter::TokenStreamWriter(const std::filesystem::path& file, StreamExtent committed)
    : data_(file, committed.bytes), offsets_(offsets_of(file), committed.versions * sizeof(std::uint64_t)) {
  if (data_.size == 0) data_.write(header);
}

TokenStreamWriter::~TokenStreamWriter() = default;

void TokenStreamWriter::append(VersionId version, std::string_view codes) {
  const std::uint64_t place = static_cast<std::uint64_t>(version) * sizeof(std::uint64_t);
  while (offsets_.size < place) offsets_.write(std::string(sizeof(std::uint64_t), '\0'));
  std::string offset(sizeof(std::uint64_t), '\0');
  for (std::size_t i = 0; i < offset.size(); ++i) offset[i] = static_cast<char>(data_.size >> (8 * i));
  offsets_.write(offset);
  std::string length;
  append_varint(length, codes.size());
  data_.write(length);
  data_.write(codes);
}

StreamExtent TokenStreamWriter::flush() {
  data_.flush();
  offsets_.flush();
  return {data_.size, offsets_.size / sizeof(std::uint64_t)};
}

StreamExtent TokenStreamWriter::sync() {
  data_.sync();
  offsets_.sync();
  return flush();
}

std::string_view packed_paragraph(std::string_view codes, std::size_t at) {
  const auto starts = [codes](std::size_t i) {
    const bool inside_a_varint = i > 0 && (codes[i - 1] & 0x80) != 0;
    return codes[i] == paragraph_code && !inside_a_varint;
  };
  std::size_t begin = at;
  while (begin > 0 && !starts(begin)) --begin;
  std::size_t end = at + 1;
  while (end < codes.size() && !starts(end)) ++end;
  return codes.substr(begin, end - begin);
}

TokenStreamReader::TokenStreamReader(const std::filesystem::path& file, StreamExtent committed)
    : data_(file, committed.bytes), offsets_(offsets_of(file), committed.versions * sizeof(std::uint64_t)) {}

TokenStreamReader::Mapping::Mapping(const std::filesystem::path& file, std::uint64_t wanted) {
  if (wanted == 0) return;
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) throw system_error(errno, "cannot read {}", file.string());
  struct stat status {};
  const bool whole = ::fstat(descriptor, &status) == 0 && static_cast<std::uint64_t>(status.st_size) >= wanted;
  void* mapped = whole ? ::mmap(nullptr, wanted, PROT_READ, MAP_SHARED, descriptor, 0) : MAP_FAILED;
  const int error = errno;
  ::close(descriptor);
  if (!whole)
    throw Error(ErrorCode::bad_data, message("{} is shorter than it was", file.string()),
                message("run “hemero-index rebuild”"));
  if (mapped == MAP_FAILED) throw system_error(error, "cannot read {}", file.string());
  bytes = static_cast<const char*>(mapped);
  size = wanted;
}

TokenStreamReader::Mapping::~Mapping() {
  if (bytes != nullptr) ::munmap(const_cast<char*>(bytes), size);
}

std::string_view TokenStreamReader::codes(VersionId version) const {
  const auto place = static_cast<std::size_t>(version) * sizeof(std::uint64_t);
  if (place + sizeof(std::uint64_t) > offsets_.size) return {};
  std::uint64_t offset = 0;
  for (unsigned i = 0; i < sizeof offset; ++i)
    offset |= std::uint64_t{static_cast<unsigned char>(offsets_.bytes[place + i])} << (8 * i);
  if (offset == 0 || offset >= data_.size) return {};
  const std::string_view rest(data_.bytes + offset, data_.size - offset);
  std::size_t at = 0;
  const std::size_t length = read_varint(rest, at);
  return rest.substr(at, length);
}

}  // namespace hemero
