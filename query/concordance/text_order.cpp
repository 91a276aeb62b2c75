#include "query/concordance/text_order.h"

#include <algorithm>
#include <numeric>

#include "common/text/fold.h"

namespace hemero {

TextNames names_of(const StoredArticle& stored) {
  return {stored.id, stored.article.date ? to_iso(*stored.article.date) : "", stored.article.source};
}

std::vector<std::uint32_t> text_ranks(const std::vector<TextNames>& texts, TextOrder order) {
  std::vector<std::string> sources(texts.size());
  if (order == TextOrder::source)
    std::ranges::transform(texts, sources.begin(), [](const TextNames& names) { return fold(names.source); });
  std::vector<std::uint32_t> sorted(texts.size());
  std::iota(sorted.begin(), sorted.end(), 0U);
  std::ranges::sort(sorted, [&](std::uint32_t a, std::uint32_t b) {
    const TextNames& one = texts[a];
    const TextNames& other = texts[b];
    if (sources[a] != sources[b]) return sources[a] < sources[b];
    if (one.date != other.date) {
      if (one.date.empty() || other.date.empty()) return other.date.empty();
      return order == TextOrder::newest ? one.date > other.date : one.date < other.date;
    }
    return one.id < other.id;
  });
  std::vector<std::uint32_t> ranks(sorted.size());
  for (std::uint32_t i = 0; i < sorted.size(); ++i) ranks[sorted[i]] = i;
  return ranks;
}

std::uint32_t paragraph_number(const Article& article, std::uint32_t at) {
  return static_cast<std::uint32_t>(std::ranges::count_if(
      article.zones, [&](const Zone& zone) { return zone.kind != ZoneKind::debris && zone.begin <= at; }));
}

}  // namespace hemero
