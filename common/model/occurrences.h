#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/model/article.h"

namespace hemero {

/// What is told of all places where the words of a query stand.
struct OccurrenceTotals {
  std::string query;         ///< as typed
  std::string restrictions;  ///< what was asked for beside the words: --from 2019; empty for nothing
  std::vector<std::string> notices;
  std::uint64_t total = 0;        ///< articles that match in full
  std::uint64_t texts = 0;        ///< of these, those that are no copies of one another
  std::uint64_t read = 0;         ///< the texts that were looked at: one of several copies, or all printings
  std::uint64_t holding = 0;      ///< of these, those in which something stands: a date, or a source, is met by none
  std::uint64_t occurrences = 0;  ///< in the texts that were looked at
  bool complete = true;           ///< else the time was over: all numbers are lower bounds
};

/// In which order the lines of a concordance come. Words are compared by their folded forms; what is alike comes by
/// date, then by the article's number, then by its place in the text.
enum class LineOrder : std::uint8_t {
  right,   ///< by the words behind, the nearest first
  left,    ///< by the words before, the nearest first
  form,    ///< by the words themselves
  newest,  ///< articles without a date come last in this and the next
  oldest,
  source,
};

/// A place where a word or phrase of a query stands, with what stands beside it. Before, itself and behind make, put
/// together, a stretch of the text as printed.
struct ConcordanceLine {
  std::uint64_t number = 0;  ///< in the concordance, from 1 on
  ArticleId id{};
  std::string date;  ///< as precise as it is known; empty when it is not
  std::string source;
  std::string title;
  std::string left;
  std::string pivot;
  std::string right;
  std::uint32_t paragraph = 0;  ///< of the text, debris left out, from 1 on; 0: the title
  std::uint32_t sentence = 0;   ///< of the paragraph, from 1 on
  std::uint32_t begin = 0;      ///< of the pivot, in code points of the title or of the text; end exclusive
  std::uint32_t end = 0;
};

/// A word that stands near others.
struct Collocate {
  std::string word;               ///< in its commonest spelling there
  std::uint64_t occurrences = 0;  ///< in the windows
  std::uint64_t texts = 0;        ///< in which it stands there
  std::uint64_t archive = 0;      ///< its occurrences in the archive
  double expected = 0;            ///< in the windows, were they like the archive
  double likelihood = 0;          ///< log-likelihood ratio; negative where it is rarer than expected
  double dice = 0;                ///< logDice
};

struct CollocateAnswer {
  OccurrenceTotals totals;
  std::uint64_t window_words = 0;
  std::uint64_t archive_words = 0;
  std::vector<Collocate> words;  ///< as asked for, all that reach the thresholds
};

/// A word that is more, or less, frequent in the texts of a query than elsewhere.
struct Keyword {
  std::string word;               ///< in its commonest spelling in these texts
  std::uint64_t occurrences = 0;  ///< there
  std::uint64_t texts = 0;        ///< in which it stands there
  std::uint64_t elsewhere = 0;    ///< its occurrences in the others
  double keyness = 0;             ///< log-likelihood G²
  double log_ratio = 0;           ///< Log Ratio
};

struct KeywordAnswer {
  OccurrenceTotals totals;             ///< occurrences are not counted
  std::optional<std::string> against;  ///< the other query, as typed; none: the rest of the archive
  std::uint64_t words = 0;
  std::uint64_t other_texts = 0;
  std::uint64_t other_words = 0;
  std::vector<Keyword> more;  ///< that are more frequent, the highest G² first
  std::vector<Keyword> less;
};

/// By what texts are parted.
enum class PartField : std::uint8_t { month, year, source };

/// "month", and so on.
constexpr std::string_view part_name(PartField field) {
  constexpr std::string_view names[]{"month", "year", "source"};
  return names[static_cast<std::size_t>(field)];
}

/// A month, a year or a source.
struct UsePart {
  std::string value;  ///< empty: those without a source
  std::uint64_t occurrences = 0;
  std::uint64_t texts = 0;  ///< that hold some
  std::uint64_t words = 0;  ///< of all of its texts
};

struct DispersionAnswer {
  OccurrenceTotals totals;
  PartField field{};
  std::vector<UsePart> parts;           ///< in the order of time; of sources, of their names
  std::uint64_t undated = 0;            ///< occurrences in texts whose date does not tell the part
  std::optional<double> dp;             ///< none without occurrences
  std::optional<double> dp_normalised;  ///< none of a single part
};

}  // namespace hemero
