#include "common/store/streams/token_stream.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <iterator>
#include <utility>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/store/streams/varint.h"

namespace hemero {

namespace {

constexpr std::size_t buffer_size = std::size_t{256} << 10;
constexpr std::string_view header = "hemstr1\n";  ///< no stream starts at offset 0

}  // namespace

std::filesystem::path offsets_of(std::filesystem::path file) { return file += ".offsets"; }

TokenStreamWriter::File::File(const std::filesystem::path& path) : name(path.string()) {
  descriptor.number = ::open(name.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (descriptor.number < 0) throw system_error(errno, "cannot write {}", name);
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

TokenStreamWriter::TokenStreamWriter(std::filesystem::path file, VersionId first)
    : path_(std::move(file)), first_(first), data_(path_), offsets_(offsets_of(path_)) {
  data_.write(header);
}

TokenStreamWriter::~TokenStreamWriter() = default;

void TokenStreamWriter::append(VersionId version, std::string_view codes) {
  const auto number = static_cast<std::uint64_t>(version) - static_cast<std::uint64_t>(first_);
  while (offsets_.size < number * sizeof(std::uint64_t)) offsets_.write(std::string(sizeof(std::uint64_t), '\0'));
  std::string offset(sizeof(std::uint64_t), '\0');
  for (std::size_t i = 0; i < offset.size(); ++i) offset[i] = static_cast<char>(data_.size >> (8 * i));
  offsets_.write(offset);
  std::string length;
  append_varint(length, codes.size());
  data_.write(length);
  data_.write(codes);
}

StreamFile TokenStreamWriter::flush() {
  data_.flush();
  offsets_.flush();
  return {path_, first_, {data_.size, offsets_.size / sizeof(std::uint64_t)}};
}

StreamFile TokenStreamWriter::sync() {
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

TokenStreamReader::TokenStreamReader(const std::vector<StreamFile>& files) {
  files_.reserve(files.size());
  for (const StreamFile& file : files)
    files_.push_back({file.first,
                      {file.path, file.extent.bytes},
                      {offsets_of(file.path), file.extent.versions * sizeof(std::uint64_t)}});
}

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

void TokenStreamReader::Mapping::give_back() const {
  if (bytes != nullptr) ::madvise(const_cast<char*>(bytes), size, MADV_DONTNEED);
}

void TokenStreamReader::give_back() const {
  for (const File& file : files_) {
    file.data.give_back();
    file.offsets.give_back();
  }
}

TokenStreamReader::Mapping::Mapping(Mapping&& other) noexcept
    : bytes(std::exchange(other.bytes, nullptr)), size(std::exchange(other.size, 0)) {}

TokenStreamReader::Place TokenStreamReader::place(VersionId version) const {
  const auto behind = std::upper_bound(files_.begin(), files_.end(), version,
                                       [](VersionId id, const File& file) { return id < file.first; });
  if (behind == files_.begin()) return {};
  const File& file = *std::prev(behind);
  const auto number = static_cast<std::size_t>(version) - static_cast<std::size_t>(file.first);
  if (number >= file.offsets.size / sizeof(std::uint64_t)) return {};
  std::uint64_t offset = 0;
  for (unsigned i = 0; i < sizeof offset; ++i)
    offset |= std::uint64_t{static_cast<unsigned char>(file.offsets.bytes[number * sizeof offset + i])} << (8 * i);
  return {&file, offset < file.data.size ? offset : 0};
}

std::string_view TokenStreamReader::codes(VersionId version) const {
  const auto [file, offset] = place(version);
  if (offset == 0) return {};
  const std::string_view rest(file->data.bytes + offset, file->data.size - offset);
  std::size_t at = 0;
  const std::size_t length = read_varint(rest, at);
  return rest.substr(at, length);
}

}  // namespace hemero
