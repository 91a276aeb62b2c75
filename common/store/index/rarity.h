#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "common/store/index/candidate_query.h"

namespace hemero {

/// The number of versions that hold a term.
using TermFrequency = std::function<std::uint64_t(const std::string& term)>;

/// How many of `all` versions hold what a query asks for, about: what stands side by side in it is taken to be found
/// independently. Checks are left aside.
double frequency(const CandidateQuery& query, const TermFrequency& of_term, double all);

/// Inverse document frequency as BM25 has it: what a word is worth that `frequency` of `all` versions hold (Robertson
/// and Zaragoza, "The Probabilistic Relevance Framework", 2009; 1 is added within the logarithm, so that no word is
/// worth less than nothing).
double rarity(double frequency, double all);

/// The same in the ranking of the index, which the second look corrects: a word that more than a third of the versions
/// hold counts half as much (as Xapian's BM25Weight has it; one formula for both ranks worse, by .003 to .006 nDCG@10).
double first_rarity(double frequency, double all);

}  // namespace hemero
