#include "indexer/formats/agencies/wire_article.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "common/base/dates/text_cursor.h"
#include "common/base/message.h"
#include "common/text/characters/charset.h"
#include "common/text/characters/unicode.h"
#include "common/text/fold.h"
#include "indexer/formats/databases/export_reader.h"
#include "indexer/input/format.h"
#include "indexer/prose/line_join.h"
#include "indexer/prose/paragraphs.h"
#include "indexer/prose/signature.h"

namespace hemero {

namespace {

constexpr std::string_view text_begin = "\x02";
constexpr std::string_view text_end = "\x03";
constexpr std::size_t longest_note = 20;   ///< bytes of "1ST LEAD" and the like before a headline
constexpr std::size_t shortest_last = 40;  ///< bytes; a shorter last line without a full stop is a signature

/// ISO 646-FR: what stands in the places of brackets and braces.
constexpr std::array<std::pair<char, std::string_view>, 5> french_646{
    {{'{', "é"}, {'}', "è"}, {'@', "à"}, {'|', "ù"}, {'\\', "ç"}}};

/// ISO 6937: the combining marks of the bytes from 0xC1 on; 0 for none.
constexpr std::array<char16_t, 15> accents_6937{0x300, 0x301, 0x302, 0x303, 0x304, 0x306, 0x307, 0x308,
                                                0,     0x30A, 0x327, 0,     0x30B, 0x328, 0x30C};

char16_t accent_of(char byte) {
  const auto code = static_cast<unsigned char>(byte);
  return code >= 0xC1 && code <= 0xCF ? accents_6937[code - 0xC1U] : u'\0';
}

bool is_beyond_ascii(char byte) { return static_cast<unsigned char>(byte) >= 0x80; }

/// Braces inside of words, where nobody prints any.
bool is_french_646(std::string_view bytes) {
  std::size_t inside = 0;
  for (std::size_t i = 1; i < bytes.size(); ++i) {
    if (is_beyond_ascii(bytes[i])) return false;
    inside += (bytes[i] == '{' || bytes[i] == '}') && (is_ascii_letter(bytes[i - 1]) || bytes[i - 1] == '\'');
  }
  return inside >= 3;
}

/// Nothing beyond ASCII but accents with a letter behind each.
bool is_6937(std::string_view bytes) {
  std::size_t accents = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (!is_beyond_ascii(bytes[i])) continue;
    if (accent_of(bytes[i]) == 0 || i + 1 == bytes.size() || !is_ascii_letter(bytes[i + 1])) return false;
    ++accents;
  }
  return accents >= 3;
}

std::string from_french_646(std::string_view bytes) {
  std::string text;
  for (const char byte : bytes) {
    const auto* found =
        std::find_if(french_646.begin(), french_646.end(), [&](const auto& row) { return row.first == byte; });
    if (found != french_646.end())
      text += found->second;
    else
      text += byte;
  }
  return text;
}

std::string from_6937(std::string_view bytes) {
  std::string text;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const char16_t accent = i + 1 < bytes.size() ? accent_of(bytes[i]) : u'\0';
    text += bytes[accent == 0 ? i : ++i];
    if (accent != 0) append_utf8(text, accent);
  }
  return to_nfc(text);
}

/// "131137 GMT Nov 13": day, hour and minute, then month and year in the agency's language.
std::optional<Date> read_time(std::string_view text) {
  constexpr std::array<std::string_view, 12> months{"jan",     "fev feb",     "mar",          "avr apr abr",
                                                    "mai may", "jun juin",    "jul juil lug", "aou aug ago",
                                                    "sep set", "oct okt ott", "nov",          "dec dez dic"};
  TextCursor cursor(trimmed(text));
  const auto day = cursor.take_digits(2);
  const auto hour = cursor.take_digits(2);
  const auto minute = cursor.take_digits(2);
  const std::string_view rest = trimmed(cursor.rest());
  const std::size_t last = rest.rfind(' ');
  if (!day || !hour || !minute || last == std::string_view::npos) return std::nullopt;
  const std::string_view before = trimmed(rest.substr(0, last));
  const std::string month = fold(before.substr(before.rfind(' ') + 1));
  const std::string_view year = rest.substr(last + 1);
  if (month.size() < 3 || (year.size() != 2 && year.size() != 4) || !is_digit(year[0])) return std::nullopt;
  for (std::size_t i = 0; i < months.size(); ++i) {
    if (months[i].find(month.substr(0, 4)) == std::string_view::npos &&
        months[i].find(month.substr(0, 3)) == std::string_view::npos)
      continue;
    const char* century = year.size() == 4 ? "" : year[0] >= '7' ? "19" : "20";
    auto date =
        parse_iso_date(fmt::format("{}{}-{:0>2}-{:0>2}T{:0>2}:{:0>2}", century, year, i + 1, *day, *hour, *minute));
    if (date && before.starts_with("GMT")) date->offset = 0;
    return date;
  }
  return std::nullopt;
}

