#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/text/characters/unicode.h"
#include "query/render/svg.h"
#include "query/render/timeline.h"
#include "query/render/timeline_parts.h"
#include "query/render/timeline_svg_table.h"
#include "query/render/xml_escaped.h"

namespace hemero {

namespace {

// Lengths are in user units, one of which is a pixel on a screen.
constexpr double line_height = 16;

/// How large a picture is, and what it has beside the curves.
struct Layout {
  double width = 960;
  double margin = 24;
  double left = 72;  ///< of the plot
  double plot_height = 300;
  bool is_whole = true;  ///< tells all in words and has the table, else it stands beside these
};

constexpr Layout whole_picture{};
constexpr Layout wide_curves{960, 4, 52, 280, false};
constexpr Layout narrow_curves{380, 4, 44, 220, false};

/// How a series is drawn: colours differ in grey as well, and so do dashes.
struct Stroke {
  std::string_view colour;
  std::string_view dashes;
};

constexpr std::array<Stroke, 4> strokes{Stroke{"#12263f", "none"}, Stroke{"#b33a1e", "7 3"}, Stroke{"#2f86b5", "2 3"},
                                        Stroke{"#b98a00", "9 3 2 3"}};

constexpr std::size_t most_drawn_periods = 1500;
constexpr std::string_view grey = "#555555";

/// The step between marks of an axis that goes so far: 1, 2 or 5 times a power of ten, four to nine of them.
double mark_step(double highest) {
  const double power = std::pow(10, std::floor(std::log10(highest / 4)));
  for (const double times : {1, 2, 5})
    if (highest / (times * power) <= 9) return times * power;
  return 10 * power;
}

class TimelineChart {
 public:
  TimelineChart(const TimelineAnswer& answer, TimelineUnit unit, const Layout& layout)
      : answer_(answer), unit_(unit), layout_(layout), highest_(highest_drawn(answer, unit)), y_(layout.margin / 2) {}

  std::string render() {
    head();
    if (!answer_.periods.empty()) {
      plot();
      below();
      if (layout_.is_whole) notes_and_table();
    }
    const std::string title = timeline_title(answer_, unit_);
    std::string description = title;
    for (std::size_t i = 0; i < answer_.series.size(); ++i) description += message("; ") + series_title(answer_, i);
    return svg_file({layout_.width, y_ + layout_.margin, message("{}: {}", title, queries()),
                     message("{}. The table below has the values.", description), std::move(out_)});
  }

 private:
  double right() const { return layout_.width - layout_.margin; }
  double place(std::size_t period) const { return layout_.left + half_step() * (2 * static_cast<double>(period) + 1); }
  double half_step() const { return (right() - layout_.left) / static_cast<double>(answer_.periods.size()) / 2; }
  double height(double value) const { return top_ + layout_.plot_height * (1 - std::min(1.0, value / highest_)); }

  /// How many characters of this size have room from there on: most are little more than half as wide as high.
  double room_for(double size, double x) const { return (right() - x) / size * 1.65; }

  void line_of_text(const std::string& text, double size, std::string_view colour = "#000000") {
    for (const std::string& line : svg_lines(text, room_for(size, layout_.margin))) {
      y_ += size * 1.4;
      out_ += svg_text(layout_.margin, y_, line, {size, "start", colour});
    }
  }

  void head() {
    if (layout_.is_whole) line_of_text(timeline_title(answer_, unit_), 18);
    if (layout_.is_whole || answer_.series.size() > 1)
      for (std::size_t i = 0; i < answer_.series.size(); ++i) legend_of(i);
    top_ = y_ + line_height;
  }

  std::string queries() const {
    std::vector<std::string> queries;
    for (const TimelineSeries& series : answer_.series) queries.push_back(series.query);
    return fmt::format("{}", fmt::join(queries, " / "));
  }

  void legend_of(std::size_t i) {
    constexpr double sample = 36;
    y_ += line_height * 1.2;
    out_ += fmt::format("<path d=\"M{:.1f} {:.1f}h{:.1f}\" {}/>\n", layout_.margin, y_ - 4, sample, stroke(i));
    out_ += marker(i, layout_.margin + sample / 2, y_ - 4);
    const std::string letter = answer_.series.size() > 1 ? series_letter(i) + "  " : "";
    const double x = layout_.margin + sample + 8;
    y_ -= line_height;
    for (const std::string& line : svg_lines(letter + series_title(answer_, i), room_for(13, x))) {
      y_ += line_height;
      out_ += svg_text(x, y_, line, {13, "start", "#000000"});
    }
  }

