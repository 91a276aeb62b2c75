#include "query/match/occurrence_finder.h"

#include <algorithm>
#include <set>

#include "common/text/characters/unicode.h"
#include "common/text/lexicon.h"
#include "query/match/text_words.h"

namespace hemero {

namespace {

bool is_wanted(const PlannedWord& word) { return !word.excluded && !word.weak; }

/// By position; what lies in another one is left out.
void keep_widest(std::vector<Span>& spans) {
  std::sort(spans.begin(), spans.end(),
            [](const Span& a, const Span& b) { return a.begin != b.begin ? a.begin < b.begin : a.end > b.end; });
  std::uint32_t reached = 0;
  std::erase_if(spans, [&](const Span& span) {
    const bool inside = span.end <= reached;
    reached = std::max(reached, span.end);
    return inside;
  });
}

/// A compound of a text: where its parts stand, and their surfaces.
struct Compound {
  std::uint32_t begin = 0;
  std::vector<std::uint32_t> parts;
};

class CompoundListing : public TokenVisitor {
 public:
  explicit CompoundListing(std::vector<Compound>& compounds) : compounds_(compounds) {}

  void start(Break what) { counter_.start(what); }

  bool token(const CodedToken& token) {
    if (token.parts > 0) {
      compounds_.push_back({counter_.span(token.parts).begin, {}});
      left_ = token.parts;
    } else if (left_ > 0) {
      compounds_.back().parts.push_back(token.surface);
      --left_;
    }
    counter_.pass(token.parts, token.particle);
    return true;
  }

 private:
  std::vector<Compound>& compounds_;
  SpanCounter counter_;
  std::uint32_t left_ = 0;  ///< parts to come
};

}  // namespace

OccurrenceFinder::OccurrenceFinder(const QueryPlan& plan, ArchiveReader& archive, const Deadline& deadline)
    : plan_(plan), archive_(archive), verifier_(program_of(plan), archive.streams(), deadline) {
  is_telling_ =
      std::any_of(plan.words.begin(), plan.words.end(), [](const auto& word) { return is_wanted(word) && !word.soft; });
}

bool OccurrenceFinder::is_shown(const PlannedWord& word) const {
  return is_wanted(word) && !(word.soft && is_telling_);
}

std::vector<Span> OccurrenceFinder::find(VersionId version) {
  std::vector<Span> spans;
  std::vector<Span> in_name;
  for (const PlannedWord& word : plan_.words) {
    if (!is_shown(word)) continue;
    const Places places = verifier_.find_words(word.pattern, version);
    auto& found = word.in_name ? in_name : spans;
    found.insert(found.end(), places.begin(), places.end());
  }
  if (!in_name.empty()) {
    const std::vector<Span> all = in_name;
    drop_torn(in_name, spans, version);
    const auto& kept = in_name.empty() && spans.empty() ? all : in_name;
    spans.insert(spans.end(), kept.begin(), kept.end());
  }
  keep_widest(spans);
  return spans;
}

/// Drops what stands in a compound of which other parts were not found: Saint-Chamond for "saint etienne".
void OccurrenceFinder::drop_torn(std::vector<Span>& in_name, const std::vector<Span>& others, VersionId version) {
  std::vector<Compound> compounds;
  read_tokens(PackedCodes(codes_of(version, archive_)), CompoundListing(compounds));
  const auto is_found = [&](std::uint32_t position) {
    const auto holds = [position](const Span& span) { return span.begin <= position && position < span.end; };
    return std::any_of(in_name.begin(), in_name.end(), holds) || std::any_of(others.begin(), others.end(), holds);
  };
  std::set<std::uint32_t> torn;  // positions
  for (const Compound& compound : compounds) {
    bool whole = true;
    for (std::uint32_t i = 0; i < compound.parts.size() && whole; ++i)
      whole = is_found(compound.begin + i) || is_link(compound.parts[i]);
    for (std::uint32_t i = 0; i < compound.parts.size() && !whole; ++i) torn.insert(compound.begin + i);
  }
  std::erase_if(in_name, [&](const Span& span) { return torn.contains(span.begin) && torn.contains(span.end - 1); });
}

bool OccurrenceFinder::is_link(std::uint32_t surface) {
  const auto word = archive_.vocabulary().word(surface);
  return word && (word->surface.ends_with('\'') || is_linking_word(to_lower(word->surface)));
}

}  // namespace hemero
