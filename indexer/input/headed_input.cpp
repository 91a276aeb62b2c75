#include "indexer/input/headed_input.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "common/base/error.h"

namespace hemero {

std::string_view HeadedInput::look_ahead(std::size_t size) {
  std::size_t used = head_.size();
  head_.resize(std::max(size, used));
  try {
    while (used < size && !at_end_ && !failure_) {
      const std::size_t count = rest_->read(std::span(head_).subspan(used));
      used += count;
      at_end_ = count == 0;
    }
  } catch (const Error&) {
    if (used == 0) throw;
    failure_ = std::current_exception();
  }
  head_.resize(used);
  return std::string_view(head_).substr(0, size);
}

std::size_t HeadedInput::read(std::span<char> room) {
  if (at_ == head_.size() && failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
  if (at_ == head_.size()) return at_end_ ? 0 : rest_->read(room);
  const std::size_t size = std::min(room.size(), head_.size() - at_);
  std::memcpy(room.data(), head_.data() + at_, size);
  at_ += size;
  return size;
}

}  // namespace hemero
