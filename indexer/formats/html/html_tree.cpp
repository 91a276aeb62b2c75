#include "indexer/formats/html/html_tree.h"

#include <algorithm>
#include <array>

namespace hemero {

namespace {

struct TagFlow {
  std::string_view tag;
  HtmlFlow flow;
};

// Sorted by name. Of MathML the root is here, and what is not shown.
constexpr std::array tag_flows{TagFlow{"a", HtmlFlow::inside},          TagFlow{"abbr", HtmlFlow::inside},
                               TagFlow{"acronym", HtmlFlow::inside},    TagFlow{"address", HtmlFlow::block},
                               TagFlow{"annotation", HtmlFlow::silent}, TagFlow{"annotation-xml", HtmlFlow::silent},
                               TagFlow{"article", HtmlFlow::block},     TagFlow{"aside", HtmlFlow::beside},
                               TagFlow{"audio", HtmlFlow::silent},      TagFlow{"b", HtmlFlow::inside},
                               TagFlow{"bdi", HtmlFlow::inside},        TagFlow{"bdo", HtmlFlow::inside},
                               TagFlow{"big", HtmlFlow::inside},        TagFlow{"blockquote", HtmlFlow::block},
                               TagFlow{"body", HtmlFlow::block},        TagFlow{"br", HtmlFlow::line_break},
                               TagFlow{"button", HtmlFlow::silent},     TagFlow{"canvas", HtmlFlow::silent},
                               TagFlow{"caption", HtmlFlow::block},     TagFlow{"cite", HtmlFlow::inside},
                               TagFlow{"code", HtmlFlow::inside},       TagFlow{"data", HtmlFlow::inside},
                               TagFlow{"datalist", HtmlFlow::silent},   TagFlow{"dd", HtmlFlow::block},
                               TagFlow{"del", HtmlFlow::inside},        TagFlow{"dfn", HtmlFlow::inside},
                               TagFlow{"dialog", HtmlFlow::beside},     TagFlow{"div", HtmlFlow::block},
                               TagFlow{"dl", HtmlFlow::block},          TagFlow{"dt", HtmlFlow::block},
                               TagFlow{"em", HtmlFlow::inside},         TagFlow{"embed", HtmlFlow::silent},
                               TagFlow{"figcaption", HtmlFlow::block},  TagFlow{"figure", HtmlFlow::block},
                               TagFlow{"font", HtmlFlow::inside},       TagFlow{"footer", HtmlFlow::beside},
                               TagFlow{"form", HtmlFlow::beside},       TagFlow{"h1", HtmlFlow::block},
                               TagFlow{"h2", HtmlFlow::block},          TagFlow{"h3", HtmlFlow::block},
                               TagFlow{"h4", HtmlFlow::block},          TagFlow{"h5", HtmlFlow::block},
                               TagFlow{"h6", HtmlFlow::block},          TagFlow{"head", HtmlFlow::block},
                               TagFlow{"header", HtmlFlow::block},      TagFlow{"hr", HtmlFlow::block},
                               TagFlow{"html", HtmlFlow::block},        TagFlow{"i", HtmlFlow::inside},
                               TagFlow{"iframe", HtmlFlow::silent},     TagFlow{"img", HtmlFlow::inside},
                               TagFlow{"input", HtmlFlow::silent},      TagFlow{"ins", HtmlFlow::inside},
                               TagFlow{"kbd", HtmlFlow::inside},        TagFlow{"label", HtmlFlow::inside},
                               TagFlow{"li", HtmlFlow::block},          TagFlow{"link", HtmlFlow::inside},
                               TagFlow{"main", HtmlFlow::block},        TagFlow{"map", HtmlFlow::silent},
                               TagFlow{"mark", HtmlFlow::inside},       TagFlow{"math", HtmlFlow::inside},
                               TagFlow{"meta", HtmlFlow::inside},       TagFlow{"meter", HtmlFlow::silent},
                               TagFlow{"nav", HtmlFlow::beside},        TagFlow{"nobr", HtmlFlow::inside},
                               TagFlow{"noscript", HtmlFlow::silent},   TagFlow{"object", HtmlFlow::silent},
                               TagFlow{"ol", HtmlFlow::block},          TagFlow{"option", HtmlFlow::silent},
                               TagFlow{"p", HtmlFlow::block},           TagFlow{"picture", HtmlFlow::inside},
                               TagFlow{"pre", HtmlFlow::block},         TagFlow{"progress", HtmlFlow::silent},
                               TagFlow{"q", HtmlFlow::inside},          TagFlow{"rp", HtmlFlow::inside},
                               TagFlow{"rt", HtmlFlow::inside},         TagFlow{"ruby", HtmlFlow::inside},
                               TagFlow{"s", HtmlFlow::inside},          TagFlow{"samp", HtmlFlow::inside},
                               TagFlow{"script", HtmlFlow::silent},     TagFlow{"section", HtmlFlow::block},
                               TagFlow{"select", HtmlFlow::silent},     TagFlow{"small", HtmlFlow::inside},
                               TagFlow{"source", HtmlFlow::inside},     TagFlow{"span", HtmlFlow::inside},
                               TagFlow{"strike", HtmlFlow::inside},     TagFlow{"strong", HtmlFlow::inside},
                               TagFlow{"style", HtmlFlow::silent},      TagFlow{"sub", HtmlFlow::inside},
                               TagFlow{"sup", HtmlFlow::inside},        TagFlow{"svg", HtmlFlow::silent},
                               TagFlow{"table", HtmlFlow::block},       TagFlow{"td", HtmlFlow::block},
                               TagFlow{"template", HtmlFlow::silent},   TagFlow{"textarea", HtmlFlow::silent},
                               TagFlow{"th", HtmlFlow::block},          TagFlow{"time", HtmlFlow::inside},
                               TagFlow{"title", HtmlFlow::silent},      TagFlow{"tr", HtmlFlow::block},
                               TagFlow{"tt", HtmlFlow::inside},         TagFlow{"u", HtmlFlow::inside},
                               TagFlow{"ul", HtmlFlow::block},          TagFlow{"var", HtmlFlow::inside},
                               TagFlow{"video", HtmlFlow::silent},      TagFlow{"wbr", HtmlFlow::inside}};

/// The attributes that some rule reads.
constexpr std::array<std::string_view, 18> known_attributes{
    "class", "id",   "itemprop", "itemtype", "property", "name", "content", "datetime", "rel",
    "href",  "lang", "role",     "hidden",   "style",    "type", "pubdate", "title",    "itemscope"};

/// Of an element that is not listed: a block, as custom elements mostly are, but a part of the line where HTML allows
/// nothing else.
HtmlFlow unlisted_flow(const HtmlNode& parent) {
  const bool holds_line = parent.tag == "p" || is_heading(parent.tag);
  return holds_line || parent.flow == HtmlFlow::inside ? HtmlFlow::inside : HtmlFlow::block;
}

}  // namespace

std::string_view HtmlTree::attribute(const HtmlNode& node, std::string_view name) const {
  for (std::uint32_t i = node.begin_attributes; i < node.end_attributes; ++i)
    if (attributes_[i].name == name) return attributes_[i].value;
  return {};
}

bool HtmlTree::has_attribute(const HtmlNode& node, std::string_view name) const {
  for (std::uint32_t i = node.begin_attributes; i < node.end_attributes; ++i)
    if (attributes_[i].name == name) return true;
  return false;
}

bool HtmlTree::is_hidden(const HtmlNode& node) const {
  constexpr std::array<std::string_view, 4> hides{"display:none", "display: none", "visibility:hidden",
                                                  "visibility: hidden"};
  for (std::uint32_t i = node.begin_attributes; i < node.end_attributes; ++i) {
    const auto& [name, value] = attributes_[i];
    const auto says = [text = std::string_view(value)](std::string_view each) {
      return text.find(each) != std::string_view::npos;
    };
    if (name == "hidden" || (name == "style" && std::any_of(hides.begin(), hides.end(), says))) return true;
  }
  return false;
}

std::string HtmlTree::line_of(std::uint32_t index) const {
  constexpr std::size_t longest_line = 65'536;  // bytes, and nodes
  std::string line;
  const std::uint32_t end = std::min<std::uint32_t>(nodes_[index].end, index + longest_line);
  for (std::uint32_t i = index; i < end && line.size() < longest_line; ++i) {
    const HtmlNode& node = nodes_[i];
    if (node.flow == HtmlFlow::text)
      append_collapsed(line, text(node));
    else if (node.flow == HtmlFlow::silent && i != index)
      i = node.end - 1;
    else if (node.flow != HtmlFlow::inside)
      append_collapsed(line, " ");
  }
  while (line.ends_with(' ')) line.pop_back();
  return line;
}

std::uint32_t HtmlTree::open(std::string_view tag, std::uint32_t parent) {
  const auto* known = std::lower_bound(tag_flows.begin(), tag_flows.end(), tag,
                                       [](const TagFlow& row, std::string_view name) { return row.tag < name; });
  const bool found = known != tag_flows.end() && known->tag == tag;
  const auto attributes = static_cast<std::uint32_t>(attributes_.size());
  const std::uint32_t index = size();
  nodes_.push_back({found ? known->tag : std::string_view(), found ? known->flow : unlisted_flow(nodes_[parent]),
                    parent, index + 1, attributes, attributes, 0, 0});
  return index;
}

void HtmlTree::add_attribute(std::string_view name, std::string_view value) {
  const auto* known = std::find(known_attributes.begin(), known_attributes.end(), name);
  if (known == known_attributes.end()) return;
  attributes_.push_back({*known, std::string(value)});
  nodes_.back().end_attributes = static_cast<std::uint32_t>(attributes_.size());
}

void HtmlTree::add_text(std::string_view text, std::uint32_t parent) {
  const auto begin = static_cast<std::uint32_t>(text_.size());
  text_ += text;
  const auto end = static_cast<std::uint32_t>(text_.size());
  HtmlNode& last = nodes_.back();
  if (last.flow == HtmlFlow::text && last.parent == parent)
    last.end_text = end;
  else
    nodes_.push_back({{}, HtmlFlow::text, parent, size() + 1, 0, 0, begin, end});
}

void append_collapsed(std::string& line, std::string_view text) {
  const auto is_blank = [](char byte) { return byte == ' ' || (byte >= '\t' && byte <= '\r'); };
  for (auto at = text.begin(); at != text.end();) {
    const auto blank = std::find_if(at, text.end(), is_blank);
    line.append(at, blank);
    if (blank == text.end()) break;
    if (!line.empty() && line.back() != ' ' && line.back() != '\n') line += ' ';
    at = blank + 1;
  }
}

}  // namespace hemero
