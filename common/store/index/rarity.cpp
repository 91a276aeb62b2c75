#include "common/store/index/rarity.h"

#include <algorithm>
#include <cmath>

namespace hemero {

namespace {

/// True for another way to print a word that must be checked: it may be far rarer than its terms.
bool is_other_writing(const CandidateQuery& query) {
  return query.kind == CandidateQuery::Kind::scaled && query.children.front().kind == CandidateQuery::Kind::checked;
}

/// Of not holding a word to holding it.
double odds(double frequency, double all) { return (all - frequency + 0.5) / (frequency + 0.5); }

}  // namespace

double frequency(const CandidateQuery& query, const TermFrequency& of_term, double all) {
  using Kind = CandidateQuery::Kind;
  double in_none = 1;  // the share of versions that none of the children finds
  double least = all;
  for (const CandidateQuery& child : query.children) {
    const double found = frequency(child, of_term, all);
    if (!is_other_writing(child) && all > 0) in_none *= 1 - std::min(1.0, found / all);
    least = std::min(least, found);
  }
  switch (query.kind) {
    case Kind::nothing:
      return 0;
    case Kind::everything:
      return all;
    case Kind::term:
      return static_cast<double>(of_term(query.term));
    case Kind::listed:
      return static_cast<double>(query.versions.size());
    case Kind::maybe:
    case Kind::fixed:
    case Kind::scaled:
      return frequency(query.children.front(), of_term, all);
    case Kind::any:
    case Kind::best:
    case Kind::synonym:
      return all * (1 - in_none);
    default:
      return least;
  }
}

double rarity(double frequency, double all) { return std::log(1 + odds(frequency, all)); }

double first_rarity(double frequency, double all) {
  constexpr double frequent = 2;
  const double against = odds(frequency, all);
  return std::log(against >= frequent ? against : 1 + against / frequent);
}

}  // namespace hemero
