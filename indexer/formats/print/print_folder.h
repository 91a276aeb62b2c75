#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string_view>

#include "indexer/input/file_list.h"
#include "indexer/input/input_limits.h"

namespace hemero {

/// The file a METS file means by a path of its own: relative, with or without "file://", in folders written with / or
/// \. Nothing for what is on a network, absolute, or outside `root`.
std::optional<std::filesystem::path> page_path(const std::filesystem::path& mets, std::string_view reference,
                                               const std::filesystem::path& root);

/// The file in which that page is: as named, else packed by gzip or zstd (".gz", ".zst" behind the name); else one of
/// its name beside the METS file, for pages that were fetched from where it says they are. When there is none, what was
/// named; nothing as above.
std::optional<std::filesystem::path> find_page(const std::filesystem::path& mets, std::string_view reference,
                                               const std::filesystem::path& root);

/// The folder that was given as PATH and in which the file was found; of a file that was named itself, its own folder.
std::filesystem::path root_of(const InputFile& file);

/// Tells which METS file speaks for a page (a file of ALTO), so that no page of an issue comes twice; a DIDL file does
/// so too. It looks in the page's folder, in the one above, and in those beside it; a METS file that knows articles
/// goes before one that knows pages only, else the first by its name counts.
class PrintFolder {
 public:
  explicit PrintFolder(const InputLimits& limits = {}) : limits_(limits) {}

  /// How much is read of each file of an issue.
  const InputLimits& limits() const { return limits_; }

  /// The METS file that the page of this file is read with; nothing when there is none. What was found around the last
  /// folder is kept.
  std::optional<std::filesystem::path> mets_of(const std::filesystem::path& page, const std::filesystem::path& root);

 private:
  struct Owner {
    std::filesystem::path mets;
    bool articles = false;
  };

  void look_around(const std::filesystem::path& folder, const std::filesystem::path& root);
  void look_in(const std::filesystem::path& folder, const std::filesystem::path& root);
  void add_pages(const std::filesystem::path& issue, bool is_didl, const std::filesystem::path& root);

  InputLimits limits_;
  std::filesystem::path folder_;                   ///< the pages' folder that was looked around last
  std::map<std::filesystem::path, Owner> owners_;  ///< of the pages that METS files around it name
};

}  // namespace hemero
