#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "common/base/error.h"
#include "common/base/json_writer.h"
#include "common/base/message.h"
#include "common/base/progress.h"
#include "common/store/archive_writer.h"
#include "common/store/catalogue/line_counter.h"
#include "common/store/catalogue/site_lines.h"
#include "common/text/line_shape.h"
#include "indexer/commands/commands.h"

namespace hemero {

namespace {

/// A line that fewer articles hold is not worth a look.
constexpr std::uint64_t fewest_listed = 3;

/// What is learnt when nothing else is said: lines of so many articles, and of this share of the site's. News agencies
/// repeat sentences of background too, but in fewer articles.
constexpr std::uint64_t fewest_learnt = 5;
constexpr double learnt_share = 0.02;

using Sites = std::map<std::string, SitePages>;

/// Counts the archive's lines; of one site when it is named.
Sites count_lines(sqlite::Connection& connection, const std::string& site) {
  Progress progress(message("reading"), 0, ProgressUnit::articles);
  Sites sites = count_site_lines(connection, fewest_listed,
                                 [&](std::uint64_t done, std::uint64_t) { progress.report(done, done); });
  if (site.empty()) return sites;
  if (!sites.contains(site))
    throw Error(ErrorCode::usage, message("no article is from the site “{}”", site),
                message("“hemero-index zones” lists the sites"));
  return {{site, std::move(sites[site])}};
}

std::vector<std::string> frequent_lines(const SitePages& pages, std::optional<std::uint64_t> least) {
  const auto share = static_cast<std::uint64_t>(learnt_share * static_cast<double>(pages.articles));
  const std::uint64_t fewest = least.value_or(std::max(fewest_learnt, share));
  std::vector<std::string> lines;
  for (const CountedLine& line : pages.lines)
    if (line.articles >= fewest) lines.push_back(line.line);
  return lines;
}

/// What was learnt, and these lines too, each shape once.
std::vector<std::string> with(std::vector<std::string> lines, const std::vector<std::string>& others) {
  std::set<std::string> shapes;
  for (const std::string& line : lines) shapes.insert(line_shape(line));
  for (const std::string& line : others)
    if (shapes.insert(line_shape(line)).second) lines.push_back(line);
  return lines;
}

/// What was learnt without these lines; without any, nothing.
std::vector<std::string> without(std::vector<std::string> lines, const std::vector<std::string>& others) {
  if (others.empty()) return {};
  std::set<std::string> shapes;
  for (const std::string& line : others) shapes.insert(line_shape(line));
  std::erase_if(lines, [&](const std::string& line) { return shapes.contains(line_shape(line)); });
  return lines;
}

/// The lines of each site after what the options ask for.
std::map<std::string, std::vector<std::string>> changed_lines(const IndexerOptions& options) {
  sqlite::Connection connection = open_catalogue(options.archive, sqlite::Access::read);
  std::map<std::string, std::vector<std::string>> changed;
  for (const auto& [site, pages] : count_lines(connection, options.site)) {
    const std::vector<std::string> known = read_site_lines(connection, site);
    if (options.lines == IndexerOptions::Lines::forget)
      changed[site] = without(known, options.named_lines);
    else if (options.named_lines.empty())
      changed[site] = with(known, frequent_lines(pages, options.least));
    else
      changed[site] = with(known, options.named_lines);
  }
  return changed;
}

std::size_t count_learnt(const std::string& site, const SitePages& pages, const SiteLines& learnt) {
  return static_cast<std::size_t>(std::count_if(pages.lines.begin(), pages.lines.end(), [&](const CountedLine& line) {
    return learnt.holds(site, line_shape(line.line));
  }));
}

void print_sites(const Sites& sites, const SiteLines& learnt) {
  fmt::print("{:>10} {:>10} {:>10}  {}\n", message("articles"), message("repeated"), message("left out"),
             message("site"));
  for (const auto& [site, pages] : sites)
    fmt::print("{:>10} {:>10} {:>10}  {}\n", pages.articles, pages.lines.size(), count_learnt(site, pages, learnt),
               site);
}

void print_lines(const std::string& site, const SitePages& pages, const SiteLines& learnt) {
  fmt::print("{:>10} {:>10}  {}\n", message("articles"), message("left out"), message("line"));
  for (const CountedLine& line : pages.lines) {
    const bool left_out = learnt.holds(site, line_shape(line.line));
    fmt::print("{:>10} {:>10}  {}\n", line.articles, left_out ? message("yes") : "", line.line);
  }
}

void print_json(const Sites& sites, const SiteLines& learnt) {
  std::string text;
  JsonWriter json(text);
  json.begin_object().member("version", 1).key("sites").begin_array();
  for (const auto& [site, pages] : sites) {
    json.begin_object().member("site", site).member("articles", pages.articles).key("lines").begin_array();
    for (const CountedLine& line : pages.lines)
      json.begin_object()
          .member("line", line.line)
          .member("articles", line.articles)
          .member("left_out", learnt.holds(site, line_shape(line.line)))
          .end_object();
    json.end_array().end_object();
  }
  json.end_array().end_object();
  fmt::print("{}\n", text);
}

void list(const IndexerOptions& options) {
  sqlite::Connection connection = open_catalogue(options.archive, sqlite::Access::read);
  const SiteLines learnt(connection);
  const Sites sites = count_lines(connection, options.site);
  if (options.format == IndexerOptions::Format::json)
    print_json(sites, learnt);
  else if (options.site.empty())
    print_sites(sites, learnt);
  else
    print_lines(options.site, sites.at(options.site), learnt);
}

}  // namespace

int run_zones(const IndexerOptions& options) {
  if (options.lines == IndexerOptions::Lines::list) {
    list(options);
    return 0;
  }
  const auto changed = changed_lines(options);
  rebuild_archive(options, [&](ArchiveWriter& writer) {
    for (const auto& [site, lines] : changed) writer.learn_lines(site, lines);
  });
  for (const auto& [site, lines] : changed)
    fmt::print(stderr, "{}\n", message("{}: {} lines are left out", site, lines.size()));
  return 0;
}

}  // namespace hemero
