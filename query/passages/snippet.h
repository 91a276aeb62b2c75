#pragma once

#include <cstddef>
#include <string_view>

#include "common/model/page.h"
#include "query/passages/highlighter.h"
#include "query/passages/paragraphs.h"

namespace hemero {

/// Shows the reader why an article matches: highlights its title and picks the passages that hold most of the query, in
/// the text as printed. Debris is never shown.
class SnippetMaker {
 public:
  /// Both must outlive it. When the time is over, only single words are highlighted.
  explicit SnippetMaker(const QueryPlan& plan, const Deadline& deadline = Deadline::never())
      : highlighter_(plan, deadline), paragraphs_(plan) {}

  /// Fills the hit's title highlights and up to `most` snippets, in the order of the text, and unless there are to be
  /// none, the number of its matches. When only the title matches, the article's beginning is shown. With the article's
  /// token stream, `codes`, only what can match is read.
  void show(Hit& hit, std::size_t most, std::string_view codes = {});

 private:
  Highlighter highlighter_;
  ParagraphFinder paragraphs_;
};

}  // namespace hemero
