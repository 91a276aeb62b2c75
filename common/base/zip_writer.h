#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace hemero {

/// Makes a zip of files given one after the other (APPNOTE.TXT of PKWARE, 6.3.10), with the extensions for more
/// than 65,535 files or 4 GiB (ZIP64). Names are UTF-8, with "/" between folders. Files have no date (1980-01-01), so
/// that the same files make the same bytes.
class ZipWriter {
 public:
  /// What is to be written of a file, up to 2 GiB. Throws Error (bad_data) for more.
  std::string file(std::string_view name, std::string_view content);

  /// What is to be written behind the last one.
  std::string end();

 private:
  std::string directory_;  ///< the entries of all files
  std::uint64_t files_ = 0;
  std::uint64_t bytes_ = 0;  ///< written so far
};

}  // namespace hemero
