#include "common/store/catalogue/site_lines.h"

#include <algorithm>

#include "common/text/addresses/url_hosts.h"
#include "common/text/line_shape.h"

namespace hemero {

std::string site_of(const Article& article) {
  std::string site = site_of(article.url);
  return site.empty() ? article.source : site;
}

bool may_repeat(const Zone& zone) {
  const bool in_body = zone.kind == ZoneKind::paragraph || zone.kind == ZoneKind::heading;
  return in_body && zone.end - zone.begin <= longest_site_line;
}

SiteLines::SiteLines(sqlite::Connection& connection) {
  sqlite::Statement lines = connection.prepare("SELECT site, line FROM site_line");
  while (lines.step()) shapes_[std::string(lines.text(0))].insert(line_shape(lines.text(1)));
}

SiteLines::SiteLines(const ArchiveFolder& folder) {
  sqlite::Connection connection = open_catalogue(folder, sqlite::Access::read);
  *this = SiteLines(connection);
}

bool SiteLines::mark(Article& article) const {
  if (shapes_.empty()) return false;
  const auto site = shapes_.find(site_of(article));
  if (site == shapes_.end()) return false;
  std::vector<Zone> zones = article.zones;
  for (Zone& zone : zones)
    if (may_repeat(zone) && site->second.contains(line_shape(article.zone_text(zone)))) zone.kind = ZoneKind::debris;
  const bool nothing_left =
      std::all_of(zones.begin(), zones.end(), [](const Zone& zone) { return zone.kind == ZoneKind::debris; });
  if (nothing_left || zones == article.zones) return false;
  article.zones = std::move(zones);
  return true;
}

bool SiteLines::holds(const std::string& site, const std::string& shape) const {
  const auto shapes = shapes_.find(site);
  return shapes != shapes_.end() && shapes->second.contains(shape);
}

std::map<std::string, std::vector<std::string>> read_site_lines(const ArchiveFolder& folder) {
  sqlite::Connection connection = open_catalogue(folder, sqlite::Access::read);
  sqlite::Statement rows = connection.prepare("SELECT site, line FROM site_line ORDER BY line");
  std::map<std::string, std::vector<std::string>> lines;
  while (rows.step()) lines[std::string(rows.text(0))].emplace_back(rows.text(1));
  return lines;
}

void write_site_lines(sqlite::Connection& connection, const std::string& site, const std::vector<std::string>& lines) {
  connection.prepare("DELETE FROM site_line WHERE site = ?1").with(site).run();
  sqlite::Statement insert = connection.prepare("INSERT OR IGNORE INTO site_line (site, line) VALUES (?1, ?2)");
  for (const std::string& line : lines) insert.with(site, line).run();
}

}  // namespace hemero
