#include "indexer/input/packed_tree.h"

#include <algorithm>
#include <cstring>
#include <span>
#include <utility>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/base/unpacked_input.h"
#include "indexer/input/file_list.h"

namespace hemero {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_kept = std::size_t{128} << 20;
constexpr std::size_t longest_file = std::size_t{256} << 20;  ///< bytes; an issue's METS file takes a few MiB
constexpr std::uint64_t most_passes = 16;                     ///< of a stream
constexpr std::uint64_t most_headers = 1'000'000'000;         ///< of a zip on the disk: about a quarter of an hour
constexpr std::size_t block = std::size_t{64} << 10;

/// Bytes in memory, which may be kept for others.
class SharedInput final : public ByteInput {
 public:
  explicit SharedInput(std::shared_ptr<const std::string> bytes) : bytes_(std::move(bytes)) {}

  std::size_t read(std::span<char> room) override {
    const std::size_t size = std::min(room.size(), bytes_->size() - at_);
    std::memcpy(room.data(), bytes_->data() + at_, size);
    at_ += size;
    return size;
  }

 private:
  std::shared_ptr<const std::string> bytes_;
  std::size_t at_ = 0;
};

bool is_xml(const std::string& name) { return end_of_name(name) == ".xml"; }

}  // namespace

PackedTree::PackedTree(fs::path container, const InputLimits& limits)
    : container_(std::move(container)), limits_(limits), streams_(!is_zip_file(container_)) {
  list();
}

/// Damage ends the list, as it ends what reads the container.
void PackedTree::list() {
  try {
    begin();
    while (const auto entry = reader_->next()) {
      ++at_;
      if (entry->reason != nullptr || !is_xml(entry->name)) continue;
      auto bytes = unpacked(std::make_unique<EntryInput>(*reader_), entry->name, limits_.unpacking());
      files_.try_emplace(entry->name, File{at_, root_of_xml(std::move(bytes))});
    }
  } catch (const Error&) {  // whoever reads the container itself tells
  }
  entries_ = at_;
  reader_.reset();
}

void PackedTree::begin() {
  reader_.reset();
  auto input = streams_ ? open_input(container_, limits_.unpacking()) : nullptr;
  reader_ = std::make_unique<Container>(container_, std::move(input), limits_);
  at_ = 0;
  if (!streams_) passed_ += entries_;  // their list is read
}

std::string PackedTree::name_of(const fs::path& path) const {
  const std::string name = path.lexically_normal().lexically_relative(container_.lexically_normal()).string();
  return name == "." ? std::string() : name;
}

const PackedTree::File* PackedTree::find(const fs::path& path) const {
  const auto found = files_.find(name_of(path));
  return found == files_.end() ? nullptr : &found->second;
}

std::vector<fs::path> PackedTree::entries(const fs::path& folder) {
  const std::string name = name_of(folder);
  const std::string within = name.empty() ? name : name + "/";
  std::vector<fs::path> paths;
  for (auto file = files_.lower_bound(within); file != files_.end() && file->first.starts_with(within);) {
    const std::size_t slash = file->first.find('/', within.size());
    const std::string entry = file->first.substr(0, slash);
    paths.push_back(container_ / entry);
    file = slash == std::string::npos ? std::next(file) : files_.lower_bound(entry + static_cast<char>('/' + 1));
  }
  std::sort(paths.begin(), paths.end(), [](const auto& a, const auto& b) { return a.native() < b.native(); });
  return paths;
}

bool PackedTree::is_file(const fs::path& path) { return find(path) != nullptr; }

bool PackedTree::is_folder(const fs::path& path) {
  const std::string within = name_of(path) + "/";
  const auto file = files_.lower_bound(within);
  return file != files_.end() && file->first.starts_with(within);
}

std::string PackedTree::root(const fs::path& path) {
  const File* file = find(path);
  return file == nullptr ? std::string() : file->root;
}

std::unique_ptr<ByteInput> PackedTree::open(const fs::path& path) {
  const File* file = find(path);
  if (file == nullptr) throw Error(ErrorCode::no_archive, message("the page {} is missing", path.string()));
  const auto kept = kept_.find(file->number);
  return std::make_unique<SharedInput>(kept != kept_.end() ? kept->second : go_to(file->number));
}

PackedTree::Bytes PackedTree::go_to(std::uint64_t number) {
  if (reader_ == nullptr || at_ >= number) begin();
  while (true) {
    if (++passed_ > (streams_ ? most_passes * entries_ : most_headers))
      throw OverLimit(message("the container would be gone through too many times: unpack it first"));
    const auto entry = reader_->next();
    if (!entry) throw Error(ErrorCode::bad_data, message("the container cannot be read up to it"));
    if (++at_ == number) return read_entry(entry->name);
    if (streams_ && entry->reason == nullptr && is_xml(entry->name) && !kept_.contains(at_)) pass_by(entry->name);
  }
}

/// What lies before what is looked for, and may be looked for next.
void PackedTree::pass_by(const std::string& name) {
  try {
    read_entry(name);
  } catch (const Error&) {  // whoever reads the file itself tells why it cannot be read
  }
}

/// The bytes of the entry that the reader stands at, which are kept.
PackedTree::Bytes PackedTree::read_entry(const std::string& name) {
  const auto input = unpacked(std::make_unique<EntryInput>(*reader_), name, limits_.unpacking());
  auto bytes = std::make_shared<std::string>();
  std::string room(block, '\0');
  while (const std::size_t count = input->read(room)) {
    bytes->append(room, 0, count);
    if (bytes->size() > longest_file) throw OverLimit(message("the file is longer than {} MiB", longest_file >> 20));
  }
  keep(at_, bytes);
  return bytes;
}

void PackedTree::keep(std::uint64_t number, Bytes bytes) {
  kept_bytes_ += bytes->size();
  kept_.emplace(number, std::move(bytes));
  oldest_.push_back(number);
  while (kept_bytes_ > most_kept && oldest_.size() > 1) {
    const auto found = kept_.find(oldest_.front());
    oldest_.pop_front();
    kept_bytes_ -= found->second->size();
    kept_.erase(found);
  }
}

}  // namespace hemero
