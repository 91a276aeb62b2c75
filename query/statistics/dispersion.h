#pragma once

#include <optional>
#include <vector>

namespace hemero {

/// A part of the texts: a month, a source.
struct PartUse {
  double occurrences = 0;  ///< of what is looked at
  double words = 0;        ///< the size of the part
};

/// How unevenly something is spread over the parts: 0 for as their sizes are, near 1 for all of it in a small one.
struct Dispersion {
  double dp = 0;                     ///< ½ Σ |v - s|, v a part's share of the occurrences, s its share of the words
  std::optional<double> normalised;  ///< dp / (1 - min s); none of a single part
};

/// Deviation of proportions: Gries, "Dispersions and adjusted frequencies in corpora", International Journal of Corpus
/// Linguistics 13 (2008); normalised after Lijffijt and Gries, the same journal 17 (2012). Parts without words do not
/// count. Nothing where there are no occurrences.
std::optional<Dispersion> dispersion(const std::vector<PartUse>& parts);

}  // namespace hemero
