#include "indexer/input/container.h"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>

#include <algorithm>
#include <charconv>
#include <exception>
#include <fstream>
#include <new>
#include <utility>
#include <vector>

#include "common/base/content_coding.h"
#include "common/base/error.h"
#include "common/base/message.h"
#include "common/text/characters/charset.h"
#include "indexer/input/passed_over.h"
#include "indexer/input/record.h"

namespace hemero {

namespace {

constexpr std::size_t block = std::size_t{64} << 10;  // bytes handed to libarchive at once
constexpr std::uint64_t most_replayed = 1'000'000;    // entries gone past again behind damage: about a second

/// libarchive converts names to the charset of the thread's locale: to UTF-8 while one of these lives.
class Utf8Names {
 public:
  Utf8Names() : utf8_(newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)), before_(utf8_ ? uselocale(utf8_) : nullptr) {}
  ~Utf8Names() {
    if (before_ != nullptr) uselocale(before_);
    if (utf8_ != nullptr) freelocale(utf8_);
  }
  Utf8Names(const Utf8Names&) = delete;
  Utf8Names& operator=(const Utf8Names&) = delete;

 private:
  locale_t utf8_;
  locale_t before_;
};

struct Release {
  void operator()(archive* reader) const { archive_read_free(reader); }
};

std::string error_text(archive* reader) {
  const char* text = archive_error_string(reader);
  return text == nullptr ? "?" : text;
}

bool is_zip(archive* reader) { return (archive_format(reader) & ARCHIVE_FORMAT_BASE_MASK) == ARCHIVE_FORMAT_ZIP; }

/// A name that is not UTF-8 is in the charset of DOS in a zip, of Windows in a tar. Control characters, which could
/// fake lines of a message, become spaces.
std::string decoded_name(archive* reader, archive_entry* entry) {
  const char* raw = archive_entry_pathname(entry);
  std::string name = raw == nullptr ? "?" : decode_text(raw, is_zip(reader) ? "cp850" : "windows-1252").text;
  if (is_zip(reader)) std::replace(name.begin(), name.end(), '\\', '/');
  for (char& byte : name)
    if (static_cast<unsigned char>(byte) < ' ' || byte == '\x7F') byte = ' ';
  return name;
}

std::vector<std::string_view> parts_of(std::string_view name) {
  std::vector<std::string_view> parts;
  while (!name.empty()) {
    const std::size_t end = std::min(name.find('/'), name.size());
    const std::string_view part = name.substr(0, end);
    if (!part.empty() && part != ".") parts.push_back(part);
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  return parts;
}

bool leads_outside(std::string_view name) {
  const auto parts = parts_of(name);
  const bool drive = name.size() > 1 && name[1] == ':';
  return name.starts_with('/') || drive || std::find(parts.begin(), parts.end(), "..") != parts.end();
}

bool has_hidden_part(std::string_view name) {
  const auto parts = parts_of(name);
  return std::any_of(parts.begin(), parts.end(), is_hidden);
}

std::string joined(const std::vector<std::string_view>& parts) {
  std::string name;
  for (const std::string_view part : parts) (name += name.empty() ? "" : "/") += part;
  return name;
}

/// How the current entry of a zip is packed, when that is none of the ways that take little memory; else empty.
std::string strange_packing(archive* reader) {
  const std::string_view name = is_zip(reader) ? archive_format_name(reader) : "";
  const std::size_t open = name.find('(');
  if (open == std::string_view::npos) return {};
  const std::string_view packing = name.substr(open + 1, name.find(')') - open - 1);
  const bool known = packing == "uncompressed" || packing == "deflation" || packing == "bzip";
  return known ? std::string() : std::string(packing);
}

/// The name of a zip's first entry, with what stands behind it.
/// The name of a zip's first entry and what follows it. The type of a document (ISO 26300), which programs should not
/// pack, is unpacked where one did.
std::string first_entry(std::string_view head) {
  constexpr std::size_t name_at = 30;
  constexpr std::size_t sizes_at = 26;  ///< of the name and of fields behind it
  constexpr std::size_t longest_type = 100;
  constexpr std::string_view type = "mimetype";
  if (!head.starts_with("PK\x03\x04") || head.size() <= name_at) return {};
  const auto size_at = [&](std::size_t at) {
    return static_cast<unsigned char>(head[at]) + 256U * static_cast<unsigned char>(head[at + 1]);
  };
  const std::string_view entry = head.substr(name_at);
  const std::size_t content = size_at(sizes_at) + size_at(sizes_at + 2);
  const bool packed = size_at(8) != 0 && size_at(sizes_at) == type.size() && content < entry.size();
  if (!packed || !entry.starts_with(type)) return std::string(entry);
  return std::string(type) + unpack_content(ContentCoding::deflate, entry.substr(content), longest_type).bytes;
}

}  // namespace

/// libarchive, and where its bytes come from. Errors of the input travel around it.
struct Container::Reader {
  std::unique_ptr<archive, Release> archive_reader{archive_read_new()};
  archive_entry* entry = nullptr;
  std::unique_ptr<ByteInput> input;
  std::vector<char> buffer;
  std::uint64_t packed = 0;  ///< bytes of the container, or of what was read of it
  std::exception_ptr failure;

