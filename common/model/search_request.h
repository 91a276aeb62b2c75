#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/base/dates/date.h"

namespace hemero {

/// How words that stand side by side are joined.
enum class MatchMode : std::uint8_t {
  automatic,  ///< all of them first where many articles hold them; else one ranking with those that hold some
  all,
  any,
};

enum class SortOrder : std::uint8_t { relevance, newest, oldest };

/// What a reader asks of an archive.
struct SearchRequest {
  std::string text;
  MatchMode match = MatchMode::automatic;
  std::size_t offset = 0;
  std::size_t limit = 10;
  SortOrder order = SortOrder::relevance;
  std::optional<Date> from;
  std::optional<Date> to;
  std::vector<std::string> sources;      ///< only articles of one of these, named as readers type; empty for all
  std::vector<std::string> not_sources;  ///< no articles of these
  bool everything = false;               ///< there are no words: every article is meant
  std::size_t snippets = 1;              ///< per hit
  bool with_articles = true;             ///< hits carry their article; without, only id, key and score
  bool help = true;                 ///< with articles: tell of unknown words, suggest, relax a query that finds nothing
  bool misread = false;             ///< texts were read by machine: words one letter away count too, for less
  std::optional<double> half_life;  ///< in days: how much older an article is that counts for half as recent
  bool explain = false;             ///< hits carry the parts of their score
  bool collapse = false;            ///< of articles that are copies of one another the best one only
  bool only_full = false;           ///< no articles that hold some of the words only
  bool for_export = false;          ///< hits keep their text, and carry their state
  std::size_t count_up_to = 1000;   ///< the total is exact up to here
  std::chrono::milliseconds count_for{30};  ///< how long what goes beyond may take; then the total is a lower bound

  std::optional<double> deadline;  ///< seconds that finding may take, what was found by then being the answer; none or
                                   ///< 0: as many as it needs

  std::size_t end() const { return offset + limit; }
};

}  // namespace hemero
