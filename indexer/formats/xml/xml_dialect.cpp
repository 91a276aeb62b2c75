#include "indexer/formats/xml/xml_dialect.h"

#include <algorithm>
#include <array>

#include "common/text/charset.h"

namespace hemero {

namespace {

struct Dialect {
  std::string_view root;
  RecordFormat format;
};

constexpr std::array dialects{Dialect{"rss", RecordFormat::feed},
                              Dialect{"feed", RecordFormat::feed},
                              Dialect{"RDF", RecordFormat::feed},
                              Dialect{"nitf", RecordFormat::nitf},
                              Dialect{"newsItem", RecordFormat::newsml},
                              Dialect{"newsMessage", RecordFormat::newsml},
                              Dialect{"NewsML", RecordFormat::newsml},
                              Dialect{"NewsItem", RecordFormat::newsml},
                              Dialect{"alto", RecordFormat::alto},
                              Dialect{"mets", RecordFormat::mets},
                              Dialect{"ppsArticle", RecordFormat::factiva},
                              Dialect{"ppsArticleResponse", RecordFormat::factiva},
                              Dialect{"TEI", RecordFormat::tei},
                              Dialect{"TEI.2", RecordFormat::tei},
                              Dialect{"teiCorpus", RecordFormat::tei},
                              Dialect{"teiCorpus.2", RecordFormat::tei},
                              Dialect{"mediawiki", RecordFormat::mediawiki}};

constexpr std::array extensions{Dialect{".rss", RecordFormat::feed}, Dialect{".atom", RecordFormat::feed},
                                Dialect{".rdf", RecordFormat::feed}, Dialect{".nitf", RecordFormat::nitf},
                                Dialect{".newsml", RecordFormat::newsml}};

/// UTF-16 without a byte order mark tells itself by the NUL beside its first "<".
std::string decoded(std::string_view head) {
  using namespace std::string_view_literals;
  if (head.starts_with("<\0"sv)) return decode_text("\xFF\xFE" + std::string(head)).text;
  if (head.starts_with("\0<"sv)) return decode_text("\xFE\xFF" + std::string(head)).text;
  return decode_text(head).text;
}

/// Behind what may stand before the first element: the declaration, comments, a doctype with what it holds.
std::string_view from_first_tag(std::string_view text) {
  while (true) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    std::string_view closing;
    if (text.starts_with("<?"))
      closing = "?>";
    else if (text.starts_with("<!--"))
      closing = "-->";
    else if (text.starts_with("<!"))
      closing = text.substr(0, text.find('>')).find('[') == std::string_view::npos ? ">" : "]";
    if (closing.empty()) return text;
    const std::size_t end = text.find(closing);
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + closing.size());
    if (closing == "]") text.remove_prefix(std::min(text.find('>'), text.size() - 1) + (text.empty() ? 0 : 1));
  }
}

/// Exports of WordPress are RSS that names this, with http or https before it.
bool names_wordpress(std::string_view head) { return decoded(head).find("wordpress.org/export") != std::string::npos; }

/// Exports of Factiva differ in what stands around their articles.
bool names_factiva(std::string_view head) { return decoded(head).find("<ppsArticle") != std::string::npos; }

}  // namespace

std::string root_name(std::string_view head) {
  const std::string text = decoded(head);
  std::string_view tag = from_first_tag(text);
  if (!tag.starts_with('<')) return {};
  tag = tag.substr(1, tag.find_first_of(" \t\r\n/>") - 1);
  const auto colon = tag.find(':');
  return std::string(colon == std::string_view::npos ? tag : tag.substr(colon + 1));
}

std::optional<RecordFormat> xml_format_of(std::string_view head) {
  const std::string root = root_name(head);
  const auto* found =
      std::find_if(dialects.begin(), dialects.end(), [&](const Dialect& dialect) { return dialect.root == root; });
  if (found == dialects.end()) return names_factiva(head) ? std::optional(RecordFormat::factiva) : std::nullopt;
  return root == "rss" && names_wordpress(head) ? RecordFormat::wxr : found->format;
}

std::optional<RecordFormat> xml_format_of_name(std::string_view extension) {
  const auto* found = std::find_if(extensions.begin(), extensions.end(),
                                   [&](const Dialect& dialect) { return dialect.root == extension; });
  if (found == extensions.end()) return std::nullopt;
  return found->format;
}

std::vector<std::string_view> item_names(RecordFormat format) {
  if (format == RecordFormat::feed) return {"item", "atom:entry"};
  if (format == RecordFormat::wxr) return {"item"};
  if (format == RecordFormat::nitf) return {"nitf"};
  if (format == RecordFormat::factiva) return {"ppsArticle", "article"};
  if (format == RecordFormat::mediawiki) return {"page"};
  if (format == RecordFormat::tei) return {"TEI", "TEI.2"};
  if (format == RecordFormat::newsml) return {"newsItem", "NewsItem"};
  return {};
}

}  // namespace hemero
