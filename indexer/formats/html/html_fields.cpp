#include "indexer/formats/html/html_fields.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <string_view>

#include <fmt/format.h>

#include "common/text/line_shape.h"
#include "common/text/unicode.h"
#include "indexer/formats/html/html_parser.h"
#include "indexer/prose/paragraphs.h"

namespace hemero {

namespace {

constexpr std::size_t most_names = 100;    ///< authors or keywords of an article; each is compared with those before it
constexpr std::size_t most_headings = 20;  ///< of the first rank that may be the title
constexpr std::size_t longest_name = 120;  ///< bytes

/// A value for a field, and where it stood.
struct Claim {
  std::string rule;
  std::string value;
};

/// The first claim that says something, given to the field.
bool take_first(const std::vector<Claim>& claims, const char* name, std::string& field, Choices& choices) {
  for (const Claim& claim : claims) {
    if (trimmed(claim.value).empty()) continue;
    field = claim.value;
    choices.push_back({name, claim.rule, claim.value});
    return true;
  }
  return false;
}

void add_meta(const HtmlPage& page, std::initializer_list<std::string_view> names, std::vector<Claim>& claims) {
  for (const std::string_view name : names)
    if (const MetaTag* tag = page.find_meta(name)) claims.push_back({"meta " + tag->name, tag->content});
}

/// The text of the elements that bear this itemprop, or its content attribute.
std::vector<std::string> microdata(const HtmlPage& page, std::string_view property) {
  std::vector<std::string> values;
  for (std::uint32_t i = 0; i < page.tree.size(); ++i) {
    const HtmlNode& node = page.tree.node(i);
    const std::string_view names = page.tree.attribute(node, "itemprop");
    if (names.empty() || (" " + std::string(names) + " ").find(" " + std::string(property) + " ") == std::string::npos)
      continue;
    if (page.parts.of(i) == PagePart::beside || page.parts.of(i) == PagePart::comments) continue;
    std::string value(trimmed(page.tree.attribute(node, "content")));
    if (value.empty()) value = page.tree.line_of(i);
    if (!value.empty()) values.push_back(std::move(value));
  }
  return values;
}

bool is_address(std::string_view text) { return text.starts_with("http://") || text.starts_with("https://"); }

/// False for the address of a site's front page, which careless pages give as their own.
bool names_page(std::string_view url) {
  if (!is_address(url)) return false;
  const auto path = url.find('/', url.find("//") + 2);
  return path != std::string_view::npos && path + 1 < url.size();
}

/// "Titre - Le Journal", "Titre | Le Journal" → "Titre", when what stands behind the last sign is the site's name or
/// `always` is set.
std::string without_site(const std::string& title, const std::vector<std::string>& sites, bool always) {
  constexpr std::array<std::string_view, 6> signs{" | ", " - ", " – ", " — ", " • ", " : "};
  std::size_t begin = std::string::npos;
  std::size_t end = std::string::npos;
  for (const std::string_view sign : signs)
    if (const auto at = title.rfind(sign); at != std::string::npos && (begin == std::string::npos || at > begin)) {
      begin = at;
      end = at + sign.size();
    }
  if (begin == std::string::npos || begin == 0) return title;
  const std::string tail = line_shape(std::string_view(title).substr(end));
  const bool site = std::any_of(sites.begin(), sites.end(), [&](const std::string& name) { return name == tail; });
  const bool short_tail = title.compare(begin, 3, " : ") != 0 && (title.size() - end) * 2 < begin;
  return site || (always && short_tail) ? std::string(trimmed(title.substr(0, begin))) : title;
}

std::string document_title(const HtmlTree& tree) {
  for (std::uint32_t i = 0; i < tree.size(); ++i)
    if (tree.node(i).tag == "title") return std::string(trimmed(tree.line_of(i)));
  return {};
}

/// The headings of the first rank. Some stand in parts that are named after something else ("audio-player-title"): what
/// confirms them is surer.
std::vector<std::string> main_headings(const HtmlPage& page) {
  std::vector<std::string> headings;
  for (std::uint32_t i = 0; i < page.tree.size() && headings.size() < most_headings; ++i) {
    if (page.tree.node(i).tag != "h1" || page.parts.of(i) == PagePart::comments) continue;
    if (auto line = page.tree.line_of(i); !trimmed(line).empty()) headings.push_back(std::move(line));
  }
  return headings;
}

std::vector<std::string> site_names(const HtmlPage& page) {
  std::vector<std::string> names{line_shape(page.json_ld.publisher)};
  for (const char* name : {"og:site_name", "application-name", "twitter:site", "dc.publisher"})
    if (const MetaTag* tag = page.find_meta(name)) names.push_back(line_shape(tag->content));
  return names;
}

/// True when a name of the page begins with the heading, and most of it is the heading.
bool confirms(std::string_view name, std::string_view heading) {
  return !heading.empty() && name.find(heading) != std::string_view::npos && heading.size() * 5 >= name.size() * 2;
}

void find_authors(const HtmlPage& page, Article& article, Choices& choices) {
  const auto take = [&](std::string_view name, const std::string& rule) {
    const std::string_view text = trimmed(name);
    if (article.authors.size() == most_names) return;
    const bool known = std::any_of(article.authors.begin(), article.authors.end(), [&](const std::string& author) {
      return text.find(author) != std::string_view::npos;
    });
    if (text.empty() || known || is_address(text) || text.starts_with('@') || text.size() > longest_name) return;
    article.authors.emplace_back(text);
    choices.push_back({"authors", rule, std::string(text)});
  };
  for (const std::string& name : page.json_ld.authors) take(name, "json-ld author");
  for (const std::string_view name :
       {"article:author", "author", "dc.creator", "parsely-author", "citation_author", "byl", "sailthru.author"}) {
    if (!article.authors.empty()) return;
    for (const MetaTag& tag : page.meta)
      if (tag.name == name) take(tag.content, "meta " + tag.name);
  }
  if (!article.authors.empty()) return;
  for (const std::string& name : microdata(page, "author")) take(name, "itemprop author");
}

void find_keywords(const HtmlPage& page, Article& article, Choices& choices) {
  const auto take = [&](std::string_view list) {
    while (!list.empty() && article.keywords.size() < most_names) {
      const auto comma = std::min(list.find(','), list.size());
      const std::string word(trimmed(list.substr(0, comma)));
      list.remove_prefix(std::min(comma + 1, list.size()));
      const bool known = std::find(article.keywords.begin(), article.keywords.end(), word) != article.keywords.end();
      if (!word.empty() && !known) article.keywords.push_back(word);
    }
  };
  std::string rule = "json-ld keywords";
  for (const std::string& word : page.json_ld.keywords) take(word);
  for (const std::string_view name : {"article:tag", "news_keywords", "keywords"}) {
    if (!article.keywords.empty()) break;
    rule = "meta " + std::string(name);
    for (const MetaTag& tag : page.meta)
      if (tag.name == name) take(tag.content);
  }
  if (!article.keywords.empty())
    choices.push_back({"keywords", rule, fmt::format("{}", fmt::join(article.keywords, ", "))});
}

/// "fr-FR", "fr_FR" → "fr".
std::string primary_language(std::string_view tag) {
  std::string language;
  for (const char byte : tag.substr(0, std::min(tag.find_first_of("-_"), tag.size())))
    language += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte | 0x20) : byte;
  return language.size() == 2 || language.size() == 3 ? language : std::string();
}

std::string link_to(const HtmlTree& tree, std::string_view relation) {
  for (std::uint32_t i = 0; i < tree.size(); ++i)
    if (tree.node(i).tag == "link" && tree.attribute(tree.node(i), "rel") == relation)
      return std::string(trimmed(tree.attribute(tree.node(i), "href")));
  return {};
}

std::string language_attribute(const HtmlTree& tree) {
  for (std::uint32_t i = 0; i < tree.size(); ++i)
    if (tree.node(i).tag == "html" && tree.has_attribute(tree.node(i), "lang"))
      return std::string(tree.attribute(tree.node(i), "lang"));
  return {};
}

}  // namespace

