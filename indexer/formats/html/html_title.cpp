#include "indexer/formats/html/html_title.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <sstream>
#include <string_view>
#include <utility>

#include "common/text/line_shape.h"
#include "indexer/formats/html/html_site.h"
#include "indexer/prose/paragraphs.h"

namespace hemero {

namespace {

constexpr std::size_t most_headings = 20;      ///< of one rank that may be the title
constexpr std::uint32_t most_in_heading = 50;  ///< nodes among which a label or a link is looked for
constexpr std::size_t fewest_alike = 3;        ///< words that a heading shares with a name that nearly says the same

/// A name that the page has for itself.
struct PageName {
  std::string rule;
  std::string whole;  ///< as printed
  std::string value;  ///< without the site's name
};

/// The parts of a name between signs, offsets in it, end exclusive: "Titre - Le Journal" has two.
std::vector<std::pair<std::size_t, std::size_t>> parts_of(std::string_view name) {
  constexpr std::array<std::string_view, 9> signs{" | ", " - ", " – ", " — ", " • ", " · ", " :: ", " » ", " : "};
  std::vector<std::pair<std::size_t, std::size_t>> parts{{0, name.size()}};
  for (std::size_t at = name.find(' '); at != std::string_view::npos; at = name.find(' ', at + 1))
    for (const std::string_view sign : signs)
      if (name.substr(at).starts_with(sign)) {
        parts.back().second = at;
        parts.emplace_back(at + sign.size(), name.size());
        break;
      }
  return parts;
}

/// "Titre - Le Journal", "Le Journal | Titre", "Titre | Le Journal | Politique" → "Titre". `always` takes a short last
/// part for the site's name, behind whatever but a colon and a closing quotation mark.
std::string without_site(const std::string& name, const Site& site, bool always) {
  const auto parts = parts_of(name);
  const auto has_colon = [&](std::size_t part) {
    const std::string_view sign = std::string_view(name).substr(parts[part - 1].second);
    return sign.starts_with(" : ") || sign.starts_with(" » ");
  };
  const auto is_site = [&](const auto& part) {
    return site.is_called(name.substr(part.first, part.second - part.first));
  };
  std::size_t first = 0;
  while (first + 1 < parts.size() && !has_colon(first + 1) && is_site(parts[first])) ++first;
  std::size_t last = first;
  while (last + 1 < parts.size() && !is_site(parts[last + 1])) ++last;
  const bool cut = last + 1 < parts.size();
  const bool short_tail =
      last > first && !has_colon(last) && (parts[last].second - parts[last].first) * 2 < parts[last].first;
  if (always && !cut && short_tail) --last;
  return std::string(
      trimmed(std::string_view(name).substr(parts[first].first, parts[last].second - parts[first].first)));
}

std::string document_title(const HtmlTree& tree) {
  for (std::uint32_t i = 0; i < tree.size(); ++i)
    if (tree.node(i).tag == "title") return tree.line_of(i);
  return {};
}

std::vector<PageName> names_of(const HtmlPage& page, const Site& site) {
  std::vector<PageName> names{{"json-ld headline", page.json_ld.headline, {}}};
  for (const char* name : {"og:title", "twitter:title", "dc.title"})
    if (const MetaTag* tag = page.find_meta(name)) names.push_back({"meta " + tag->name, tag->content, {}});
  names.push_back({"<title>", document_title(page.tree), {}});
  for (PageName& name : names) name.value = without_site(name.whole, site, name.rule == "<title>");
  std::erase_if(names, [](const PageName& name) { return name.value.empty(); });
  std::stable_partition(names.begin(), names.end(), [&](const PageName& name) { return !site.is_called(name.value); });
  return names;
}

/// True when the heading is a link to the site's front page, as a logo is.
bool leads_home(const HtmlTree& tree, std::uint32_t heading) {
  const auto is_home = [&](std::uint32_t index) {
    const HtmlNode& node = tree.node(index);
    if (node.tag != "a") return false;
    const auto href = trimmed(tree.attribute(node, "href"));
    const auto host = href.find("://");
    const bool bare = host != std::string_view::npos && href.find('/', host + 3) + 1 >= href.size();
    return href == "/" || (bare && href.find('?') == std::string_view::npos) || tree.attribute(node, "rel") == "home";
  };
  const std::uint32_t end = std::min(tree.node(heading).end, heading + most_in_heading);
  for (std::uint32_t i = heading + 1; i < end; ++i)
    if (is_home(i)) return true;
  return is_home(tree.node(heading).parent);
}

/// An element in a heading's line that is named as what stands before a title: "Économie", "Reportage".
bool is_label(const HtmlTree& tree, const HtmlNode& node) {
  constexpr std::array<std::string_view, 9> labels{"kicker", "overline",  "surtitre", "eyebrow", "topline",
                                                   "label",  "dachzeile", "rubrique", "category"};
  const auto name = node.flow == HtmlFlow::text ? std::string_view() : tree.attribute(node, "class");
  return std::any_of(labels.begin(), labels.end(),
                     [&](auto label) { return name.find(label) != std::string_view::npos; });
}

/// The name that says the same as a line and nothing else; null for none.
const PageName* name_that_says(const std::vector<PageName>& names, std::string_view line) {
  const std::string shape = line_shape(line);
  const auto found =
      std::find_if(names.begin(), names.end(), [&](const PageName& name) { return line_shape(name.value) == shape; });
  return found == names.end() ? nullptr : &*found;
}

bool has_colon_behind(std::string_view name, std::string_view label) {
  const std::size_t colon = name.find(':');
  return colon != std::string_view::npos && line_shape(name.substr(0, colon)) == line_shape(label);
}

/// The heading's text without the label before it. A label that all names of the page set before a colon belongs to
/// the title, which is taken from there: "Économie : un titre".
std::string heading_text(const HtmlTree& tree, std::uint32_t heading, const std::vector<PageName>& names) {
  const std::string text = tree.line_of(heading);
  const std::uint32_t end = std::min(tree.node(heading).end, heading + most_in_heading);
  for (std::uint32_t i = heading + 1; i < end; ++i) {
    if (!is_label(tree, tree.node(i))) continue;
    const std::string label = tree.line_of(i);
    std::string_view rest = text;
    if (label.empty() || !rest.starts_with(label)) continue;
    rest = trimmed(rest.substr(label.size()));
    while (rest.starts_with(':') || rest.starts_with("- ")) rest = trimmed(rest.substr(1));
    const PageName* whole = name_that_says(names, text);
    const bool colon = whole != nullptr && has_colon_behind(whole->value, label);
    if (colon && name_that_says(names, rest) == nullptr) return whole->value;
    return rest.empty() ? text : std::string(rest);
  }
  return text;
}

/// The headings of a rank that do not name the site. Some stand in parts that are named after something else
/// ("audio-player-title"): what confirms them is surer.
std::vector<std::string> headings_of(const HtmlPage& page, std::string_view tag, const Site& site,
                                     const std::vector<PageName>& names) {
  std::vector<std::string> headings;
  for (std::uint32_t i = 0; i < page.tree.size() && headings.size() < most_headings; ++i) {
    if (page.tree.node(i).tag != tag || page.parts.of(i) == PagePart::comments) continue;
    if (auto line = heading_text(page.tree, i, names); !line.empty() && !site.is_called(line))
      headings.push_back(std::move(line));
  }
  return headings;
}

/// True when the name holds the heading, and much of it is the heading.
bool confirms(std::string_view name, std::string_view heading) {
  return !heading.empty() && name.find(heading) != std::string_view::npos && heading.size() * 5 >= name.size() * 2;
}

/// The same for a heading of the second rank: half of the name or more, or its last part.
bool is_most_of(std::string_view name, std::string_view heading) {
  return confirms(name, heading) && (heading.size() * 2 >= name.size() || name.ends_with(heading));
}

/// True when a good half of the heading's words are in the name.
bool nearly_says(const std::string& name, const std::string& heading) {
  std::istringstream of_name(name);
  std::istringstream of_heading(heading);
  const std::set<std::string> known{std::istream_iterator<std::string>(of_name), {}};
  const std::vector<std::string> words{std::istream_iterator<std::string>(of_heading), {}};
  const auto shared =
      std::count_if(words.begin(), words.end(), [&](const auto& word) { return known.count(word) > 0; });
  return static_cast<std::size_t>(shared) >= fewest_alike && static_cast<std::size_t>(shared) * 2 >= words.size();
}

/// True when the heading is one of the names and something else: a label, a date.
bool holds_name(const std::vector<PageName>& names, const std::string& heading) {
  const std::string shape = line_shape(heading);
  return std::any_of(names.begin(), names.end(), [&](const PageName& name) {
    const std::string own = line_shape(name.value);
    return !own.empty() && shape.find(own) != std::string::npos;
  });
}

/// True when a heading of the second rank says what a name says: one of the first rank above it names something else.
bool stands_below(const HtmlPage& page, const Site& site, const std::vector<PageName>& names) {
  const auto second = headings_of(page, "h2", site, names);
  return std::any_of(second.begin(), second.end(),
                     [&](const std::string& heading) { return name_that_says(names, heading) != nullptr; });
}

/// The first heading for which `holds` with the first name for which it does.
template <typename Holds>
bool take_heading(const std::vector<PageName>& names, const std::vector<std::string>& headings, const char* rule,
                  const Holds& holds, Article& article, Choices& choices) {
  for (const PageName& name : names)
    for (const std::string& heading : headings)
      if (holds(line_shape(name.rule == "<title>" ? name.whole : name.value), line_shape(heading))) {
        article.title = heading;
        choices.push_back({"title", rule + name.rule, heading});
        return true;
      }
  return false;
}

}  // namespace

void find_title(const HtmlPage& page, Article& article, Choices& choices) {
  Site site(page);
  for (std::uint32_t i = 0; i < page.tree.size(); ++i)
    if (page.tree.node(i).tag == "h1" && leads_home(page.tree, i)) site.add(page.tree.line_of(i));
  auto names = names_of(page, site);
  const auto first = headings_of(page, "h1", site, names);
  if (take_heading(names, first, "<h1>, confirmed by ", confirms, article, choices)) return;
  if (first.empty()) {
    const auto second = headings_of(page, "h2", site, names);
    if (take_heading(names, second, "<h2>, confirmed by ", is_most_of, article, choices)) return;
  }
  if (first.size() == 1 && !holds_name(names, first.front()) &&
      take_heading(names, first, "<h1>, much as ", nearly_says, article, choices))
    return;
  const std::string document = line_shape(document_title(page.tree));
  if (first.size() == 1 && !document.ends_with(line_shape(first.front())) && !stands_below(page, site, names)) {
    auto last =
        std::find_if(names.begin(), names.end(), [&](const PageName& name) { return site.is_called(name.value); });
    if (last == names.end() && !names.empty() && names.back().rule == "<title>") --last;
    names.insert(last, {"<h1>", first.front(), first.front()});
  }
  if (names.empty()) return;
  article.title = names.front().value;
  choices.push_back({"title", names.front().rule, names.front().value});
}

}  // namespace hemero
