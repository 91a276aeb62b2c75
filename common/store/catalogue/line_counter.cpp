#include "common/store/catalogue/line_counter.h"

#include <algorithm>
#include <limits>
#include <unordered_map>
#include <unordered_set>

#include "common/base/hash.h"
#include "common/store/catalogue/site_lines.h"
#include "common/store/catalogue/stored_article.h"
#include "common/text/line_shape.h"

namespace hemero {

namespace {

constexpr std::size_t table_size = std::size_t{1} << 26;

/// The lines of an article that may repeat, each once, by a hash of its site and shape.
std::unordered_map<std::uint64_t, std::string_view> lines_of(const Article& article, const std::string& site) {
  std::unordered_map<std::uint64_t, std::string_view> lines;
  for (const Zone& zone : article.zones) {
    if (!may_repeat(zone)) continue;
    const std::string_view line = article.zone_text(zone);
    const std::string shape = line_shape(line);
    if (!shape.empty()) lines.emplace(hash64(site + '\n' + shape), line);
  }
  return lines;
}

/// The current articles, of copies the one that was published first.
constexpr std::string_view counted_articles =
    "version.id = version_id AND NOT EXISTS (SELECT 1 FROM copy WHERE copy.version_id = version.id AND first_id <> "
    "copy.version_id)";

/// Reads them.
class Pass {
 public:
  Pass(sqlite::Connection& connection, Damages& damages, std::uint64_t before, std::uint64_t total,
       const ReadProgress& progress)
      : versions_(connection, damages, counted_articles), done_(before), total_(total), progress_(progress) {}

  template <typename Visit>
  void for_each(Visit visit) {
    while (const auto stored = versions_.next()) {
      visit(stored->article);
      progress_(++done_, total_);
    }
  }
  std::uint64_t done() const { return done_; }

 private:
  StoredVersions versions_;
  std::uint64_t done_;
  std::uint64_t total_;
  const ReadProgress& progress_;
};

std::uint64_t count_articles(sqlite::Connection& connection) {
  sqlite::Statement statement = connection.prepare("SELECT count(version_id) FROM article");
  return statement.step() ? statement.count(0) : 0;
}

}  // namespace

std::map<std::string, SitePages> count_site_lines(const ArchiveFolder& folder, std::uint64_t fewest,
                                                  const ReadProgress& progress, Damages& damages) {
  sqlite::Connection connection = open_catalogue(folder, sqlite::Access::read);
  const std::uint64_t total = 2 * count_articles(connection);
  std::map<std::string, SitePages> sites;
  std::vector<std::uint8_t> table(table_size);
  Pass first(connection, damages, 0, total, progress);
  first.for_each([&](const Article& article) {
    const std::string site = site_of(article);
    ++sites[site].articles;
    for (const auto& [hash, line] : lines_of(article, site)) {
      std::uint8_t& count = table[hash % table_size];
      count += count < std::numeric_limits<std::uint8_t>::max();
    }
  });
  const auto enough = static_cast<std::uint8_t>(std::min<std::uint64_t>(fewest, 255));
  std::map<std::string, std::unordered_map<std::uint64_t, CountedLine>> counted;
  Pass(connection, damages, first.done(), total, progress).for_each([&](const Article& article) {
    const std::string site = site_of(article);
    for (const auto& [hash, line] : lines_of(article, site)) {
      if (table[hash % table_size] < enough) continue;
      CountedLine& same = counted[site][hash];
      if (++same.articles == 1) same.line = line;
    }
  });
  for (auto& [site, lines] : counted) {
    for (auto& [hash, line] : lines)
      if (line.articles >= fewest) sites[site].lines.push_back(std::move(line));
    std::sort(sites[site].lines.begin(), sites[site].lines.end(), [](const CountedLine& a, const CountedLine& b) {
      return a.articles != b.articles ? a.articles > b.articles : a.line < b.line;
    });
  }
  return sites;
}

}  // namespace hemero
