#include "common/store/checking/structure_check.h"

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/store/catalogue/eraser.h"
#include "common/store/folder/batches.h"
#include "common/store/folder/manifest.h"
#include "common/store/folder/schema.h"
#include "common/store/folder/totals.h"
#include "common/store/index/dead_versions.h"
#include "common/store/index/index_fit.h"
#include "common/store/index/index_folder.h"
#include "common/store/index/part_content.h"
#include "common/store/index/xapian_access.h"

namespace hemero {

namespace {

std::uint64_t count(sqlite::Connection& connection, std::string_view sql) {
  sqlite::Statement statement = connection.prepare(sql);
  return statement.step() ? statement.count(0) : 0;
}

/// One part of the index; how many of its versions can be found.
class PartLook {
 public:
  PartLook(const IndexFolder& folder, const PartList& list, const FindingSender& sender)
      : folder_(folder), list_(list), sender_(sender) {}

  std::uint64_t at(const Part& part) {
    const std::string name = "index/" + part.folder;
    std::uint64_t dead = 0;
    tried(name + "/" + manifest_name, [&] {
      for (const std::string& file : damaged_files(folder_.path() / part.folder, Look::small))
        sender_.found({Damaged::derived, name + "/" + file, {}, message("it is missing, or other than it was")});
    });
    tried("index/" + part.streams, [&] { TokenStreamReader(stream_files({.parts = {part}}, folder_.path())); });
    tried(name, [&] {
      xapian::require_part(folder_, list_, part);
      const std::uint64_t held = versions_in_part(folder_.path() / part.folder);
      if (held != part.versions)
        sender_.found({Damaged::derived, name, {}, message("it holds {} versions instead of {}", held, part.versions)});
    });
    if (!part.dead.empty())
      tried("index/" + part.dead, [&] { dead = DeadVersions::read(folder_.path(), part).versions().size(); });
    return part.versions - std::min(dead, part.versions);
  }

 private:
  /// What keeps `look` from looking is found.
  template <typename Work>
  void tried(const std::string& file, const Work& look) {
    try {
      look();
    } catch (const Error& error) {
      sender_.found({Damaged::derived, file, {}, error.message()});
    }
  }

  const IndexFolder& folder_;
  const PartList& list_;
  const FindingSender& sender_;
};

void check_list(const ArchiveFolder& folder, const PartList& list, sqlite::Connection& connection,
                const FindingSender& sender) {
  const IndexFolder index(folder.index());
  const std::string name = std::string("index/") + IndexFolder::list_name;
  const auto found = [&](const std::string& what) { sender.found({Damaged::derived, name, {}, what}); };
  switch (index_fit(list, connection)) {
    case IndexFit::other_state:
      return found(message("it belongs to another state of the archive"));
    case IndexFit::other_analysis:
      return found(message("it was made by another version"));
    case IndexFit::replaced:
      return;  // the next writer makes it anew
    case IndexFit::exact:
      break;
  }
  PartLook look(index, list, sender);
  std::uint64_t versions = 0;
  for (const Part& part : list.parts) versions += look.at(part);
  if (!list.copies.empty()) try {
      read_clusters(index, list);
    } catch (const Error& error) {
      sender.found({Damaged::derived, "index/" + list.copies, {}, error.message()});
    }
  const std::uint64_t current = count(connection, "SELECT count(version_id) FROM article");
  if (list.batch == last_batch(connection) && versions != current)
    found(message("the index finds {} articles, the catalogue has {}", versions, current));
}

void check_index(const ArchiveFolder& folder, sqlite::Connection& connection, const FindingSender& sender) {
  const IndexFolder index(folder.index());
  std::optional<PartList> list;
  try {
    list = index.list();
  } catch (const Error& error) {
    sender.found({Damaged::derived, std::string("index/") + IndexFolder::list_name, {}, error.message()});
    return;
  }
  if (list) return check_list(folder, *list, connection, sender);
  if (last_batch(connection) > 0 && !index.has_index())
    sender.found({Damaged::derived, "index", {}, message("there is none")});
}

/// Readers take one older format as it is; it has not all that is looked at.
void require_current_format(sqlite::Connection& connection, const ArchiveFolder& folder) {
  if (count(connection, "PRAGMA user_version") == static_cast<std::uint64_t>(archive_format())) return;
  throw Error(ErrorCode::other_version,
              message("the archive in {} has an older format, this program reads format {}", folder.path.string(),
                      archive_format()),
              message("run “hemero-index rebuild” once: it brings the archive up to date"));
}

void check_totals(sqlite::Connection& connection, const FindingSender& sender) {
  const Totals totals = read_totals(connection);
  const auto current = static_cast<std::int64_t>(count(connection, "SELECT count(version_id) FROM article"));
  if (totals.articles != current)
    sender.found({Damaged::catalogue,
                  "archive.sqlite",
                  {},
                  message("it counts {} articles instead of {}", totals.articles, current)});
}

}  // namespace

void check_structure(const ArchiveFolder& folder, const FindingSender& sender) {
  require_archive(folder);
  try {
    sqlite::Connection connection = open_catalogue(folder, sqlite::Access::read);
    const sqlite::Transaction snapshot(connection, sqlite::Transaction::Kind::read);
    require_current_format(connection, folder);
    check_totals(connection, sender);
    check_index(folder, connection, sender);
  } catch (const Error& error) {
    if (error.code() != ErrorCode::bad_data) throw;
    sender.found({Damaged::catalogue, "archive.sqlite", {}, error.message()});
  }
}

}  // namespace hemero
