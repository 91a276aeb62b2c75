#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "common/base/error.h"
#include "indexer/input/container.h"
#include "tests/support/string_input.h"

namespace {

/// A file that stands in memory alone.
class MemoryFile {
 public:
  explicit MemoryFile(const std::string& bytes) : file_(memfd_create("container", 0)) {
    if (file_ < 0 || write(file_, bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size())) std::abort();
  }
  ~MemoryFile() { close(file_); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  std::filesystem::path path() const { return "/proc/self/fd/" + std::to_string(file_); }

 private:
  int file_;
};

/// Goes through a container as add does: damage in an entry is passed over, damage to the whole ends it. Aborts when
/// more comes out than the limits allow, or a name that leads elsewhere.
void read_all(hemero::Container& container, const hemero::InputLimits& limits) {
  std::uint64_t entries = 0;
  std::uint64_t bytes = 0;
  std::vector<char> room(1000);
  const auto read_entry = [&] {
    while (const std::size_t count = container.read(room)) bytes += count;
  };
  while (const auto entry = container.next()) {
    if (++entries > limits.container_entries) std::abort();
    const bool control = std::any_of(entry->name.begin(), entry->name.end(),
                                     [](char byte) { return static_cast<unsigned char>(byte) < ' '; });
    if (control || (entry->reason == nullptr && entry->name.starts_with('/'))) std::abort();
    if (entry->reason != nullptr) continue;
    try {
      read_entry();
    } catch (const hemero::OverLimit&) {
      break;
    } catch (const hemero::Error&) {  // of this entry
    }
  }
  if (bytes > limits.container_total) std::abort();
}

}  // namespace

/// Any bytes, as a file that can be sought or as a stream in pieces, give entries within the limits or an error.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  hemero::InputLimits limits;
  limits.container_entries = 100;
  limits.container_total = 1'000'000;
  const MemoryFile file(bytes);
  std::unique_ptr<hemero::ByteInput> stream;
  if (data[0] > 0) stream = std::make_unique<hemero::StringInput>(bytes, data[0]);
  try {
    hemero::Container container(file.path(), std::move(stream), limits);
    read_all(container, limits);
  } catch (const hemero::Error&) {  // of the container as a whole
  }
  return 0;
}
