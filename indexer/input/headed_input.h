#pragma once

#include <cstddef>
#include <exception>
#include <memory>
#include <string>
#include <string_view>

#include "common/base/byte_input.h"

namespace hemero {

/// An input whose first bytes can be looked at before they are read.
class HeadedInput final : public ByteInput {
 public:
  explicit HeadedInput(std::unique_ptr<ByteInput> rest) : rest_(std::move(rest)) {}

  /// The first bytes, so many or all there are; valid until more is looked at. Only before the first read. Throws what
  /// ByteInput::read throws when nothing comes before the damage; else that is thrown by whoever reads up to it.
  std::string_view look_ahead(std::size_t size);

  std::size_t read(std::span<char> room) override;

 private:
  std::unique_ptr<ByteInput> rest_;
  std::string head_;
  std::size_t at_ = 0;
  bool at_end_ = false;
  std::exception_ptr failure_;
};

}  // namespace hemero
