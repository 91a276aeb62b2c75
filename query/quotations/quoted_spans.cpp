#include "query/quotations/quoted_spans.h"

#include <algorithm>
#include <optional>

#include "common/text/characters/unicode.h"

namespace hemero {

namespace {

/// A quotation may go on in so many paragraphs behind the one that it begins in.
constexpr std::size_t most_paragraphs = 2;

struct Mark {
  std::uint32_t at = 0;
  std::uint32_t end = 0;
  char32_t sign = 0;
};

enum class Side { opening, closing, either };

bool is_mark(char32_t c) { return c == U'"' || c == U'«' || c == U'»' || c == U'“' || c == U'”'; }

bool is_one_of(char32_t c, std::u32string_view signs) { return signs.find(c) != std::u32string_view::npos; }

bool is_blank(char32_t c) { return char_class(c) == CharClass::blank || char_class(c) == CharClass::line_feed; }

/// The spans of a text, paragraph by paragraph.
class SpanFinder {
 public:
  explicit SpanFinder(std::string_view text) : text_(text) {}

  void read(std::uint32_t begin, std::uint32_t end) {
    begin_ = begin;
    end_ = end;
    open_.clear();
    guillemets_ = 0;
    const std::size_t first = spans_.size();
    bool any = false;
    for (std::uint32_t at = begin; at < end;) {
      const CodePoint c = code_point_at(text_, at);
      if (is_mark(c.value)) {
        place({at, at + c.size, c.value});
        any = true;
      }
      at += c.size;
    }
    keep_outermost(first);
    carry_on(first, any);
  }

  std::vector<QuotedSpan> finish() {
    if (carried_) end_carried();
    std::ranges::sort(spans_, {}, &QuotedSpan::open);
    return std::move(spans_);
  }

 private:
  void place(const Mark& mark) {
    const Side side = side_of(mark);
    const bool closes = side == Side::closing || (side == Side::either && !open_.empty());
    if (!closes) {
      open_.push_back(mark);
      guillemets_ += mark.sign == U'«';
    } else if (!open_.empty()) {
      close(mark);
    } else if (carried_) {
      spans_.push_back({carried_->at, carried_->end, mark.at, mark.end});
      carried_.reset();
    }
  }

  /// Straight marks that were not closed are no reason to leave guillemets open.
  void close(const Mark& mark) {
    if (mark.sign == U'»' && guillemets_ > 0)
      while (open_.back().sign != U'«') open_.pop_back();
    const Mark opening = open_.back();
    open_.pop_back();
    guillemets_ -= opening.sign == U'«';
    spans_.push_back({opening.at, opening.end, mark.at, mark.end});
  }

  /// What a mark may be by its form, and by what stands beside it.
  Side side_of(const Mark& mark) const {
    if (mark.sign == U'«' || mark.sign == U'“') return Side::opening;
    if (mark.sign == U'»' || mark.sign == U'”') return Side::closing;
    const char32_t before = mark.at > begin_ ? code_before(mark.at) : U' ';
    const char32_t behind = mark.end < end_ ? code_point_at(text_, mark.end).value : U' ';
    const bool leads = (!is_blank(behind) && !is_one_of(behind, U".,;:!?)]…")) ||
                       text_.substr(mark.end, end_ - mark.end).starts_with("...");
    const bool may_open = is_blank(before) || is_one_of(before, U"([{'’—–-/");
    const bool may_close = is_one_of(before, U"—–-/") ? !leads : !is_blank(before) && !is_one_of(before, U"([{");
    const bool in_word = char_class(behind) == CharClass::letter || char_class(behind) == CharClass::digit;
    if (may_close && !may_open && in_word) return Side::either;
    if (may_open && leads) return Side::opening;
    return may_close ? Side::closing : Side::either;
  }

  char32_t code_before(std::uint32_t at) const { return code_point_at(text_, floor_code_point(text_, at - 1)).value; }

  /// Spans lie in one another or apart, and come in the order of their ends.
  void keep_outermost(std::size_t first) {
    std::vector<QuotedSpan> kept;
    for (std::size_t i = spans_.size(); i > first; --i)
      if (kept.empty() || spans_[i - 1].behind <= kept.back().open) kept.push_back(spans_[i - 1]);
    spans_.resize(first);
    spans_.insert(spans_.end(), kept.rbegin(), kept.rend());
  }

  /// What is left open at the end of a paragraph, unless a whole quotation stands behind its mark: then that was
  /// forgotten to be closed.
  void carry_on(std::size_t first, bool any_mark) {
    if (!open_.empty()) {
      const Mark last = open_.back();
      const bool is_last = spans_.size() == first || spans_.back().open < last.at;
      carried_.reset();
      if (is_last && last.end < end_) start_carried(last);
    } else if (carried_) {
      ++carried_paragraphs_;
      if (any_mark || carried_paragraphs_ >= most_paragraphs) end_carried();
    }
  }

  void start_carried(const Mark& mark) {
    carried_ = mark;
    carried_end_ = end_;
    carried_paragraphs_ = 0;
  }

  void end_carried() {
    spans_.push_back({carried_->at, carried_->end, carried_end_, carried_end_});
    carried_.reset();
  }

  std::string_view text_;
  std::uint32_t begin_ = 0;  ///< of the paragraph
  std::uint32_t end_ = 0;
  std::vector<Mark> open_;
  std::size_t guillemets_ = 0;  ///< of these
  std::vector<QuotedSpan> spans_;
  std::optional<Mark> carried_;  ///< left open by a paragraph before
  std::uint32_t carried_end_ = 0;
  std::size_t carried_paragraphs_ = 0;
};

}  // namespace

std::vector<QuotedSpan> quoted_spans(std::string_view text, const std::vector<Zone>& zones) {
  SpanFinder finder(text);
  for (const Zone& zone : zones)
    if (zone.kind != ZoneKind::debris) finder.read(zone.begin, zone.end);
  return finder.finish();
}

}  // namespace hemero
