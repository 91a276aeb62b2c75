#include "common/store/streams/token_stream.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <iterator>
#include <limits>
#include <utility>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/base/ordinary_file.h"
#include "common/store/streams/checksum.h"
#include "common/store/streams/varint.h"

namespace hemero {

namespace {

constexpr std::size_t buffer_size = std::size_t{256} << 10;
constexpr std::string_view header = "hemstr2\n";  ///< no stream starts at offset 0
constexpr std::string_view header_without_checksums = "hemstr1\n";

constexpr std::size_t entry_bytes = 8;  ///< of a version in the file of offsets
constexpr unsigned offset_bits = 48;    ///< of an entry; the others are its checksum
constexpr std::size_t checksum_bytes = 4;
constexpr std::size_t compared_bits = 64;

/// Little-endian.
std::uint64_t read_number(const char* bytes, std::size_t size) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < size; ++i) number |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
  return number;
}

std::string number_bytes(std::uint64_t number, std::size_t size) {
  std::string bytes(size, '\0');
  for (std::size_t i = 0; i < size; ++i) bytes[i] = static_cast<char>(number >> (8 * i));
  return bytes;
}

/// What stands for a version in the file of offsets. Any bit of it that changes leaves a number that stands for none.
std::uint64_t entry_of(VersionId version, std::uint64_t offset) {
  constexpr std::uint64_t odd = 0x9E3779B97F4A7C15;
  constexpr std::uint64_t other = 0xC2B2AE3D27D4EB4F;
  const std::uint64_t mixed = (offset + 1) * odd + (static_cast<std::uint64_t>(version) + 1) * other;
  return offset | (mixed >> offset_bits << offset_bits);
}

/// The size of a file of offsets; more versions than there are numbers have one that no file has.
std::uint64_t size_of_offsets(std::uint64_t versions) {
  return versions <= std::numeric_limits<std::uint32_t>::max() ? versions * entry_bytes
                                                               : std::numeric_limits<std::uint64_t>::max();
}

std::uint32_t checksum_of(VersionId version, std::string_view codes) {
  return checksum32(codes) ^ static_cast<std::uint32_t>(version);
}

[[noreturn]] void throw_damaged(const std::filesystem::path& file, VersionId version) {
  throw Error(ErrorCode::bad_data,
              message("{} is damaged: the words of version {}", file.string(), static_cast<std::uint32_t>(version)),
              message("run “hemero-index rebuild”"));
}

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

void TokenStreamWriter::append_entry(VersionId version, std::uint64_t entry) {
  const auto number = static_cast<std::uint64_t>(version) - static_cast<std::uint64_t>(first_);
  for (std::uint64_t none = offsets_.size / entry_bytes; none < number; ++none)
    offsets_.write(number_bytes(entry_of(VersionId(static_cast<std::uint32_t>(first_) + none), 0), entry_bytes));
  offsets_.write(number_bytes(entry, entry_bytes));
}

void TokenStreamWriter::append(VersionId version, std::string_view codes) {
  append_entry(version, entry_of(version, data_.size));
  std::string before;
  append_varint(before, codes.size());
  data_.write(before + number_bytes(checksum_of(version, codes), checksum_bytes));
  data_.write(codes);
}

void TokenStreamWriter::append_damaged(VersionId version) {
  append_entry(version, entry_of(version, 0) ^ std::uint64_t{1} << offset_bits);
}

StreamFile TokenStreamWriter::flush() {
  data_.flush();
  offsets_.flush();
  return {path_, first_, {data_.size, offsets_.size / entry_bytes}};
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
  for (const StreamFile& file : files) files_.emplace_back(file);
}

TokenStreamReader::File::File(const StreamFile& file)
    : first(file.first),
      data(file.path, file.extent.bytes),
      offsets(offsets_of(file.path), size_of_offsets(file.extent.versions)),
      compared(file.extent.versions / compared_bits + 1),
      path(file.path) {
  const std::string_view begin(data.bytes, std::min(data.size, header.size()));
  has_checksums = begin == header;
  if (!has_checksums && !begin.empty() && begin != header_without_checksums)
    throw Error(ErrorCode::bad_data, message("{} is damaged", path.string()), message("run “hemero-index rebuild”"));
}

TokenStreamReader::Mapping::Mapping(const std::filesystem::path& file, std::uint64_t wanted) {
  if (wanted == 0) return;
  const int descriptor = open_ordinary_file(file);
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
    for (std::atomic<std::uint64_t>& compared : file.compared) compared.store(0, std::memory_order_relaxed);
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
  if (number >= file.offsets.size / entry_bytes) return {};
  const std::uint64_t entry = read_number(file.offsets.bytes + number * entry_bytes, entry_bytes);
  if (!file.has_checksums) return {&file, entry < file.data.size ? entry : 0};
  const std::uint64_t offset = entry & ((std::uint64_t{1} << offset_bits) - 1);
  if (entry != entry_of(version, offset) || offset >= file.data.size) throw_damaged(offsets_of(file.path), version);
  return {&file, offset};
}

std::string_view TokenStreamReader::codes(VersionId version) const {
  const auto [file, offset] = place(version);
  if (offset == 0) return {};
  const std::string_view rest(file->data.bytes + offset, file->data.size - offset);
  std::size_t at = 0;
  const std::size_t length = read_varint(rest, at);
  if (!file->has_checksums) return rest.substr(at, length);
  const std::size_t number = static_cast<std::size_t>(version) - static_cast<std::size_t>(file->first);
  std::atomic<std::uint64_t>& compared = file->compared[number / compared_bits];
  const std::uint64_t bit = std::uint64_t{1} << (number % compared_bits);
  if ((compared.load(std::memory_order_relaxed) & bit) != 0) return rest.substr(at + checksum_bytes, length);
  if (length > rest.size() || at + checksum_bytes + length > rest.size()) throw_damaged(file->path, version);
  const std::string_view codes = rest.substr(at + checksum_bytes, length);
  if (read_number(rest.data() + at, checksum_bytes) != checksum_of(version, codes)) throw_damaged(file->path, version);
  compared.fetch_or(bit, std::memory_order_relaxed);
  return codes;
}

}  // namespace hemero
