#include "query/answer/facets.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "common/store/catalogue/lines.h"
#include "common/text/names.h"
#include "query/answer/time_limit.h"
#include "query/match/section_path.h"
#include "query/match/site_path.h"

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

/// Under what all spellings of a name meet; empty for one without letters and digits, which is none.
std::string meeting_form(std::string_view name) { return fmt::format("{}", fmt::join(name_words(name), "")); }

/// Values that meet, which of them is the commonest, and what is below them.
class Group {
 public:
  void add(const std::string& value, std::uint64_t articles) {
    articles_ += articles;
    spellings_[value] += articles;
  }

  Group& below(const std::string& form) { return below_[form]; }

  std::vector<FacetValue> values() const {
    std::vector<FacetValue> values;
    for (const auto& [form, group] : below_)
      values.push_back({form.empty() ? "" : group.commonest(), group.articles_, group.values()});
    std::stable_sort(values.begin(), values.end(),
                     [](const auto& a, const auto& b) { return a.articles > b.articles; });
    return values;
  }

 private:
  const std::string& commonest() const {
    const auto fewer = [](const auto& a, const auto& b) { return a.second < b.second; };
    return std::max_element(spellings_.begin(), spellings_.end(), fewer)->first;
  }

  std::map<std::string, std::uint64_t> spellings_;  ///< and the articles of each
  std::uint64_t articles_ = 0;
  std::map<std::string, Group> below_;
};

std::vector<FacetValue> times(const ColumnCounts& counts, std::size_t length) {
  std::map<std::string, std::uint64_t> sums;
  for (const auto& [date, articles] : counts) sums[date.substr(0, length)] += articles;
  std::vector<FacetValue> values;
  for (const auto& [time, articles] : sums) values.push_back({time, articles});
  return values;
}

/// Lists of names, one a line: an article counts once for each.
std::vector<FacetValue> names(const ColumnCounts& counts) {
  Group all;
  for (const auto& [list, articles] : counts) {
    std::map<std::string, std::string> distinct;
    for (std::string& name : split_lines(list))
      if (std::string form = meeting_form(name); !form.empty()) distinct.emplace(std::move(form), std::move(name));
    if (distinct.empty()) distinct.emplace();
    for (const auto& [form, name] : distinct) all.below(form).add(name, articles);
  }
  return all.values();
}

/// Values that are paths, whose steps `steps_of` tells.
template <typename StepsOf>
std::vector<FacetValue> paths(const ColumnCounts& counts, const StepsOf& steps_of) {
  Group all;
  for (const auto& [value, articles] : counts) {
    const std::vector<PathStep> steps = steps_of(value);
    if (steps.empty()) all.below("").add("", articles);
    Group* group = &all;
    for (const PathStep& step : steps) {
      group = &group->below(step.form);
      group->add(step.printed, articles);
    }
  }
  return all.values();
}

std::vector<FacetValue> sections(const ColumnCounts& counts, const std::vector<std::string>& all) {
  const SectionPaths sections(all);
  return paths(counts, [&](const std::string& section) { return sections.steps(section); });
}

std::vector<FacetValue> sites(const ColumnCounts& counts, const std::vector<std::string>& all) {
  return paths(counts, [&](const std::string& site) { return site_steps(site, all); });
}

std::vector<FacetValue> values(const ColumnCounts& counts) {
  Group all;
  for (const auto& [value, articles] : counts) all.below(meeting_form(value)).add(value, articles);
  return all.values();
}

/// Takes what restricts a field out of a request; false when nothing does.
bool widen(FacetField field, SearchRequest& request) {
  if (is_time(field)) {
    const bool restricted = request.from || request.to || request.undated;
    request.from = request.to = std::nullopt;
    request.undated = false;
    return restricted;
  }
  const auto* const restricted = std::ranges::find(restricted_fields, facet_name(field), &RestrictedField::name);
  return restricted != restricted_fields.end() && !std::exchange(request.*restricted->filter, {}).empty();
}

void add_new(const std::vector<std::string>& notices, std::vector<std::string>& known) {
  for (const std::string& notice : notices)
    if (std::find(known.begin(), known.end(), notice) == known.end()) known.push_back(notice);
}

/// Tells how many match, or how many at least, as far as the page does not know it.
void note_totals(Page& page, const FacetAnswer& counted) {
  page.total = std::max(page.total, counted.total);
  page.exact = page.exact || counted.complete;
  if (!page.texts) return;
  page.texts->count = std::max(page.texts->count, counted.texts);
  page.texts->exact = page.texts->exact || counted.complete;
}

}  // namespace

Facet count_facet(FacetField field, const std::vector<VersionId>& versions, const ArchiveColumns& columns) {
  const Row& row = rows[static_cast<std::size_t>(field)];
  const ColumnCounts counts = columns.count(row.column, versions);
  if (is_time(field)) return {field, times(counts, row.length)};
  if (field == FacetField::author) return {field, names(counts)};
  if (field == FacetField::section) return {field, sections(counts, columns.values(row.column))};
  if (field == FacetField::site) return {field, sites(counts, columns.values(row.column))};
  return {field, values(counts)};
}

FacetAnswer count_facets(const std::vector<FacetField>& counted, const SearchRequest& request, ArchiveReader& archive,
                         Searcher& searcher) {
  const auto start = Deadline::Clock::now();
  const MatchSet all = searcher.matches(request);
  FacetAnswer answer{all.query, all.restrictions, all.notices, all.versions.size(), all.texts, all.complete, {}};
  for (const FacetField field : counted) {
    SearchRequest wider = request;
    if (!widen(field, wider)) {
      answer.facets.push_back(count_facet(field, all.versions, archive.columns()));
      continue;
    }
    wider.deadline = time_left(request.deadline, start);
    const MatchSet others = searcher.matches(wider);
    answer.facets.push_back(count_facet(field, others.versions, archive.columns()));
    answer.complete = answer.complete && others.complete;
    add_new(others.notices, answer.notices);
  }
  return answer;
}

Page search_and_count(const std::vector<FacetField>& counted, SearchRequest request, ArchiveReader& archive,
                      Searcher& searcher) {
  if (counted.empty()) return searcher.search(request);
  const auto start = Deadline::Clock::now();
  request.count_for = {};
  Page page = searcher.search(request);
  const std::optional<double> seconds = std::exchange(request.deadline, time_left(request.deadline, start));
  FacetAnswer answer = count_facets(counted, request, archive, searcher);
  note_totals(page, answer);
  page.facets = std::move(answer.facets);
  if (!answer.complete && page.complete) page.notices.push_back(time_notice(seconds));
  page.complete = page.complete && answer.complete;
  return page;
}

}  // namespace hemero
