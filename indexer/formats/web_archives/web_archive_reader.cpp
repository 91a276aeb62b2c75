#include "indexer/formats/web_archives/web_archive_reader.h"

#include <algorithm>
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

constexpr std::size_t block = std::size_t{128} << 10;      // bytes asked for at once
constexpr std::size_t window = 2 * longest_record_header;  // bytes in which the next record is looked for

}  // namespace

/// Reads until so many bytes are there that were not consumed; false when the file ends before.
bool WebArchiveReader::ensure(std::size_t size) {
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
std::size_t WebArchiveReader::read_to(std::span<char> room) {
  try {
    return input_.read(room);
  } catch (const Error&) {
    failure_ = std::current_exception();
    return 0;
  }
}

void WebArchiveReader::consume(std::size_t size) {
  at_ += size;
  offset_ += size;
}

/// Goes past line ends; false at the end of the file.
bool WebArchiveReader::skip_blanks() {
  while (ensure(1)) {
    if (unread().front() != '\r' && unread().front() != '\n') return true;
    consume(1);
  }
  return false;
}

bool WebArchiveReader::at_record_or_end() {
  if (!skip_blanks()) return true;
  ensure(syntax_.longest_sign);
  return syntax_.begins_record(unread());
}

/// Goes to the next line that begins as a record does, or to the end of the file.
void WebArchiveReader::find_next_record() {
  while (true) {
    const bool more = ensure(window);
    const std::size_t at = syntax_.find_record(unread(), 0);
    if (at != std::string_view::npos) return consume(at);
    if (!more) return consume(unread().size());
    consume(unread().size() - syntax_.longest_sign - 1);
  }
}

ArchivedRecord WebArchiveReader::read_header() {
  ensure(longest_record_header);
  return syntax_.read_header(unread().substr(0, longest_record_header));
}

std::optional<SourceItem> WebArchiveReader::next() {
  while (skip_blanks()) {
    record_ = offset_;
    const ArchivedRecord header = read_header();
    if (!header.sound) {
      find_next_record();
      return refuse(reason::damaged, message("no sound record begins at byte {}", record_));
    }
    auto item = header.length > longest_ ? pass_long_record(header) : read_record(header);
    if (item) return item;
  }
  return failure_ ? std::optional(go_on_behind_damage()) : std::nullopt;
}

/// Tells what was kept by read_to(). Behind a damaged member of gzip the next one is read; what gives nothing more is
/// thrown.
SourceItem WebArchiveReader::go_on_behind_damage() {
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

std::optional<SourceItem> WebArchiveReader::read_record(const ArchivedRecord& header) {
  const std::size_t size = header.size + static_cast<std::size_t>(header.length);
  if (!ensure(size)) return refuse_false_length(header, true);
  // The next record is looked at before this one is believed: what is read ahead stays in the buffer.
  ensure(size + syntax_.longest_sign + 5);
  std::string_view behind = unread().substr(size);
  behind.remove_prefix(std::min(behind.find_first_not_of("\r\n"), behind.size()));
  if (!behind.empty() && !syntax_.begins_record(behind)) return refuse_false_length(header, false);
  auto item = page_of(header, unread().substr(header.size, static_cast<std::size_t>(header.length)));
  consume(size);
  return item;
}

/// A record whose length leads to no other record, or behind the end of the file.
SourceItem WebArchiveReader::refuse_false_length(const ArchivedRecord& header, bool cut) {
  const std::size_t inside = syntax_.find_record(unread(), header.size);
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
std::optional<SourceItem> WebArchiveReader::pass_long_record(const ArchivedRecord& header) {
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
std::optional<SourceItem> WebArchiveReader::page_of(const ArchivedRecord& header, std::string_view content) {
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
Skip WebArchiveReader::refuse_answer(const ArchivedRecord& header, const char* why, const std::string& text) const {
  return refuse(why, header.target.empty() ? text : header.target + ": " + text);
}

Skip WebArchiveReader::refuse(const char* why, std::string text) const {
  return {why, std::move(text), path_, 0, record_, {}, false};
}

namespace {

constexpr std::string_view arc_sign = "filedesc://";  ///< the first record of a file

Likeness warc_likeness(const Format&, const FileHead& head) {
  const bool known = head.bytes().starts_with("WARC/1.") || head.bytes().starts_with(arc_sign);
  return known ? Likeness::sure : Likeness::none;
}

std::unique_ptr<RecordReader> cut_warc(ByteInput& input, const Opening& opening) {
  const std::string_view head = opening.head.bytes();
  const bool called_arc = end_of_name(opening.file.path) == ".arc" && !warc_syntax.begins_record(head);
  const bool arc = called_arc || arc_syntax.begins_record(head);  // a file of some of its records lacks the first
  return std::make_unique<WebArchiveReader>(input, opening.file, opening.limits, arc ? arc_syntax : warc_syntax);
}

}  // namespace

const Format warc_format{
    .name = "warc",
    .title = "web archives (WARC, ARC)",
    .endings = {{".warc", Likeness::sure}, {".arc", Likeness::perhaps}},
    .likeness = warc_likeness,
    .cut = cut_warc,
    .make_extractor = html_format.make_extractor,
};

}  // namespace hemero
