#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/store/catalogue/known_places.h"

namespace hemero {

/// What the archive holds of a known place, beside what stands there now.
struct PlaceFiles {
  KnownPlace place;
  std::uint64_t articles = 0;
  std::vector<ReadArticle> gone;  ///< those whose files are no longer there, by their numbers
  bool reachable = true;          ///< false: the place itself is not there, and nothing can be said of its files

  std::uint64_t files_gone() const;
};

/// Looks for the file of each article that was read in a known place. A file that is missing together with the folder
/// that was given, or with all that stood beside it, may be on a disk that is not mounted: such a place is not
/// reachable.
std::vector<PlaceFiles> look_at_places(const ArchiveFolder& folder);

/// The absolute path by which a file or folder is known, however the command line named it.
std::string place_path(const std::string& typed);

/// Articles whose files are gone from places that are reachable, to be found again where their content stands now.
class MovedArticles {
 public:
  MovedArticles() = default;
  explicit MovedArticles(const std::vector<PlaceFiles>& places);

  /// The article with this content, each once; with a key, the one that has it. Nothing when there is none.
  std::optional<ReadArticle> take(const Hash128& content, const std::optional<std::string>& key = {});

 private:
  std::unordered_multimap<std::string, ReadArticle> by_content_;
};

}  // namespace hemero
