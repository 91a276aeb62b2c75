#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/model/article.h"
#include "common/store/streams/token_stream.h"
#include "query/plan/plan.h"

namespace hemero {

/// Tells by an article's token stream which of its paragraphs can show why it matches, so that the others need not be
/// read.
class ParagraphFinder {
 public:
  /// The plan must outlive it.
  explicit ParagraphFinder(const QueryPlan& plan);

  /// Of the zones of an article those in which something may be highlighted, and the first one; all of them where
  /// `codes`, its token stream, does not tell.
  std::vector<Zone> worth_reading(const Article& article, std::string_view codes) const;

 private:
  enum class Worth : std::uint8_t { in_compound, always };

  class Reading;

  void add(const Pattern& pattern, Worth worth);
  std::int64_t occurrences(const Pattern& pattern) const;

  const QueryPlan& plan_;
  CodeSet codes_;
  std::unordered_map<std::uint32_t, Worth> surfaces_;  ///< by id
};

}  // namespace hemero
