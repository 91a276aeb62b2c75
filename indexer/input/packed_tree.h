#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "indexer/input/container.h"
#include "indexer/input/file_tree.h"
#include "indexer/input/input_limits.h"

namespace hemero {

/// The files of XML in a container on the disk, beside what reads that entry after entry. Their names and first
/// elements are listed once; their bytes are read by a second reader of the container, which goes forward, and begins
/// anew for what lies behind it. What it passed last is kept, up to 128 MiB, so that files which lie near each other
/// are read once. How often it goes through a container is bounded: an error says so then.
class PackedTree final : public FileTree {
 public:
  PackedTree(std::filesystem::path container, const InputLimits& limits);

  const std::filesystem::path& container() const { return container_; }

  std::vector<std::filesystem::path> entries(const std::filesystem::path& folder) override;
  bool is_file(const std::filesystem::path& path) override;
  bool is_folder(const std::filesystem::path& path) override;
  std::string root(const std::filesystem::path& path) override;
  std::unique_ptr<ByteInput> open(const std::filesystem::path& path) override;

 private:
  struct File {
    std::uint64_t number = 0;  ///< of the entry: 1 for the first
    std::string root;
  };
  using Bytes = std::shared_ptr<const std::string>;

  void list();
  void begin();
  std::string name_of(const std::filesystem::path& path) const;
  const File* find(const std::filesystem::path& path) const;
  Bytes go_to(std::uint64_t number);
  void pass_by(const std::string& name);
  Bytes read_entry(const std::string& name);
  void keep(std::uint64_t number, Bytes bytes);

  std::filesystem::path container_;
  InputLimits limits_;
  bool streams_ = false;               ///< what is passed by is read anyhow: no zip on the disk
  std::map<std::string, File> files_;  ///< by the names of their entries
  std::uint64_t entries_ = 0;          ///< of the container
  std::unique_ptr<Container> reader_;
  std::uint64_t at_ = 0;      ///< entries that it gave
  std::uint64_t passed_ = 0;  ///< entries that all readers gave
  std::map<std::uint64_t, Bytes> kept_;
  std::deque<std::uint64_t> oldest_;  ///< the numbers of what is kept, in that order
  std::size_t kept_bytes_ = 0;
};

}  // namespace hemero
