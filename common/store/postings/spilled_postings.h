#pragma once

#include <memory>

#include "common/store/postings/gathered_postings.h"
#include "common/store/postings/spill_file.h"

namespace hemero {

/// A run of versions whose postings were written to a file: the versions, then the terms in the order of their bytes,
/// each with its postings, encoded as GatheredPostings does.
class SpilledPostings : public PostingSource {
 public:
  /// Writes what was gathered behind what the file holds; next_term() was not called there yet, nothing is left to come
  /// afterwards.
  SpilledPostings(SpillFile& file, GatheredPostings& gathered);

  /// Before anything is read: bytes of memory that may be used for it.
  void open(std::size_t buffer);

  std::uint32_t first() const override { return first_; }
  void each_version(const VersionTaker& take) override;
  bool next_term() override;
  std::string_view term() const override { return term_; }
  void give_postings(glass::PostingList& list) override;

 private:
  const SpillFile& file_;
  std::uint32_t first_;
  std::uint64_t begin_;  ///< of the versions
  std::uint64_t terms_ = 0;
  std::uint64_t end_ = 0;
  std::size_t buffer_ = 0;
  std::unique_ptr<SpillReader> reader_;  ///< of the terms
  std::string term_;
};

}  // namespace hemero
