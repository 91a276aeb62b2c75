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
  void decode(VersionId version);
  void note(std::uint32_t id, const Span& span);
  bool has_any(std::uint32_t slot, std::string_view codes) const;

  const QueryPlan& plan_;
  const TokenStreamReader& streams_;
  std::vector<std::uint16_t> groups_;                    ///< by surface id: index in slot_groups_, 0 for no slot
  std::vector<std::vector<std::uint32_t>> slot_groups_;  ///< the slots that a surface is in
  PatternFinder finder_;
  VersionId decoded_{};
};

}  // namespace hemero
