#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/formats/html/html_blocks.h"
#include "indexer/formats/html/html_body.h"
#include "indexer/formats/html/html_parts.h"
#include "indexer/formats/html/html_tree.h"
#include "indexer/formats/html/json_ld.h"
#include "indexer/input/html_limits.h"

namespace hemero {

/// A <meta> of a page: its name, property or itemprop in small letters, and its content as printed.
struct MetaTag {
  std::string name;
  std::string content;
};

/// All that the rules look at.
struct HtmlPage {
  HtmlTree tree;
  JsonLdArticle json_ld;
  std::vector<MetaTag> meta;  ///< those with a content, in the order of the page
  std::vector<HtmlBlock> blocks;
  PageParts parts;

  /// `markup` and `json_ld` as read_html_source() gives them.
  HtmlPage(std::string_view markup, const std::vector<std::string>& json_ld, const HtmlLimits& limits = {});

  // The parts refer to their page.
  HtmlPage(const HtmlPage&) = delete;
  HtmlPage& operator=(const HtmlPage&) = delete;

  /// The first <meta> of this name; nothing when there is none.
  const MetaTag* find_meta(std::string_view name) const;

  /// What the elements that bear this itemprop say, but for those beside the article: their content attribute, else
  /// their text.
  std::vector<std::string> microdata(std::string_view property) const;
};

}  // namespace hemero
