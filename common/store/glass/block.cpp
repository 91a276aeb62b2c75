#include "common/store/glass/block.h"

#include <algorithm>

namespace hemero::glass {

void put_16(char* to, std::size_t value) {
  to[0] = static_cast<char>(value >> 8);
  to[1] = static_cast<char>(value);
}

void put_32(char* to, std::uint32_t value) {
  put_16(to, value >> 16);
  put_16(to + 2, value & 0xFFFF);
}

void Block::add(std::string_view item) {
  items_ -= item.size();
  last_size_ = item.size();
  std::copy(item.begin(), item.end(), bytes_.begin() + static_cast<std::ptrdiff_t>(items_));
  put_16(&bytes_[places_], items_);
  places_ += place_size;
}

std::string_view Block::finish() {
  put_32(&bytes_[0], revision);
  bytes_[4] = static_cast<char>(level_);
  put_16(&bytes_[5], items_ - places_);  // the largest free stretch
  put_16(&bytes_[7], items_ - places_);  // all that is free
  put_16(&bytes_[9], places_);
  return bytes_;
}

void Block::clear() {
  std::fill(bytes_.begin(), bytes_.end(), '\0');
  places_ = header_size;
  items_ = size;
  last_size_ = 0;
}

}  // namespace hemero::glass
