#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/store/index/dead_versions.h"
#include "common/store/index/index_folder.h"
#include "common/store/index/part_writer.h"

namespace hemero {

/// Writes the derived index. What is new becomes a part at its end, which the parts before it join as merging.h has it;
/// a version that is taken out is noted beside its part. Nothing shows before publish(). One thread.
class IndexWriter {
 public:
  /// Continues an index: `list` is what IndexFolder::list() gives, or names the archive and the analysis alone where
  /// nothing of what is there is to be kept. `memory`: bytes that postings may take before they are spilled.
  /// `damaged` is told of token streams that are so; what else is damaged of a part, or missing, is thrown as Error
  /// (bad_data).
  IndexWriter(IndexFolder folder, PartList list, std::size_t memory, DamagedStream damaged = {});

  /// What is published, and what belongs to the parts that are not.
  const PartList& list() const { return list_; }

  /// Adds a version with its token stream. Versions come in ascending order.
  void add(IndexedVersion version, std::string_view codes);

  /// Takes a version out, given as it was added. What the index does not hold is left aside.
  void remove(const IndexedVersion& version);

  /// The same of a version of which nobody knows how it was added: what it is taken out of is written anew, for its
  /// statistics count that version's terms.
  void remove_unknown(VersionId version);

  /// The token streams of all versions.
  SoundStreams streams();

  /// Makes all changes since the last publish() visible at once: the index holds the archive up to this batch, with
  /// these copies (encode_clusters()). `stamp` is that of the batch.
  void publish(std::uint64_t batch, const std::string& copies, std::uint64_t stamp = 0);

  /// Publishes what is published already in as few parts as may be, without dead versions. Nothing was added since.
  void compact();

 private:
  /// The dead versions of a part.
  struct Dead {
    DeadVersions versions;
    bool changed = false;  ///< its file does not have all of them
    bool counted = true;   ///< what the part's statistics count of them is known
  };

  bool holds(VersionId version, const Part& part);
  Dead* dead_with(VersionId version);
  Dead& dead_of(const Part& part);
  MergedPart taken_over(const Part& part);
  const TokenStreamReader& sealed_streams();
  void seal();
  void renew_worn_parts();
  std::uint64_t current_versions(const Part& part);
  void replace_parts(std::vector<Part> parts);
  void write_dead();
  void write_copies(const std::string& copies);

  IndexFolder folder_;
  PartList list_;
  std::size_t memory_;
  DamagedStream damaged_;
  std::optional<PartWriter> added_;
  Dead dead_added_;                                  ///< those of added_ that were taken out again
  std::map<std::string, Dead> dead_;                 ///< of other parts, as far as they were asked for, by folder
  std::optional<TokenStreamReader> sealed_streams_;  ///< of the parts in list_
};

}  // namespace hemero
