#include "indexer/formats/web_archives/warc_reader.h"

#include <algorithm>
#include <charconv>
#include <exception>
#include <span>
#include <utility>

#include "common/base/error.h"
#include "common/base/message.h"
#include "indexer/formats/html/html_article.h"
#include "indexer/formats/web_archives/http_response.h"
#include "indexer/input/format.h"

namespace hemero {

namespace {

constexpr std::size_t block = std::size_t{128} << 10;          // bytes asked for at once
constexpr std::size_t longest_header = std::size_t{64} << 10;  // bytes of a record's header lines
constexpr std::string_view record_begin = "WARC/";
constexpr std::string_view record_behind_line = "\nWARC/";

/// Where a record's header lines end, behind the blank one; npos when another record begins before.
std::size_t end_of_lines(std::string_view front) {
  std::size_t begin = 0;
  while (true) {
    const std::size_t end = front.find('\n', begin);
    if (end == std::string_view::npos) return end;
    const std::string_view line = front.substr(begin, end - begin);
    if (line.empty() || line == "\r") return end + 1;
    if (begin > 0 && line.starts_with(record_begin)) return std::string_view::npos;
    begin = end + 1;
  }
}

}  // namespace

/// What the header lines of a record say.
struct WarcReader::Header {
  bool sound = false;
  std::size_t size = 0;  ///< of the lines, with the blank one
  std::uint64_t length = 0;
  std::string type;
  std::string content_type;
  std::string target;
};

/// Reads until so many bytes are there that were not consumed; false when the file ends before.
bool WarcReader::ensure(std::size_t size) {
  if (unread().size() >= size || at_end_) return unread().size() >= size;
  buffer_.erase(0, at_);
  at_ = 0;
  while (buffer_.size() < size && !at_end_) {
    const std::size_t used = buffer_.size();
    buffer_.resize(used + block);
    const std::size_t count = read_to(std::span(buffer_).subspan(used));
    buffer_.resize(used + count);
    at_end_ = count == 0;
  }
  return buffer_.size() >= size;
}

/// Damage in compressed data is kept until the records before it were handed out.
std::size_t WarcReader::read_to(std::span<char> room) {
  try {
    return input_.read(room);
  } catch (const Error&) {
    failure_ = std::current_exception();
    return 0;
  }
}

void WarcReader::consume(std::size_t size) {
  at_ += size;
  offset_ += size;
}

/// Goes past line ends; false at the end of the file.
bool WarcReader::skip_blanks() {
  while (ensure(1)) {
    if (unread().front() != '\r' && unread().front() != '\n') return true;
    consume(1);
  }
  return false;
}

bool WarcReader::at_record_or_end() {
  if (!skip_blanks()) return true;
  ensure(record_begin.size());
  return unread().starts_with(record_begin);
}

/// Goes to the next line that begins as a record does, or to the end of the file.
void WarcReader::find_next_record() {
  while (ensure(record_behind_line.size())) {
    const std::size_t at = unread().find(record_behind_line);
    if (at != std::string_view::npos) return consume(at + 1);
    consume(unread().size() - record_behind_line.size() + 1);
  }
  consume(unread().size());
}

WarcReader::Header WarcReader::read_header() {
  ensure(longest_header);
  Header header;
  const std::string_view front = unread().substr(0, longest_header);
  const std::size_t end = end_of_lines(front);
  if (end == std::string_view::npos || !front.starts_with(record_begin)) return header;
  const std::string_view lines = front.substr(0, end);
  const std::string_view length = header_field(lines, "content-length");
  const auto [last, error] = std::from_chars(length.data(), length.data() + length.size(), header.length);
  header.sound = error == std::errc() && last == length.data() + length.size();
  header.size = end;
  header.type = header_field(lines, "warc-type");
  header.content_type = header_field(lines, "content-type");
  header.target = header_field(lines, "warc-target-uri");
  if (header.target.starts_with('<') && header.target.ends_with('>'))  // as WARC 1.0 prints it
    header.target = header.target.substr(1, header.target.size() - 2);
  return header;
}

std::optional<SourceItem> WarcReader::next() {
  while (skip_blanks()) {
    record_ = offset_;
    const Header header = read_header();
    if (!header.sound) {
      find_next_record();
      return refuse(reason::damaged, message("no sound WARC record begins at byte {}", record_));
    }
    auto item = header.length > longest_ ? pass_long_record(header) : read_record(header);
    if (item) return item;
  }
  return failure_ ? std::optional(go_on_behind_damage()) : std::nullopt;
}

/// Tells what was kept by read_to(). Behind a damaged member of gzip the next one is read; what gives nothing more is
/// thrown.
SourceItem WarcReader::go_on_behind_damage() {
  record_ = offset_;
  try {
    std::rethrow_exception(std::exchange(failure_, nullptr));
  } catch (const OverLimit&) {
    throw;
  } catch (const Error& error) {
    if (error.code() != ErrorCode::bad_data || damage_ == offset_) throw;
    damage_ = offset_;
    at_end_ = false;
    Skip skipped = refuse(reason::damaged, error.message());
    skipped.whole_path = true;
    return skipped;
  }
}

std::optional<SourceItem> WarcReader::read_record(const Header& header) {
  const std::size_t size = header.size + static_cast<std::size_t>(header.length);
  if (!ensure(size)) return refuse_false_length(header, true);
  // The next record is looked at before this one is believed: what is read ahead stays in the buffer.
  ensure(size + record_behind_line.size() + 4);
  std::string_view behind = unread().substr(size);
  behind.remove_prefix(std::min(behind.find_first_not_of("\r\n"), behind.size()));
  if (!behind.empty() && !behind.starts_with(record_begin)) return refuse_false_length(header, false);
  auto item = page_of(header, unread().substr(header.size, static_cast<std::size_t>(header.length)));
  consume(size);
  return item;
}

/// A record whose length leads to no other record, or behind the end of the file.
SourceItem WarcReader::refuse_false_length(const Header& header, bool cut) {
  const std::size_t inside = unread().find(record_behind_line, header.size);
  const bool swallows = inside != std::string_view::npos && inside < header.size + header.length;
  if (cut && !swallows) {
    consume(unread().size());
    return refuse(reason::damaged, message("the file ends inside of the record at byte {}", record_));
  }
  consume(header.size);
  find_next_record();
  return refuse(reason::damaged, message("the record at byte {} is not as long as it says", record_));
}

/// Goes past a record that is too long for the memory.
std::optional<SourceItem> WarcReader::pass_long_record(const Header& header) {
  consume(header.size);
  std::uint64_t left = header.length;
  while (left > 0 && ensure(1)) {
    const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(left, unread().size()));
    consume(size);
    left -= size;
  }
  if (left > 0) return refuse(reason::damaged, message("the file ends inside of the record at byte {}", record_));
  if (!at_record_or_end()) {
    find_next_record();
    return refuse(reason::damaged, message("the record at byte {} is not as long as it says", record_));
  }
  if (header.type != "response" && header.type != "resource") return std::nullopt;
  return refuse_answer(header, reason::too_long, message("the page is longer than {} MiB", longest_ >> 20));
}