  static std::string stroke(std::size_t i) {
    return fmt::format("fill=\"none\" stroke=\"{}\" stroke-width=\"1.8\" stroke-dasharray=\"{}\"", strokes[i].colour,
                       strokes[i].dashes);
  }

  static std::string marker(std::size_t i, double x, double y) {
    const std::string_view colour = strokes[i].colour;
    switch (i) {
      case 0:
        return fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"2.6\" fill=\"{}\"/>\n", x, y, colour);
      case 1:
        return fmt::format("<path d=\"M{:.1f} {:.1f}h5v5h-5z\" fill=\"{}\"/>\n", x - 2.5, y - 2.5, colour);
      case 2:
        return fmt::format("<path d=\"M{:.1f} {:.1f}l3.2 5.6h-6.4z\" fill=\"{}\"/>\n", x, y - 3.4, colour);
      default:
        return fmt::format("<path d=\"M{:.1f} {:.1f}l3.4 3.4-3.4 3.4-3.4-3.4z\" fill=\"{}\"/>\n", x, y - 3.4, colour);
    }
  }

  void plot() {
    out_ += fmt::format("<g role=\"img\" aria-label=\"{}\">\n", xml_escaped(timeline_title(answer_, unit_)));
    bands();
    value_axis();
    time_axis();
    for (std::size_t i = 0; i < answer_.series.size(); ++i) draw(i);
    out_ += "</g>\n";
    y_ = top_ + layout_.plot_height + 2 * line_height;
  }

  /// Gaps in grey, hatched where there are too few texts, paler where they are partly there.
  void bands() {
    for (std::size_t begin = 0; begin < answer_.periods.size();) {
      std::size_t end = begin + 1;
      while (end < answer_.periods.size() && band(end) == band(begin)) ++end;
      if (const std::string_view fill = band(begin); !fill.empty())
        out_ += fmt::format("<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" fill=\"{}\"/>\n",
                            place(begin) - half_step(), top_, place(end - 1) - place(begin) + 2 * half_step(),
                            layout_.plot_height, fill);
      begin = end;
    }
  }

  std::string_view band(std::size_t period) const {
    const TimelinePeriod& what = answer_.periods[period];
    if (what.coverage == Coverage::gap) return "#d4d4d4";
    if (what.texts > 0 && !is_drawn(what, unit_)) return "url(#hatched)";
    return what.coverage == Coverage::partial ? "#f1f1f1" : "";
  }

  void value_axis() {
    const double step = mark_step(highest_);
    const int decimals = step < 1 ? static_cast<int>(std::ceil(-std::log10(step))) : 0;
    for (double value = 0; value <= highest_ * 1.0001; value += step) {
      out_ += fmt::format("<path d=\"M{:.1f} {:.1f}H{:.1f}\" stroke=\"{}\" stroke-width=\"{}\"/>\n", layout_.left,
                          height(value), right(), value == 0 ? grey : "#dddddd", 1);
      out_ += svg_text(layout_.left - 8, height(value) + 4, number_text(value, decimals), {11, "end", grey});
    }
  }

  /// As many names of periods as have room, always with the same distance.
  void time_axis() {
    const double room = 8 * static_cast<double>(answer_.periods.front().name.size()) + 12;
    const auto every = std::max<std::size_t>(1, static_cast<std::size_t>(std::ceil(room / (2 * half_step()))));
    for (std::size_t i = first_named(round_step(every)); i < answer_.periods.size(); i += round_step(every)) {
      out_ += fmt::format("<path d=\"M{:.1f} {:.1f}v5\" stroke=\"{}\"/>\n", place(i), top_ + layout_.plot_height, grey);
      out_ += svg_text(place(i), top_ + layout_.plot_height + 18, answer_.periods[i].name, {11, "middle", grey});
    }
  }

  /// Months are named by quarters, halves and years.
  std::size_t round_step(std::size_t every) const {
    if (answer_.step != TimeStep::month) return every;
    for (const std::size_t months : {1U, 3U, 6U, 12U, 24U, 60U, 120U})
      if (every <= months) return months;
    return every;
  }

  /// Years begin in January.
  std::size_t first_named(std::size_t every) const {
    if (answer_.step != TimeStep::month) return 0;
    const auto january = std::find_if(answer_.periods.begin(), answer_.periods.end(),
                                      [](const TimelinePeriod& period) { return period.name.ends_with("-01"); });
    return january == answer_.periods.end() ? 0 : static_cast<std::size_t>(january - answer_.periods.begin()) % every;
  }

