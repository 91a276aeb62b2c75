#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "common/base/hash.h"
#include "common/model/article.h"
#include "common/store/folder/archive_folder.h"

namespace hemero {

/// A file or folder that `add` has read and reads again when it is given no path.
struct KnownPlace {
  std::string path;                  ///< absolute
  std::vector<std::string> options;  ///< how it is read: "--source=Le Matin"
  std::string last_run;              ///< when the run began that read it last (UTC)
};

/// All of them, by their paths (bytewise).
std::vector<KnownPlace> known_places(const ArchiveFolder& folder);

/// Remembers a place as this run reads it, inside the caller's transaction.
void remember_place(sqlite::Connection& connection, const std::string& path, const std::vector<std::string>& options,
                    std::int64_t run);

/// False when there is no such place.
bool forget_place(sqlite::Connection& connection, const std::string& path);

/// An article with a current version, and where that was read.
struct ReadArticle {
  ArticleId id{};
  std::string key;
  Hash128 content{};
  std::filesystem::path file;  ///< absolute; an entry of a container has its path below that of the container
  std::int64_t origin = 0;     ///< what the archive knows this file by, as one run read it
};

/// Tells of all articles that were read from files whose absolute paths are known, by their numbers; what came through
/// a pipe was not.
void for_each_read(const ArchiveFolder& folder, const std::function<void(const ReadArticle&)>& tell);

/// Whether a file is the place itself or stands below it.
bool is_in_place(const std::filesystem::path& file, const std::string& place);

}  // namespace hemero
