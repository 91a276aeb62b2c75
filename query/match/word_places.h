#pragma once

#include "query/match/pattern_finder.h"
#include "query/plan/pattern.h"

namespace hemero {

/// Where a pattern stands, and where its words and phrases do; those of PRÈS and MÊME only where all of them do.
struct WordPlaces {
  Places places;
  Places words;
};

/// The places of a pattern in the article that the finder knows.
WordPlaces word_places(const Pattern& pattern, const PatternFinder& finder);

}  // namespace hemero
