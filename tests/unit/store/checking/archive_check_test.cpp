#include "common/store/checking/archive_check.h"

#include <string>

#include "common/store/checking/repair.h"
#include "tests/unit/store/small_archive.h"

namespace hemero {
namespace {

/// What a full check finds, in lines.
std::string found_in(const ArchiveFolder& folder) {
  std::string lines;
  for (const Finding& finding : check_archive(folder, {.full = true}).list)
    lines += finding.file + ": " + finding.what + "\n";
  return lines;
}

void execute(const ArchiveFolder& folder, const std::string& sql) {
  sqlite::Connection(folder.catalogue(), sqlite::Access::write).execute(sql);
}

TEST_CASE("an archive is sound after whatever was done to it") {
  const TemporaryFolder temporary;
  const ArchiveFolder folder{temporary / "archive"};
  std::vector<Article> articles = make_articles(60, 0, 8);
  articles.push_back(make_article("copy", articles[3].title, articles[3].text));
  articles[5].url = "https://matin.example/5";
  articles[5].date = parse_iso_date("2021-08-11");
  articles[5].authors = {"Claire Vasseur"};
  add(folder, articles);
  CHECK(found_in(folder).empty());
  for (Article& article : articles) article.title += " bis";
  articles.resize(4);
  add(folder, articles);
  CHECK(found_in(folder).empty());
  add(folder, make_articles(10, 200));
  remove_articles(folder, {7, 8, 61});
  CHECK(found_in(folder).empty());
  {
    ArchiveWriter writer(folder, {.create = false});
    Undo undo = writer.undo(2);
    while (undo.next()) continue;
    undo.finish();
  }
  CHECK(found_in(folder).empty());
  {
    ArchiveWriter writer(folder, {.create = false});
    Rebuild rebuild = writer.rebuild();
    rebuild.learn_lines("matin.example", {"Le maire a voté le budget"});
    rebuild.finish();
  }
  CHECK(found_in(folder).empty());
  {
    ArchiveWriter writer(folder, {.create = false});
    writer.purge().finish({});
  }
  CHECK(found_in(folder).empty());
}

TEST_CASE("what the catalogue says of its articles is held against them, and made anew") {
  const struct {
    const char* sql;
    const char* told;
  } rows[] = {
      {"UPDATE word SET occurrences = occurrences + 1 WHERE surface = 'budget'", "1 words are counted wrongly"},
      {"UPDATE word SET surface = 'bugdet' WHERE surface = 'budget'", "words are not found"},
      {"UPDATE word SET family = family + 1 WHERE surface = 'budget'", "words are not found"},
      {"UPDATE word_block SET words = zeroblob(20) WHERE list = 1", "words are not found"},
      {"UPDATE total SET versions = 7", "its sums are not"},
      {"UPDATE signature_block SET signatures = zeroblob(15360)", "what tells its copies"},
      {"UPDATE address_block SET numbers = zeroblob(400)", "its address does not find it"},
      {"DELETE FROM copy", "its copies are not"},
      {"UPDATE version SET seq = 0 WHERE id = 3", "a row of “version”"},
      {"UPDATE run SET started = '2021-13-11T00:00:00Z'", "a row of “run”"},
      {"UPDATE removal SET lasting = 9", "a row of “removal”"},
      {"UPDATE removal SET version_id = 3", "a row of “removal”"},
  };
  for (const auto& row : rows) {
    const TemporaryFolder temporary;
    const ArchiveFolder folder{temporary / "archive"};
    std::vector<Article> articles = make_articles(12, 0, 8);
    articles.push_back(make_article("copy", articles[3].title, articles[3].text));
    for (Article& article : articles) article.url = "https://matin.example/" + article.key;
    add(folder, articles);
    remove_articles(folder, {7});
    const auto before = found(folder, "budget").size();
    execute(folder, row.sql);
    INFO(row.sql);
    CHECK_THAT(found_in(folder), contains_text(row.told));
    const Repair repair = repair_archive(folder, check_archive(folder, {.full = true}), {});
    CHECK(repair.catalogue.lost.empty());
    CHECK(found_in(folder).empty());
    CHECK(found(folder, "budget").size() == before);
    CHECK(kept_totals(folder) == counted_totals(folder));
  }
}

TEST_CASE("a dictionary that is damaged in both of its copies is mended as it is read") {
  const TemporaryFolder temporary;
  const ArchiveFolder folder{temporary / "archive"};
  const std::vector<Article> articles = make_articles(310, 0, 40);
  add(folder, articles);
  const auto is_whole = [&] {
    ArchiveReader reader(folder);
    for (std::uint32_t id = 1; id <= articles.size(); ++id)
      if (reader.articles().article(ArticleId(id))->article.text != articles[id - 1].text) return false;
    return reader.damages().empty();
  };
  const auto change = [&](int id, int at) {
    execute(folder, "UPDATE dictionary SET bytes = CAST(substr(bytes, 1, " + std::to_string(at) +
                        ") || x'5A' || substr(bytes, " + std::to_string(at + 2) +
                        ") AS BLOB) WHERE id = " + std::to_string(id));
  };
  CHECK(is_whole());
  for (const int at : {5, 77, 100}) change(1, at);
  CHECK(is_whole());
  for (const int at : {6, 80, 120}) change(-1, at);
  CHECK(is_whole());
  CHECK_THAT(found_in(folder), contains_text("a dictionary of its texts"));
  add(folder, make_articles(1, 900, 40));
  CHECK(is_whole());
  CHECK(repair_archive(folder, check_archive(folder, {.full = true}), {}).catalogue.lost.empty());
  CHECK(found_in(folder).empty());
  CHECK(is_whole());
}

}  // namespace
}  // namespace hemero
