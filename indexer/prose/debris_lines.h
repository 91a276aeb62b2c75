#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "indexer/input/file_list.h"

namespace hemero {

/// What the form of a line says about it.
enum class LineKind : std::uint8_t {
  text,
  debris,  ///< known to stand beside articles (data/french/debris.tsv), or repeated across the folder's files
  teaser,  ///< the same, and the line after it names another article ("Lire aussi :")
  tail,    ///< opens what follows an article ("Articles similaires")
};

/// Lines that several text files of one folder have in common, by their line_shape().
using RepeatedLines = std::unordered_set<std::string>;

/// The known lines. Thread-safe.
LineKind known_line_kind(std::string_view line);

/// Learns the repeated lines of every folder that gives several text files, from its first files.
class FolderLines {
 public:
  explicit FolderLines(const std::vector<InputFile>& files);

  /// The repeated lines of the folder that holds this file.
  const RepeatedLines& of(const std::string& path) const;

 private:
  std::unordered_map<std::string, RepeatedLines> folders_;
  RepeatedLines none_;
};

}  // namespace hemero
