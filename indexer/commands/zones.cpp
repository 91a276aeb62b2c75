#include "indexer/commands/zones.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "common/base/error.h"
#include "common/base/json_writer.h"
#include "common/base/message.h"
#include "common/base/progress.h"
#include "common/base/visible.h"
#include "common/store/catalogue/line_counter.h"
#include "common/store/catalogue/site_lines.h"
#include "common/store/folder/archive_option.h"
#include "common/text/characters/one_line.h"
#include "common/text/line_shape.h"
#include "indexer/commands/rebuild.h"

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
Sites count_lines(const ArchiveFolder& archive, const std::string& site, Damages& damages) {
  Progress progress(message("reading"), 0, ProgressUnit::articles);
  const auto report = [&](std::uint64_t done, std::uint64_t) { progress.report(done, done); };
  Sites sites = count_site_lines(archive, fewest_listed, report, damages);
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
std::map<std::string, std::vector<std::string>> changed_lines(const ZonesOptions& options) {
  auto learnt = read_site_lines(options.archive);
  std::map<std::string, std::vector<std::string>> changed;
  Damages told_by_rebuild;
  for (const auto& [site, pages] : count_lines(options.archive, options.site, told_by_rebuild)) {
    const std::vector<std::string>& known = learnt[site];
    if (options.forgets)
      changed[site] = without(known, options.lines);
    else if (options.lines.empty())
      changed[site] = with(known, frequent_lines(pages, options.least));
    else
      changed[site] = with(known, options.lines);
  }
  return changed;
}

std::size_t count_learnt(const std::string& site, const SitePages& pages, const SiteLines& learnt) {
  return static_cast<std::size_t>(std::count_if(pages.lines.begin(), pages.lines.end(), [&](const CountedLine& line) {
    return learnt.holds(site, line_shape(line.line));
  }));
}

std::string site_text(const std::string& site) { return site.empty() ? message("(none)") : visible(site); }

void print_sites(const Sites& sites, const SiteLines& learnt) {
  fmt::print("{:>10} {:>10} {:>10}  {}\n", message("articles"), message("repeated"), message("left out"),
             message("site"));
  for (const auto& [site, pages] : sites)
    fmt::print("{:>10} {:>10} {:>10}  {}\n", pages.articles, pages.lines.size(), count_learnt(site, pages, learnt),
               site_text(site));
}

void print_lines(const std::string& site, const SitePages& pages, const SiteLines& learnt) {
  fmt::print("{:>10} {:>10}  {}\n", message("articles"), message("left out"), message("line"));
  for (const CountedLine& line : pages.lines) {
    const bool left_out = learnt.holds(site, line_shape(line.line));
    fmt::print("{:>10} {:>10}  {}\n", line.articles, left_out ? message("yes") : "", one_line(line.line));
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

int list(const ZonesOptions& options) {
  const SiteLines learnt(options.archive);
  Damages damages;
  const Sites sites = count_lines(options.archive, options.site, damages);
  if (options.as_json)
    print_json(sites, learnt);
  else if (options.site.empty())
    print_sites(sites, learnt);
  else
    print_lines(options.site, sites.at(options.site), learnt);
  return tell_damages(damages, 0);
}

/// Lines that are named belong to one site, and are there to be learnt or forgotten.
void check_lines(const ZonesOptions& options) {
  if (options.lines.empty()) return;
  if (options.site.empty() || (!options.learns && !options.forgets))
    throw Error(ErrorCode::usage, message("--line needs a SITE, and --learn or --forget"),
                message("“hemero-index zones” lists the sites"));
  for (const std::string& line : options.lines)
    if (line_shape(line).empty()) throw Error(ErrorCode::usage, message("--line {}: there is no letter in it", line));
}

}  // namespace

Command declare(ZonesOptions& options) {
  Command command("zones", message("list the lines that a site prints beside many articles"));
  command.example("hemero-index zones", message("lines that sites repeat in many articles"));
  command.optional_argument(message("SITE"), CommandOption::Kind::text, options.site,
                            message("a host without www, or a source; all of them without it"));
  command.flag("--learn", options.learns, message("leave them out: neither searched nor shown"))
      .excludes({"--forget"})
      .only_typed();
  command.flag("--forget", options.forgets, message("search and show again what was left out")).only_typed();
  command
      .number("--least", 0, UINT64_MAX, options.least,
              message("learn lines of so many articles (default: 5, and 2 in 100 of the site's)"))
      .needs("--learn");
  command.texts(
      "--line", message("TEXT"), [&options](const std::string& line) { options.lines.push_back(line); },
      message("this line only, as an article prints it; with SITE"));
  command.json_format(options.as_json);
  declare_work(command, options.work);
  declare_archive(command, options.archive);
  command.check([&options] { check_lines(options); });
  return command;
}

int run(const ZonesOptions& options) {
  if (!options.learns && !options.forgets) return list(options);
  const auto changed = changed_lines(options);
  const int status = rebuild_archive(options.archive, options.work, [&](Rebuild& rebuild) {
    for (const auto& [site, lines] : changed) rebuild.learn_lines(site, lines);
  });
  for (const auto& [site, lines] : changed)
    fmt::print(stderr, "{}\n",
               lines.size() == 1 ? message("{}: 1 line is left out", site_text(site))
                                 : message("{}: {} lines are left out", site_text(site), lines.size()));
  return status;
}

}  // namespace hemero
