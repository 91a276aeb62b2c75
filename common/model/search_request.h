#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
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

/// Which values of a field articles must have, or must not, named as readers type.
struct NameFilter {
  std::vector<std::string> any;   ///< only articles with one of these; empty for all
  std::vector<std::string> none;  ///< no articles with these
  bool lacking = false;           ///< articles that have no value; beside names of `any` these as well

  bool empty() const { return any.empty() && none.empty() && !lacking; }
};

/// What a reader asks of an archive.
struct SearchRequest {
  std::string text;
  MatchMode match = MatchMode::automatic;
  std::size_t offset = 0;
  std::size_t limit = 10;
  SortOrder order = SortOrder::relevance;
  std::optional<Date> from;
  std::optional<Date> to;
  bool undated = false;  ///< articles without a date; beside a time these as well
  NameFilter sources;
  NameFilter authors;
  NameFilter sections;                ///< paths, each of which means all that is below it: societe, societe/education
  NameFilter languages;               ///< codes or names: fr, français
  NameFilter sites;                   ///< hosts, each of which means those below it too: lemonde.fr
  std::vector<std::string> dossiers;  ///< only articles that are in one of these folders of a reader's own
  std::filesystem::path user_data;    ///< where these are, as it is named; empty for the usual place
  bool everything = false;            ///< there are no words: every article is meant
  std::size_t snippets = 1;           ///< per hit
  bool with_articles = true;          ///< hits carry their article; without, only id, key and score
  bool help = true;                 ///< with articles: tell of unknown words, suggest, relax a query that finds nothing
  bool misread = false;             ///< texts were read by machine: words one letter away count too, for less
  std::optional<double> half_life;  ///< in days: how much older an article is that counts for half as recent
  bool explain = false;             ///< hits carry the parts of their score
  bool collapse = false;            ///< of articles that are copies of one another the best one only
  bool only_full = false;           ///< no articles that hold some of the words only
  bool for_export = false;          ///< hits keep their text, and carry their state
  std::size_t count_up_to = 1000;   ///< the total is exact up to here
  std::chrono::milliseconds count_for{50};  ///< how long what goes beyond may take; then the total is a lower bound

  std::optional<double> deadline;  ///< seconds that finding may take, what was found by then being the answer; none or
                                   ///< 0: as many as it needs

  std::size_t end() const { return offset + limit; }
};

/// A field whose values articles are restricted to. A facet has its name; so has what asks for it (--source,
/// --not-source, --without source).
struct RestrictedField {
  std::string_view name;
  NameFilter SearchRequest::*filter;
};

/// All of them, in the order in which they are told.
inline constexpr std::array restricted_fields{
    RestrictedField{"source", &SearchRequest::sources},   RestrictedField{"author", &SearchRequest::authors},
    RestrictedField{"section", &SearchRequest::sections}, RestrictedField{"language", &SearchRequest::languages},
    RestrictedField{"site", &SearchRequest::sites},
};

}  // namespace hemero
