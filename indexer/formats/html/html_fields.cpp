#include "indexer/formats/html/html_fields.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <string_view>

#include <fmt/format.h>

#include "common/text/characters/unicode.h"
#include "common/text/line_shape.h"
#include "indexer/formats/html/html_find.h"
#include "indexer/prose/paragraphs.h"

namespace hemero {

namespace {

constexpr std::size_t most_keywords = 100;  ///< keywords of an article; each is compared with those before it

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

bool is_address(std::string_view text) { return text.starts_with("http://") || text.starts_with("https://"); }

/// False for the address of a site's front page, which careless pages give as their own.
bool names_page(std::string_view url) {
  if (!is_address(url)) return false;
  const auto path = url.find('/', url.find("//") + 2);
  return path != std::string_view::npos && path + 1 < url.size();
}

void find_keywords(const HtmlPage& page, Article& article, Choices& choices) {
  const auto take = [&](std::string_view list) {
    while (!list.empty() && article.keywords.size() < most_keywords) {
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

std::string language_attribute(const HtmlTree& tree) {
  for (std::uint32_t i = 0; i < tree.size(); ++i)
    if (tree.node(i).tag == "html" && tree.has_attribute(tree.node(i), "lang"))
      return std::string(tree.attribute(tree.node(i), "lang"));
  return {};
}

}  // namespace

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
  for (const std::string& section : page.microdata("articleSection"))
    sections.push_back({"itemprop articleSection", section});
  take_first(sections, "section", article.section, choices);

  std::vector<Claim> languages{{"json-ld inLanguage", page.json_ld.language},
                               {"<html lang>", language_attribute(page.tree)}};
  add_meta(page, {"og:locale", "dc.language", "language"}, languages);
  for (Claim& language : languages) language.value = primary_language(language.value);
  take_first(languages, "language", article.language, choices);

  find_keywords(page, article, choices);
}

}  // namespace hemero
