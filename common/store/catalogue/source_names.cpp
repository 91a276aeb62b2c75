#include "common/store/catalogue/source_names.h"

#include "common/base/message.h"
#include "common/base/quoted_names.h"
#include "common/text/names.h"

namespace hemero {

std::vector<std::string> source_names(sqlite::Connection& connection) {
  sqlite::Statement rows = connection.prepare("SELECT name FROM source ORDER BY id");
  std::vector<std::string> names;
  while (rows.step()) names.emplace_back(rows.text(0));
  return names;
}

std::vector<std::string> source_names(const ArchiveFolder& folder) {
  sqlite::Connection connection = open_catalogue(folder, sqlite::Access::read);
  return source_names(connection);
}

std::string unknown_source(std::string_view typed, const std::vector<std::string>& names) {
  const std::vector<std::string> near = near_names(typed, names);
  const std::string what = near.empty() ? message("no source is called “{}”", typed)
                                        : message("no source is called “{}”; near: {}", typed, quoted_names(near));
  return message("{} (“hemero-query list sources” lists them)", what);
}

}  // namespace hemero
