#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "common/model/article.h"

namespace hemero {

/// What the index is asked: a tree of its terms. It finds candidates; what terms cannot tell (order, accents, exact
/// forms) is settled by checks on their token streams.
struct CandidateQuery {
  enum class Kind : std::uint8_t {
    nothing,
    everything,
    term,
    listed,   ///< the versions that it names; only beside what finds them: the index may lack some
    all,      ///< every child
    any,      ///< at least one child; scores add up
    best,     ///< at least one child; the highest score counts
    synonym,  ///< at least one child, scored as if they were one term
    except,   ///< the first child, and none of the others
    maybe,    ///< the first child; the others only add to its score
    filter,   ///< the first child, among what the others match; these do not score
    checked,  ///< its child, where check number `check` holds
    scaled,   ///< its child, whose score counts `factor` times
    fixed,    ///< its child, each match of which scores `factor`
  };

  Kind kind = Kind::nothing;
  std::string term;
  std::vector<VersionId> versions;  ///< ascending
  std::uint32_t check = 0;
  double factor = 1;
  std::vector<CandidateQuery> children;

  static CandidateQuery everything() { return group(Kind::everything, {}); }
  static CandidateQuery of_term(std::string term) {
    CandidateQuery query = group(Kind::term, {});
    query.term = std::move(term);
    return query;
  }
  /// `versions` in any order.
  static CandidateQuery of_versions(std::vector<VersionId> versions) {
    CandidateQuery query = group(Kind::listed, {});
    query.versions = std::move(versions);
    std::sort(query.versions.begin(), query.versions.end());
    return query;
  }
  static CandidateQuery group(Kind kind, std::vector<CandidateQuery> children) {
    CandidateQuery query;
    query.kind = kind;
    query.children = std::move(children);
    return query;
  }
  static CandidateQuery checked(std::uint32_t check, CandidateQuery child) {
    CandidateQuery query = group(Kind::checked, {});
    query.check = check;
    query.children.push_back(std::move(child));
    return query;
  }
  static CandidateQuery scaled(double factor, CandidateQuery child) {
    return weighted(Kind::scaled, factor, std::move(child));
  }
  static CandidateQuery fixed(double score, CandidateQuery child) {
    return weighted(Kind::fixed, score, std::move(child));
  }

 private:
  static CandidateQuery weighted(Kind kind, double factor, CandidateQuery child) {
    CandidateQuery query = group(kind, {});
    query.factor = factor;
    query.children.push_back(std::move(child));
    return query;
  }
};

/// Decides what terms cannot.
class CandidateCheck {
 public:
  virtual ~CandidateCheck() = default;

  /// True when check number `check` holds for this version.
  virtual bool holds(std::uint32_t check, VersionId version) = 0;

  /// True when it holds for none that was not asked about yet: the time is over.
  virtual bool is_spent(std::uint32_t) const { return false; }
};

}  // namespace hemero
