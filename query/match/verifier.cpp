#include "query/match/verifier.h"

#include <algorithm>
#include <bit>
#include <map>
#include <numeric>

#include "common/store/streams/varint.h"
#include "query/match/word_places.h"

namespace hemero {

namespace {

/// The sequences of slots that a pattern is made of; false when it is made of something else too.
bool list_sequences(const Pattern& pattern, std::vector<std::vector<std::uint32_t>>& sequences) {
  const auto is_slot = [](const Pattern& part) { return part.kind == Pattern::Kind::slot; };
  switch (pattern.kind) {
    case Pattern::Kind::slot:
      sequences.push_back({pattern.slot});
      return true;
    case Pattern::Kind::any:
      return std::all_of(pattern.parts.begin(), pattern.parts.end(),
                         [&](const Pattern& part) { return list_sequences(part, sequences); });
    case Pattern::Kind::sequence: {
      if (!std::all_of(pattern.parts.begin(), pattern.parts.end(), is_slot)) return false;
      auto& sequence = sequences.emplace_back();
      for (const Pattern& part : pattern.parts) sequence.push_back(part.slot);
      return !sequence.empty();
    }
    default:
      return false;
  }
}

std::int64_t occurrences_of(const std::vector<CheckProgram::Surface>& slot) {
  return std::accumulate(
      slot.begin(), slot.end(), std::int64_t{0},
      [](std::int64_t sum, const CheckProgram::Surface& surface) { return sum + surface.occurrences; });
}

/// True where a surface's code of several bytes starts for sure. Bytes behind compound_n_code may be a number of parts.
bool starts_code(std::string_view codes, std::size_t at) {
  return at > 0 && (codes[at - 1] & 0x80) == 0 && codes[at - 1] != compound_n_code;
}

}  // namespace

Verifier::Verifier(CheckProgram program, const SoundStreams& streams, const Deadline& deadline)
    : program_(std::move(program)),
      streams_(streams),
      deadline_(deadline),
      slot_groups_(1),
      finder_(program_.slots.size(), deadline) {
  group_surfaces();
  for (const Check& check : program_.checks) scans_.push_back(make_scan(check));
}

/// Surfaces that are in the same slots form a group: a stream is read by looking up the group of each surface.
void Verifier::group_surfaces() {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> slots_of;  // surface, slot
  for (std::uint32_t slot = 0; slot < program_.slots.size(); ++slot)
    for (const CheckProgram::Surface& surface : program_.slots[slot]) slots_of.emplace_back(surface.id, slot);
  std::sort(slots_of.begin(), slots_of.end());
  groups_.resize(std::bit_ceil(2 * slots_of.size() + 1));
  std::map<std::vector<std::uint32_t>, std::uint16_t> known;
  std::vector<std::uint32_t> slots;
  for (auto first = slots_of.begin(); first != slots_of.end();) {
    slots.clear();
    auto last = first;
    for (; last != slots_of.end() && last->first == first->first; ++last) slots.push_back(last->second);
    const auto [group, fresh] = known.try_emplace(slots, static_cast<std::uint16_t>(slot_groups_.size()));
    if (fresh) slot_groups_.push_back(slots);
    put(first->first, group->second);
    first = last;
  }
}

/// Few surfaces are in a slot: a table as large as the vocabulary would cost more than the search.
void Verifier::put(std::uint32_t id, std::uint16_t group) {
  codes_.insert(surface_code(id));
  std::size_t at = id & (groups_.size() - 1);
  while (groups_[at].group != 0) at = (at + 1) & (groups_.size() - 1);
  groups_[at] = {id, group};
}

Verifier::Scan Verifier::make_scan(const Check& check) const {
  constexpr std::size_t most_places = 64;
  std::vector<std::vector<std::uint32_t>> sequences;
  if (check.at_least > 1 || check.field || !list_sequences(check.pattern, sequences)) return {};
  Scan scan{std::vector<std::uint64_t>(slot_groups_.size()), 0, 0, needed_codes(sequences)};
  std::size_t place = 0;
  for (const auto& sequence : sequences) {
    if (place + sequence.size() > most_places) return {};
    scan.first |= std::uint64_t{1} << place;
    for (const std::uint32_t slot : sequence) {
      for (std::size_t group = 0; group < slot_groups_.size(); ++group)
        if (std::find(slot_groups_[group].begin(), slot_groups_[group].end(), slot) != slot_groups_[group].end())
          scan.masks[group] |= std::uint64_t{1} << place;
      ++place;
    }
    scan.last |= std::uint64_t{1} << (place - 1);
  }
  return scan;
}

/// Of each sequence the surfaces of the rarest slot, the most frequent first: without one of them no sequence can
/// stand. Searching bytes is faster than reading codes, as long as there are few to search for and they are none of the
/// shortest, which nearly every stream holds.
std::vector<std::string> Verifier::needed_codes(const std::vector<std::vector<std::uint32_t>>& sequences) const {
  constexpr std::size_t most_codes = 8;
  std::vector<CheckProgram::Surface> needed;
  for (const auto& sequence : sequences) {
    const auto rarest = std::min_element(sequence.begin(), sequence.end(), [this](std::uint32_t a, std::uint32_t b) {
      return occurrences_of(program_.slots[a]) < occurrences_of(program_.slots[b]);
    });
    needed.insert(needed.end(), program_.slots[*rarest].begin(), program_.slots[*rarest].end());
  }
  std::stable_sort(needed.begin(), needed.end(),
                   [](const auto& a, const auto& b) { return a.occurrences > b.occurrences; });
  std::vector<std::string> codes;
  for (const CheckProgram::Surface& surface : needed) append_varint(codes.emplace_back(), surface_code(surface.id));
  const auto is_short = [](const std::string& code) { return code.size() == 1; };
  if (codes.size() > most_codes || std::any_of(codes.begin(), codes.end(), is_short)) codes.clear();
  return codes;
}

bool Verifier::holds(std::uint32_t number, VersionId version) {
  if (number < program_.open.size() && program_.open[number]) return true;
  const Check& check = program_.checks[number];
  if (is_over()) return check.refutes;
  if (scans_[number].last != 0) {
    const auto codes = streams_.codes(version);
    return codes ? scan(scans_[number], *codes) : check.refutes;
  }
  decode(version);
  if (is_damaged_) return check.refutes;
  std::vector<Span> spans = finder_.find(check.pattern);
  if (deadline_.was_over()) return check.refutes;
  if (check.field) std::erase_if(spans, [&](const Span& span) { return span.zone != *check.field; });
  return spans.size() >= check.at_least;
}

bool Verifier::holds_all(const std::vector<bool>& checks, VersionId version) {
  for (std::uint32_t number = 0; number < checks.size(); ++number)
    if (checks[number] && !holds(number, version)) return false;
  return true;
}

/// Goes along a stream up to the first place where a sequence ends. A compound that fits a place leads past its parts.
class Verifier::ScanRun : public TokenVisitor {
 public:
  ScanRun(const Verifier& verifier, const Scan& scan) : verifier_(verifier), scan_(scan) {}

