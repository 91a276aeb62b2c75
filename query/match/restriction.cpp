#include "query/match/restriction.h"

#include <fmt/format.h>

#include "common/base/message.h"
#include "common/base/quoted_names.h"
#include "common/model/field.h"
#include "common/store/catalogue/source_names.h"
#include "common/store/index/index_format.h"
#include "common/text/names.h"
#include "query/plan/date_terms.h"

namespace hemero {

namespace {

CandidateQuery of_sources(const std::vector<std::string>& sources) {
  std::vector<CandidateQuery> terms;
  for (const std::string& source : sources) {
    const std::string whole = fmt::format("{}", fmt::join(name_words(source), ""));
    terms.push_back(CandidateQuery::of_term(name_term(info(Field::source).prefix, whole)));
  }
  return terms.empty() ? CandidateQuery{} : CandidateQuery::group(CandidateQuery::Kind::any, std::move(terms));
}

/// The names that readers mean by what they typed, of which notices tell where that may surprise.
std::vector<std::string> meant_sources(const std::string& typed, const std::vector<std::string>& names,
                                       std::vector<std::string>& notices) {
  std::vector<std::string> meant = meant_names(typed, names);
  if (meant.empty()) notices.push_back(unknown_source(typed, names));
  if (meant.size() > 1)
    notices.push_back(message("“{}” is in the name of several sources: {}", typed, quoted_names(meant)));
  return meant;
}

/// The articles that are not among these.
CandidateQuery all_but(CandidateQuery articles) {
  if (articles.kind == CandidateQuery::Kind::nothing) return CandidateQuery::everything();
  return CandidateQuery::group(CandidateQuery::Kind::except, {CandidateQuery::everything(), std::move(articles)});
}

/// One restriction to all of these sources; with `others` to those that are not among them.
void add_sources(Restrictions& restrictions, const std::vector<std::string>& typed, bool others,
                 ArchiveReader& archive) {
  if (typed.empty()) return;
  const std::vector<std::string> names = archive.source_names();
  std::vector<std::string> meant;
  std::vector<std::string> options;
  for (const std::string& each : typed) {
    const std::vector<std::string> of_each = meant_sources(each, names, restrictions.notices);
    meant.insert(meant.end(), of_each.begin(), of_each.end());
    options.push_back(others ? message("--not-source “{}”", each) : message("--source “{}”", each));
  }
  CandidateQuery articles = of_sources(meant);
  if (others) articles = all_but(std::move(articles));
  restrictions.parts.push_back(
      {fmt::format("{}", fmt::join(options, " ")), std::move(articles), meant.empty() && !others});
}

std::string option_of(const char* name, const std::optional<Date>& date) {
  return date ? fmt::format("{} {}", name, to_iso(*date)) : std::string();
}

void add_time(Restrictions& restrictions, std::optional<Date> from, std::optional<Date> to) {
  std::string option = option_of("--from", from);
  if (from && to) option += ' ';
  option += option_of("--to", to);
  if (from && to && is_later(*from, *to)) {
    std::swap(from, to);
    restrictions.notices.push_back(message("“{}” starts after it ends: its dates were swapped", option));
  }
  restrictions.parts.push_back({std::move(option), date_query(from, to)});
}

}  // namespace

Restrictions restrictions_of(const SearchRequest& request, ArchiveReader& archive) {
  Restrictions restrictions;
  add_sources(restrictions, request.sources, false, archive);
  add_sources(restrictions, request.not_sources, true, archive);
  if (request.from || request.to) add_time(restrictions, request.from, request.to);
  return restrictions;
}

CandidateQuery restricted(CandidateQuery query, const std::vector<Restriction>& restrictions) {
  if (restrictions.empty() || query.kind == CandidateQuery::Kind::nothing) return query;
  std::vector<CandidateQuery> parts{std::move(query)};
  for (const Restriction& restriction : restrictions) parts.push_back(restriction.articles);
  return CandidateQuery::group(CandidateQuery::Kind::filter, std::move(parts));
}

}  // namespace hemero
