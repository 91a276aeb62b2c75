#include "common/store/user/saved_searches.h"

namespace hemero {

namespace {

SavedSearch read(const sqlite::Statement& row) {
  return {std::string(row.text(0)), std::string(row.text(1)), std::string(row.text(2)), std::string(row.text(3)),
          row.count(4)};
}

}  // namespace

SavedSearches::SavedSearches(const std::filesystem::path& file, Missing missing)
    : connection_(open_user_data(file, missing)) {}

std::vector<SavedSearch> SavedSearches::list() {
  std::vector<SavedSearch> searches;
  auto rows = connection_.prepare("SELECT name, request, created, told, articles FROM saved_search ORDER BY name");
  while (rows.step()) searches.push_back(read(rows));
  return searches;
}

std::optional<SavedSearch> SavedSearches::find(const std::string& name) {
  std::optional<SavedSearch> found;
  connection_.prepare("SELECT name, request, created, told, articles FROM saved_search WHERE name = ?1")
      .with(name)
      .for_first([&](const sqlite::Statement& row) { found = read(row); });
  return found;
}

bool SavedSearches::save(const std::string& name, const std::string& request, const ToldState& state) {
  connection_
      .prepare(
          "INSERT INTO saved_search (name, request, created, told, articles, report) VALUES (?1, ?2, ?3, ?3, ?4, ?5) "
          "ON CONFLICT (name) DO NOTHING")
      .with(name, request, state.told, state.articles, state.report)
      .run();
  return connection_.changed_rows() > 0;
}

bool SavedSearches::rename(const std::string& name, const std::string& new_name) {
  connection_.prepare("UPDATE OR IGNORE saved_search SET name = ?2 WHERE name = ?1").with(name, new_name).run();
  return connection_.changed_rows() > 0;
}

bool SavedSearches::remove(const std::string& name) {
  connection_.prepare("DELETE FROM saved_search WHERE name = ?1").with(name).run();
  return connection_.changed_rows() > 0;
}

std::string SavedSearches::report_of(const std::string& name) {
  std::string report;
  connection_.prepare("SELECT report FROM saved_search WHERE name = ?1")
      .with(name)
      .for_first([&](const sqlite::Statement& row) { report = row.text(0); });
  return report;
}

void SavedSearches::tell(const std::string& name, const ToldState& state) {
  connection_.prepare("UPDATE saved_search SET told = ?2, articles = ?3, report = ?4 WHERE name = ?1")
      .with(name, state.told, state.articles, state.report)
      .run();
}

}  // namespace hemero
