#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/model/page.h"
#include "common/text/tokenizer.h"
#include "query/match/pattern_finder.h"
#include "query/plan/plan.h"

namespace hemero {

/// A place in an article where a word or phrase of the query stands.
struct Match {
  std::uint32_t word = 0;  ///< index in the plan's words
  Range range;             ///< whole words of the text, elided words left out
};

/// Finds the words and phrases of a plan in texts, by the same tokens as the index. Weak and excluded words are not
/// looked for, and what tells nothing is left out (query/passages/marks.h). One thread at a time.
class Highlighter {
 public:
  /// Both must outlive it. When the time is over, only single words are found.
  explicit Highlighter(const QueryPlan& plan, const Deadline& deadline = Deadline::never());

  /// The places in the given zones of a text, by position. The tokens of the text stay available until the next call.
  std::vector<Match> find(std::string_view text, const std::vector<Zone>& zones);

  const TokenList& tokens() const { return tokens_; }

 private:
  void place_tokens();

  const QueryPlan& plan_;
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> slots_of_;  ///< by surface
  Tokenizer tokenizer_;
  TokenList tokens_;
  PatternFinder finder_;
  std::vector<Range> ranges_;  ///< by position, of the token there
};

}  // namespace hemero
