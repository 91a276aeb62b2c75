#pragma once

#include <string>
#include <vector>

#include "common/model/search_request.h"
#include "common/store/archive_reader.h"
#include "common/store/index/candidate_query.h"

namespace hemero {

/// What a request asks for beside its words: a source, an author, a time, a dossier.
struct Restriction {
  std::string option;  ///< as it may be typed: --from 2019
  CandidateQuery articles;
  bool unknown = false;  ///< a notice says that there is no such name
};

struct Restrictions {
  std::vector<Restriction> parts;    ///< all of which hold
  std::vector<std::string> notices;  ///< how they were understood
};

/// The restrictions of a request. Dates in the wrong order are swapped.
Restrictions restrictions_of(const SearchRequest& request, ArchiveReader& archive);

/// What a query finds among the articles that restrictions leave.
CandidateQuery restricted(CandidateQuery query, const std::vector<Restriction>& restrictions);

}  // namespace hemero
