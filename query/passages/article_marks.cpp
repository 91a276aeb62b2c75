#include "query/passages/article_marks.h"

#include <algorithm>

#include "query/passages/highlighter.h"
#include "query/passages/marks.h"

namespace hemero {

std::size_t ArticleMarks::count() const {
  std::size_t count = title.size();
  for (const std::vector<Range>& ranges : zones) count += ranges.size();
  return count;
}

ArticleMarks marks_of(const Article& article, const QueryPlan& plan) {
  Highlighter highlighter(plan);
  const Zone title{ZoneKind::heading, 0, static_cast<std::uint32_t>(article.title.size())};
  const std::vector<Match> in_title = highlighter.find(article.title, {title});
  ArticleMarks marks{merged_ranges(highlighter.tokens(), in_title), {}};
  const std::vector<Match> matches = highlighter.find(article.text, article.zones);
  auto next = matches.begin();
  for (const Zone& zone : article.zones) {
    const auto end =
        std::find_if(next, matches.end(), [&](const Match& match) { return match.range.begin >= zone.end; });
    std::vector<Range>& ranges = marks.zones.emplace_back(merged_ranges(highlighter.tokens(), {next, end}));
    for (Range& range : ranges) range = {range.begin - zone.begin, range.end - zone.begin};
    next = end;
  }
  return marks;
}

}  // namespace hemero
