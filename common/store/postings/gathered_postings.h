#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/store/postings/indexed_version.h"
#include "common/store/postings/list_table.h"
#include "common/store/postings/piece_arena.h"
#include "common/store/postings/posting_source.h"

namespace hemero {

/// The postings of versions that were added, inverted in memory: for each term a list of bytes that grows by pieces.
/// A posting takes two to four bytes, a term some 40.
class GatheredPostings : public PostingSource {
 public:
  /// Takes a version, ascending; not after the first call of next_term().
  void add(const IndexedVersion& version);

  /// Bytes of memory that are in use.
  std::size_t bytes() const { return arena_.bytes() + families_.bytes() + names_.bytes() + versions_.size(); }

  /// The versions, encoded: the distance to the one before (the first one to 0), the length and the length of the date,
  /// all varints, then the date.
  std::string_view versions() const { return versions_; }

  /// Appends the postings of the term that next_term() went to, encoded: for each one the distance to the version
  /// before (the first one to first() - 1) and the frequency, both varints, then a zero.
  void append_postings(std::string& out) const;

  /// Forgets everything, and keeps most of the memory for what comes.
  void clear();

  std::uint32_t first() const override { return first_; }
  void each_version(const VersionTaker& take) override;
  bool next_term() override;
  std::string_view term() const override { return term_; }
  void give_postings(glass::PostingList& list) override;

 private:
  /// A term's postings: bytes in slices, but for the last one, which may still grow.
  struct List {
    std::uint32_t head = 0;       ///< the first slice
    std::uint32_t tail = 0;       ///< where the next byte goes
    std::uint32_t before = 0;     ///< the version before the last one
    std::uint32_t last = 0;       ///< the last version
    std::uint32_t frequency = 0;  ///< of the last version
    std::uint16_t room = 0;       ///< bytes left in the last slice
    std::uint16_t slices = 0;     ///< how many; all later ones have the same size
  };

  class SliceReader;

  List& list(std::uint32_t number) { return *static_cast<List*>(static_cast<void*>(arena_.at(number))); }
  const List& list(std::uint32_t number) const { return const_cast<GatheredPostings*>(this)->list(number); }
  std::uint32_t new_list(std::size_t name_size);
  std::uint32_t list_of_family(std::uint32_t family);
  std::uint32_t list_of_name(std::string_view name);
  std::string_view name_of(std::uint32_t list) const;
  void add_posting(List& list, std::uint32_t version, std::uint32_t frequency);
  void append(List& list, std::uint32_t distance, std::uint32_t frequency);
  void append(List& list, std::uint32_t varint);
  void add_slice(List& list);
  void sort_terms();

  PieceArena arena_;
  ListTable families_;
  ListTable names_;
  std::string versions_;
  std::uint32_t first_ = 0;
  std::uint32_t last_ = 0;

  bool sorted_ = false;
  std::vector<ListTable::Place> family_order_;  ///< terms that are still to come, the next one last
  std::vector<ListTable::Place> name_order_;
  std::string term_;
  std::uint32_t term_list_ = 0;
};

}  // namespace hemero
