#pragma once

#include <string_view>

#include "common/model/article.h"

namespace hemero {

/// An article whose paragraphs are lines.
inline Article lined_article(std::string_view lines) {
  Article article;
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    append_zone(article, ZoneKind::paragraph, lines.substr(0, end));
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
  return article;
}

}  // namespace hemero
