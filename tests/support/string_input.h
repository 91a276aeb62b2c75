#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "common/base/byte_input.h"

namespace hemero {

/// The bytes of a string as an input that gives at most `step` of them at a time, as a slow pipe does.
class StringInput final : public ByteInput {
 public:
  explicit StringInput(std::string bytes, std::size_t step = static_cast<std::size_t>(-1))
      : bytes_(std::move(bytes)), step_(step) {}

  std::size_t read(std::span<char> room) override {
    const std::size_t count = std::min({room.size(), step_, bytes_.size() - at_});
    std::copy_n(bytes_.begin() + static_cast<std::ptrdiff_t>(at_), count, room.begin());
    at_ += count;
    return count;
  }

 private:
  std::string bytes_;
  std::size_t step_;
  std::size_t at_ = 0;
};

}  // namespace hemero
