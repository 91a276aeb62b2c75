#include "indexer/places/place_files.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <set>

namespace hemero {

namespace {

/// True when there is nothing of this name. What may not be looked at is there, and so is an entry of a file.
bool is_gone(const std::filesystem::path& file) {
  struct stat status {};
  return ::stat(file.c_str(), &status) != 0 && errno == ENOENT;
}

/// Whether there is a folder with something in it.
bool holds_something(const std::filesystem::path& folder) {
  std::error_code error;
  return std::filesystem::directory_iterator(folder, error) != std::filesystem::directory_iterator() && !error;
}

/// A folder must hold something; a file may be gone from a folder that does.
bool is_reachable(const PlaceFiles& files) {
  const std::filesystem::path path = files.place.path;
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) return files.articles == 0 || holds_something(path);
  const bool was_file =
      std::any_of(files.gone.begin(), files.gone.end(), [&](const auto& article) { return article.file == path; });
  return !is_gone(path) || (was_file && holds_something(path.parent_path()));
}

std::string as_text(const Hash128& content) { return {content.begin(), content.end()}; }

}  // namespace

std::uint64_t PlaceFiles::files_gone() const {
  std::set<std::filesystem::path> files;
  for (const ReadArticle& article : gone) files.insert(article.file);
  return files.size();
}

std::vector<PlaceFiles> look_at_places(const ArchiveFolder& folder) {
  std::vector<PlaceFiles> places;
  for (KnownPlace& place : known_places(folder)) places.push_back({std::move(place), 0, {}, true});
  std::filesystem::path looked_at;
  bool gone = false;
  for_each_read(folder, [&](const ReadArticle& article) {
    for (PlaceFiles& files : places) {
      if (!is_in_place(article.file, files.place.path)) continue;
      if (article.file != looked_at) gone = is_gone(article.file);
      looked_at = article.file;
      ++files.articles;
      if (gone) files.gone.push_back(article);
    }
  });
  for (PlaceFiles& files : places) files.reachable = is_reachable(files);
  return places;
}

std::string place_path(const std::string& typed) {
  std::error_code ignored;  // without a working folder only absolute paths lead anywhere
  const auto folder = std::filesystem::current_path(ignored);
  std::string path = (folder / typed).lexically_normal().string();
  if (path.size() > 1 && path.ends_with('/')) path.pop_back();
  return path;
}

MovedArticles::MovedArticles(const std::vector<PlaceFiles>& places) {
  std::set<ArticleId> known;  // places may lie in one another
  for (const PlaceFiles& files : places)
    for (const ReadArticle& article : files.gone)
      if (files.reachable && known.insert(article.id).second) by_content_.emplace(as_text(article.content), article);
}

std::optional<ReadArticle> MovedArticles::take(const Hash128& content, const std::optional<std::string>& key) {
  auto [at, end] = by_content_.equal_range(as_text(content));
  at = std::find_if(at, end, [&](const auto& entry) { return !key || entry.second.key == *key; });
  if (at == end) return std::nullopt;
  ReadArticle article = std::move(at->second);
  by_content_.erase(at);
  return article;
}

}  // namespace hemero
