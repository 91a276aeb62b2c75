#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace hemero {

/// A file without a name that lies in memory alone, for programs that want a descriptor. Methods throw Error (io).
class MemoryFile {
 public:
  MemoryFile();
  ~MemoryFile();

  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  void append(std::string_view bytes);

  /// The next program that reads the descriptor begins at the first byte.
  void rewind();

  /// The first bytes, so many or all there are.
  std::string beginning(std::size_t size) const;

  int descriptor() const { return descriptor_; }

 private:
  int descriptor_ = -1;
};

}  // namespace hemero
