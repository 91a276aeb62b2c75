#include "indexer/formats/print/print_folder.h"

#include <algorithm>
#include <array>
#include <system_error>
#include <vector>

#include "common/base/byte_input.h"
#include "common/base/error.h"
#include "common/text/text_input.h"
#include "indexer/formats/print/didl_reader.h"
#include "indexer/formats/print/mets_file.h"
#include "indexer/input/file_head.h"

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

/// The first element of a file; empty when it cannot be read.
std::string root_in(const fs::path& path) {
  try {
    TextInput input(open_input(path));
    std::array<char, 4096> head{};
    std::size_t size = 0;
    while (const std::size_t got = size < head.size() ? input.read(std::span(head).subspan(size)) : 0) size += got;
    return root_name({head.data(), size});
  } catch (const Error&) {
    return {};  // whoever reads the file itself tells why it cannot be read
  }
}

/// The entries of a folder in the order of their names; hidden ones are passed over. None when it cannot be read.
std::vector<fs::path> entries(const fs::path& folder) {
  std::vector<fs::path> paths;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
    if (!entry->path().filename().native().starts_with('.')) paths.push_back(entry->path());
  std::sort(paths.begin(), paths.end(), [](const auto& a, const auto& b) { return a.native() < b.native(); });
  return paths;
}

/// The file of this name, or of this name when it was packed.
std::optional<fs::path> file_at(const fs::path& path) {
  for (const char* packed : {"", ".gz", ".zst"}) {
    const fs::path file = path.native() + packed;
    std::error_code error;
    if (fs::is_regular_file(file, error)) return file;
  }
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

std::optional<fs::path> find_page(const fs::path& mets, std::string_view reference, const fs::path& root) {
  const auto named = page_path(mets, reference, root);
  if (named)
    if (auto file = file_at(*named)) return file;
  if (const auto beside = page_path(mets, last_name(reference), root))
    if (auto file = file_at(*beside)) return file;
  return named;
}

fs::path root_of(const InputFile& file) {
  fs::path root = file.path.parent_path();
  if (file.named) return root;
  for (auto folders = std::count(file.key.begin(), file.key.end(), '/'); folders > 0; --folders)
    root = root.parent_path();
  return root;
}

std::optional<fs::path> PrintFolder::mets_of(const fs::path& page, const fs::path& root) {
  const fs::path path = page.lexically_normal();
  if (path.parent_path() != folder_) look_around(path.parent_path(), root);
  const auto found = owners_.find(path);
  if (found == owners_.end()) return std::nullopt;
  return found->second.mets;
}

void PrintFolder::look_around(const fs::path& folder, const fs::path& root) {
  folder_ = folder;
  owners_.clear();
  look_in(folder, root);
  const fs::path above = folder.has_parent_path() ? folder.parent_path() : fs::path(".");
  if (!is_inside(above, root)) return;
  look_in(above, root);
  std::vector<fs::path> beside = entries(above);
  std::erase_if(beside, [&](const fs::path& path) { return path == folder || !fs::is_directory(path); });
  if (beside.size() > most_folders_beside) return;
  for (const fs::path& path : beside) look_in(path, root);
}

void PrintFolder::look_in(const fs::path& folder, const fs::path& root) {
  for (const fs::path& path : entries(folder)) {
    const fs::path name = path.extension() == ".gz" || path.extension() == ".zst" ? path.stem() : path.filename();
    if (name.extension() != ".xml" || !fs::is_regular_file(path)) continue;
    const std::string first = root_in(path);
    if (first == "mets" || first == "DIDL") add_pages(path, first == "DIDL", root);
  }
}

void PrintFolder::add_pages(const fs::path& issue, bool is_didl, const fs::path& root) {
  const auto add = [&](const std::string& file, bool articles) {
    const auto path = find_page(issue, file, root);
    if (!path) return;
    Owner& owner = owners_.try_emplace(*path, Owner{issue.lexically_normal(), articles}).first->second;
    if (articles && !owner.articles) owner = {issue.lexically_normal(), true};
  };
  try {
    const auto input = open_input(issue);
    if (is_didl) {
      for (const std::string& file : read_didl(*input, limits_).files) add(file, true);
      return;
    }
    const MetsIssue mets = read_mets(*input, limits_);
    for (const MetsPage& page : mets.pages) add(page.path, !mets.articles.empty());
  } catch (const Error&) {  // whoever reads the file itself tells why it cannot be read
  }
}

}  // namespace hemero
