#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "common/base/byte_input.h"

namespace hemero {

/// Where files lie that another file names: on the disk, or in a container as if that were a folder. Paths are those of
/// InputFile.
class FileTree {
 public:
  virtual ~FileTree() = default;

  /// The files and folders in a folder in the order of their names (bytewise); hidden ones are passed over. None when
  /// it cannot be read.
  virtual std::vector<std::filesystem::path> entries(const std::filesystem::path& folder) = 0;

  virtual bool is_file(const std::filesystem::path& path) = 0;
  virtual bool is_folder(const std::filesystem::path& path) = 0;

  /// The first element of a file of XML; empty when it is none, or cannot be read.
  virtual std::string root(const std::filesystem::path& path) = 0;

  /// Its bytes, decompressed. Throws Error when it cannot be opened.
  virtual std::unique_ptr<ByteInput> open(const std::filesystem::path& path) = 0;

  FileTree(const FileTree&) = delete;
  FileTree& operator=(const FileTree&) = delete;

 protected:
  FileTree() = default;
};

/// The files on the disk.
class DiskTree final : public FileTree {
 public:
  std::vector<std::filesystem::path> entries(const std::filesystem::path& folder) override;
  bool is_file(const std::filesystem::path& path) override;
  bool is_folder(const std::filesystem::path& path) override;
  std::string root(const std::filesystem::path& path) override;
  std::unique_ptr<ByteInput> open(const std::filesystem::path& path) override;
};

/// The first element of XML, by the first 4 KiB; empty when it is none, or cannot be read.
std::string root_of_xml(std::unique_ptr<ByteInput> input);

}  // namespace hemero
