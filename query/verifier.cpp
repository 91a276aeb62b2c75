#include "query/verifier.h"

#include <algorithm>
#include <map>

#include "common/store/varint.h"
#include "common/text/article_analysis.h"

namespace hemero {

Verifier::Verifier(const QueryPlan& plan, const TokenStreamReader& streams)
    : plan_(plan), streams_(streams), slot_groups_(1), finder_(plan.slots.size()) {
  std::map<std::uint32_t, std::vector<std::uint32_t>> slots_of;
  for (std::uint32_t slot = 0; slot < plan.slots.size(); ++slot)
    for (const VocabularyEntry& surface : plan.slots[slot]) slots_of[surface.id].push_back(slot);
  if (slots_of.empty()) return;
  groups_.resize(slots_of.rbegin()->first + 1);
  std::map<std::vector<std::uint32_t>, std::uint16_t> known;
  for (const auto& [id, slots] : slots_of) {
    const auto [group, fresh] = known.emplace(slots, static_cast<std::uint16_t>(slot_groups_.size()));
    if (fresh) slot_groups_.push_back(slots);
    groups_[id] = group->second;
  }
}

bool Verifier::holds(std::uint32_t number, VersionId version) {
  const Check& check = plan_.checks[number];
  const bool plain = check.pattern.kind == Pattern::Kind::slot && check.at_least == 1 && !check.field;
  if (plain && version != decoded_) return has_any(check.pattern.slot, streams_.codes(version));
  decode(version);
  std::vector<Span> spans = finder_.find(check.pattern);
  if (check.field) std::erase_if(spans, [&](const Span& span) { return span.zone != *check.field; });
  return spans.size() >= check.at_least;
}

bool Verifier::stands(const Pattern& pattern, VersionId version) {
  decode(version);
  return !finder_.find(pattern).empty();
}

/// True when the stream holds a surface of the slot; reads no further than the first one.
bool Verifier::has_any(std::uint32_t slot, std::string_view codes) const {
  bool is_count = false;
  for (std::size_t at = 0; at < codes.size();) {
    const auto code = static_cast<std::uint32_t>(read_varint(codes, at));
    const bool is_surface = code >= first_surface && !is_count && code - first_surface < groups_.size();
    if (is_surface && groups_[code - first_surface] != 0) {
      const auto& slots = slot_groups_[groups_[code - first_surface]];
      if (std::find(slots.begin(), slots.end(), slot) != slots.end()) return true;
    }
    is_count = code == compound_n_code && !is_count;
  }
  return false;
}

/// Lists where the slots' surfaces stand in the article.
void Verifier::decode(VersionId version) {
  if (version == decoded_) return;
  decoded_ = version;
  finder_.clear();
  const std::string_view codes = streams_.codes(version);
  SpanCounter counter;
  std::uint32_t parts = 0;
  bool particle = false;
  for (std::size_t at = 0; at < codes.size();) {
    const auto code = static_cast<std::uint32_t>(read_varint(codes, at));
    switch (code) {
      case sentence_code: counter.start_sentence(); break;
      case paragraph_code: counter.start_paragraph(); break;
      case lead_code: counter.start_zone(Field::lead); break;
      case body_code: counter.start_zone(Field::body); break;
      case compound_code: parts = 2; break;
      case compound3_code: parts = 3; break;
      case compound_n_code: parts = static_cast<std::uint32_t>(read_varint(codes, at)); break;
      case particle_code: particle = true; break;
      default:
        note(code - first_surface, counter.next(parts, particle));
        parts = 0;
        particle = false;
    }
  }
}

void Verifier::note(std::uint32_t id, const Span& span) {
  if (id >= groups_.size() || groups_[id] == 0) return;
  for (const std::uint32_t slot : slot_groups_[groups_[id]]) finder_.add(slot, span);
}

}  // namespace hemero
