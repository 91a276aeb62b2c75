#include "common/store/index/old_index.h"

#include <string>

#include "common/store/index/index_reader.h"
#include "tests/unit/store/database_content.h"
#include "tests/unit/store/small_archive.h"

namespace hemero {
namespace {

/// Gives the index of an archive the form that programs gave it before there were parts: one database, the generation
/// that CURRENT names, whose metadata say what it is, and token streams beside it from version 0 on.
void make_old(const ArchiveFolder& folder) {
  take_stamps_off(folder);
  const IndexFolder index(folder.index());
  const PartList list = *index.list();
  REQUIRE(list.parts.size() == 1);
  const Part& part = list.parts.front();
  REQUIRE(part.first == VersionId(1));
  const auto generation = folder.index() / "gen-000001";
  std::filesystem::rename(folder.index() / part.folder, generation);
  std::filesystem::remove(generation / "manifest.tsv");
  std::filesystem::rename(generation / "streams", folder.index() / "streams-000003");
  const std::string offsets = std::string(8, '\0') + read_file(generation / "streams.offsets");
  std::ofstream(folder.index() / "streams-000003.offsets", std::ios::binary) << offsets;
  Xapian::WritableDatabase database(generation.string(), Xapian::DB_OPEN | Xapian::DB_NO_TERMLIST);
  database.set_metadata("hemero.marker", "");
  database.set_metadata("hemero.archive", list.archive);
  database.set_metadata("hemero.analyzer", list.analyzer);
  database.set_metadata("hemero.seq", std::to_string(list.batch));
  database.set_metadata("hemero.streams", "streams-000003");
  database.set_metadata("hemero.stream_bytes", std::to_string(part.extent.bytes));
  database.set_metadata("hemero.stream_versions", std::to_string(part.extent.versions + 1));
  database.set_metadata("hemero.copies", read_clusters(index, list));
  database.commit();
  std::filesystem::remove(folder.index() / "parts.tsv");
  std::ofstream(folder.index() / "CURRENT") << "gen-000001\n";
}

TEST_CASE("the index of an older program is read as it is, and made anew by the next run") {
  const TemporaryFolder temporary;
  const ArchiveFolder folder{temporary / "archive"};
  auto articles = make_articles(40);
  articles.push_back(articles.front());
  articles.back().key = "a copy";
  add(folder, articles);
  const IndexContent before = content_of(folder);
  REQUIRE(ArchiveReader(folder).index().copies().cluster(VersionId(1)) != nullptr);
  make_old(folder);

  const ArchiveReader old(folder);
  CHECK(old.index().versions() == 41);
  CHECK(old.index().copies().cluster(VersionId(1)) != nullptr);
  CHECK((content_of(folder) == before));

  add(folder, {make_article("new", "un loup")});
  CHECK(IndexFolder(folder.index()).list());
  CHECK(IndexFolder(folder.index()).leftovers(*IndexFolder(folder.index()).list()) == 0);
  CHECK(ArchiveReader(folder).index().versions() == 42);
}

TEST_CASE("a damaged index of an older program is refused with a hint") {
  const TemporaryFolder temporary;
  const ArchiveFolder folder{temporary / "archive"};
  add(folder, make_articles(3));
  make_old(folder);
  std::filesystem::resize_file(folder.index() / "streams-000003", 20);
  const Error error = error_of([&] { ArchiveReader{folder}; });
  CHECK((error.code() == ErrorCode::bad_data));
  CHECK_THAT(error.hint(), contains_text("rebuild"));
}

}  // namespace
}  // namespace hemero
