#include "common/store/catalogue/known_places.h"

#include <map>

#include "tests/unit/store/small_archive.h"

// Places that are read again, and where articles were read.

namespace hemero {
namespace {

TEST_CASE("what lies in a place") {
  const struct {
    const char* file;
    const char* place;
    bool in;
  } rows[] = {
      {"/press/a.txt", "/press", true},
      {"/press/2021/a.txt", "/press", true},
      {"/press", "/press", true},
      {"/pressure/a.txt", "/press", false},
      {"/other/a.txt", "/press", false},
      {"/a.txt", "/", true},
      {"/press/a.zip/b.txt", "/press/a.zip", true},
  };
  for (const auto& row : rows) {
    INFO(row.file << " in " << row.place);
    CHECK(is_in_place(row.file, row.place) == row.in);
  }
}

/// Key → file of all articles whose files are known.
std::map<std::string, std::string> files_of(const ArchiveFolder& folder) {
  std::map<std::string, std::string> files;
  for_each_read(folder, [&](const ReadArticle& article) { files[article.key] = article.file.string(); });
  return files;
}

/// Puts articles in one run, each with its path.
void add_at(const ArchiveFolder& folder, const std::string& begun_in, const std::map<std::string, std::string>& paths) {
  ArchiveWriter writer(folder, {});
  Run run = writer.begin("add", begun_in);
  ArticleAnalyzer analyzer;
  for (const auto& [key, path] : paths) {
    Article article = make_article(key, "un " + key);
    article.path = path;
    run.put(article, content_hash(article), analyzer.analyze(article));
  }
  run.finish({});
}

TEST_CASE("where articles were read") {
  const TemporaryFolder temporary;
  const ArchiveFolder folder{temporary / "archive"};
  add_at(folder, "/folk/u", {{"loup", "press/a.txt"}, {"lynx", "/srv/b.txt"}, {"ours", "../c.txt"}, {"pipe", "-"}});
  add_at(folder, "", {{"renard", "press/d.txt"}});  // by a program that did not know its folder
  const std::map<std::string, std::string> known{
      {"loup", "/folk/u/press/a.txt"}, {"lynx", "/srv/b.txt"}, {"ours", "/folk/c.txt"}};
  CHECK(files_of(folder) == known);
}

TEST_CASE("a place is remembered as it was read last, until it is forgotten") {
  const TemporaryFolder temporary;
  const ArchiveFolder folder{temporary / "archive"};
  ArchiveWriter writer(folder, {});
  for (const auto& options : {std::vector<std::string>{}, {"--source=Le Matin", "--map=text=papier"}}) {
    Run run = writer.begin("add");
    run.remember("/press", options);
    run.finish({});
  }
  const auto places = known_places(folder);
  REQUIRE(places.size() == 1);
  CHECK(places[0].path == "/press");
  CHECK(places[0].options == std::vector<std::string>{"--source=Le Matin", "--map=text=papier"});
  CHECK(places[0].last_run.ends_with("Z"));
  CHECK(writer.forget("/press"));
  CHECK_FALSE(writer.forget("/press"));
  CHECK(known_places(folder).empty());
}

TEST_CASE("an article that moved keeps its number and its versions, and has another key only where that is its place") {
  const TemporaryFolder temporary;
  const ArchiveFolder folder{temporary / "archive"};
  add_at(folder, "/folk/u", {{"a.txt", "press/a.txt"}, {"id", "press/b.jsonl"}});
  {
    ArchiveWriter writer(folder, {});
    std::vector<ReadArticle> read;
    for_each_read(folder, [&](const ReadArticle& article) { read.push_back(article); });
    Run run = writer.begin("add");
    for (const ReadArticle& article : read)
      run.move(article, article.key == "id" ? "" : "new.txt", "/new/" + article.file.filename().string());
    run.finish({});
  }
  const std::map<std::string, std::string> moved{{"new.txt", "/new/a.txt"}, {"id", "/new/b.jsonl"}};
  CHECK(files_of(folder) == moved);
  CHECK(number(folder, "SELECT count(*) FROM version") == 2);
  CHECK(number(folder, "SELECT id FROM article WHERE key = 'new.txt'") == 1);
}

}  // namespace
}  // namespace hemero
