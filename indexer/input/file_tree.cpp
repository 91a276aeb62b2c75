#include "indexer/input/file_tree.h"

#include <algorithm>
#include <array>
#include <span>
#include <system_error>
#include <utility>

#include "common/base/error.h"
#include "common/text/characters/text_input.h"
#include "indexer/input/file_head.h"

namespace hemero {

namespace fs = std::filesystem;

std::vector<fs::path> DiskTree::entries(const fs::path& folder) {
  std::vector<fs::path> paths;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
    if (!entry->path().filename().native().starts_with('.')) paths.push_back(entry->path());
  std::sort(paths.begin(), paths.end(), [](const auto& a, const auto& b) { return a.native() < b.native(); });
  return paths;
}

bool DiskTree::is_file(const fs::path& path) {
  std::error_code none;
  return fs::is_regular_file(path, none);
}

bool DiskTree::is_folder(const fs::path& path) {
  std::error_code none;
  return fs::is_directory(path, none);
}

std::string DiskTree::root(const fs::path& path) {
  try {
    return root_of_xml(open_input(path));
  } catch (const Error&) {
    return {};  // whoever reads the file itself tells why it cannot be read
  }
}

std::unique_ptr<ByteInput> DiskTree::open(const fs::path& path) { return open_input(path); }

std::string root_of_xml(std::unique_ptr<ByteInput> input) {
  TextInput text(std::move(input));
  std::array<char, 4096> head{};
  std::size_t size = 0;
  try {
    while (const std::size_t got = size < head.size() ? text.read(std::span(head).subspan(size)) : 0) size += got;
  } catch (const Error&) {
    return {};
  }
  return root_name({head.data(), size});
}

}  // namespace hemero
