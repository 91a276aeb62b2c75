#pragma once

#include <cstdint>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/input/record.h"

namespace hemero {

/// A file to be read.
struct InputFile {
  std::filesystem::path path;
  std::string key;                       ///< the path relative to the PATH that was given
  std::uint64_t bytes = 0;               ///< size on the disk; 0 when unknown
  bool named = false;                    ///< given by name, not found in a folder
  bool packed = false;                   ///< an entry of a container: no path leads to it
  std::filesystem::path container = {};  ///< … where that is a file on the disk, which can be opened again
};

struct FileList {
  std::vector<InputFile> files;
  std::vector<Skip> skips;  ///< paths that could not be read, folder loops, files that are no input by their name
  std::vector<std::string> notes = {};  ///< in the reader's language: folders that are passed over as a whole
  std::uint64_t bytes = 0;              ///< of all files; 0 when the size of some is unknown
};

/// The end of a file's name in small letters, that of what compresses it left out: ".csv" of "A.CSV.gz".
std::string end_of_name(std::filesystem::path path);

/// True for a file in a folder or a container whose name has one of the `endings`, or one by which people expect to be
/// read what is not (foreign_file.h).
bool is_read_in_folders(const std::filesystem::path& path, const std::set<std::string_view>& endings);

/// What is said of the others.
std::string unknown_name(const std::filesystem::path& path);

/// The files behind the paths given: files as they are, folders with all that is below them in the order of their names
/// (bytewise); links are followed, but never back into a folder that is being walked. In a folder only names count that
/// have one of the `endings` (".txt"); hidden files are passed over, what describes a folder (passed_over.h), and
/// archives of hemero-index.
FileList list_files(const std::vector<std::string>& paths, const std::set<std::string_view>& endings);

}  // namespace hemero
