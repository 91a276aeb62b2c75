#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <memory>
#include <string_view>
#include <vector>

#include "common/base/deadline.h"
#include "common/model/search_request.h"
#include "common/store/copies/copy_table.h"
#include "common/store/index/candidate_query.h"
#include "common/store/index/index_folder.h"

namespace hemero {

struct IndexRequest {
  CandidateQuery query;
  CandidateCheck* check = nullptr;  ///< required when the query has checks
  std::vector<VersionId> among;     ///< ascending; when not empty, nothing else matches
  std::size_t offset = 0;
  std::size_t limit = 10;
  std::size_t count_at_least = 0;  ///< the total is exact up to this many matches
  SortOrder order = SortOrder::relevance;
  bool collapse = false;  ///< of each cluster of copies the best match only; `offset` and `limit` count what is left
  const Deadline* deadline = &Deadline::never();  ///< when it is over, what was found by then is the answer
};

struct IndexHit {
  VersionId version{};
  double score = 0;
};

struct IndexPage {
  std::vector<IndexHit> hits;  ///< best first; equal scores in the order of versions
  std::uint64_t total = 0;     ///< matches; a lower bound unless `exact`
  bool exact = true;
  std::uint64_t texts = 0;  ///< matches that are no copies of one another; a lower bound unless `texts_exact`
  bool texts_exact = true;
};

/// How many match.
struct IndexCount {
  std::uint64_t matches = 0;
  std::uint64_t texts = 0;  ///< those that are no copies of one another
  bool exact = true;        ///< else both are lower bounds: the time was over
};

/// Which match.
struct IndexMatches {
  std::vector<VersionId> versions;  ///< ascending
  bool exact = true;                ///< else some may be missing: the time was over
};

/// Thrown when a writer has published a newer index while this one was being opened: open the archive again.
class IndexChanged : public std::exception {
 public:
  const char* what() const noexcept override { return "the index was changed by a writer"; }
};

/// Reads one state of the index, its parts as one. One thread at a time.
class IndexReader {
 public:
  /// Opens the parts in use. Throws Error (bad_data with a hint) when there are none or one is damaged, IndexChanged
  /// when they were replaced while they were being opened.
  explicit IndexReader(const IndexFolder& folder);
  ~IndexReader();
  IndexReader(const IndexReader&) = delete;
  IndexReader& operator=(const IndexReader&) = delete;

  const PartList& list() const { return list_; }

  /// How many versions can be found.
  std::uint64_t versions() const;
  const CopyTable& copies() const { return *copies_; }

  /// The number of versions that hold the term.
  std::uint64_t frequency(std::string_view term) const;

  /// The number of versions that hold what a query asks for, about: see rarity.h.
  double frequency(const CandidateQuery& query) const;

  /// When a version was published, as date_value() has it; empty when that is not known.
  std::string date(VersionId version) const;

  /// The last such value of all versions.
  std::string last_date() const;

  /// The mean length of a version: its words, each counted by the weight of its field.
  double mean_length() const;

  IndexPage search(const IndexRequest& request) const;

  /// Counts all that match, without ranking, until the time is over. `check` as in a request.
  IndexCount count(const CandidateQuery& query, CandidateCheck* check, std::chrono::steady_clock::time_point end) const;

  /// All that match, until the time is over.
  IndexMatches matches(const CandidateQuery& query, CandidateCheck* check,
                       std::chrono::steady_clock::time_point end) const;

 private:
  struct Handle;

  void open(const IndexFolder& folder);

  PartList list_;
  std::unique_ptr<Handle> handle_;
  std::unique_ptr<CopyTable> copies_;
};

}  // namespace hemero
