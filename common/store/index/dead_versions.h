#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/store/index/part_list.h"
#include "common/store/index/postings_writer.h"

namespace hemero {

/// The versions of one part that are no longer current, and what the part's statistics count of them: with these taken
/// off, they are those of a part that never had them.
class DeadVersions {
 public:
  /// In ascending order.
  const std::vector<VersionId>& versions() const { return versions_; }
  bool holds(VersionId version) const;

  /// The sum of their lengths: their words, each counted by the weight of its field.
  std::uint64_t length() const { return length_; }

  /// How many of them hold a term.
  std::uint32_t frequency(std::string_view term) const;

  /// The last date among the part's other versions, as date_value() has it; empty when none has one.
  const std::string& last_date() const { return last_date_; }

  /// One more version, with what the index was given of it. frequency() knows of it after settle().
  void add(const IndexedVersion& version);

  /// Ends what add() began.
  void settle(std::string last_date);

  /// As the file has it (docs/format.md).
  std::string encode() const;

  /// Nothing when the bytes are not what encode() gave.
  static std::optional<DeadVersions> decode(std::string_view bytes);

  /// Those of a part, from its file; throws Error (io; bad_data when it is damaged, or has others than the part's).
  static DeadVersions read(const std::filesystem::path& index, const Part& part);

 private:
  void sum_up();
  bool are_of(const Part& part) const;

  std::vector<VersionId> versions_;
  std::uint64_t length_ = 0;
  std::string last_date_;
  std::vector<std::pair<std::string, std::uint32_t>> frequencies_;  ///< by term, but for what was added last
  std::size_t summed_ = 0;                                          ///< terms before this one are in order
};

}  // namespace hemero
