#include "indexer/input/passed_over.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <system_error>

#include "common/text/fold.h"

namespace hemero {

namespace {

/// Names without what stands behind their first dot, folded.
constexpr std::array<std::string_view, 12> names{"readme",   "lisezmoi",   "license",   "licence",
                                                 "copying",  "checksums",  "changelog", "md5sums",
                                                 "sha1sums", "sha256sums", "thumbs",    "desktop"};

constexpr std::array<std::string_view, 5> endings{".md5", ".sha1", ".sha256", ".sha512", ".sig"};

}  // namespace

bool describes_folder(const std::string& name) {
  const std::string folded = fold(name.substr(0, name.find('.')));
  return std::find(names.begin(), names.end(), folded) != names.end() ||
         std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return name.ends_with(ending); });
}

bool is_archive(const std::filesystem::path& folder) {
  std::error_code ignored;
  return std::filesystem::is_regular_file(folder / "archive.sqlite", ignored);
}

}  // namespace hemero
