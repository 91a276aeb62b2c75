#pragma once

namespace hemero::ranking {

/// Constants of BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009). The weights of the fields
/// multiply the within-document frequencies before it (field.h), which is its simple BM25F.
constexpr double k1 = 1.2;
constexpr double b = 0.6;
constexpr double shortest_length = 0.3;  ///< of an article, as a share of the mean: briefs gain no more below it

}  // namespace hemero::ranking
