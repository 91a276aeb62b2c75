#include "common/store/backup/archive_snapshot.h"

#include "common/store/index/index_fit.h"

namespace hemero {

namespace {

constexpr const char* synonyms_name = "synonyms.tsv";

/// Opens all that a list of parts names.
std::vector<ArchiveSnapshot::File> open_files(const ArchiveFolder& folder, const std::optional<PartList>& list) {
  std::vector<ArchiveSnapshot::File> files;
  const auto open = [&](const std::string& name) { files.push_back({name, SourceFile(folder.path / name)}); };
  if (std::error_code error; std::filesystem::exists(folder.synonyms(), error)) open(synonyms_name);
  if (!list) return files;
  if (!list->copies.empty()) open("index/" + list->copies);
  for (const Part& part : list->parts) {
    if (!part.dead.empty()) open("index/" + part.dead);
    for (const auto& entry : std::filesystem::directory_iterator(folder.index() / part.folder))
      if (entry.is_regular_file()) open("index/" + part.folder + "/" + entry.path().filename().string());
  }
  return files;
}

}  // namespace

ArchiveSnapshot::ArchiveSnapshot(const ArchiveFolder& folder)
    : list(IndexFolder(folder.index()).readable_list()),
      files(open_files(folder, list)),
      connection(open_catalogue(folder, sqlite::Access::read)),
      state(connection, sqlite::Transaction::Kind::read) {
  if (!list || index_fit(*list, connection) != IndexFit::other_state) return;
  list.reset();
  std::erase_if(files, [](const File& file) { return file.name != synonyms_name; });
}

std::unique_ptr<ArchiveSnapshot> take_snapshot(const ArchiveFolder& folder) {
  constexpr int most_tries = 20;  // a writer publishes once a run
  require_archive(folder);
  const IndexFolder index(folder.index());
  for (int tries = 1;; ++tries) {
    const std::string published = index.state();
    const auto may_try_again = [&] { return tries < most_tries && index.state() != published; };
    try {
      auto snapshot = std::make_unique<ArchiveSnapshot>(folder);
      if (snapshot->list || !may_try_again()) return snapshot;
    } catch (const std::exception&) {  // that of a file or a folder that is gone
      if (!may_try_again()) throw;
    }
  }
}

}  // namespace hemero