  /// The interval as a band, then the line, both in pieces where periods are left out.
  void draw(std::size_t series) {
    const std::vector<PeriodCount>& counts = answer_.series[series].counts;
    for (std::size_t begin = 0; begin < counts.size();) {
      std::size_t end = begin;
      while (end < counts.size() && is_drawn(answer_.periods[end], unit_)) ++end;
      if (end > begin) draw_piece(series, begin, end);
      begin = end + 1;
    }
  }

  void draw_piece(std::size_t series, std::size_t begin, std::size_t end) {
    const std::vector<PeriodCount>& counts = answer_.series[series].counts;
    const auto point = [&](std::size_t i, double value) {
      return fmt::format("{:.1f} {:.1f} ", place(i), height(value));
    };
    if (unit_ == TimelineUnit::texts) {
      std::string band = "M";
      for (std::size_t i = begin; i < end; ++i) band += point(i, counts[i].rate->high);
      for (std::size_t i = end; i-- > begin;) band += point(i, counts[i].rate->low);
      out_ += fmt::format("<path d=\"{}z\" fill=\"{}\" fill-opacity=\"0.16\" stroke=\"{}\" stroke-opacity=\"0.16\"/>\n",
                          band, strokes[series].colour, strokes[series].colour);
    }
    std::string line = "M";
    for (std::size_t i = begin; i < end; ++i) line += point(i, drawn_value(counts[i], unit_));
    out_ += fmt::format("<path d=\"{}\" {}/>\n", line, stroke(series));
    constexpr double least_step = 6;  // of markers that are nearer than that none can be told from others
    if (2 * half_step() < least_step && end - begin > 1) return;
    for (std::size_t i = begin; i < end; ++i) out_ += marker(series, place(i), height(drawn_value(counts[i], unit_)));
  }

  /// A band, and what it means.
  void swatch(std::string_view fill, const std::string& text) {
    const double x = layout_.margin + 30;
    out_ += fmt::format("<rect x=\"{}\" y=\"{:.1f}\" width=\"22\" height=\"11\" fill=\"{}\" stroke=\"#999999\"/>\n",
                        layout_.margin, y_ + line_height - 10, fill);
    for (const std::string& line : svg_lines(text, room_for(12, x))) {
      y_ += line_height;
      out_ += svg_text(x, y_, line, {12, "start", "#000000"});
    }
  }

  /// What the bands mean.
  void below() {
    const auto any = [&](std::string_view fill) {
      for (std::size_t i = 0; i < answer_.periods.size(); ++i)
        if (band(i) == fill) return true;
      return false;
    };
    if (any("#d4d4d4")) swatch("#d4d4d4", message("gap: there is no article"));
    if (any("url(#hatched)"))
      swatch("url(#hatched)", message("few texts: fewer than {}, whose share tells little", enough_texts));
    if (any("#f1f1f1"))
      swatch("#f1f1f1", message("partial coverage: less than a fifth of what these sources usually print"));
    if (unit_ == TimelineUnit::texts)
      line_of_text(message("Pale bands around the lines: the interval of 95 % confidence (Wilson)."), 12);
  }

  void notes_and_table() {
    for (const std::string& note : timeline_notes(answer_)) line_of_text(note, 12);
    y_ += 2 * line_height;
    out_ += svg_table(timeline_table(answer_, unit_), {layout_.margin, y_, right() - layout_.margin, line_height}, y_);
  }

  const TimelineAnswer& answer_;
  TimelineUnit unit_;
  const Layout& layout_;
  double highest_;
  double top_ = 0;  ///< of the plot
  double y_;        ///< of the last line that was written
  std::string out_;
};

}  // namespace

std::string render_timeline_svg(const TimelineAnswer& answer, TimelineUnit unit) {
  require_drawable(answer);
  return TimelineChart(answer, unit, whole_picture).render();
}

std::string render_timeline_curves_svg(const TimelineAnswer& answer, TimelineUnit unit, bool narrow) {
  require_drawable(answer);
  return TimelineChart(answer, unit, narrow ? narrow_curves : wide_curves).render();
}

bool is_drawable(const TimelineAnswer& answer) { return answer.periods.size() <= most_drawn_periods; }

void require_drawable(const TimelineAnswer& answer) {
  if (is_drawable(answer)) return;
  throw Error(ErrorCode::usage,
              message("a picture of {} periods would be too wide; {} are drawn at most", answer.periods.size(),
                      most_drawn_periods),
              message("a longer step, or --from and --to, make fewer"));
}

}  // namespace hemero
