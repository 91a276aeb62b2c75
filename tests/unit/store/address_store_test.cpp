#include "common/store/catalogue/address_store.h"

#include "tests/unit/store/small_archive.h"

namespace hemero {
namespace {

using Versions = std::vector<VersionId>;

TEST_CASE("an address finds the versions that have it, however it is written") {
  const TemporaryFolder folder;
  sqlite::Connection connection = open_catalogue({folder.path()}, sqlite::Access::create);
  AddressStore store(connection);
  store.put(VersionId{7}, "https://www.example.org/loup");
  store.put(VersionId{1}, "");
  store.put(VersionId{5000}, "http://example.org/loup/");
  store.put(VersionId{8}, "https://www.example.org/renard");
  store.flush();
  CHECK((AddressStore::versions(connection, "example.org/loup") == Versions{VersionId{7}, VersionId{5000}}));
  CHECK((AddressStore::versions(connection, "https://example.org/renard") == Versions{VersionId{8}}));
  CHECK(AddressStore::versions(connection, "example.org/lynx").empty());
  CHECK(AddressStore::versions(connection, "").empty());
  store.forget(VersionId{7});
  store.forget(VersionId{9999});  // it has none
  store.put(VersionId{9}, "example.org/loup");
  store.flush();
  CHECK((AddressStore::versions(connection, "example.org/loup") == Versions{VersionId{9}, VersionId{5000}}));
}

std::vector<std::uint32_t> of_address(const ArchiveFolder& folder, std::string_view address) {
  ArchiveReader reader(folder);
  std::vector<std::uint32_t> articles;
  for (const ArticleId id : reader.articles().of_address(address)) articles.push_back(static_cast<std::uint32_t>(id));
  return articles;
}

TEST_CASE("an article is found by the address of its current version, which comes back as it was") {
  const TemporaryFolder folder;
  const ArchiveFolder archive{folder.path()};
  Article wolf = make_article("k1", "Le loup", "Un loup est passé.");
  wolf.url = "https://example.org/loup?id=1";
  Article fox = make_article("k2", "Le renard", "Un renard est passé.");
  add(archive, {wolf, fox});
  CHECK(of_address(archive, "example.org/loup?id=1") == std::vector<std::uint32_t>{1});
  CHECK(ArchiveReader(archive).articles().article(ArticleId{1})->article.url == wolf.url);
  CHECK(ArchiveReader(archive).articles().article(ArticleId{1})->article.text == wolf.text);
  CHECK(ArchiveReader(archive).articles().article(ArticleId{2})->article.url.empty());
  wolf.url = "https://example.org/le-loup";
  add(archive, {wolf});
  CHECK(of_address(archive, "example.org/loup?id=1").empty());
  CHECK(of_address(archive, "example.org/le-loup") == std::vector<std::uint32_t>{1});
  remove_articles(archive, {1});
  CHECK(of_address(archive, "example.org/le-loup").empty());
  CHECK(ArchiveWriter(archive, {}).purge().finish({}).articles == 1);
  CHECK(number(archive, "SELECT count(*) FROM address_block WHERE numbers <> zeroblob(length(numbers))") == 0);
}

}  // namespace
}  // namespace hemero
