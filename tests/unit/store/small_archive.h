#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "common/store/archive_reader.h"
#include "common/store/index/index_format.h"
#include "common/store/writing/archive_writer.h"
#include "common/text/article_analysis.h"
#include "tests/unit/store/temporary_folder.h"

namespace hemero {

inline Article make_article(const std::string& key, const std::string& title, const std::string& text = {}) {
  Article article;
  article.key = key;
  article.title = title;
  article.language = "fr";
  if (!text.empty()) append_zone(article, ZoneKind::paragraph, text);
  return article;
}

/// Many articles, no two alike: "a0", "a1", … Each sentence is some 60 bytes long.
inline std::vector<Article> make_articles(std::size_t count, std::size_t first = 0, std::size_t sentences = 1) {
  std::vector<Article> articles;
  for (std::size_t i = first; i < first + count; ++i) {
    std::string text;
    for (std::size_t j = 0; j < sentences; ++j)
      text += "Le maire a voté le budget " + std::to_string((i + j * j) % 17) + " des écoles. Groupe " +
              std::to_string(i % 5) + ". ";
    articles.push_back(make_article("a" + std::to_string(i), "Conseil municipal numéro " + std::to_string(i), text));
  }
  return articles;
}

/// One run of an archive's writer, as `hemero-index add` does it.
class TestRun {
 public:
  explicit TestRun(const ArchiveFolder& folder, unsigned jobs = 1)
      : writer_(folder, {.jobs = jobs}), run_(writer_.begin("test")) {}

  PutOutcome put(const Article& article) {
    return run_.put(article, content_hash(article), analyzer_.analyze(article));
  }

  RemoveOutcome remove(std::uint32_t article, bool lasting = true) {
    return run_.remove(ArticleId(article), {"test", lasting});
  }

  /// Puts an article that may have been removed.
  PutOutcome restore(const Article& article) {
    return run_.put(article, content_hash(article), analyzer_.analyze(article), true);
  }

  void commit() { run_.commit(); }
  void finish() { run_.finish({}); }
  Run& run() { return run_; }

 private:
  ArchiveWriter writer_;
  Run run_;
  ArticleAnalyzer analyzer_;
};

/// Adds articles in one run; what became of each.
inline std::vector<PutOutcome> add(const ArchiveFolder& folder, const std::vector<Article>& articles,
                                   unsigned jobs = 1) {
  TestRun run(folder, jobs);
  std::vector<PutOutcome> outcomes;
  for (const Article& article : articles) outcomes.push_back(run.put(article));
  run.finish();
  return outcomes;
}

/// Removes articles in one run.
inline void remove_articles(const ArchiveFolder& folder, const std::vector<std::uint32_t>& articles) {
  TestRun run(folder);
  for (const std::uint32_t article : articles) run.remove(article);
  run.finish();
}

inline void rebuild(const ArchiveFolder& folder) {
  ArchiveWriter writer(folder, {.create = false});
  REQUIRE(writer.rebuild().finish());
}

inline std::int64_t number(const ArchiveFolder& folder, std::string_view sql) {
  sqlite::Connection connection = open_catalogue(folder, sqlite::Access::read);
  sqlite::Statement statement = connection.prepare(sql);
  REQUIRE(statement.step());
  return statement.integer(0);
}

/// Makes an archive as programs left it that gave batches no stamps.
inline void take_stamps_off(const ArchiveFolder& folder) {
  sqlite::Connection(folder.catalogue(), sqlite::Access::write).execute("DROP TABLE batch");
  const IndexFolder index(folder.index());
  PartList list = *index.list();
  list.stamp = 0;
  index.publish(list);
}

/// What the sums that are kept must be.
inline Totals counted_totals(const ArchiveFolder& folder) {
  return {number(folder, "SELECT count(version_id) FROM article"),
          number(folder, "SELECT count(*) FROM article WHERE version_id IS NULL"),
          number(folder, "SELECT count(*) FROM version"),
          number(folder,
                 "SELECT coalesce(sum(text_bytes + length(CAST(title AS BLOB))), 0) "
                 "FROM article JOIN version ON version.id = version_id"),
          number(folder, "SELECT coalesce(sum(occurrences), 0) FROM vocabulary"),
          number(folder, "SELECT count(*) FROM vocabulary WHERE occurrences > 0")};
}

inline Totals kept_totals(const ArchiveFolder& folder) {
  sqlite::Connection connection = open_catalogue(folder, sqlite::Access::read);
  return read_totals(connection);
}

/// Everything that the index, the streams and the vocabulary of an archive say of the current articles, in a form that
/// can be compared.
struct IndexContent {
  std::map<std::string, std::vector<std::pair<VersionId, double>>> postings;  ///< term → versions and their scores
  std::map<std::int64_t, std::string> streams;
  std::vector<std::string> words;
  std::uint64_t versions = 0;

  bool operator==(const IndexContent&) const = default;
};

inline std::vector<std::pair<VersionId, double>> postings_of(const IndexReader& index, const std::string& term) {
  IndexRequest request;
  request.query = CandidateQuery::of_term(term);
  request.limit = 1'000'000;
  std::vector<std::pair<VersionId, double>> postings;
  for (const IndexHit& hit : index.search(request).hits) postings.emplace_back(hit.version, hit.score);
  return postings;
}

/// The versions whose index entry holds a word of one spelling.
inline std::vector<std::uint32_t> found(const ArchiveFolder& folder, const std::string& word) {
  ArchiveReader reader(folder);
  std::vector<std::uint32_t> versions;
  for (const VocabularyEntry& entry : reader.vocabulary().by_folded(word))
    for (const auto& [version, score] : postings_of(reader.index(), family_term(entry.family)))
      versions.push_back(static_cast<std::uint32_t>(version));
  return versions;
}

/// How often the current versions print a word, whatever its capitals and accents.
inline std::int64_t occurrences(const ArchiveFolder& folder, const std::string& word) {
  ArchiveReader reader(folder);
  std::int64_t sum = 0;
  for (const VocabularyEntry& entry : reader.vocabulary().by_folded(word)) sum += entry.occurrences;
  return sum;
}

inline IndexContent content_of(const ArchiveFolder& folder) {
  ArchiveReader reader(folder);
  IndexContent content;
  content.versions = reader.index().versions();
  sqlite::Connection connection = open_catalogue(folder, sqlite::Access::read);
  sqlite::Statement words = connection.prepare(
      "SELECT id, surface, family, occurrences, inside FROM vocabulary WHERE occurrences <> 0 ORDER BY id");
  while (words.step()) {
    std::string word;
    for (int column = 0; column < 5; ++column) word += std::string(words.text(column)) + "|";
    content.words.push_back(word);
    const auto term = family_term(static_cast<std::uint32_t>(words.integer(0)));
    content.postings[term] = postings_of(reader.index(), term);
  }
  for (int year = 2010; year < 2025; ++year)
    content.postings[year_term(year)] = postings_of(reader.index(), year_term(year));
  sqlite::Statement current = connection.prepare("SELECT version_id FROM article WHERE version_id IS NOT NULL");
  while (current.step())
    content.streams[current.integer(0)] = reader.streams().codes(VersionId(current.integer(0))).value();
  return content;
}

}  // namespace hemero
