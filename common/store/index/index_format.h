#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "common/base/dates/date.h"
#include "common/store/streams/token_stream.h"

namespace hemero {

/// What the index says of itself, in its own last commit: which archive it was derived from and how far.
struct IndexMarker {
  std::string archive;    ///< uuid
  std::string analyzer;   ///< Analyzer::fingerprint()
  std::uint64_t seq = 0;  ///< the last batch of the archive that it holds
  std::string streams;    ///< file name of its token streams
  StreamExtent extent;
  std::string copies = {};  ///< encode_clusters()
};

/// The index folder: CURRENT names the generation in use; the generation is a Xapian database.
class IndexFolder {
 public:
  explicit IndexFolder(std::filesystem::path path) : path_(std::move(path)) {}

  const std::filesystem::path& path() const { return path_; }

  /// The generation that CURRENT names; nothing when there is no index yet.
  std::optional<std::filesystem::path> current() const;

  /// A path for the next generation, which does not exist yet.
  std::filesystem::path next() const;

  /// Makes a finished generation the current one (an atomic rename).
  void switch_to(const std::filesystem::path& generation);

  /// Throws Error (cannot_create) where writing could harm what is not ours: the folder or a part of the index in it is
  /// a symbolic link, or it holds other things and there is no catalogue beside it that makes it an archive's. Where it
  /// is no folder, Error (io).
  void require_ours(bool has_catalogue) const;

  /// Removes what crashed runs left behind: generations and stream files that are not `generation` and `streams`. What
  /// bears no name of ours stays.
  void remove_all_but(const std::filesystem::path& generation, std::string_view streams) const;

 private:
  std::filesystem::path path_;
};

/// Names of the metadata entries that hold the marker.
namespace marker_key {
constexpr const char* archive = "hemero.archive";
constexpr const char* analyzer = "hemero.analyzer";
constexpr const char* seq = "hemero.seq";
constexpr const char* streams = "hemero.streams";
constexpr const char* stream_bytes = "hemero.stream_bytes";
constexpr const char* stream_versions = "hemero.stream_versions";
constexpr const char* copies = "hemero.copies";
}  // namespace marker_key

/// Value slots: what results are sorted by.
namespace slot {
constexpr unsigned date = 0;  ///< "202108111803", as long as the date is precise
}

/// The term of a word family: its number, big-endian, in 2 bytes below 2^14 (the first from 80 to BF), in 3 below 4
/// million (C0 to FE), else in 5 (FF). Terms of fields start with a capital, so the two never meet.
std::string family_term(std::uint32_t family);

/// The terms of a date: its year, its month and its day, as far as they are known (Y2021 M202108 D20210811).
std::string year_term(int year);
std::string month_term(int year, int month);
std::string day_term(int year, int month, int day);

/// The value under which a date sorts.
std::string date_value(const Date& date);

/// The terms of a whole-value field: `prefix` + the folded words closed up ("Le Monde" XSlemonde), cut to what an index
/// takes; and one for each word (XS:monde).
std::string name_term(std::string_view prefix, std::string_view folded_name);
std::string name_word_term(std::string_view prefix, std::string_view folded_word);

}  // namespace hemero
