#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/input/html_limits.h"

namespace hemero {

/// A page before its tree is made: the markup alone, and the JSON-LD, which the HTML parser would mangle.
struct HtmlSource {
  std::string markup;  ///< without scripts, styles, comments, and the attributes of tags that have too many
  std::vector<std::string> json_ld;  ///< the contents of <script type="application/ld+json">, as written
};

/// Cuts a page, in UTF-8, in one pass. What is left open reaches to the end.
HtmlSource read_html_source(std::string_view page, const HtmlLimits& limits = {});

/// The charset that the first bytes of a page declare (<meta charset>, <meta http-equiv>, an XML declaration); empty
/// when they declare none.
std::string declared_charset(std::string_view page);

/// True when a file that begins so is a web page: a doctype, or one of the tags that a page begins with.
bool looks_like_html(std::string_view head);

}  // namespace hemero
