#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "common/base/byte_input.h"
#include "indexer/input/container.h"
#include "indexer/input/file_list.h"
#include "indexer/input/headed_input.h"
#include "indexer/input/input_limits.h"

namespace hemero {

/// A file, or an entry of a container, open at its beginning. What it holds comes decompressed, and as text_input.h has
/// it.
struct OpenedFile {
  InputFile file;
  std::unique_ptr<HeadedInput> input;  ///< valid until the next file is asked for
};

/// Opens files one after the other; zip and tar archives among them entry by entry, as if these were files in a folder:
/// of those that describe it nothing is told, and names that have none of the `endings` are skipped (file_list.h).
class FileOpener {
 public:
  /// `endings` must outlive it.
  FileOpener(std::vector<InputFile> files, const std::set<std::string_view>& endings, const InputLimits& limits)
      : files_(std::move(files)), endings_(endings), limits_(limits) {}

  /// The next file, or why it is not read; nothing at the end. Throws what open_input() and Container throw, and can be
  /// called again then.
  std::optional<std::variant<OpenedFile, Skip>> next();

  /// The file or entry given last, or that could not be opened.
  const InputFile& current() const { return current_; }

  /// Bytes on the disk of the files before the current one.
  std::uint64_t bytes_before() const { return bytes_before_; }

 private:
  using Opened = std::variant<OpenedFile, Skip>;

  struct OpenContainer {
    InputFile file;
    Container entries;
    bool empty = true;
  };

  std::optional<Opened> next_entry();
  std::optional<Opened> open(std::unique_ptr<ByteInput> bytes);
  Skip refuse(const char* why, std::string text) const;

  std::vector<InputFile> files_;
  const std::set<std::string_view>& endings_;
  InputLimits limits_;
  std::size_t next_file_ = 0;
  InputFile current_;
  std::vector<std::unique_ptr<OpenContainer>> containers_;  ///< each inside of the one before
  std::uint64_t bytes_before_ = 0;
};

}  // namespace hemero
