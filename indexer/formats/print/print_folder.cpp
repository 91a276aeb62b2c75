#include "indexer/formats/print/print_folder.h"

#include <algorithm>
#include <vector>

#include "common/base/byte_input.h"
#include "common/base/error.h"
#include "indexer/formats/print/didl_reader.h"
#include "indexer/formats/print/mets_file.h"

namespace hemero {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_folders_beside = 64;  ///< more are issues beside this one, not parts of it

fs::path whole(const fs::path& path) {
  const fs::path normal = fs::absolute(path).lexically_normal();
  return normal.has_filename() ? normal : normal.parent_path();
}

bool is_inside(const fs::path& path, const fs::path& folder) {
  const fs::path relative = whole(path).lexically_relative(whole(folder));
  return !relative.empty() && *relative.begin() != "..";
}

int hexadecimal(char digit) {
  constexpr std::string_view digits = "0123456789abcdef";
  const auto at = digits.find(static_cast<char>(digit >= 'A' && digit <= 'F' ? digit + 32 : digit));
  return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

/// "page%201.xml" → "page 1.xml"
std::string unescaped(std::string_view url) {
  std::string path;
  for (std::size_t i = 0; i < url.size(); ++i) {
    const bool escape = url[i] == '%' && i + 2 < url.size();
    const int high = escape ? hexadecimal(url[i + 1]) : -1;
    const int low = escape ? hexadecimal(url[i + 2]) : -1;
    if (high < 0 || low < 0 || high + low == 0) {
      path += url[i] == '\\' ? '/' : url[i];
      continue;
    }
    path += static_cast<char>(high * 16 + low);
    i += 2;
  }
  return path;
}

/// The file of this name, or of this name when it was packed.
std::optional<fs::path> file_at(FileTree& tree, const fs::path& path) {
  for (const char* packed : {"", ".gz", ".zst"})
    if (fs::path file = path.native() + packed; tree.is_file(file)) return file;
  return std::nullopt;
}

/// "00000001.xml" of "https://library.example/4711/00000001.xml?download"
std::string_view last_name(std::string_view reference) {
  reference = reference.substr(0, reference.find_first_of("?#"));
  const std::size_t slash = reference.find_last_of("/\\");
  return slash == std::string_view::npos ? reference : reference.substr(slash + 1);
}

}  // namespace

std::optional<fs::path> page_path(const fs::path& mets, std::string_view reference, const fs::path& root) {
  constexpr std::string_view scheme = "file://";
  const bool local = reference.starts_with(scheme);
  if (local) reference.remove_prefix(scheme.size());
  if (reference.empty() || (!local && reference.find("://") != std::string_view::npos)) return std::nullopt;
  const fs::path relative(unescaped(reference));
  if (relative.is_absolute() || relative.native().find('\0') != std::string::npos) return std::nullopt;
  fs::path path = (mets.parent_path() / relative).lexically_normal();
  if (!is_inside(path, root)) return std::nullopt;
  return path;
}

fs::path root_of(const InputFile& file) {
  if (!file.container.empty()) return file.container;
  fs::path root = file.path.parent_path();
  if (file.named) return root;
  for (auto folders = std::count(file.key.begin(), file.key.end(), '/'); folders > 0; --folders)
    root = root.parent_path();
  return root;
}

bool lies_among_others(const InputFile& file) { return !file.packed || !file.container.empty(); }

FileTree& PrintFolder::tree_of(const InputFile& file) {
  if (file.container.empty()) return *disk_;
  if (!packed_ || packed_->container() != file.container)
    packed_ = std::make_unique<PackedTree>(file.container, limits_);
  return *packed_;
}

std::optional<fs::path> PrintFolder::find_page(const InputFile& issue, std::string_view reference) {
  return find_page(tree_of(issue), issue.path, reference, root_of(issue));
}

std::optional<fs::path> PrintFolder::find_page(FileTree& tree, const fs::path& issue, std::string_view reference,
                                               const fs::path& root) {
  const auto named = page_path(issue, reference, root);
  if (named)
    if (auto file = file_at(tree, *named)) return file;
  if (const auto beside = page_path(issue, last_name(reference), root))
    if (auto file = file_at(tree, *beside)) return file;
  return named;
}

std::optional<fs::path> PrintFolder::mets_of(const fs::path& page, const InputFile& file) {
  const fs::path path = page.lexically_normal();
  if (path.parent_path() != folder_) look_around(path.parent_path(), tree_of(file), root_of(file));
  const auto found = owners_.find(path);
  if (found == owners_.end()) return std::nullopt;
  return found->second.mets;
}

bool PrintFolder::is_read_elsewhere(const InputFile& page) {
  return !page.named && lies_among_others(page) && mets_of(page.path, page);
}

void PrintFolder::look_around(const fs::path& folder, FileTree& tree, const fs::path& root) {
  folder_ = folder;
  owners_.clear();
  look_in(folder, tree, root);
  const fs::path above = folder.has_parent_path() ? folder.parent_path() : fs::path(".");
  if (!is_inside(above, root)) return;
  look_in(above, tree, root);
  std::vector<fs::path> beside = tree.entries(above);
  std::erase_if(beside, [&](const fs::path& path) { return path == folder || !tree.is_folder(path); });
  if (beside.size() > most_folders_beside) return;
  for (const fs::path& path : beside) look_in(path, tree, root);
}

void PrintFolder::look_in(const fs::path& folder, FileTree& tree, const fs::path& root) {
  for (const fs::path& path : tree.entries(folder)) {
    const fs::path name = path.extension() == ".gz" || path.extension() == ".zst" ? path.stem() : path.filename();
    if (name.extension() != ".xml" || !tree.is_file(path)) continue;
    const std::string first = tree.root(path);
    if (first == "mets" || first == "DIDL") add_pages(path, first == "DIDL", tree, root);
  }
}

void PrintFolder::add_pages(const fs::path& issue, bool is_didl, FileTree& tree, const fs::path& root) {
  const auto add = [&](const std::string& file, bool articles) {
    const auto path = find_page(tree, issue, file, root);
    if (!path) return;
    Owner& owner = owners_.try_emplace(*path, Owner{issue.lexically_normal(), articles}).first->second;
    if (articles && !owner.articles) owner = {issue.lexically_normal(), true};
  };
  try {
    const auto input = tree.open(issue);
    if (is_didl) {
      for (const std::string& file : read_didl(*input, limits_).files) add(file, true);
      return;
    }
    const MetsIssue mets = read_mets(*input, limits_);
    for (const MetsPage& page : mets.pages) add(page.path, !mets.articles.empty());
    const bool readable = std::any_of(mets.pages.begin(), mets.pages.end(), [&](const MetsPage& page) {
      const auto path = find_page(tree, issue, page.path, root);
      return path && tree.is_file(*path);
    });
    for (const std::string& image : mets.images)
      if (readable) add(image, !mets.articles.empty());
  } catch (const Error&) {  // whoever reads the file itself tells why it cannot be read
  }
}

}  // namespace hemero
