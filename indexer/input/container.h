#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "common/base/byte_input.h"
#include "indexer/input/input_limits.h"

namespace hemero {

/// What a zip or tar archive holds, entry after entry. Nothing is written to the disk: names are names only. What comes
/// out is bounded: entries, bytes in all, bytes out of each byte in.
class Container {
 public:
  /// An entry, or why it cannot be read.
  struct Entry {
    std::string name;  ///< in UTF-8, "folder/file.txt"
    const char* reason = nullptr;
    std::string message = {};
  };

  /// Reads from `input`; where there is none, from the file at `path`: of a zip, the list at its end is used then,
  /// which tells links from files.
  Container(const std::filesystem::path& path, std::unique_ptr<ByteInput> input, const InputLimits& limits);
  ~Container();

  /// The next entry; nothing at the end. Folders and hidden names are passed over. Throws Error (bad_data) at damage
  /// that nothing can be read behind, OverLimit when there is too much; nothing follows then.
  std::optional<Entry> next();

  /// Bytes of the current entry, as ByteInput::read gives them.
  std::size_t read(std::span<char> room);

 private:
  struct Reader;

  Entry describe();
  void finish_entry();
  void check_growth();
  [[noreturn]] void fail(bool for_good);
  bool reopen();
  [[noreturn]] void give_up(const std::string& text);

  std::filesystem::path path_;
  InputLimits limits_;
  std::unique_ptr<Reader> reader_;
  std::uint64_t entries_ = 0;
  std::uint64_t given_ = 0;  ///< bytes of all entries
  std::uint64_t replayed_ = 0;
  std::string damage_;  ///< of the current entry
  bool in_entry_ = false;
  bool done_ = false;
};

/// The entry that Container::next() gave last, as an input. The container must outlive it.
class EntryInput final : public ByteInput {
 public:
  explicit EntryInput(Container& container) : container_(container) {}

  std::size_t read(std::span<char> room) override { return container_.read(room); }

 private:
  Container& container_;
};

/// True when a file that begins so is a zip or tar archive. The first 512 bytes must be there, or all there are.
bool looks_like_container(std::string_view head);

/// True when a file that begins so is one document whose bytes are no text: a PDF, or a zip whose entries are the parts
/// of a DOCX or an ODT.
bool is_document(std::string_view head);

/// True for an ODT.
bool is_open_document(std::string_view head);

/// The ends of their names. A WACZ is a zip of web archives.
inline constexpr std::array<std::string_view, 5> container_endings{".zip", ".tar", ".tgz", ".tzst", ".wacz"};

/// True for a zip file on the disk.
bool is_zip_file(const std::filesystem::path& path);

}  // namespace hemero