  void start(Break what) {
    if (what == Break::paragraph) state_ = reached_ = left_ = 0;
  }

  bool token(const CodedToken& token) {
    const std::uint16_t group = verifier_.group_of(token.surface);
    const std::uint64_t fits = group == 0 ? 0 : ((state_ << 1) | scan_.first) & scan_.masks[group];
    found_ = (fits & scan_.last) != 0;
    if (token.parts > 0) {
      reached_ = fits;
      left_ = token.parts;
    } else {
      state_ = fits;
      if (left_ > 0 && --left_ == 0) state_ |= reached_;
    }
    return !found_;
  }

  const CodeSet& codes() const { return verifier_.codes_; }

  void pass(std::uint32_t tokens) {
    if (tokens == 0) return;
    state_ = tokens == left_ ? reached_ : 0;
    left_ -= std::min(left_, tokens);
  }

  bool found() const { return found_; }

 private:
  const Verifier& verifier_;
  const Scan& scan_;
  std::uint64_t state_ = 0;    ///< bit i: the first i + 1 places fit right up to here
  std::uint64_t reached_ = 0;  ///< the same, but up to the end of the compound we are in
  std::uint32_t left_ = 0;     ///< tokens until that end
  bool found_ = false;
};

/// No sequence goes beyond its paragraph: only those with the bytes of a needed code, be they of two codes, are read.
/// Where all sequences are single surfaces, such a code is the proof.
bool Verifier::scan(const Scan& scan, std::string_view codes) const {
  const bool single = scan.first == scan.last;
  const auto found_in = [&](std::string_view part) {
    return read_tokens(PackedCodes(part), ScanRun(*this, scan)).found();
  };
  if (scan.needed.empty()) return found_in(codes);
  for (const std::string& code : scan.needed)
    for (std::size_t at = codes.find(code); at < codes.size();) {
      if (single && starts_code(codes, at)) return true;
      const std::string_view paragraph = packed_paragraph(codes, at);
      if (found_in(paragraph)) return true;
      at = codes.find(code, static_cast<std::size_t>(paragraph.end() - codes.begin()));
    }
  return false;
}

bool Verifier::is_over() {
  constexpr std::size_t questions_between_looks = 16;
  return deadline_.was_over() || (asked_++ % questions_between_looks == 0 && deadline_.over());
}

std::vector<Span> Verifier::find(const Pattern& pattern, VersionId version) {
  decode(version);
  return finder_.find(pattern);
}

Places Verifier::find_words(const Pattern& pattern, VersionId version) {
  decode(version);
  return word_places(pattern, finder_).words;
}

std::uint32_t Verifier::length(VersionId version) {
  decode(version);
  return length_;
}

/// Lists where the slots' surfaces stand, and counts the words.
class Verifier::Listing : public TokenVisitor {
 public:
  explicit Listing(Verifier& verifier) : verifier_(verifier) {}

  void start(Break what) { counter_.start(what); }
  void start_zone(Field zone) {
    counter_.start_zone(zone);
    weight_ = info(zone).weight;
  }

  bool token(const CodedToken& token) {
    if (const std::uint16_t group = verifier_.group_of(token.surface); group != 0)
      for (const std::uint32_t slot : verifier_.slot_groups_[group])
        verifier_.finder_.add(slot, counter_.span(token.parts));
    counter_.pass(token.parts, token.particle);
    if (token.is_word()) length_ += weight_;
    return true;
  }

  const CodeSet& codes() const { return verifier_.codes_; }

  void pass(std::uint32_t words) {
    counter_.pass_words(words);
    length_ += words * weight_;
  }

  std::uint32_t length() const { return length_; }

 private:
  Verifier& verifier_;
  SpanCounter counter_;
  std::uint32_t weight_ = info(Field::title).weight;
  std::uint32_t length_ = 0;
};

void Verifier::decode(VersionId version) {
  if (version == decoded_) return;
  decoded_ = version;
  finder_.clear();
  const auto codes = streams_.codes(version);
  is_damaged_ = !codes;
  length_ = read_tokens(PackedCodes(codes.value_or("")), Listing(*this)).length();
}

}  // namespace hemero
