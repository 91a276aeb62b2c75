#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/dates/period.h"
#include "common/model/article.h"

namespace hemero {

/// How far the sources of an archive cover a period.
enum class Coverage : std::uint8_t {
  none,     ///< it lies before or after all that any of them printed
  gap,      ///< it lies between what one of them printed, and there is no article
  partial,  ///< there is less than a fifth of what they usually print
  full,
};

/// "none", and so on, in the order of the enumeration.
inline constexpr std::string_view coverage_names[]{"none", "gap", "partial", "full"};

constexpr std::string_view coverage_name(Coverage coverage) {
  return coverage_names[static_cast<std::size_t>(coverage)];
}

/// How many texts a period must have for a share of them to tell something.
inline constexpr std::uint64_t enough_texts = 50;

/// A period, and what there is of it whatever its words.
struct TimelinePeriod {
  std::string name;       ///< "2019-12"
  std::string first_day;  ///< "2019-12-01"
  std::string last_day;
  std::uint64_t articles = 0;
  std::uint64_t texts = 0;  ///< that are no copies of one another
  std::uint64_t words = 0;  ///< of these texts, where occurrences are counted
  Coverage coverage = Coverage::none;
  bool few = false;   ///< some texts, but not enough_texts
  bool jump = false;  ///< more than twice as many texts as in the period before, or less than half, the more enough
};

/// Of 1,000 texts of a period, how many match, and between what that lies with 95 % confidence.
struct Rate {
  double per_1000 = 0;
  double low = 0;
  double high = 0;
};

/// What of a period matches.
struct PeriodCount {
  std::uint64_t articles = 0;
  std::uint64_t texts = 0;
  std::optional<Rate> rate;                ///< none where there is no text
  std::uint64_t occurrences = 0;           ///< in these texts, where they are counted
  std::optional<double> per_million = {};  ///< of the words of the period
};

/// What matches and is not dated so exactly that it lies in one period.
struct CoarseCount {
  std::string date;  ///< "2019", "2019-12"; empty for no date
  std::uint64_t articles = 0;
  std::uint64_t texts = 0;
};

/// An article that matches, and its date.
struct Mention {
  std::string date;
  ArticleId article{};
};

/// Periods one after the other, by their places in the list of periods.
struct PeriodRange {
  std::size_t first = 0;
  std::size_t last = 0;

  std::size_t size() const { return last - first + 1; }
};

/// One query over time. The articles of its counts and of what is coarse are its total; texts may count in several
/// periods.
struct TimelineSeries {
  std::string query;  ///< as typed
  std::uint64_t total = 0;
  std::uint64_t texts = 0;
  std::vector<PeriodCount> counts;  ///< of each period
  std::vector<CoarseCount> coarse;  ///< by date
  std::optional<Mention> first;
  std::optional<Mention> last;
  std::vector<PeriodRange> silences;  ///< three periods or more with enough texts, none of which matches
};

/// Some queries over time.
struct TimelineAnswer {
  TimeStep step = TimeStep::month;
  bool chosen = false;       ///< the step was chosen by the dates, not asked for
  std::string restrictions;  ///< what was asked for beside the words; empty for nothing
  std::vector<std::string> notices;
  bool counts_words = false;            ///< occurrences are told, and words
  bool complete = true;                 ///< else the time was over: all numbers are lower bounds
  std::vector<TimelinePeriod> periods;  ///< without a break from the first that has an article to the last
  std::vector<TimelineSeries> series;   ///< in the order in which they were asked for
};

}  // namespace hemero
