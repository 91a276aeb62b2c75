#include "query/answer/facets.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include <fmt/format.h>

#include "common/store/catalogue/lines.h"
#include "common/text/fold.h"
#include "common/text/names.h"

namespace hemero {

namespace {

struct Row {
  ValueColumn column;
  std::size_t length = 0;  ///< of a date
};

/// By the order of the enumeration.
constexpr std::array<Row, std::size(facet_names)> rows{{{ValueColumn::source},
                                                        {ValueColumn::section},
                                                        {ValueColumn::authors},
                                                        {ValueColumn::language},
                                                        {ValueColumn::site},
                                                        {ValueColumn::date, 4},
                                                        {ValueColumn::date, 7},
                                                        {ValueColumn::date, 10}}};

/// Under what all spellings of a value meet.
std::string meeting_form(const std::string& value) {
  const std::string words = fmt::format("{}", fmt::join(name_words(value), " "));
  return words.empty() ? fold(value) : words;
}

/// Values that meet, and which of them is the commonest.
class Spellings {
 public:
  void add(const std::string& value, std::uint64_t articles) {
    Group& group = groups_[meeting_form(value)];
    group.articles += articles;
    if (std::pair(articles, group.commonest) <= std::pair(group.most, value)) return;
    group.commonest = value;
    group.most = articles;
  }

  std::vector<FacetValue> by_articles() const {
    std::vector<FacetValue> values;
    for (const auto& [form, group] : groups_) values.push_back({group.commonest, group.articles});
    std::stable_sort(values.begin(), values.end(),
                     [](const auto& a, const auto& b) { return a.articles > b.articles; });
    return values;
  }

 private:
  struct Group {
    std::string commonest;
    std::uint64_t most = 0;  ///< articles with it
    std::uint64_t articles = 0;
  };

  std::map<std::string, Group> groups_;
};

std::vector<FacetValue> times(const ColumnCounts& counts, std::size_t length) {
  std::map<std::string, std::uint64_t> sums;
  for (const auto& [date, articles] : counts) sums[date.substr(0, length)] += articles;
  std::vector<FacetValue> values;
  for (const auto& [time, articles] : sums) values.push_back({time, articles});
  return values;
}

/// Lists of names, one a line, counted by name.
std::vector<FacetValue> names(const ColumnCounts& counts) {
  std::map<std::string, std::uint64_t> sums;
  for (const auto& [list, articles] : counts) {
    const std::vector<std::string> lines = split_lines(list);
    std::set<std::string> distinct(lines.begin(), lines.end());
    if (distinct.empty()) distinct.insert("");
    for (const std::string& name : distinct) sums[name] += articles;
  }
  Spellings spellings;
  for (const auto& [name, articles] : sums) spellings.add(name, articles);
  return spellings.by_articles();
}

std::vector<FacetValue> values(const ColumnCounts& counts) {
  Spellings spellings;
  for (const auto& [value, articles] : counts) spellings.add(value, articles);
  return spellings.by_articles();
}

/// The request without what restricts a field.
SearchRequest wider(FacetField field, SearchRequest request) {
  if (field == FacetField::source) {
    request.sources.clear();
    request.not_sources.clear();
  }
  if (is_time(field)) request.from = request.to = std::nullopt;
  return request;
}

bool is_restricted(FacetField field, const SearchRequest& request) {
  if (field == FacetField::source) return !request.sources.empty() || !request.not_sources.empty();
  return is_time(field) && (request.from || request.to);
}

void add_new(const std::vector<std::string>& notices, std::vector<std::string>& known) {
  for (const std::string& notice : notices)
    if (std::find(known.begin(), known.end(), notice) == known.end()) known.push_back(notice);
}

}  // namespace

Facet count_facet(FacetField field, const std::vector<VersionId>& versions, const ArchiveColumns& columns) {
  const Row& row = rows[static_cast<std::size_t>(field)];
  const ColumnCounts counts = columns.count(row.column, versions);
  if (is_time(field)) return {field, times(counts, row.length)};
  return {field, field == FacetField::author ? names(counts) : values(counts)};
}

FacetAnswer count_facets(const std::vector<FacetField>& counted, const SearchRequest& request, ArchiveReader& archive,
                         Searcher& searcher) {
  const MatchSet all = searcher.matches(request);
  FacetAnswer answer{all.query, all.restrictions, all.notices, all.versions.size(), all.texts, all.complete, {}};
  for (const FacetField field : counted) {
    if (!is_restricted(field, request)) {
      answer.facets.push_back(count_facet(field, all.versions, archive.columns()));
      continue;
    }
    const MatchSet others = searcher.matches(wider(field, request));
    answer.facets.push_back(count_facet(field, others.versions, archive.columns()));
    answer.complete = answer.complete && others.complete;
    add_new(others.notices, answer.notices);
  }
  return answer;
}

}  // namespace hemero
