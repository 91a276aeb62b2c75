#include "common/base/size_text.h"

#include "common/base/message.h"

namespace hemero {

std::string size_text(std::uint64_t bytes) {
  return message("{} MB", number_text(static_cast<double>(bytes) / 1e6, 1));
}

}  // namespace hemero
