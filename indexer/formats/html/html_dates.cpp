#include "indexer/formats/html/html_dates.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <tuple>
#include <vector>

#include "common/base/dates/date_reader.h"
#include "common/base/dates/text_cursor.h"
#include "common/text/line_shape.h"
#include "indexer/formats/html/html_authors.h"
#include "indexer/formats/html/html_find.h"
#include "indexer/prose/paragraphs.h"

namespace hemero {

namespace {

constexpr std::size_t longest_date = 200;  ///< bytes of an element that is a date
constexpr std::size_t longest_label = 40;  ///< bytes of a line that announces one

struct DatedValue {
  std::string rule;
  std::string value;
};

bool has_word(std::string_view list, std::string_view word) {
  return (" " + std::string(list) + " ").find(" " + std::string(word) + " ") != std::string::npos;
}

/// What an element that bears a date says: its datetime, its content, its title, its text.
std::string printed_date(const HtmlTree& tree, std::uint32_t index) {
  const HtmlNode& node = tree.node(index);
  for (const std::string_view attribute : {"datetime", "content", "title"})
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

bool has_digit(std::string_view text) { return std::any_of(text.begin(), text.end(), is_digit); }

std::tuple<int, int, int> day_of(const Date& date) { return {date.year, date.month, date.day}; }

bool says_day(const Date& date) { return date.precision >= DatePrecision::day; }

bool same_day(const Date& one, const Date& other) { return day_of(one) == day_of(other); }

class DateFinder {
 public:
  DateFinder(const HtmlPage& page, const HtmlBody& body) : page_(page), body_(body) {}

  /// What each place in the page says, the surest first. What the page shows counts as one place.
  std::vector<DatedValue> find_published(const Article& article) const {
    std::vector<DatedValue> found;
    const auto add = [&](std::optional<DatedValue> value) {
      if (value) found.push_back(std::move(*value));
    };
    if (read_date(page_.json_ld.published)) add(DatedValue{"json-ld datePublished", page_.json_ld.published});
    add(in_meta({"article:published_time", "og:published_time", "article:published", "og:article:published_time"}));
    auto microdata = in_microdata("datePublished");
    add(microdata ? std::move(microdata) : in_meta({"datepublished"}));
    add(in_meta({"parsely-pub-date",
                 "sailthru.date",
                 "originalpublicationdate",
                 "cxenseparse:recs:publishtime",
                 "article_date_original",

                 "date.available",
                 "date.created",
                 "dc.date.issued",
                 "dc:date.issued",
                 "dc.date.published",
                 "dc.date.created",
                 "dc:date.created",
                 "dcterms.issued",
                 "dcterms.created",

                 "dc.date",
                 "dc:date",
                 "citation_publication_date",
                 "citation_online_date",
                 "citation_date",
                 "bepress_citation_date",
                 "prism.publicationdate",
                 "publish-date",
                 "publish_date",
                 "publishdate",
                 "publication_date",
                 "publication-date",
                 "publicationdate",
                 "pubdate",
                 "date"}));
    auto shown = in_time();
    if (!shown) shown = in_class();
    const bool shows = shown.has_value();
    add(std::move(shown));
    add(in_url(article.url));
    if (shows) return found;
    auto byline = in_byline();
    add(byline ? std::move(byline) : beside_label());
    return found;
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
      if (names.empty() || !has_word(names, property) || page_.parts.is_apart(i)) continue;
      if (auto value = printed_date(page_.tree, i); read_date(value))
        return DatedValue{"itemprop " + std::string(property), std::move(value)};
    }
    return std::nullopt;
  }

  std::optional<DatedValue> in_time() const {
    for (std::uint32_t i = 0; i < page_.tree.size(); ++i) {
      const HtmlNode& node = page_.tree.node(i);
      if (node.tag != "time" || page_.parts.is_apart(i)) continue;
      if (has_word(page_.tree.attribute(node, "itemprop"), "datePublished")) continue;  // read as microdata
      if (speaks_of_update(page_, i)) continue;
      if (auto value = printed_date(page_.tree, i); read_date(value)) return DatedValue{"<time>", std::move(value)};
    }
    return std::nullopt;
  }

  /// The classes of hCard, of microformats and of what writes pages: <abbr class="published" title="2021-08-11">.
  std::optional<DatedValue> in_class() const {
    constexpr std::array<std::string_view, 10> known{"published",    "dt-published",  "entry-date",   "post-date",
                                                     "pubdate",      "pub-date",      "publish-date", "published-date",
                                                     "article-date", "date-published"};
    for (std::uint32_t i = 0; i < page_.tree.size(); ++i) {
      const HtmlNode& node = page_.tree.node(i);
      if (node.flow == HtmlFlow::text || page_.parts.is_apart(i)) continue;
      const auto* name =
          std::find_if(known.begin(), known.end(), [&](auto each) { return has_class(page_.tree, node, each); });
      if (name == known.end() || speaks_of_update(page_, i)) continue;
      if (auto value = printed_date(page_.tree, i); value.size() <= longest_date && read_date(value))
        return DatedValue{"class " + std::string(*name), std::move(value)};
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

  std::optional<DatedValue> in_byline() const {
    const auto byline = find_byline(page_, body_.element, [](const Byline& each) { return each.date.has_value(); });
    return byline ? std::optional(DatedValue{"byline", byline->date_text}) : std::nullopt;
  }

  /// <dt>Mise en ligne</dt><dd>11 août 2021</dd>: a block that announces a date, and the date alone in the next one.
  std::optional<DatedValue> beside_label() const {
    constexpr std::array<std::string_view, 16> labels{"mise en ligne",
                                                      "date de mise en ligne",
                                                      "publie le",
                                                      "publication",
                                                      "date de publication",
                                                      "paru le",
                                                      "parution",
                                                      "date de parution",
                                                      "published",
                                                      "published on",
                                                      "publication date",
                                                      "date published",
                                                      "veroffentlicht",
                                                      "veroffentlicht am",
                                                      "fecha de publicacion",
                                                      "data di pubblicazione"};
    for (std::size_t i = 0; i + 1 < page_.blocks.size(); ++i) {
      const std::string_view date = trimmed(page_.blocks[i + 1].text);
      if (page_.blocks[i].text.size() > longest_label || date.size() > longest_date || !has_digit(date)) continue;
      if (page_.parts.of(page_.blocks[i].element) == PagePart::comments) continue;
      const std::string label = line_shape(page_.blocks[i].text);
      if (std::find(labels.begin(), labels.end(), label) == labels.end()) continue;
      if (read_date(date)) return DatedValue{"label " + label, std::string(date)};
    }
    return std::nullopt;
  }

  const HtmlPage& page_;
  const HtmlBody& body_;
};

/// The one to believe: where two say the same day, the earliest such day; else the first that says a day, else the
/// first. A page that is published anew says the new day in some places and the old one in others; the day of its
/// update, however often said, is believed only where the first place says it.
std::size_t most_credible(const std::vector<DatedValue>& found, const std::optional<DatedValue>& updated) {
  std::vector<Date> dates;
  for (const DatedValue& value : found) dates.push_back(*read_date(value.value));
  const auto first = std::find_if(dates.begin(), dates.end(), says_day);
  if (first == dates.end()) return 0;
  const std::optional<Date> update = updated ? read_date(updated->value) : std::nullopt;
  auto best = dates.end();
  for (auto date = first; date != dates.end(); ++date) {
    const auto agrees = [&](const Date& other) { return says_day(other) && same_day(other, *date); };
    const bool updates = update && same_day(*update, *date) && !same_day(*first, *date);
    if (!says_day(*date) || updates || std::count_if(first, dates.end(), agrees) < 2) continue;
    if (best == dates.end() || day_of(*date) < day_of(*best)) best = date;
  }
  return static_cast<std::size_t>((best == dates.end() ? first : best) - dates.begin());
}

}  // namespace

void find_dates(const HtmlPage& page, const HtmlBody& body, Article& article, Choices& choices) {
  const DateFinder finder(page, body);
  const auto found = finder.find_published(article);
  const auto updated = finder.find_updated();
  if (!found.empty()) {
    const DatedValue& best = found[most_credible(found, updated)];
    article.date = read_date(best.value);
    article.date_text = best.value;
    choices.push_back({"date", best.rule, best.value});
    for (const DatedValue& other : found)
      if (!same_day(*read_date(other.value), *article.date)) choices.push_back({"other date", other.rule, other.value});
  }
  if (updated) choices.push_back({"updated", updated->rule, updated->value});
}

}  // namespace hemero
