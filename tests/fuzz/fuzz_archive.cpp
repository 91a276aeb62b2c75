#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>

#include "tests/support/damaged_archive.h"

// An archive that somebody else made: whatever its bytes are, readers and writers end with an answer, or an error of
// ours.

namespace {

/// A folder in memory where there is one, which is removed in the end.
class Folder {
 public:
  Folder() : path_(std::filesystem::exists("/dev/shm") ? "/dev/shm" : std::filesystem::temp_directory_path()) {
    path_ /= "hemero-fuzz-" + std::to_string(getpid());
    std::filesystem::create_directory(path_);
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Folder folder;
  static const hemero::DamagedArchive archive(folder.path());
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const bool writes = !bytes.empty() && bytes.front() % 4 == 0;
  const hemero::ArchiveFolder damaged = archive.make(bytes.substr(bytes.empty() ? 0 : 1));
  hemero::ask_everything(damaged);
  if (writes) hemero::write_to(damaged);
  return 0;
}
