#include "indexer/formats/documents/mailbox_reader.h"

#include "common/base/dates/text_cursor.h"
#include "common/base/message.h"

namespace hemero {

namespace {

/// Lines of a message that look like the one before it got a ">" (mboxrd).
std::string_view unquoted(std::string_view line) {
  const std::size_t first = line.find_first_not_of('>');
  const bool quoted = first != std::string_view::npos && first > 0 && line.substr(first).starts_with("From ");
  return line.substr(quoted ? 1 : 0);
}

}  // namespace

/// It names an hour.
bool begins_message(std::string_view line) {
  if (!line.starts_with("From ")) return false;
  for (std::size_t colon = line.find(':'); colon != std::string_view::npos; colon = line.find(':', colon + 1))
    if (colon > 1 && colon + 2 < line.size() && is_digit(line[colon - 1]) && is_digit(line[colon + 1])) return true;
  return false;
}

/// Envelopes without a message give nothing.
std::optional<SourceItem> MailboxReader::next() {
  while (!at_end_)
    if (auto message = read_message()) return message;
  return std::nullopt;
}

std::optional<SourceItem> MailboxReader::read_message() {
  Record record{{}, path_, key_, begin_};
  bool blank = true;  // the line before
  bool too_long = false;
  at_end_ = true;
  while (const auto line = lines_.next()) {
    if (blank && begins_message(line->text)) {
      begin_ = line->number;
      at_end_ = record.line == 0;
      if (!at_end_) break;
      record.line = begin_;
      continue;
    }
    blank = line->text.empty();
    too_long = too_long || line->too_long || record.bytes.size() + line->text.size() > longest_;
    if (!too_long) record.bytes.append(unquoted(line->text)) += '\n';
  }
  if (too_long) return refuse(record, reason::too_long, message("the message is longer than {} MiB", longest_ >> 20));
  if (record.bytes.empty()) return std::nullopt;
  return record;
}

}  // namespace hemero
