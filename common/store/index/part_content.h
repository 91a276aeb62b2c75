#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "common/store/postings/indexed_version.h"

namespace hemero {

/// A sum over what an index holds, in whatever order: two that hold the same have the same, others another one.
class PostingSum {
 public:
  /// All that the index is given of a version.
  void add(const IndexedVersion& version);

  /// One posting; `term_hash` is hash64() of the term.
  void add(std::uint64_t term_hash, std::uint32_t version, std::uint32_t frequency);

  /// The length and the date of a version.
  void add_values(std::uint32_t version, std::uint32_t length, const std::string& date);

  std::uint64_t value() const { return value_; }

 private:
  std::uint64_t value_ = 0;
};

/// How many versions a part's database holds. Throws Error.
std::uint64_t versions_in_part(const std::filesystem::path& part);

/// The sum of all that a part holds but for some versions, ascending. Throws Error where it cannot be read.
std::uint64_t sum_of_part(const std::filesystem::path& part, const std::vector<VersionId>& but_for);

/// How many faults Xapian finds in the structure of a part's database. Throws Error where it cannot look.
std::size_t faults_in_part(const std::filesystem::path& part);

}  // namespace hemero
