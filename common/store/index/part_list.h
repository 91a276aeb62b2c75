#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/store/streams/token_stream.h"

namespace hemero {

/// One part of the index: a folder with a Xapian database, whose documents are versions, and their token streams. It is
/// never changed after it was made.
struct Part {
  std::string folder = {};   ///< within the index: "part-000003"
  std::string streams = {};  ///< the file of its token streams, within the index
  VersionId first{};         ///< its versions lie between these two, both included
  VersionId last{};
  std::uint64_t versions = 0;  ///< that it was made with
  StreamExtent extent = {};    ///< of its token streams
  std::string dead = {};       ///< the file, within the index, of those versions that are no longer current; or empty

  bool operator==(const Part&) const = default;
};

/// What an index consists of, and what it says of itself: which archive it was derived from and how far.
struct PartList {
  std::string archive = {};      ///< uuid
  std::string analyzer = {};     ///< Analyzer::fingerprint()
  std::uint64_t batch = 0;       ///< the last batch of the archive that it holds
  std::uint64_t stamp = 0;       ///< of that batch (common/store/folder/batches.h)
  std::string copies = {};       ///< the file, within the index, of encode_clusters(); or empty
  std::vector<Part> parts = {};  ///< ascending; their ranges of versions are disjoint

  bool operator==(const PartList&) const = default;
};

/// As parts.tsv has it: lines of fields with tabs in between, the last one a hash of those before.
std::string encode_parts(const PartList& list);

/// Nothing when the text is not what encode_parts() gave.
std::optional<PartList> decode_parts(std::string_view text);

/// Where the token streams of all parts are.
std::vector<StreamFile> stream_files(const PartList& list, const std::filesystem::path& index);

/// What a part's database says of itself: that it is this part of this index.
std::string part_marker(const PartList& list, const Part& part);

}  // namespace hemero