void find_title(const HtmlPage& page, Article& article, Choices& choices) {
  const auto sites = site_names(page);
  std::vector<Claim> names{{"json-ld headline", page.json_ld.headline}};
  add_meta(page, {"og:title", "twitter:title", "dc.title"}, names);
  for (Claim& name : names) name.value = without_site(name.value, sites, false);
  const std::string document = document_title(page.tree);
  names.push_back({"<title>", without_site(document, sites, true)});
  const auto headings = main_headings(page);
  for (const Claim& name : names)
    for (const std::string& heading : headings)
      if (confirms(line_shape(name.rule == "<title>" ? document : name.value), line_shape(heading))) {
        article.title = heading;
        choices.push_back({"title", "<h1>, confirmed by " + name.rule, heading});
        return;
      }
  const bool named_last = headings.size() == 1 && line_shape(document).ends_with(line_shape(headings.front()));
  if (headings.size() == 1 && !named_last) names.insert(names.end() - 1, {"<h1>", headings.front()});
  take_first(names, "title", article.title, choices);
}

void find_fields(const HtmlPage& page, Article& article, Choices& choices) {
  std::vector<Claim> urls{{"<link rel=canonical>", link_to(page.tree, "canonical")}};
  add_meta(page, {"og:url"}, urls);
  urls.push_back({"json-ld url", page.json_ld.url});
  std::erase_if(urls, [](const Claim& claim) { return !names_page(claim.value); });
  take_first(urls, "url", article.url, choices);

  std::vector<Claim> sources;
  add_meta(page, {"og:site_name"}, sources);
  sources.push_back({"json-ld publisher", page.json_ld.publisher});
  add_meta(page, {"dc.publisher", "application-name"}, sources);
  take_first(sources, "source", article.source, choices);

  std::vector<Claim> sections{{"json-ld articleSection", page.json_ld.section}};
  add_meta(page, {"article:section", "articlesection", "parsely-section"}, sections);
  for (const std::string& section : microdata(page, "articleSection"))
    sections.push_back({"itemprop articleSection", section});
  take_first(sections, "section", article.section, choices);

  std::vector<Claim> languages{{"json-ld inLanguage", page.json_ld.language},
                               {"<html lang>", language_attribute(page.tree)}};
  add_meta(page, {"og:locale", "dc.language", "language"}, languages);
  for (Claim& language : languages) language.value = primary_language(language.value);
  take_first(languages, "language", article.language, choices);

  find_authors(page, article, choices);
  find_keywords(page, article, choices);
}

}  // namespace hemero
