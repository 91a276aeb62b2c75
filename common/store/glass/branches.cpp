#include "common/store/glass/branches.h"

namespace hemero::glass {

namespace {

/// An item of a branch: the number of a block, and what separates it from the one on its left.
std::string item_of(std::uint32_t child, const Separator& separator) {
  constexpr std::size_t number_size = 4;
  std::string item(number_size + 1, '\0');
  put_32(item.data(), child);
  item[number_size] = static_cast<char>(separator.key.size());
  item += separator.key;
  item.resize(item.size() + 2);
  put_16(item.data() + item.size() - 2, separator.component);
  return item;
}

/// Of the first block that a branch names: nothing stands on its left.
constexpr Separator leftmost{{}, 0};

}  // namespace

void Branches::add(std::size_t level, std::uint32_t left, const Separator& separator, std::uint32_t right) {
  if (level == levels_.size()) {
    levels_.push_back({new_number_(), Block(static_cast<unsigned>(level) + 1)});
    levels_.back().block.add(item_of(left, leftmost));
  }
  auto& [number, block] = levels_[level];
  const std::string item = item_of(right, separator);
  if (block.has_room(item.size())) {
    block.add(item);
    return;
  }
  write_(number, block.finish());
  const std::uint32_t full = number;
  number = new_number_();
  block.clear();
  block.add(item_of(right, leftmost));
  add(level + 1, full, separator, levels_[level].number);
}

Branches::Top Branches::finish(std::uint32_t leaf) {
  Top top{leaf, 0};
  for (auto& [number, block] : levels_) {
    write_(number, block.finish());
    top = {number, top.level + 1};
  }
  return top;
}

}  // namespace hemero::glass
