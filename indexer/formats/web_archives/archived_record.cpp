#include "indexer/formats/web_archives/archived_record.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <vector>

#include "indexer/formats/web_archives/http_response.h"

namespace hemero {

namespace {

std::optional<std::uint64_t> number_of(std::string_view text) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

constexpr std::string_view warc_sign = "WARC/";

bool begins_warc(std::string_view bytes) { return bytes.starts_with(warc_sign); }

std::size_t find_warc(std::string_view bytes, std::size_t from) {
  const std::size_t at = bytes.find("\nWARC/", from);
  return at == std::string_view::npos ? at : at + 1;
}

/// Where a record's header lines end, behind the blank one; npos when another record begins before.
std::size_t end_of_lines(std::string_view front) {
  std::size_t begin = 0;
  while (true) {
    const std::size_t end = front.find('\n', begin);
    if (end == std::string_view::npos) return end;
    const std::string_view line = front.substr(begin, end - begin);
    if (line.empty() || line == "\r") return end + 1;
    if (begin > 0 && begins_warc(line)) return std::string_view::npos;
    begin = end + 1;
  }
}

ArchivedRecord read_warc_header(std::string_view front) {
  ArchivedRecord header;
  const std::size_t end = end_of_lines(front);
  if (end == std::string_view::npos || !begins_warc(front)) return header;
  const std::string_view lines = front.substr(0, end);
  const auto length = number_of(header_field(lines, "content-length"));
  header.sound = length.has_value();
  header.length = length.value_or(0);
  header.size = end;
  header.type = header_field(lines, "warc-type");
  header.content_type = header_field(lines, "content-type");
  header.target = header_field(lines, "warc-target-uri");
  if (header.target.starts_with('<') && header.target.ends_with('>'))  // as WARC 1.0 prints it
    header.target = header.target.substr(1, header.target.size() - 2);
  return header;
}

constexpr std::size_t longest_arc_line = std::size_t{8} << 10;
constexpr std::array<std::string_view, 5> arc_schemes{"http://", "https://", "dns:", "ftp://", "filedesc://"};

bool is_arc_date(std::string_view word) {
  return word.size() >= 12 && word.size() <= 14 &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> words;
  while (!line.empty()) {
    const std::size_t end = std::min(line.find(' '), line.size());
    words.push_back(line.substr(0, end));
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  return words;
}

/// How many words behind its date a header line has: 2 in version 1, 7 in version 2; 0 when it is none.
std::size_t words_behind_date(const std::vector<std::string_view>& words) {
  for (const std::size_t behind : {std::size_t{2}, std::size_t{7}})
    if (words.size() >= behind + 3 && is_arc_date(words[words.size() - behind - 1])) return behind;
  return 0;
}

/// Of web servers it holds answers, of names (dns:) and of itself (filedesc:) notes. One whose length is no number is
/// not sound, and ends the record before it all the same.
ArchivedRecord read_arc_header(std::string_view front) {
  const std::size_t end = front.substr(0, longest_arc_line).find('\n');
  const bool known = std::any_of(arc_schemes.begin(), arc_schemes.end(),
                                 [&](std::string_view scheme) { return front.starts_with(scheme); });
  if (!known || end == std::string_view::npos) return {};
  std::string_view line = front.substr(0, end);
  if (line.ends_with('\r')) line.remove_suffix(1);
  const auto words = words_of(line);
  const std::size_t behind = words_behind_date(words);
  const auto length = words.empty() ? std::nullopt : number_of(words.back());
  if (behind == 0) return {};
  const std::string_view address = words[words.size() - behind - 2];  // of the server; before it the one of the page
  const auto url_size = static_cast<std::size_t>(address.data() - line.data()) - 1;
  const bool answer = front.starts_with("http");
  return {length.has_value(),
          end + 1,
          length.value_or(0),
          answer ? "response" : "metadata",
          answer ? "application/http" : "text/plain",
          std::string(line.substr(0, url_size))};
}

bool begins_arc(std::string_view bytes) { return read_arc_header(bytes).size > 0; }

std::size_t find_arc(std::string_view bytes, std::size_t from) {
  while (true) {
    const std::size_t at = bytes.find('\n', from);
    if (at == std::string_view::npos) return at;
    if (begins_arc(bytes.substr(at + 1))) return at + 1;
    from = at + 1;
  }
}

}  // namespace

const ArchiveSyntax warc_syntax{read_warc_header, begins_warc, find_warc, warc_sign.size()};
const ArchiveSyntax arc_syntax{read_arc_header, begins_arc, find_arc, longest_arc_line};

}  // namespace hemero
