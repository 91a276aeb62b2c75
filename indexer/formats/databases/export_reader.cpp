#include "indexer/formats/databases/export_reader.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/base/message.h"
#include "indexer/formats/databases/nexis_lines.h"
#include "indexer/formats/html/html_source.h"

namespace hemero {

namespace {

constexpr std::size_t block_size = std::size_t{256} << 10;

constexpr std::size_t longest_tag = std::size_t{4} << 10;  ///< bytes before a mark in which its tag begins

constexpr std::size_t npos = std::string_view::npos;

/// Where the tag begins that an attribute stands in; the attribute itself where it is not in memory any more.
std::size_t tag_around(std::string_view text, std::size_t attribute) {
  const std::size_t first = attribute - std::min(attribute, longest_tag);
  const std::size_t tag = text.substr(first, attribute + 1 - first).rfind('<');
  return tag == npos ? attribute : first + tag;
}

/// The first tag from here on with an attribute that begins so and of which more holds.
template <typename Condition>
std::size_t find_tag_with(std::string_view text, std::string_view attribute, std::size_t from, Condition holds) {
  for (std::size_t at = text.find(attribute, from); at != npos; at = text.find(attribute, at + 1))
    if (const std::size_t tag = tag_around(text, at); tag >= from && holds(at)) return tag;
  return npos;
}

/// `<article>`, as Europresse has them since 2013.
std::size_t find_article_element(std::string_view text, std::size_t from) {
  constexpr std::string_view opening = "<article";
  return find_tag_with(text, opening, from, [&](std::size_t at) {
    const std::size_t end = at + opening.size();
    return end < text.size() && std::string_view(" \t\r\n>").find(text[end]) != npos;
  });
}

/// `<span class="DocPublicationName">`: before 2013 an article of Europresse had no element of its own.
std::size_t find_publication_name(std::string_view text, std::size_t from) {
  return find_tag_with(text, "DocPublicationName", from,
                       [&](std::size_t at) { return at > 0 && std::string_view("\"'=").find(text[at - 1]) != npos; });
}

/// `class="article frArticle"` of Factiva, in whichever language the article is.
std::size_t find_factiva_article(std::string_view text, std::size_t from) {
  constexpr std::string_view opening = "class=\"article ";
  return find_tag_with(text, opening, from, [&](std::size_t at) {
    const std::string_view name = text.substr(at + opening.size());
    return name.size() > 10 && name.substr(2).starts_with("Article\"");
  });
}

/// SOH, with which a message of a wire begins.
std::size_t find_wire_message(std::string_view text, std::size_t from) { return text.find('\x01', from); }

/// The line or element around a place, when it is no longer than such a number.
std::string_view short_line_around(std::string_view text, std::size_t at) {
  constexpr std::size_t longest_line = 200;  ///< bytes on either side: a text has the number in the middle of its line
  const std::size_t first = at - std::min(at, longest_line);
  const std::size_t before = text.substr(first, at - first).find_last_of(">\n");
  const std::string_view line = text.substr(before == npos ? first : first + before + 1);
  return line.substr(0, line.substr(0, 2 * longest_line).find_first_of("<\r\n"));
}

/// True when nothing but blanks stands between this place and the end of a tag.
bool stands_in_tag(std::string_view text, std::size_t at) {
  const std::size_t first = at - std::min(at, longest_tag);
  const std::size_t last = text.substr(first, at - first).find_last_not_of(" \t\r\n");
  return last != npos && text[first + last] == '>';
}

/// "1 of 25 DOCUMENTS" of LexisNexis, as a line or as all that an element says; the tag of that element.
std::size_t find_document_number(std::string_view text, std::size_t from) {
  constexpr std::array<std::string_view, 3> names{"DOCUMENT", "Document", "Dokument"};
  for (std::size_t at = text.find('D', from); at != npos; at = text.find('D', at + 1)) {
    if (std::find(names.begin(), names.end(), text.substr(at, names[0].size())) == names.end()) continue;
    const std::string_view line = short_line_around(text, at);
    const auto begin = static_cast<std::size_t>(line.data() - text.data());
    const std::size_t opening = stands_in_tag(text, begin) ? tag_around(text, begin) : begin;
    if (opening >= from && is_document_number(line)) return opening;
  }
  return npos;
}

}  // namespace

bool is_factiva_page(std::string_view page) { return find_factiva_article(page, 0) != npos; }

bool is_europresse_page(std::string_view page) { return page.find("DocPublicationName") != npos; }

bool is_nexis_export(std::string_view text) {
  constexpr std::array<std::string_view, 7> names{
      "LENGTH:", "LONGUEUR:", "LÄNGE:", "LOAD-DATE:", "LANGUAGE:", "LANGUE:", "SPRACHE:"};
  return find_document_number(text, 0) != npos &&
         std::any_of(names.begin(), names.end(), [&](std::string_view name) { return text.find(name) != npos; });
}

std::optional<SourceItem> ExportReader::next() {
  if (!std::exchange(begun_, true)) begin();
  if (!skip_to_article()) return std::nullopt;
  const std::uint64_t place = offset_;
  const std::size_t size = end_of_article();
  ++number_;
  if (size > longest_) {
    take(size);
    return Skip{
        reason::too_long, message("the article is longer than {} MiB", longest_ >> 20), path_, 0, place, {}, false};
  }
  Record record{take(size), path_, key_ + ":" + std::to_string(number_), 0, place};
  record.charset = charset_;
  return record;
}

/// Looks at the page's beginning for what its articles begin with.
void ExportReader::begin() {
  while (buffer_.size() < block_size && refill()) continue;
  charset_ = declared_charset(buffer_);
  if (kind_ == ExportKind::wire)
    find_article_ = find_wire_message;
  else if (kind_ == ExportKind::factiva)
    find_article_ = find_factiva_article;
  else if (kind_ == ExportKind::nexis)
    find_article_ = find_document_number;
  else
    find_article_ = find_article_element(buffer_, 0) == npos ? find_publication_name : find_article_element;
}

/// Drops what stands before the next article; false when there is none.
bool ExportReader::skip_to_article() {
  std::size_t start = find_article_(rest(), 0);
  while (start == npos) {
    take(rest().size() - std::min(rest().size(), longest_tag));
    if (!refill()) return false;
    start = find_article_(rest(), 0);
  }
  take(start);
  return true;
}

/// The size of the article that the buffer begins with. Of one that is too long, what is in memory of it is dropped.
std::size_t ExportReader::end_of_article() {
  std::size_t from = 1;
  while (true) {
    const std::size_t next = find_article_(rest(), from);
    if (next != npos) return next;
    from = std::max(from, rest().size() - std::min(rest().size(), longest_tag));
    if (rest().size() > longest_ + block_size || !refill()) return rest().size();
  }
}

bool ExportReader::refill() {
  if (at_end_) return false;
  buffer_.erase(0, std::exchange(begin_, 0));
  const std::size_t before = buffer_.size();
  buffer_.resize(before + block_size);
  const std::size_t size = input_.read(std::span(buffer_).subspan(before));
  buffer_.resize(before + size);
  at_end_ = size == 0;
  return !at_end_;
}

std::string ExportReader::take(std::size_t size) {
  std::string taken = buffer_.substr(begin_, size);
  begin_ += taken.size();
  offset_ += taken.size();
  return taken;
}

}  // namespace hemero
