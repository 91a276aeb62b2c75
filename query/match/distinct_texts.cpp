#include "query/match/distinct_texts.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace hemero {

std::vector<VersionId> distinct_texts(const std::vector<VersionId>& versions, const IndexReader& index) {
  struct First {
    VersionId version{};
    std::string date;
  };
  std::unordered_map<VersionId, First> firsts;  // by cluster
  const auto is_before = [](const std::string& date, const std::string& other) {
    return !date.empty() && (other.empty() || date < other);
  };
  std::vector<VersionId> texts;
  for (const VersionId version : versions) {
    const auto* cluster = index.copies().cluster(version);
    if (cluster == nullptr) {
      texts.push_back(version);
      continue;
    }
    std::string date = index.date(version);
    const auto [known, fresh] = firsts.try_emplace(cluster->first, First{version, date});
    if (!fresh && is_before(date, known->second.date)) known->second = {version, std::move(date)};
  }
  const auto single = static_cast<std::ptrdiff_t>(texts.size());  // ascending, and most of them
  for (const auto& [cluster, first] : firsts) texts.push_back(first.version);
  std::sort(texts.begin() + single, texts.end());
  std::inplace_merge(texts.begin(), texts.begin() + single, texts.end());
  return texts;
}

std::vector<VersionId> distinct_texts(const std::vector<VersionId>& versions, const std::vector<VersionId>& chosen,
                                      const IndexReader& index) {
  std::unordered_set<VersionId> stood_for;
  for (const VersionId version : chosen)
    if (index.copies().cluster(version) != nullptr) stood_for.insert(index.copies().first(version));
  std::vector<VersionId> kept;
  for (const VersionId version : versions)
    if (!stood_for.contains(index.copies().first(version)) || std::ranges::binary_search(chosen, version))
      kept.push_back(version);
  return distinct_texts(kept, index);
}

}  // namespace hemero
