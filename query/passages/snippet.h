#pragma once

#include <cstddef>
#include <vector>

#include "common/model/page.h"
#include "query/passages/highlighter.h"

namespace hemero {

/// Shows the reader why an article matches: highlights its title and picks the passages that hold most of the query, in
/// the text as printed. Debris is never shown.
class SnippetMaker {
 public:
  explicit SnippetMaker(const QueryPlan& plan) : highlighter_(plan) {}

  /// Fills the hit's title highlights and up to `most` snippets, in the order of the text. When only the title matches,
  /// the article's beginning is shown.
  void show(Hit& hit, std::size_t most);

 private:
  Highlighter highlighter_;
};

}  // namespace hemero
