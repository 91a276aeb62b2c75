#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/model/page.h"

namespace hemero {

/// The text with its ranges between angle brackets: `L’<œuvre>`.
inline std::string marked(std::string_view text, const std::vector<Range>& ranges) {
  std::string shown;
  std::size_t at = 0;
  for (const Range& range : ranges) {
    shown += text.substr(at, range.begin - at);
    shown += '<';
    shown += text.substr(range.begin, range.end - range.begin);
    shown += '>';
    at = range.end;
  }
  shown += text.substr(at);
  return shown;
}

/// Snippets with a bar between them; dots where a sentence was cut.
inline std::string marked(const std::vector<Snippet>& snippets) {
  std::string shown;
  for (const Snippet& snippet : snippets) {
    if (!shown.empty()) shown += " | ";
    if (snippet.starts_mid) shown += "… ";
    shown += marked(snippet.text, snippet.highlights);
    if (snippet.ends_mid) shown += " …";
  }
  return shown;
}

}  // namespace hemero