/// The agency: the last word of letters in the header ("… ccccb dpa 061"), or what follows a slash ("/AFP-XY12").
std::string agency_of(std::string_view header) {
  std::string agency;
  while (!(header = trimmed(header)).empty()) {
    std::string_view word = header.substr(0, header.find(' '));
    header.remove_prefix(word.size());
    const bool slash = word.starts_with('/');
    if (slash) word = word.substr(1, word.find('-') - 1);
    const bool letters = std::all_of(word.begin(), word.end(), is_ascii_letter);
    if (letters && word.size() >= 3 && word.size() <= 4) agency = word;
    if (slash && letters) return agency;
  }
  return agency;
}

/// Lines → paragraphs: one ends at a blank line and before a line that is indented.
std::vector<std::string> paragraphs_of(std::string_view text) {
  std::vector<std::string> paragraphs(1);
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    at = end + 1;
    const std::string_view words = trimmed(line);
    if ((words.empty() || line.starts_with("  ")) && !paragraphs.back().empty()) paragraphs.emplace_back();
    append_line(paragraphs.back(), words);
  }
  if (paragraphs.back().empty()) paragraphs.pop_back();
  return paragraphs;
}

/// The headline: the lines up to one that ends with "=", else up to a blank one. Returns what follows it.
std::string_view read_headline(std::string_view text, Article& article) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty() && article.title.empty() && article.zones.empty()) continue;
    if (line.empty()) break;
    const bool last = line.ends_with('=');
    if (last) line = trimmed(line.substr(0, line.size() - 1));
    const bool capitals = std::none_of(line.begin(), line.end(), [](char byte) { return byte >= 'a' && byte <= 'z'; });
    if (line.starts_with("By ") || line.starts_with("Par "))
      article.authors = names_of_signature(line.substr(0, line.find(',')));
    else if (article.title.empty() && capitals && line.size() <= longest_note && !last)
      append_zone(article, ZoneKind::debris, line);
    else
      (article.title += article.title.empty() ? "" : " ") += line;
    if (last) break;
  }
  return text;
}

/// What editors tell each other stands behind a line of "#" or asterisks; a short last line is who wrote it.
void set_text(std::string_view text, Article& article) {
  const std::vector<std::string> paragraphs = paragraphs_of(text);
  bool beside = false;
  for (const std::string& paragraph : paragraphs) {
    beside = beside || paragraph.starts_with("# ") || paragraph.starts_with("* * *");
    const bool signature =
        &paragraph == &paragraphs.back() && paragraph.size() < shortest_last && !ends_sentence(paragraph);
    append_zone(article, beside || signature ? ZoneKind::debris : ZoneKind::paragraph, paragraph);
  }
}

}  // namespace

std::string decode_wire(std::string_view bytes) {
  if (is_french_646(bytes)) return from_french_646(bytes);
  if (is_6937(bytes)) return from_6937(bytes);
  return decode_text(bytes).text;
}

std::variant<Article, Skip> read_wire_message(const Record& record) {
  std::string message_text = decode_wire(record.bytes);
  std::erase(message_text, '\r');
  const std::string_view whole = message_text;
  const std::size_t begin = std::min(whole.find(text_begin), whole.size());
  const std::size_t end = std::min(whole.find(text_end, begin), whole.size());
  const std::size_t start = std::min<std::size_t>(1, begin);  // behind SOH
  const std::string_view head = whole.substr(start, begin - start);
  const std::string_view header = trimmed(head.substr(0, head.find('\n')));
  Article article;
  article.path = record.path;
  article.source = agency_of(header);
  const std::string_view subjects = head.substr(std::min(head.find('\n'), head.size()));
  for (const std::string_view line : trimmed_lines(subjects))
    if (const auto name = line.substr(0, line.find_last_not_of('/') + 1); !name.empty())
      article.keywords.emplace_back(name);
  const std::size_t after = std::min(end + 1, whole.size());
  article.date_text = trimmed(whole.substr(after, whole.find_first_of("\x7F\x04\n", after) - after));
  article.date = read_time(article.date_text);
  const std::string number(header.substr(0, header.find(' ')));
  article.key = article.date && !number.empty() ? number + ":" + to_iso(*article.date) : record.key;
  if (begin < end) set_text(read_headline(whole.substr(begin + 1, end - begin - 1), article), article);
  if (!header.empty()) append_zone(article, ZoneKind::debris, header);
  if (!article.title.empty() || !joined_zones(article, std::nullopt).empty()) return article;
  return refuse_empty(record);
}

namespace {

Likeness wire_likeness(const Format&, const FileHead& file) {
  const std::string_view head = file.bytes();
  const std::size_t begin = head.find_first_not_of("\x16\r\n \t\x7F");
  const bool wire =
      begin != std::string_view::npos && head[begin] == '\x01' && head.find(text_begin, begin) < begin + 1024;
  return wire ? Likeness::sure : Likeness::none;
}

std::unique_ptr<RecordReader> cut_wire(ByteInput& input, const Opening& opening) {
  return std::make_unique<ExportReader>(input, opening.file, ExportKind::wire, opening.limits);
}

}  // namespace

const Format iptc7901_format{
    .name = "iptc7901",
    .title = "wires of news agencies (IPTC 7901)",
    .endings = {{".txt"}},
    .likeness = wire_likeness,
    .cut = cut_wire,
    .make_extractor = make_extractor_of<PlainExtractor<read_wire_message>>,
};

}  // namespace hemero
