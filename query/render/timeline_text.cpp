#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "common/base/message.h"
#include "common/text/characters/unicode.h"
#include "query/render/timeline.h"
#include "query/render/timeline_parts.h"
#include "query/render/wrapping.h"

namespace hemero {

namespace {

constexpr std::size_t least_bar = 12;
constexpr std::size_t shortest_run = 3;  ///< of periods without a match that are told in one line

std::string repeated(std::string_view text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

std::string padded(const std::string& text, std::size_t width, bool right) {
  const std::string blanks(width - std::min(width, display_width(text)), ' ');
  return right ? blanks + text : text + blanks;
}

/// A line of the table: what stands in its columns and behind them, or of several periods what is said of them.
struct Line {
  std::string period;
  std::array<std::string, 3> cells;    ///< the value, its interval, how many of how many
  const PeriodCount* drawn = nullptr;  ///< what its bar shows; null for a remark
  std::string remark;
};

class TimelineText {
 public:
  TimelineText(const TimelineAnswer& answer, TimelineUnit unit, const TextStyle& style)
      : answer_(answer), unit_(unit), style_(style), highest_(highest_drawn(answer, unit)) {}

  std::string render() {
    std::string text;
    for (std::size_t i = 0; i < answer_.series.size(); ++i)
      text += paragraph(letter(i) + series_title(answer_, i), answer_.series.size() > 1 ? "   " : "");
    add_lines();
    if (lines_.empty()) return text;
    text += "\n" + paragraph(timeline_title(answer_, unit_));
    if (answer_.chosen) text += paragraph(message("(steps chosen by the dates of what matches; --step changes them)"));
    return text + "\n" + table() + "\n" + legend();
  }

 private:
  /// A line or more, those behind the first indented.
  std::string paragraph(const std::string& text, std::string_view indent = "") const {
    return wrapped({text, {}}, style_, "", indent);
  }

  std::string letter(std::size_t series) const {
    return answer_.series.size() > 1 ? series_letter(series) + "  " : std::string();
  }

  /// Whether a period is told in one line with its neighbours of the same kind.
  enum class Kind {
    nothing,
    sparse,  ///< there are few texts or none, and none matches
    silent,  ///< there are texts, and none matches
    told,
  };

  Kind kind(std::size_t period) const {
    const TimelinePeriod& what = answer_.periods[period];
    if (what.coverage == Coverage::none) return Kind::nothing;
    const bool matches = std::any_of(answer_.series.begin(), answer_.series.end(),
                                     [&](const auto& series) { return series.counts[period].articles > 0; });
    if (matches) return Kind::told;
    return what.texts < enough_texts ? Kind::sparse : Kind::silent;
  }

  void add_lines() {
    for (std::size_t begin = 0; begin < answer_.periods.size();) {
      std::size_t end = begin + 1;
      while (end < answer_.periods.size() && kind(end) == kind(begin)) ++end;
      const PeriodRange range{begin, end - 1};
      if (kind(begin) == Kind::sparse)
        add_remark(range, sparse_text(range));
      else if (kind(begin) == Kind::silent && range.size() >= shortest_run)
        add_remark(range, message("none of {} texts", number_text(texts_in(range))));
      else if (kind(begin) != Kind::nothing)
        for (std::size_t i = begin; i < end; ++i) add_period(i);
      begin = end;
    }
  }

  std::string sparse_text(const PeriodRange& range) const {
    const std::uint64_t texts = texts_in(range);
    if (texts == 0) return message("gap: there is no article");
    const auto is_gap = [](const TimelinePeriod& period) { return period.coverage == Coverage::gap; };
    const auto begin = answer_.periods.begin() + static_cast<std::ptrdiff_t>(range.first);
    const auto gaps = std::count_if(begin, begin + static_cast<std::ptrdiff_t>(range.size()), is_gap);
    if (gaps == 0) return message("few texts: none of {}", number_text(texts));
    return message("gaps in {} of {} periods, few texts in the others: none of {}", gaps, range.size(),
                   number_text(texts));
  }

  std::uint64_t texts_in(const PeriodRange& range) const {
    std::uint64_t texts = 0;
    for (std::size_t i = range.first; i <= range.last; ++i) texts += answer_.periods[i].texts;
    return texts;
  }

  void add_remark(const PeriodRange& range, std::string remark) {
    lines_.push_back({range_text(answer_, range), {}, nullptr, std::move(remark)});
  }

  void add_period(std::size_t place) {
    const TimelinePeriod& period = answer_.periods[place];
    for (std::size_t i = 0; i < answer_.series.size(); ++i) {
      const PeriodCount& count = answer_.series[i].counts[place];
      Line line;
      line.period = i == 0 ? period.name : std::string(period.name.size(), ' ');
      if (answer_.series.size() > 1) line.period += "  " + series_letter(i);
      line.cells = cells(period, count);
      if (period.coverage == Coverage::partial) line.cells[2] += "~";
      if (is_drawn(period, unit_))
        line.drawn = &count;
      else
        line.remark = message("few texts");
      lines_.push_back(std::move(line));
    }
  }

  std::array<std::string, 3> cells(const TimelinePeriod& period, const PeriodCount& count) const {
    const auto of = [](std::uint64_t part, std::uint64_t all) { return number_text(part) + "/" + number_text(all); };
    if (unit_ == TimelineUnit::articles) return {number_text(count.articles), "", of(count.articles, period.articles)};
    if (unit_ == TimelineUnit::occurrences)
      return {count.per_million ? number_text(*count.per_million, 1) : "–", "", of(count.occurrences, period.words)};
    return {number_text(count.rate->per_1000, 1),
            number_text(count.rate->low, 1) + "–" + number_text(count.rate->high, 1), of(count.texts, period.texts)};
  }

  /// The columns that leave room for bars: the interval is left out first, then what the value is made of.
  std::string table() const {
    std::size_t names = 0;
    std::array<std::size_t, 3> widths{};
    for (const Line& line : lines_) {
      if (line.cells[0].empty()) continue;
      names = std::max(names, display_width(line.period));
      for (std::size_t i = 0; i < widths.size(); ++i) widths[i] = std::max(widths[i], display_width(line.cells[i]));
    }
    const auto taken = [&] {
      std::size_t width = names + 2;
      for (const std::size_t each : widths) width += each > 0 ? each + 2 : 0;
      return width;
    };
    for (const std::size_t left_out : {1U, 2U})
      if (taken() + least_bar > style_.columns) widths[left_out] = 0;
    const std::size_t room = style_.columns - std::min(style_.columns - 1, taken());
    std::string text;
    for (const Line& line : lines_) text += line_text(line, names, widths, room);
    return text;
  }

  std::string line_text(const Line& line, std::size_t names, const std::array<std::size_t, 3>& widths,
                        std::size_t room) const {
    std::string text = padded(line.period, names, false) + "  ";
    for (std::size_t i = 0; i < widths.size() && !line.cells[0].empty(); ++i)
      if (widths[i] > 0) text += padded(line.cells[i], widths[i], true) + "  ";
    text += line.drawn != nullptr ? bar(*line.drawn, room) : line.remark;
    while (text.ends_with(' ')) text.pop_back();
    return text + "\n";
  }

  /// Dark as far as the interval begins, half dark to the value, light as far as the interval goes.
  std::string bar(const PeriodCount& count, std::size_t room) const {
    const auto cells = [&](double value) {
      return std::min(room, static_cast<std::size_t>(std::lround(value / highest_ * static_cast<double>(room))));
    };
    const std::size_t value = cells(drawn_value(count, unit_));
    if (unit_ != TimelineUnit::texts) return count.articles > 0 && value == 0 ? "▏" : repeated("█", value);
    if (count.texts == 0) return "";
    const std::size_t low = cells(count.rate->low);
    return repeated("█", low) + repeated("▓", value - low) + repeated("░", cells(count.rate->high) - value);
  }

  std::string legend() const {
    std::vector<std::string> lines;
    if (unit_ == TimelineUnit::texts)
      lines.push_back(message("bars: █ to the least, ▓ to the value, ░ to the most that 95 % confidence allows"));
    const auto is_few = [](const Line& line) { return line.drawn == nullptr && !line.cells[0].empty(); };
    if (std::any_of(lines_.begin(), lines_.end(), is_few))
      lines.push_back(message("few texts: fewer than {}, whose share tells little", enough_texts));
    const auto is_partial = [](const TimelinePeriod& period) { return period.coverage == Coverage::partial; };
    if (std::any_of(answer_.periods.begin(), answer_.periods.end(), is_partial))
      lines.push_back(message("~ partial coverage: less than a fifth of what these sources usually print"));
    for (std::string& note : timeline_notes(answer_)) lines.push_back(std::move(note));
    std::string text;
    for (const std::string& line : lines) text += paragraph("- " + line, "  ");
    return text;
  }

  const TimelineAnswer& answer_;
  TimelineUnit unit_;
  const TextStyle& style_;
  double highest_;
  std::vector<Line> lines_;
};

}  // namespace

std::string render_timeline_text(const TimelineAnswer& answer, TimelineUnit unit, const TextStyle& style) {
  return TimelineText(answer, unit, style).render();
}

}  // namespace hemero
