#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "common/model/article.h"
#include "common/store/folder/archive_folder.h"

namespace hemero {

/// The longest line, in bytes, that can be learnt: longer ones are articles, however often printed.
constexpr std::size_t longest_site_line = 300;

/// The site that an article is from: the host of its address without "www.", else its source.
std::string site_of(const Article& article);

/// True for a zone that may turn out to be a line that its site repeats.
bool may_repeat(const Zone& zone);

/// Lines that the archive has learnt its sites print beside their articles ("Abonnez-vous pour lire la suite"). They
/// stay in the stored texts; whoever searches or shows an article marks them as debris first.
class SiteLines {
 public:
  explicit SiteLines(sqlite::Connection& connection);
  explicit SiteLines(const ArchiveFolder& folder);

  /// Makes these zones debris, true when there are some. An article of nothing else stays as it is.
  bool mark(Article& article) const;

  /// True when a line of this shape (line_shape()) was learnt for the site.
  bool holds(const std::string& site, const std::string& shape) const;

 private:
  std::unordered_map<std::string, std::unordered_set<std::string>> shapes_;  ///< by site
};

/// What was learnt, by site: lines as an article printed them.
std::map<std::string, std::vector<std::string>> read_site_lines(const ArchiveFolder& folder);

/// Replaces what was learnt for a site. The caller's transaction must also index the archive anew.
void write_site_lines(sqlite::Connection& connection, const std::string& site, const std::vector<std::string>& lines);

}  // namespace hemero