  void open(const std::filesystem::path& path);
  void rethrow() {
    if (failure) std::rethrow_exception(std::exchange(failure, nullptr));
  }
};

void Container::Reader::open(const std::filesystem::path& path) {
  archive* reader = archive_reader.get();
  if (reader == nullptr) throw std::bad_alloc();
  archive_read_support_format_zip(reader);
  archive_read_support_format_tar(reader);
  const auto give_block = [](archive*, void* self, const void** bytes) -> la_ssize_t {
    auto& from = *static_cast<Reader*>(self);
    *bytes = from.buffer.data();
    try {
      const std::size_t count = from.input->read(from.buffer);
      from.packed += count;
      return static_cast<la_ssize_t>(count);
    } catch (...) {
      from.failure = std::current_exception();
      return -1;
    }
  };
  if (input) buffer.resize(block);
  const int status = input ? archive_read_open(reader, this, nullptr, give_block, nullptr)
                           : archive_read_open_filename(reader, path.c_str(), block);
  rethrow();
  if (status != ARCHIVE_OK)
    throw Error(ErrorCode::bad_data, message("the container cannot be opened: {}", error_text(reader)));
}

Container::Container(const std::filesystem::path& path, std::unique_ptr<ByteInput> input, const InputLimits& limits)
    : path_(path), limits_(limits), reader_(std::make_unique<Reader>()) {
  reader_->input = std::move(input);
  if (!reader_->input) reader_->packed = std::filesystem::file_size(path);
  reader_->open(path);
}

Container::~Container() = default;

std::optional<Container::Entry> Container::next() {
  finish_entry();
  damage_.clear();
  const Utf8Names names;
  while (!done_) {
    const int status = archive_read_next_header(reader_->archive_reader.get(), &reader_->entry);
    if (status == ARCHIVE_EOF) break;
    if (status != ARCHIVE_OK && status != ARCHIVE_WARN) {
      done_ = true;
      reader_->rethrow();
      throw Error(ErrorCode::bad_data, message("the container is damaged here, the rest is not read: {}",
                                               error_text(reader_->archive_reader.get())));
    }
    if (++entries_ > limits_.container_entries)
      give_up(message("the container holds more than {} entries, the rest is not read", limits_.container_entries));
    if (archive_entry_filetype(reader_->entry) == AE_IFDIR) continue;
    Entry entry = describe();
    if (entry.reason == nullptr && has_hidden_part(entry.name)) continue;
    in_entry_ = entry.reason == nullptr;
    return entry;
  }
  done_ = true;
  return std::nullopt;
}

/// The current entry by its header.
Container::Entry Container::describe() {
  archive* reader = reader_->archive_reader.get();
  archive_entry* entry = reader_->entry;
  const std::string name = decoded_name(reader, entry);
  if (leads_outside(name)) return {name, reason::outside, message("the name leads out of the container: not read")};
  Entry found{joined(parts_of(name))};
  const bool file = archive_entry_filetype(entry) == AE_IFREG && archive_entry_hardlink(entry) == nullptr;
  if (!file) return {found.name, reason::no_file, message("a link or a device, not a file")};
  if (archive_entry_is_encrypted(entry) != 0) return {found.name, reason::encrypted, message("encrypted: not read")};
  if (const std::string packing = strange_packing(reader); !packing.empty())
    return {found.name, reason::unknown_format, message("packed by {}, which is not read", packing)};
  return found;
}

/// A stream is read to the entry's end here, where its growth is watched; libarchive alone would unpack whatever comes.
void Container::finish_entry() {
  if (!std::exchange(in_entry_, false) || !reader_->input) return;
  std::vector<char> room(block);
  try {
    while (read(room) > 0) continue;
  } catch (const OverLimit&) {
    throw;
  } catch (const Error&) {  // of an entry that nobody reads to its end
  }
}

std::size_t Container::read(std::span<char> room) {
  if (!damage_.empty()) throw Error(ErrorCode::bad_data, damage_);
  if (done_) return 0;
  const la_ssize_t count = archive_read_data(reader_->archive_reader.get(), room.data(), room.size());
  if (count < 0) fail(count == ARCHIVE_FATAL);
  given_ += static_cast<std::uint64_t>(count);
  check_growth();
  return static_cast<std::size_t>(count);
}

/// Tells damage in the current entry, now and each time that it is read. What libarchive cannot go on behind is opened
/// once more where that is possible.
void Container::fail(bool for_good) {
  const std::string text = error_text(reader_->archive_reader.get());
  in_entry_ = false;
  done_ = for_good && !reopen();
  reader_->rethrow();
  damage_ = done_ ? message("the container is damaged here, the rest is not read: {}", text)
                  : message("it is damaged: {}", text);
  throw Error(ErrorCode::bad_data, damage_);
}

/// A zip on the disk, up to the current entry; false where there is none, or where it would take too long.
bool Container::reopen() {
  replayed_ += entries_;
  if (reader_->input || replayed_ > most_replayed) return false;
  const Utf8Names names;
  auto again = std::make_unique<Reader>();
  again->packed = reader_->packed;
  again->open(path_);
  for (std::uint64_t i = 0; i < entries_; ++i)
    if (archive_read_next_header(again->archive_reader.get(), &again->entry) < ARCHIVE_WARN) return false;
  reader_ = std::move(again);
  return true;
}

void Container::check_growth() {
  if (given_ > limits_.container_total)
    give_up(message("the container holds more than {} MiB, the rest is not read", limits_.container_total >> 20));
  if (given_ > limits_.unpack_freely && given_ / limits_.unpack_ratio > reader_->packed)
    give_up(
        message("the container unpacks to more than {} times its size, the rest is not read", limits_.unpack_ratio));
}

void Container::give_up(const std::string& text) {
  done_ = true;
  throw OverLimit(text);
}

bool looks_like_container(std::string_view head) {
  constexpr std::size_t tar_header = 512;
  constexpr std::size_t checksum_at = 148;
  constexpr std::size_t checksum_size = 8;
  using namespace std::string_view_literals;
  for (const auto zip : {"PK\x03\x04"sv, "PK\x05\x06"sv, "PK\x07\x08"sv})
    if (head.starts_with(zip)) return true;
  if (head.size() < tar_header || head.front() == '\0') return false;
  unsigned long sum = checksum_size * ' ';
  for (std::size_t i = 0; i < tar_header; ++i)
    if (i < checksum_at || i >= checksum_at + checksum_size) sum += static_cast<unsigned char>(head[i]);
  std::string_view written = head.substr(checksum_at, checksum_size);
  written.remove_prefix(std::min(written.find_first_not_of(' '), written.size()));
  unsigned long checksum = 0;
  std::from_chars(written.data(), written.data() + written.size(), checksum, 8);
  return checksum == sum;
}

bool is_open_document(std::string_view head) {
  return first_entry(head).starts_with("mimetypeapplication/vnd.oasis.opendocument.text");
}

bool is_document(std::string_view head) {
  constexpr std::array<std::string_view, 8> names{"[Content_Types].xml", "_rels/.rels",       "docProps/app.xml",
                                                  "docProps/core.xml",   "word/document.xml", "word/styles.xml",
                                                  "word/settings.xml",   "word/numbering.xml"};
  const std::string entry = first_entry(head);
  return head.starts_with("%PDF-") || is_open_document(head) ||
         std::any_of(names.begin(), names.end(), [&](std::string_view name) { return entry.starts_with(name); });
}

bool is_zip_file(const std::filesystem::path& path) {
  std::error_code ignored;  // what cannot be looked at is no zip
  if (!std::filesystem::is_regular_file(path, ignored)) return false;
  std::string head(4, '\0');
  std::ifstream(path, std::ios::binary).read(head.data(), static_cast<std::streamsize>(head.size()));
  return head.starts_with("PK");
}

}  // namespace hemero
