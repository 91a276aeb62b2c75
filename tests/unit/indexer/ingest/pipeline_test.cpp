#include "indexer/ingest/pipeline.h"

#include <chrono>
#include <string>
#include <thread>
#include <vector>

#include "tests/unit/store/small_archive.h"

namespace hemero {
namespace {

std::string json_lines(std::size_t count) {
  std::string lines;
  for (std::size_t i = 0; i < count; ++i) {
    // Every tenth line is long, every seventh broken: threads finish out of turn.
    const std::string text = i % 10 == 0 ? std::string(20'000, 'x') : "court";
    lines += i % 7 == 6 ? "broken\n" : R"({"id": ")" + std::to_string(i) + R"(", "title": ")" + text + "\"}\n";
  }
  return lines;
}

struct Input {
  explicit Input(const std::string& bytes) {
    files.push_back({folder.write("a.jsonl", bytes), "a.jsonl", bytes.size(), true});
  }
  Source source() const { return Source(files); }

  TemporaryFolder folder;
  std::vector<InputFile> files;
};

std::string name_of(const Prepared& prepared) {
  if (const auto* article = std::get_if<PreparedArticle>(&prepared)) return article->article.key;
  if (const auto* skip = std::get_if<Skip>(&prepared)) return "skip " + std::to_string(skip->line - 1);
  return "unchanged " + std::get<UnchangedArticle>(prepared).article.key;
}

TEST_CASE("results come in the order of the records, whatever thread was first") {
  constexpr std::size_t count = 3000;
  const Input input(json_lines(count));
  const FolderLines folders({});
  for (const unsigned jobs : {1U, 2U, 8U}) {
    Pipeline pipeline(input.source(), folders, {{}, jobs, std::nullopt});
    for (std::size_t i = 0; i < count; ++i) {
      const auto prepared = pipeline.next();
      REQUIRE(prepared);
      REQUIRE(name_of(*prepared) == (i % 7 == 6 ? "skip " : "") + std::to_string(i));
    }
    CHECK_FALSE(pipeline.next());
    CHECK_FALSE(pipeline.next());
    CHECK(pipeline.bytes_read() == input.files.front().bytes);
  }
}

TEST_CASE("articles come analyzed and hashed") {
  const Input input(R"({"id": "k", "title": "Un loup", "text": "Il dort."})");
  const FolderLines folders({});
  Pipeline pipeline(input.source(), folders, {{"Le Courrier", {}}, 1, std::nullopt});
  const auto prepared = pipeline.next();
  REQUIRE(prepared);
  const auto& article = std::get<PreparedArticle>(*prepared);
  CHECK(article.article.source == "Le Courrier");
  CHECK(article.article.language == "fr");
  CHECK((article.hash == content_hash(article.article)));
  CHECK(article.analyzed.uses.size() == 4);
}

TEST_CASE("what the archive holds already comes as unchanged") {
  const TemporaryFolder temporary;
  const ArchiveFolder folder{temporary / "archive"};
  Article stored = make_article("k1", "Un loup");
  add(folder, {stored, make_article("k2", "Un renard")});
  const Input input("{\"id\": \"k1\", \"title\": \"Un loup\"}\n{\"id\": \"k2\", \"title\": \"Un lynx\"}\n");
  const FolderLines folders({});
  Pipeline pipeline(input.source(), folders, {{}, 2, folder});
  CHECK(name_of(*pipeline.next()) == "unchanged k1");
  CHECK(name_of(*pipeline.next()) == "k2");
  CHECK_FALSE(pipeline.next());
}

TEST_CASE("a pipeline that nobody empties ends with its scope") {
  const Input input(json_lines(5000));
  const FolderLines folders({});
  for (const std::size_t taken : {0U, 1U, 100U}) {
    Pipeline pipeline(input.source(), folders, {{}, 3, std::nullopt});
    for (std::size_t i = 0; i < taken; ++i) CHECK(pipeline.next());
  }
}

TEST_CASE("what a preparing thread throws comes out of next") {
  const Input input(json_lines(1000));
  const FolderLines folders({});
  const ArchiveFolder nowhere{input.folder / "no archive"};
  Pipeline pipeline(input.source(), folders, {{}, 3, nowhere});
  const Error error = error_of([&] {
    while (pipeline.next()) continue;
  });
  CHECK((error.code() == ErrorCode::no_archive));
}

TEST_CASE("a slow record does not make the pipeline read on without bound") {
  // The first record takes far longer than all others together; meanwhile only so many are read.
  std::string lines = R"({"id": "slow", "title": ")";
  for (int i = 0; i < 3'000'000; ++i) lines += "mot ";
  lines += "\"}\n";
  const std::size_t first = lines.size();
  for (int i = 0; i < 200'000; ++i) lines += "{\"title\": \"court\"}\n";
  const Input input(lines);
  const FolderLines folders({});
  Pipeline pipeline(input.source(), folders, {{}, 2, std::nullopt});
  REQUIRE(pipeline.next());
  CHECK(pipeline.bytes_read() <= first + 32 * 18);
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
  std::size_t rest = 0;
  while (pipeline.next()) ++rest;
  CHECK(rest == 200'000);
}

TEST_CASE("an empty source ends at once") {
  const FolderLines folders({});
  Pipeline pipeline(Source({}), folders, {{}, 4, std::nullopt});
  CHECK_FALSE(pipeline.next());
}

}  // namespace
}  // namespace hemero
