#include "query/match/restriction.h"

#include "common/base/message.h"
#include "query/match/dossier_restriction.h"
#include "query/match/name_restriction.h"
#include "query/plan/date_terms.h"

namespace hemero {

namespace {

std::string option_of(const char* name, const std::optional<Date>& date) {
  return date ? fmt::format("{} {}", name, to_iso(*date)) : std::string();
}

CandidateQuery undated() {
  return CandidateQuery::group(CandidateQuery::Kind::except, {CandidateQuery::everything(), date_query({}, {})});
}

void add_time(Restrictions& restrictions, const SearchRequest& request) {
  std::optional<Date> from = request.from;
  std::optional<Date> to = request.to;
  std::string option = option_of("--from", from);
  if (from && to) option += ' ';
  option += option_of("--to", to);
  if (from && to && is_later(*from, *to)) {
    std::swap(from, to);
    restrictions.notices.push_back(message("“{}” starts after it ends: its dates were swapped", option));
  }
  std::vector<CandidateQuery> articles;
  if (from || to) articles.push_back(date_query(from, to));
  if (request.undated) {
    articles.push_back(undated());
    option += option.empty() ? "--without date" : " --without date";
  }
  restrictions.parts.push_back(
      {std::move(option), CandidateQuery::group(CandidateQuery::Kind::any, std::move(articles))});
}

}  // namespace

Restrictions restrictions_of(const SearchRequest& request, ArchiveReader& archive) {
  Restrictions restrictions;
  for (const RestrictedField& field : restricted_fields)
    add_names(restrictions, field.name, request.*field.filter, archive);
  if (request.from || request.to || request.undated) add_time(restrictions, request);
  add_dossiers(restrictions, request, archive);
  return restrictions;
}

CandidateQuery restricted(CandidateQuery query, const std::vector<Restriction>& restrictions) {
  if (restrictions.empty() || query.kind == CandidateQuery::Kind::nothing) return query;
  std::vector<CandidateQuery> parts{std::move(query)};
  for (const Restriction& restriction : restrictions) parts.push_back(restriction.articles);
  return CandidateQuery::group(CandidateQuery::Kind::filter, std::move(parts));
}

}  // namespace hemero
