#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string_view>

#include "indexer/input/file_list.h"
#include "indexer/input/file_tree.h"
#include "indexer/input/input_limits.h"
#include "indexer/input/packed_tree.h"

namespace hemero {

/// The file a METS file means by a path of its own: relative, with or without "file://", in folders written with / or
/// \. Nothing for what is on a network, absolute, or outside `root`.
std::optional<std::filesystem::path> page_path(const std::filesystem::path& mets, std::string_view reference,
                                               const std::filesystem::path& root);

/// The folder that was given as PATH and in which the file was found; of a file that was named itself, its own folder;
/// of an entry its container.
std::filesystem::path root_of(const InputFile& file);

/// False for an entry of a container that comes through a pipe, or out of another one: nothing of it can be read but
/// what comes next.
bool lies_among_others(const InputFile& file);

/// Tells which METS file speaks for a page (a file of ALTO, or a PDF beside them), so that no page of an issue comes
/// twice; a DIDL file does so too. It looks in the page's folder, in the one above, and in those beside it; a METS file
/// that knows articles goes before one that knows pages only, else the first by its name counts.
class PrintFolder {
 public:
  explicit PrintFolder(const InputLimits& limits = {}) : limits_(limits) {}

  /// How much is read of each file of an issue.
  const InputLimits& limits() const { return limits_; }

  /// Where the files beside this one lie. Valid until another container is asked for.
  FileTree& tree_of(const InputFile& file);

  /// The file in which a page is that the METS file names: as named, else packed by gzip or zstd (".gz", ".zst" behind
  /// the name); else one of its name beside the METS file, for pages that were fetched from where it says they are.
  /// When there is none, what was named; nothing as page_path() has it.
  std::optional<std::filesystem::path> find_page(const InputFile& issue, std::string_view reference);

  /// The METS file that the page is read with; nothing when there is none. `file` is what is read, and lies in the same
  /// folder or container that was given. What was found around the last folder is kept.
  std::optional<std::filesystem::path> mets_of(const std::filesystem::path& page, const InputFile& file);

  /// True for a page that is read with its issue, and not by itself: one that was found in a folder or a container.
  bool is_read_elsewhere(const InputFile& page);

 private:
  struct Owner {
    std::filesystem::path mets;
    bool articles = false;
  };

  static std::optional<std::filesystem::path> find_page(FileTree& tree, const std::filesystem::path& issue,
                                                        std::string_view reference, const std::filesystem::path& root);
  void look_around(const std::filesystem::path& folder, FileTree& tree, const std::filesystem::path& root);
  void look_in(const std::filesystem::path& folder, FileTree& tree, const std::filesystem::path& root);
  void add_pages(const std::filesystem::path& issue, bool is_didl, FileTree& tree, const std::filesystem::path& root);

  InputLimits limits_;
  std::unique_ptr<FileTree> disk_ = std::make_unique<DiskTree>();
  std::unique_ptr<PackedTree> packed_;             ///< the container that was looked into last
  std::filesystem::path folder_;                   ///< the pages' folder that was looked around last
  std::map<std::filesystem::path, Owner> owners_;  ///< of the pages that METS files around it name
};

}  // namespace hemero
