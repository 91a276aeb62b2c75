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

void add_source(Restrictions& restrictions, const std::string& typed, ArchiveReader& archive) {
  const std::vector<std::string> names = archive.source_names();
  const std::vector<std::string> meant = meant_names(typed, names);
  if (meant.empty()) restrictions.notices.push_back(unknown_source(typed, names));
  if (meant.size() > 1)
    restrictions.notices.push_back(message("“{}” is in the name of several sources: {}", typed, quoted_names(meant)));
  restrictions.parts.push_back({message("--source “{}”", typed), of_sources(meant), meant.empty()});
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
  if (!request.source.empty()) add_source(restrictions, request.source, archive);
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
