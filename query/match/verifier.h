#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/deadline.h"
#include "common/store/index/candidate_query.h"
#include "common/store/streams/sound_streams.h"
#include "query/match/check_program.h"
#include "query/match/pattern_finder.h"

namespace hemero {

/// Settles the checks of a program on token streams. An article is decoded once for all questions about it in a row.
class Verifier : public CandidateCheck {
 public:
  /// Streams and deadline must outlive it. When the time is over, no further article matches, nor does one whose stream
  /// is damaged.
  Verifier(CheckProgram program, const SoundStreams& streams, const Deadline& deadline = Deadline::never());

  bool holds(std::uint32_t check, VersionId version) override;
  bool is_spent(std::uint32_t check) const override { return deadline_.was_over() && !program_.checks[check].refutes; }

  /// True when all of these checks hold, by number.
  bool holds_all(const std::vector<bool>& checks, VersionId version);

  /// Everywhere a pattern of the program's slots stands in the article.
  std::vector<Span> find(const Pattern& pattern, VersionId version);

  /// Everywhere its words and phrases do: word_places().
  Places find_words(const Pattern& pattern, VersionId version);

  /// The length of the article: its words, each counted by the weight of its field.
  std::uint32_t length(VersionId version);

 private:
  /// A check that one pass over the stream answers: one of some sequences of slots, anywhere. Every place of every
  /// sequence is a bit; `masks` has for each group of surfaces the places that they fit (bit-parallel search:
  /// Baeza-Yates and Gonnet, "A New Approach to Text Searching", 1992).
  struct Scan {
    std::vector<std::uint64_t> masks;
    std::uint64_t first = 0;          ///< the first places
    std::uint64_t last = 0;           ///< the last places; 0 when the check is of another kind
    std::vector<std::string> needed;  ///< codes as stored, one of which a stream must hold; empty when they are many
  };

  /// The group of surfaces that one is in: its slots, as an index in slot_groups_.
  struct Grouped {
    std::uint32_t id = 0;
    std::uint16_t group = 0;  ///< 0: the place is free
  };

  class ScanRun;
  class Listing;

  void group_surfaces();
  Scan make_scan(const Check& check) const;
  std::vector<std::string> needed_codes(const std::vector<std::vector<std::uint32_t>>& sequences) const;
  bool scan(const Scan& scan, std::string_view codes) const;
  void decode(VersionId version);
  bool is_over();
  void put(std::uint32_t id, std::uint16_t group);
  std::uint16_t group_of(std::uint32_t id) const {
    std::size_t at = id & (groups_.size() - 1);
    while (groups_[at].group != 0 && groups_[at].id != id) at = (at + 1) & (groups_.size() - 1);
    return groups_[at].group;
  }

  CheckProgram program_;
  const SoundStreams& streams_;
  const Deadline& deadline_;
  std::size_t asked_ = 0;                                ///< how often
  CodeSet codes_;                                        ///< the surfaces of all slots
  std::vector<Grouped> groups_;                          ///< by id: a hash table, open addressing, half empty at least
  std::vector<std::vector<std::uint32_t>> slot_groups_;  ///< the slots that a surface is in
  std::vector<Scan> scans_;                              ///< by check
  PatternFinder finder_;
  VersionId decoded_{};
  bool is_damaged_ = false;   ///< the stream of the decoded article
  std::uint32_t length_ = 0;  ///< of the decoded article
};

}  // namespace hemero
