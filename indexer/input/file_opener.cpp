#include "indexer/input/file_opener.h"

#include <system_error>
#include <utility>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/base/unpacked_input.h"
#include "common/text/characters/text_input.h"
#include "indexer/input/foreign_file.h"
#include "indexer/input/passed_over.h"

namespace hemero {

namespace {

constexpr std::size_t container_head = 512;  ///< bytes that tell a container, and what is not read

}  // namespace

std::optional<std::variant<OpenedFile, Skip>> FileOpener::next() {
  while (true) {
    while (!containers_.empty())
      if (auto opened = next_entry()) return opened;
    bytes_before_ += std::exchange(current_.bytes, 0);
    if (next_file_ == files_.size()) return std::nullopt;
    current_ = files_[next_file_++];
    if (auto opened = open(open_input(current_.path, limits_.unpacking()))) return opened;
  }
}

/// The next entry of the innermost container; nothing when it has ended, when the entry is passed over, or is a
/// container itself.
std::optional<FileOpener::Opened> FileOpener::next_entry() {
  OpenContainer& container = *containers_.back();
  const std::uint64_t bytes = std::exchange(current_.bytes, 0);
  current_ = container.file;
  current_.bytes = bytes;
  const bool empty = std::exchange(container.empty, false);  // before next(): one that is damaged is not empty as well
  auto entry = container.entries.next();
  if (!entry) {
    containers_.pop_back();
    return empty ? std::optional<Opened>(refuse(reason::empty, message("the container holds no file"))) : std::nullopt;
  }
  current_.path += "/" + entry->name;
  current_.key += "/" + entry->name;
  current_.named = false;
  current_.packed = true;
  if (describes_folder(entry->name)) {
    container.empty = empty;
    return std::nullopt;
  }
  if (entry->reason != nullptr) return refuse(entry->reason, entry->message);
  if (!is_read_in_folders(entry->name, endings_)) return refuse(reason::unknown_format, unknown_name(current_.path));
  return open(unpacked(std::make_unique<EntryInput>(container.entries), current_.path.string(), limits_.unpacking()));
}

/// What begins to be read; nothing when it is a container, whose entries are to come.
std::optional<FileOpener::Opened> FileOpener::open(std::unique_ptr<ByteInput> bytes) {
  auto input = std::make_unique<HeadedInput>(std::move(bytes));
  if (const auto foreign = foreign_file(input->look_ahead(container_head))) return refuse(reason::binary, *foreign);
  const std::string_view head = input->look_ahead(container_head);
  if (is_document(head)) return OpenedFile{current_, std::move(input)};
  if (!looks_like_container(head))
    return OpenedFile{current_, std::make_unique<HeadedInput>(std::make_unique<TextInput>(std::move(input)))};
  if (containers_.size() >= limits_.container_nesting)
    return refuse(reason::nested, message("a container inside of a container: not read"));
  InputFile whole = current_;
  std::error_code none;
  whole.container = containers_.empty() && std::filesystem::is_regular_file(whole.path, none) ? whole.path : "";
  if (containers_.empty() && is_zip_file(current_.path)) input.reset();
  containers_.push_back(std::unique_ptr<OpenContainer>(
      new OpenContainer{std::move(whole), Container(current_.path, std::move(input), limits_)}));
  return std::nullopt;
}

Skip FileOpener::refuse(const char* why, std::string text) const {
  return {why, std::move(text), current_.path.string(), 0, 0, {}, false};
}

}  // namespace hemero
