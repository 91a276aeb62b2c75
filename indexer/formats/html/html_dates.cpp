#include "indexer/formats/html/html_dates.h"

#include <array>
#include <optional>
#include <string_view>

#include "common/base/dates/date_reader.h"
#include "common/base/dates/text_cursor.h"
#include "common/text/line_shape.h"
#include "indexer/prose/paragraphs.h"

namespace hemero {

namespace {

constexpr std::size_t byline_reach = 12;  ///< blocks before the text in which a byline is looked for

struct DatedValue {
  std::string rule;
  std::string value;
};

bool has_word(std::string_view list, std::string_view word) {
  return (" " + std::string(list) + " ").find(" " + std::string(word) + " ") != std::string::npos;
}

/// What a <time> or an element with an itemprop says: its datetime, its content, its text.
std::string printed_date(const HtmlTree& tree, std::uint32_t index) {
  const HtmlNode& node = tree.node(index);
  for (const std::string_view attribute : {"datetime", "content"})
    if (const auto value = trimmed(tree.attribute(node, attribute)); read_date(value)) return std::string(value);
  return tree.line_of(index);
}

/// True when the words around a date speak of an update: "Mis à jour le", class "date-modified".
bool speaks_of_update(const HtmlPage& page, std::uint32_t index) {
  const HtmlNode& node = page.tree.node(index);
  const std::string own = line_shape(page.tree.attribute(node, "class")) + " " +
                          line_shape(page.tree.attribute(node, "itemprop")) + " " +
                          line_shape(page.tree.line_of(index));
  std::string before;
  if (index > 0 && page.tree.node(index - 1).flow == HtmlFlow::text)
    before = line_shape(page.tree.text(page.tree.node(index - 1)));
  for (const std::string_view word : {"modif", "updat", "mis a jour", "mise a jour", "maj", "actualise"})
    if (own.find(word) != std::string::npos || before.find(word) != std::string::npos) return true;
  return false;
}

class DateFinder {
 public:
  DateFinder(const HtmlPage& page, const HtmlBody& body) : page_(page), body_(body) {}

  std::optional<DatedValue> find_published(const Article& article) const {
    if (read_date(page_.json_ld.published)) return DatedValue{"json-ld datePublished", page_.json_ld.published};
    if (auto found = in_meta({"article:published_time", "og:published_time", "article:published"})) return found;
    if (auto found = in_microdata("datePublished")) return found;
    if (auto found = in_meta({"parsely-pub-date", "sailthru.date", "date.available", "date.created", "dc.date.issued",
                              "dc:date.issued", "dc.date.created", "dc:date.created", "dcterms.created", "dc.date",
                              "dc:date", "citation_publication_date", "citation_date", "bepress_citation_date",
                              "publish-date", "publish_date", "publication_date", "pubdate", "date"}))
      return found;
    if (auto found = in_time()) return found;
    if (auto found = in_url(article.url)) return found;
    return in_byline();
  }

  std::optional<DatedValue> find_updated() const {
    if (read_date(page_.json_ld.modified)) return DatedValue{"json-ld dateModified", page_.json_ld.modified};
    if (auto found = in_meta({"article:modified_time", "og:updated_time", "date.modified", "dc:date.modified"}))
      return found;
    return in_microdata("dateModified");
  }

 private:
  std::optional<DatedValue> in_meta(std::initializer_list<std::string_view> names) const {
    for (const std::string_view name : names)
      for (const MetaTag& tag : page_.meta)
        if (tag.name == name && read_date(tag.content)) return DatedValue{"meta " + tag.name, tag.content};
    return std::nullopt;
  }

  std::optional<DatedValue> in_microdata(std::string_view property) const {
    for (std::uint32_t i = 0; i < page_.tree.size(); ++i) {
      const auto names = page_.tree.attribute(page_.tree.node(i), "itemprop");
      if (names.empty() || !has_word(names, property) || page_.parts.of(i) == PagePart::beside) continue;
      if (auto value = printed_date(page_.tree, i); read_date(value))
        return DatedValue{"itemprop " + std::string(property), std::move(value)};
    }
    return std::nullopt;
  }

  std::optional<DatedValue> in_time() const {
    for (std::uint32_t i = 0; i < page_.tree.size(); ++i) {
      const HtmlNode& node = page_.tree.node(i);
      const PagePart part = page_.parts.of(i);
      if (node.tag != "time" || part == PagePart::beside || part == PagePart::comments) continue;
      if (speaks_of_update(page_, i)) continue;
      if (auto value = printed_date(page_.tree, i); read_date(value)) return DatedValue{"<time>", std::move(value)};
    }
    return std::nullopt;
  }

  /// ".../2021/08/11/titre.html", ".../titre-20210811.php": a whole date, parted by slashes or hyphens or in a row.
  static std::optional<DatedValue> in_url(std::string_view url) {
    for (std::size_t at = 0; at + 8 <= url.size(); ++at) {
      if (!is_digit(url[at]) || (at > 0 && is_digit(url[at - 1]))) continue;
      TextCursor cursor(url, at);
      const std::size_t digits = cursor.digit_run();
      const std::size_t length = digits == 8 ? 8 : 10;
      if (digits != 8 && digits != 4) continue;
      std::string part(url.substr(at, length));
      for (char& byte : part)
        if (byte == '/') byte = '-';
      const bool ends = at + length >= url.size() || !is_digit(url[at + length]);
      const auto date = parse_iso_date(part);
      if (ends && date && date->precision == DatePrecision::day && date->year >= 1990 && date->year < 2100)
        return DatedValue{"address", std::move(part)};
    }
    return std::nullopt;
  }

  /// A byline near the text: the first block that reads as one, from a few before the text to the end of the page's
  /// article.
  std::optional<DatedValue> in_byline() const {
    const auto range = page_.parts.blocks_of(body_.element);
    const std::size_t from = range.begin > byline_reach ? range.begin - byline_reach : 0;
    for (std::size_t i = from; i < range.end; ++i) {
      const HtmlBlock& block = page_.blocks[i];
      const PagePart part = page_.parts.of(block.element);
      if (part == PagePart::beside || part == PagePart::comments) continue;
      if (const auto byline = byline_of(block); byline && byline->date) return DatedValue{"byline", byline->date_text};
    }
    return std::nullopt;
  }

  const HtmlPage& page_;
  const HtmlBody& body_;
};

}  // namespace

void find_dates(const HtmlPage& page, const HtmlBody& body, Article& article, Choices& choices) {
  const DateFinder finder(page, body);
  if (auto found = finder.find_published(article)) {
    article.date = read_date(found->value);
    article.date_text = found->value;
    choices.push_back({"date", std::move(found->rule), std::move(found->value)});
  }
  if (auto found = finder.find_updated())
    choices.push_back({"updated", std::move(found->rule), std::move(found->value)});
}

}  // namespace hemero