/// What a sound record gives; nothing for those that are no answer of a server.
std::optional<SourceItem> WarcReader::page_of(const Header& header, std::string_view content) {
  if (header.type == "revisit")
    return refuse(reason::revisit, message("{} was archived before, unchanged", header.target));
  const bool response = header.type == "response" && header.content_type.starts_with("application/http");
  if (!response && header.type != "resource" && header.type != "response") return std::nullopt;
  Record record{{}, path_, header.target, 0, record_};
  record.format = &html_format;
  record.url = header.target;
  if (!response) {
    if (!is_page_type(header.content_type))
      return refuse_answer(header, reason::no_page, message("not a web page but {}", header.content_type));
    record.bytes = content;
    return record;
  }
  auto page = read_http_response(content, longest_);
  if (auto* refusal = std::get_if<HttpRefusal>(&page)) return refuse_answer(header, refusal->reason, refusal->message);
  record.bytes = std::move(std::get<HttpPage>(page).bytes);
  record.charset = std::move(std::get<HttpPage>(page).charset);
  return record;
}

/// A skip that names the address, where there is one.
Skip WarcReader::refuse_answer(const Header& header, const char* why, const std::string& text) const {
  return refuse(why, header.target.empty() ? text : header.target + ": " + text);
}

Skip WarcReader::refuse(const char* why, std::string text) const {
  return {why, std::move(text), path_, 0, record_, {}, false};
}

namespace {

Likeness warc_likeness(const Format&, const FileHead& head) {
  return head.bytes().starts_with("WARC/1.") ? Likeness::sure : Likeness::none;
}

std::unique_ptr<RecordReader> cut_warc(ByteInput& input, const Opening& opening) {
  return std::make_unique<WarcReader>(input, opening.file, opening.limits);
}

}  // namespace

const Format warc_format{
    .name = "warc",
    .title = "web archives (WARC)",
    .endings = {{".warc", Likeness::sure}},
    .likeness = warc_likeness,
    .cut = cut_warc,
    .make_extractor = html_format.make_extractor,
};

}  // namespace hemero
