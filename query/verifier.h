#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "common/store/candidate_query.h"
#include "common/store/token_stream.h"
#include "query/pattern_finder.h"
#include "query/plan.h"

namespace hemero {

/// Settles the checks of a plan on token streams. An article is decoded once for all questions about it in a row.
class Verifier : public CandidateCheck {
 public:
  /// Both must outlive the verifier.
  Verifier(const QueryPlan& plan, const TokenStreamReader& streams);

  bool holds(std::uint32_t check, VersionId version) override;

  /// True when the pattern stands anywhere in the article.
  bool stands(const Pattern& pattern, VersionId version);

 private:
  /// A check that one pass over the stream answers: slots side by side, anywhere. `masks` has for each group of surfaces
  /// the places in the sequence that they fit (bit-parallel search: Baeza-Yates and Gonnet, "A New Approach to Text
  /// Searching", 1992).
  struct Scan {
    std::vector<std::uint64_t> masks;
    std::uint64_t last = 0;  ///< the bit of the last place; 0 when the check is of another kind
  };

  void group_surfaces();
  Scan make_scan(const Check& check) const;
  bool scan(const Scan& scan, std::string_view codes) const;
  void decode(VersionId version);
  void note(std::uint32_t id, const Span& span);

  const QueryPlan& plan_;
  const TokenStreamReader& streams_;
  std::vector<std::uint16_t> groups_;                    ///< by surface id: index in slot_groups_, 0 for no slot
  std::vector<std::vector<std::uint32_t>> slot_groups_;  ///< the slots that a surface is in
  std::vector<Scan> scans_;                              ///< by check
  PatternFinder finder_;
  VersionId decoded_{};
};

}  // namespace hemero
