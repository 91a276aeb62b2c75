#include "indexer/input/passed_over.h"

#include <algorithm>
#include <array>
#include <string>
#include <system_error>

#include "common/base/small_letters.h"
#include "common/text/fold.h"

namespace hemero {

namespace {

/// Names without what stands behind their first dot, folded.
constexpr std::array<std::string_view, 10> stems{"readme",    "lisezmoi",  "license", "licence",  "copying",
                                                 "checksums", "changelog", "md5sums", "sha1sums", "sha256sums"};

/// Whole names, in small letters: of systems, of packages (BagIt, WACZ, Frictionless Data), of sites.
constexpr std::array<std::string_view, 9> names{"thumbs.db",
                                                "desktop.ini",
                                                "bagit.txt",
                                                "bag-info.txt",
                                                "fetch.txt",
                                                "datapackage.json",
                                                "datapackage-digest.json",
                                                "robots.txt",
                                                "ads.txt"};

/// The same with the folder that they stand in.
constexpr std::array<std::string_view, 2> paths{"pages/pages.jsonl", "pages/extrapages.jsonl"};

constexpr std::array<std::string_view, 7> endings{".md5", ".sha1", ".sha256", ".sha512", ".sig", ".cdx", ".cdxj"};

constexpr std::array<std::string_view, 2> compressed{".gz", ".zst"};

/// "manifest-sha256.txt" and "tagmanifest-md5.txt" of BagIt.
bool is_manifest(std::string_view name) {
  if (name.starts_with("tag")) name.remove_prefix(3);
  return (name.starts_with("manifest-md5") || name.starts_with("manifest-sha")) && name.ends_with(".txt");
}

bool ends_with_any(std::string_view name, const auto& ends) {
  return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return name.ends_with(end); });
}

bool is_one_of(std::string_view name, const auto& all) { return std::find(all.begin(), all.end(), name) != all.end(); }

}  // namespace

bool is_hidden(std::string_view name) { return name.starts_with('.') || name == "__MACOSX"; }

bool describes_folder(const std::filesystem::path& path) {
  std::filesystem::path whole = path;
  if (is_one_of(whole.extension().string(), compressed)) whole.replace_extension();
  const std::string name = small_letters(whole.filename().string());
  const std::string with_folder = small_letters(whole.parent_path().filename().string()) + '/' + name;
  return is_one_of(fold(name.substr(0, name.find('.'))), stems) || is_one_of(name, names) ||
         is_one_of(with_folder, paths) || ends_with_any(name, endings) || is_manifest(name);
}

bool is_archive(const std::filesystem::path& folder) {
  std::error_code ignored;
  return std::filesystem::is_regular_file(folder / "archive.sqlite", ignored);
}

}  // namespace hemero
