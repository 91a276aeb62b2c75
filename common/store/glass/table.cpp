#include "common/store/glass/table.h"

#include <algorithm>
#include <stdexcept>

namespace hemero::glass {

namespace {

constexpr std::size_t longest_key = 255;        // bytes: their count is one
constexpr std::size_t most_components = 65535;  // of a tag: their number is two bytes

// Bits of an item's first byte, above its size.
constexpr unsigned is_last = 0x40;
constexpr unsigned is_first = 0x20;

constexpr std::size_t written_together = 1 << 20;  // bytes

/// The shortest beginning of a key that sorts behind the one before; all of it where the two are the same.
std::string_view shortest_separator(std::string_view before, std::string_view key) {
  const auto [in_before, in_key] = std::mismatch(before.begin(), before.end(), key.begin(), key.end());
  const auto common = static_cast<std::size_t>(in_key - key.begin());
  return key.substr(0, common + 1);
}

}  // namespace

void BlockFile::write(std::uint32_t number, std::string_view block) {
  const std::uint64_t at = std::uint64_t{number} * Block::size;
  if (at != begin_ + waiting_.size() || waiting_.size() >= written_together) flush();
  if (waiting_.empty()) begin_ = at;
  waiting_ += block;
}

void BlockFile::flush() {
  file_.write(begin_, waiting_);
  waiting_.clear();
}

void BlockFile::finish() {
  flush();
  file_.sync();
}

TableWriter::TableWriter(const std::filesystem::path& path)
    : file_(path),
      branches_([this] { return new_number(); },
                [this](std::uint32_t number, std::string_view block) { file_.write(number, block); }),
      leaf_number_(new_number()) {
  add_component({}, 1, true, {});  // each table has an entry without a key, which counts for nothing
}

std::size_t TableWriter::room(std::size_t key_size) const {
  const std::size_t room = std::min(leaf_.room(), Block::longest_item);
  return room - std::min(room, head_size(key_size, 1));
}

void TableWriter::add(std::string_view key, std::string_view tag) {
  if (key <= last_key_) throw std::logic_error("the entries of a table are out of order");
  const std::size_t first = std::min(tag.size(), longest_piece(key.size()));
  const std::size_t later = Block::longest_item - head_size(key.size(), 2);
  const std::size_t components = 1 + (tag.size() - first + later - 1) / later;
  if (key.size() > longest_key || components > most_components)
    throw std::logic_error("an entry is too long for a table");
  for (std::size_t component = 1; component <= components; ++component) {
    const std::string_view piece = tag.substr(0, component == 1 ? first : later);
    add_component(key, component, component == components, piece);
    tag.remove_prefix(piece.size());
  }
  last_key_ = key;
  ++entries_;
}

void TableWriter::add_component(std::string_view key, std::size_t component, bool last, std::string_view bytes) {
  const std::size_t head = head_size(key.size(), component);
  item_.assign(3, '\0');
  put_16(item_.data(), head + bytes.size() - 3);
  item_[0] =
      static_cast<char>(static_cast<unsigned char>(item_[0]) | (component == 1 ? is_first : 0) | (last ? is_last : 0));
  item_[2] = static_cast<char>(key.size());
  item_ += key;
  if (component != 1) {
    item_.resize(head);
    put_16(item_.data() + head - 2, component);
  }
  item_ += bytes;
  if (!leaf_.has_room(item_.size())) begin_leaf(key, component);
  leaf_.add(item_);
}

void TableWriter::begin_leaf(std::string_view key, std::size_t component) {
  const std::string_view before = component == 1 ? last_key_ : key;
  file_.write(leaf_number_, leaf_.finish());
  leaf_.clear();
  const std::uint32_t left = leaf_number_;
  leaf_number_ = new_number();
  branches_.add(left, {shortest_separator(before, key), static_cast<unsigned>(component)}, leaf_number_);
}

TableRoot TableWriter::finish() {
  file_.write(leaf_number_, leaf_.finish());
  const Branches::Top top = branches_.finish(leaf_number_);
  file_.finish();
  return {top.block, top.level, entries_, blocks_};
}

}  // namespace hemero::glass
