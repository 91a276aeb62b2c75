#include "common/store/folder/long_log.h"

#include <cstdint>
#include <system_error>

namespace hemero {

bool has_long_log(const std::filesystem::path& file) {
  constexpr std::uintmax_t longest = 2 * 1024 * 1024;  // bytes
  std::error_code none;
  const std::uintmax_t bytes = std::filesystem::file_size(file.native() + "-wal", none);
  return !none && bytes > longest;
}

}  // namespace hemero
