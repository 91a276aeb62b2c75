#include "indexer/formats/documents/mail_parts.h"

#include <gmime/gmime.h>

#include <algorithm>
#include <array>
#include <memory>

#include "common/base/small_letters.h"
#include "indexer/prose/paragraphs.h"

namespace hemero {

namespace {

constexpr int deepest = 20;  ///< parts inside one another

// GMime takes kilobytes for each, and a level of its stack for each colon: groups of addresses nest in its eyes.
constexpr std::size_t most_parts = 5'000;
constexpr std::size_t most_header_lines = 20'000;
constexpr std::size_t most_colons = 10'000;  ///< in a header field

struct Release {
  void operator()(void* object) const { g_object_unref(object); }
};

template <typename T>
using Owned = std::unique_ptr<T, Release>;

std::string text_of(const char* text) { return text == nullptr ? std::string() : std::string(trimmed(text)); }

std::string header_of(GMimeObject* object, const char* name) { return text_of(g_mime_object_get_header(object, name)); }

bool is_of(GMimeObject* object, const char* type, const char* subtype) {
  return g_mime_content_type_is_type(g_mime_object_get_content_type(object), type, subtype) != 0;
}

bool is_attachment(GMimeObject* object) {
  GMimeContentDisposition* how = g_mime_object_get_content_disposition(object);
  return how != nullptr && g_ascii_strcasecmp(g_mime_content_disposition_get_disposition(how), "attachment") == 0;
}

/// The part that is read of what may stand in several forms or beside others: HTML before plain text, the first of
/// several; null when there is none.
GMimePart* find_text(GMimeObject* object, int depth) {
  if (object == nullptr || depth > deepest) return nullptr;
  if (GMIME_IS_MESSAGE_PART(object)) {
    GMimeMessage* forwarded = g_mime_message_part_get_message(GMIME_MESSAGE_PART(object));
    return forwarded == nullptr ? nullptr : find_text(g_mime_message_get_mime_part(forwarded), depth + 1);
  }
  if (GMIME_IS_PART(object)) {
    const bool text = is_of(object, "text", "html") || is_of(object, "text", "plain");
    return text && !is_attachment(object) ? GMIME_PART(object) : nullptr;
  }
  if (!GMIME_IS_MULTIPART(object)) return nullptr;
  GMimeMultipart* parts = GMIME_MULTIPART(object);
  const bool forms = is_of(object, "multipart", "alternative");
  GMimePart* first = nullptr;
  for (int i = 0; i < g_mime_multipart_get_count(parts); ++i) {
    GMimePart* found = find_text(g_mime_multipart_get_part(parts, i), depth + 1);
    if (first == nullptr) first = found;
    if (found != nullptr && (!forms || is_of(GMIME_OBJECT(found), "text", "html"))) return found;
  }
  return first;
}

void read_text(GMimePart* part, MailParts& mail) {
  GMimeObject* object = GMIME_OBJECT(part);
  mail.html = is_of(object, "text", "html");
  mail.charset = text_of(g_mime_object_get_content_type_parameter(object, "charset"));
  GMimeDataWrapper* content = g_mime_part_get_content(part);
  if (content == nullptr) return;
  const Owned<GMimeStream> decoded(g_mime_stream_mem_new());
  g_mime_data_wrapper_write_to_stream(content, decoded.get());
  const GByteArray* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(decoded.get()));
  mail.text.assign(reinterpret_cast<const char*>(bytes->data), bytes->len);
}

std::string sender_of(GMimeMessage* message) {
  InternetAddressList* from = g_mime_message_get_from(message);
  if (from == nullptr || internet_address_list_length(from) == 0) return {};
  InternetAddress* first = internet_address_list_get_address(from, 0);
  std::string name = text_of(internet_address_get_name(first));
  if (name.empty() && INTERNET_ADDRESS_IS_MAILBOX(first))
    name = text_of(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(first)));
  return name;
}

/// Browsers tell where the page was, in its header or in that of the part.
void find_page(GMimeObject* message, GMimePart* text, MailParts& mail) {
  mail.address = header_of(message, "Snapshot-Content-Location");
  if (mail.address.empty()) mail.address = header_of(message, "Content-Location");
  if (mail.address.empty() && text != nullptr) mail.address = header_of(GMIME_OBJECT(text), "Content-Location");
  mail.saved_page = mail.html && (mail.address.find("://") != std::string::npos || mail.sender.starts_with("Saved by"));
  if (!mail.address.starts_with("http")) mail.address.clear();
}

}  // namespace

bool is_overgrown(std::string_view bytes) {
  std::size_t parts = 0;
  std::size_t header_lines = 0;
  std::size_t colons = 0;
  bool in_header = true;
  while (!bytes.empty() && parts <= most_parts && header_lines <= most_header_lines && colons <= most_colons) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    const std::string_view line = bytes.substr(0, end);
    parts += line.starts_with("--");
    in_header = line.starts_with("--") || (in_header && !line.empty() && line != "\r");
    header_lines += in_header;
    if (!in_header || (!line.starts_with(' ') && !line.starts_with('\t'))) colons = 0;
    if (in_header) colons += static_cast<std::size_t>(std::count(line.begin(), line.end(), ':'));
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
  }
  return !bytes.empty();
}

std::optional<MailParts> read_mail_parts(std::string_view bytes) {
  static const bool initialized = (g_mime_init(), true);
  if (!initialized) return std::nullopt;
  const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
  const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  const Owned<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
  if (!message) return std::nullopt;
  GMimeObject* object = GMIME_OBJECT(message.get());
  MailParts mail;
  mail.subject = text_of(g_mime_message_get_subject(message.get()));
  mail.sender = sender_of(message.get());
  mail.date = header_of(object, "Date");
  mail.id = text_of(g_mime_message_get_message_id(message.get()));
  mail.bulk = !header_of(object, "List-Id").empty() || !header_of(object, "List-Unsubscribe").empty();
  GMimePart* text = find_text(g_mime_message_get_mime_part(message.get()), 0);
  if (text != nullptr) read_text(text, mail);
  find_page(object, text, mail);
  return mail;
}

bool looks_like_mail(std::string_view head) {
  constexpr std::array<std::string_view, 8> names{"mime-version", "message-id", "received",     "return-path",
                                                  "delivered-to", "x-mailer",   "content-type", "list-unsubscribe"};
  std::size_t known = 0;
  for (const std::string_view line : trimmed_lines(head)) {
    if (line.empty()) break;
    const std::size_t colon = line.find(':');
    const std::string name = small_letters(line.substr(0, colon == std::string_view::npos ? 0 : colon));
    known += std::find(names.begin(), names.end(), name) != names.end();
  }
  return known > 1;
}

}  // namespace hemero
