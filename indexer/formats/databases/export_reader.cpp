#include "indexer/formats/databases/export_reader.h"

#include <algorithm>
#include <utility>

#include "common/base/message.h"
#include "indexer/formats/html/html_source.h"

namespace hemero {

namespace {

constexpr std::size_t block_size = std::size_t{256} << 10;

constexpr std::size_t longest_tag = std::size_t{4} << 10;  ///< bytes before a mark in which its tag begins

constexpr std::string_view europresse_article = "<article";
constexpr std::string_view old_europresse_article = "class=\"DocPublicationName\"";  ///< before 2013: no <article>
constexpr std::string_view wire_message = "\x01";                                    ///< SOH
constexpr std::string_view factiva_article = "class=\"article ";

/// `class="article frArticle"`, in whichever language the article is.
bool opens_factiva_article(std::string_view from_mark) {
  const std::string_view name = from_mark.substr(std::min(factiva_article.size(), from_mark.size()));
  return name.size() > 10 && name.substr(2).starts_with("Article\"");
}

/// Where the next mark of an article stands; `npos` when there is none.
std::size_t find_mark(std::string_view page, std::string_view mark, std::size_t from) {
  while (true) {
    const std::size_t at = page.find(mark, from);
    if (at == std::string_view::npos) return at;
    const std::size_t end = at + mark.size();
    const bool whole = mark == europresse_article
                           ? end < page.size() && std::string_view(" \t\r\n>").find(page[end]) < 5
                           : mark != factiva_article || opens_factiva_article(page.substr(at));
    if (whole) return at;
    from = end;
  }
}

}  // namespace

bool is_factiva_page(std::string_view page) { return find_mark(page, factiva_article, 0) != std::string_view::npos; }

bool is_europresse_page(std::string_view page) { return page.find("DocPublicationName") != std::string_view::npos; }

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
    mark_ = wire_message;
  else if (kind_ == ExportKind::factiva)
    mark_ = factiva_article;
  else
    mark_ =
        find_mark(buffer_, europresse_article, 0) == std::string::npos ? old_europresse_article : europresse_article;
}

/// Drops what stands before the next article; false when there is none.
bool ExportReader::skip_to_article() {
  std::size_t start = find_opening(0);
  while (start == std::string::npos) {
    take(buffer_.size() - std::min(buffer_.size(), longest_tag));
    if (!refill()) return false;
    start = find_opening(0);
  }
  take(start);
  return true;
}

/// The size of the article that the buffer begins with. Of one that is too long, what is in memory of it is dropped.
std::size_t ExportReader::end_of_article() {
  std::size_t from = find_mark(buffer_, mark_, 0) + mark_.size();
  while (true) {
    const std::size_t next = find_opening(from);
    if (next != std::string::npos) return next;
    from = std::max(from, buffer_.size() - std::min(buffer_.size(), longest_tag));
    if (buffer_.size() > longest_ + block_size || !refill()) return buffer_.size();
  }
}

/// Where the tag begins that opens the next article.
std::size_t ExportReader::find_opening(std::size_t from) {
  const std::size_t mark = find_mark(buffer_, mark_, from);
  if (mark == std::string::npos || mark_ == wire_message) return mark;
  const std::size_t tag = buffer_.rfind('<', mark);
  return tag == std::string::npos || tag + 1 < from ? mark : tag;
}

bool ExportReader::refill() {
  if (at_end_) return false;
  const std::size_t before = buffer_.size();
  buffer_.resize(before + block_size);
  const std::size_t size = input_.read(std::span(buffer_).subspan(before));
  buffer_.resize(before + size);
  at_end_ = size == 0;
  return !at_end_;
}

std::string ExportReader::take(std::size_t size) {
  std::string taken = buffer_.substr(0, size);
  buffer_.erase(0, size);
  offset_ += taken.size();
  return taken;
}

}  // namespace hemero
