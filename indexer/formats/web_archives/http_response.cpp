#include "indexer/formats/web_archives/http_response.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "common/base/content_coding.h"
#include "common/base/message.h"
#include "common/base/small_letters.h"
#include "indexer/formats/html/html_source.h"
#include "indexer/prose/paragraphs.h"

namespace hemero {

namespace {

/// The body put together from its chunks; nothing when it is not in chunks, though the header says so.
std::optional<std::string> join_chunks(std::string_view body) {
  std::string joined;
  while (true) {
    std::size_t size = 0;
    const auto [end, error] = std::from_chars(body.data(), body.data() + body.size(), size, 16);
    const std::size_t line_end = body.find('\n');
    if (error != std::errc() || line_end == std::string_view::npos) return std::nullopt;
    body.remove_prefix(line_end + 1);
    if (size == 0) return joined;
    if (size > body.size()) return std::nullopt;
    joined += body.substr(0, size);
    body.remove_prefix(size);
    if (body.starts_with('\r')) body.remove_prefix(1);
    if (body.starts_with('\n')) body.remove_prefix(1);
  }
}

std::optional<ContentCoding> coding_of(std::string_view body, const std::string& name) {
  if (name == "br") return ContentCoding::brotli;
  if (name == "deflate") return ContentCoding::deflate;
  const bool packed = body.starts_with("\x1F\x8B");
  return packed && (name == "gzip" || name == "x-gzip") ? std::optional(ContentCoding::gzip) : std::nullopt;
}

std::string charset_of(std::string_view type) {
  const std::string small = small_letters(type);
  const auto at = small.find("charset=");
  if (at == std::string::npos) return {};
  std::string charset = small.substr(at + 8, small.find(';', at) - at - 8);
  std::erase_if(charset, [](char byte) { return byte == '"' || byte == '\'' || byte == ' '; });
  return charset;
}

}  // namespace

std::string_view header_field(std::string_view lines, std::string_view name) {
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    const std::string_view line = lines.substr(0, end);
    const std::size_t colon = line.find(':');
    if (colon == name.size() && small_letters(line.substr(0, colon)) == name) return trimmed(line.substr(colon + 1));
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
  return {};
}

std::size_t end_of_header(std::string_view bytes) {
  const std::size_t crlf = bytes.find("\n\r\n");
  const std::size_t lf = bytes.substr(0, crlf).find("\n\n");
  if (lf != std::string_view::npos) return lf + 2;
  return crlf == std::string_view::npos ? crlf : crlf + 3;
}

bool is_page_type(std::string_view type) {
  const std::string small = small_letters(type);
  return small.starts_with("text/html") || small.starts_with("application/xhtml+xml");
}

std::variant<HttpPage, HttpRefusal> read_http_response(std::string_view response, std::size_t limit) {
  const std::size_t head_end = end_of_header(response);
  if (head_end == std::string_view::npos || !response.starts_with("HTTP/"))
    return HttpRefusal{reason::damaged, message("the record holds no HTTP response")};
  const std::string_view head = response.substr(0, head_end);
  std::string_view body = response.substr(head_end);
  const std::string_view status = head.substr(std::min(head.find(' ') + 1, head.size())).substr(0, 3);
  if (status != "200") return HttpRefusal{reason::no_page, message("the server answered with status {}", status)};
  const std::string_view type = header_field(head, "content-type");
  if (!is_page_type(type)) return HttpRefusal{reason::no_page, message("not a web page but {}", type)};

  std::optional<std::string> joined;
  if (small_letters(header_field(head, "transfer-encoding")).find("chunked") != std::string::npos)
    joined = join_chunks(body);
  if (joined) body = *joined;
  const auto coding = coding_of(body, small_letters(header_field(head, "content-encoding")));
  if (!coding) return HttpPage{std::string(body), charset_of(type)};
  UnpackedContent content = unpack_content(*coding, body, limit);
  if (content.fault == UnpackedContent::Fault::too_long)
    return HttpRefusal{reason::too_long, message("the page is longer than {} MiB", limit >> 20)};
  if (content.fault == UnpackedContent::Fault::none) return HttpPage{std::move(content.bytes), charset_of(type)};
  if (looks_like_html(body)) return HttpPage{std::string(body), charset_of(type)};
  return HttpRefusal{reason::damaged, message("the page cannot be decompressed")};
}

}  // namespace hemero
