#include "query/passages/paragraphs.h"

#include <algorithm>
#include <numeric>

namespace hemero {

namespace {

bool is_shown(const PlannedWord& word) { return !word.excluded && !word.weak; }

bool is_telling(const PlannedWord& word) { return is_shown(word) && !word.soft; }

}  // namespace

/// Beside words that tell something a word of grammar is highlighted by itself only in a compound ("est-ce"): see
/// query/passages/marks.h.
ParagraphFinder::ParagraphFinder(const QueryPlan& plan) : plan_(plan) {
  const bool telling = std::any_of(plan.words.begin(), plan.words.end(), is_telling);
  for (const PlannedWord& word : plan.words)
    if (is_shown(word)) add(word.pattern, telling && word.soft ? Worth::in_compound : Worth::always);
}

/// Where several things must stand together, the rarest tells where they may.
void ParagraphFinder::add(const Pattern& pattern, Worth worth) {
  if (pattern.kind == Pattern::Kind::slot) {
    for (const VocabularyEntry& surface : plan_.slots[pattern.slot]) {
      codes_.insert(surface_code(surface.id));
      Worth& known = surfaces_.try_emplace(surface.id, worth).first->second;
      known = std::max(known, worth);
    }
  } else if (pattern.kind == Pattern::Kind::any) {
    for (const Pattern& part : pattern.parts) add(part, worth);
  } else if (!pattern.parts.empty()) {
    const auto is_rarer = [this](const Pattern& a, const Pattern& b) { return occurrences(a) < occurrences(b); };
    add(*std::min_element(pattern.parts.begin(), pattern.parts.end(), is_rarer), worth);
  }
}

/// No fewer than the pattern has.
std::int64_t ParagraphFinder::occurrences(const Pattern& pattern) const {
  if (pattern.kind == Pattern::Kind::slot) return occurrences_of(plan_.slots[pattern.slot]);
  return std::accumulate(pattern.parts.begin(), pattern.parts.end(), std::int64_t{0},
                         [this](std::int64_t sum, const Pattern& part) { return sum + occurrences(part); });
}

/// Goes along a stream and notes which paragraphs behind the title are worth reading.
class ParagraphFinder::Reading : public TokenVisitor {
 public:
  explicit Reading(const ParagraphFinder& finder) : finder_(finder) {}

  void start(Break what) {
    if (what == Break::paragraph && in_text_) worth_.push_back(false);
  }
  void start_zone(Field) { in_text_ = true; }

  const CodeSet& codes() const { return finder_.codes_; }
  void pass(std::uint32_t words) { parts_left_ -= std::min(parts_left_, words); }

  bool token(const CodedToken& token) {
    const auto surface = finder_.surfaces_.find(token.surface);
    if (surface != finder_.surfaces_.end() && !worth_.empty() &&
        (surface->second == Worth::always || token.parts + parts_left_ > 0))
      worth_.back() = true;
    parts_left_ = token.parts > 0 ? token.parts : parts_left_ - std::min(parts_left_, 1U);
    return true;
  }

  const std::vector<bool>& worth() const { return worth_; }

 private:
  const ParagraphFinder& finder_;
  bool in_text_ = false;
  std::uint32_t parts_left_ = 0;  ///< tokens to come of a compound
  std::vector<bool> worth_;       ///< by paragraph
};

/// A paragraph of the stream is a zone that is no debris and holds a token.
std::vector<Zone> ParagraphFinder::worth_reading(const Article& article, std::string_view codes) const {
  std::vector<Zone> zones;
  for (const Zone& zone : article.zones)
    if (zone.kind != ZoneKind::debris) zones.push_back(zone);
  const std::vector<bool> worth = read_tokens(PackedCodes(codes), Reading(*this)).worth();
  if (worth.size() != zones.size()) return zones;
  std::vector<Zone> chosen;
  for (std::size_t i = 0; i < zones.size(); ++i)
    if (i == 0 || worth[i]) chosen.push_back(zones[i]);
  return chosen;
}

}  // namespace hemero
