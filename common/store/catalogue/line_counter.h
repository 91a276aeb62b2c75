#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "common/store/catalogue/damages.h"
#include "common/store/folder/archive_folder.h"

namespace hemero {

/// A line as one of its articles prints it, and how many articles hold it.
struct CountedLine {
  std::string line;
  std::uint64_t articles = 0;
};

/// What the articles of a site have in common. Of articles that are copies of one another one counts.
struct SitePages {
  std::uint64_t articles = 0;
  std::vector<CountedLine> lines;  ///< in so many articles at least as was asked for, most first
};

/// Tells of articles read so far, and of how many there are to read.
using ReadProgress = std::function<void(std::uint64_t done, std::uint64_t total)>;

/// Reads every current article, twice: once to count the shapes of lines in a table of fixed size (64 MiB), and once to
/// keep the lines that this count leaves. So memory grows with the lines that repeat, not with the archive. Sites by
/// name. What is damaged of the articles is noted.
std::map<std::string, SitePages> count_site_lines(const ArchiveFolder& folder, std::uint64_t fewest,
                                                  const ReadProgress& progress, Damages& damages);

}  // namespace hemero
