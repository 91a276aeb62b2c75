#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "common/store/streams/varint.h"
#include "tests/unit/store/small_archive.h"

// Whatever runs do to an archive (put, remove, commit, be cut short, publish, rebuild, purge), it holds what a simple
// model holds.

namespace hemero {
namespace {

using Random = std::mt19937;
using Words = std::vector<std::string>;

constexpr std::array<const char*, 9> vocabulary{"loup",  "lynx",   "ours",   "renard", "chat",
                                                "mulet", "truite", "saumon", "perche"};

Words random_words(Random& random) {
  Words words;
  for (std::size_t i = 0; i <= random() % 5; ++i) words.emplace_back(vocabulary[random() % vocabulary.size()]);
  return words;
}

std::string joined(const Words& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

struct SurfaceList : TokenVisitor {
  std::vector<std::uint32_t> ids;
  bool token(const CodedToken& token) {
    ids.push_back(token.surface);
    return true;
  }
};

/// An archive, and beside it what it should hold.
class Pair {
 public:
  explicit Pair(unsigned seed) : random_(seed) {}

  /// One run of random puts and commits, cut short or finished; or a rebuild.
  void step() {
    if (random_() % 6 == 0 && !committed_.empty()) {
      rebuild(folder_);
      return;
    }
    if (random_() % 6 == 0) return purge();
    TestRun run(folder_);
    auto state = committed_;
    for (std::size_t i = 0; i < random_() % 12; ++i) {
      random_() % 3 == 0 ? remove(run, state) : put(run, state);
      if (random_() % 4 == 0) {
        run.commit();
        committed_ = state;
      }
    }
    if (random_() % 3 == 0) return;  // cut short: what was not committed is lost
    run.finish();
    committed_ = state;
  }

  void check() {
    { add(folder_, {}); }  // whatever was committed is published now
    check_postings();
    check_vocabulary();
    check_streams();
    const IndexContent before = content_of(folder_);
    rebuild(folder_);
    REQUIRE((content_of(folder_) == before));
  }

 private:
  /// Takes nothing of what is there.
  void purge() {
    ArchiveWriter writer(folder_, {});
    REQUIRE(writer.purge().finish({}).complete);
    REQUIRE(number(folder_, "SELECT count(*) FROM vocabulary WHERE occurrences = 0") == 0);
    REQUIRE(number(folder_,
                   "SELECT count(*) FROM version WHERE article_id NOT IN "
                   "(SELECT id FROM article WHERE version_id IS NOT NULL)") == 0);
  }

  void put(TestRun& run, std::map<std::string, Words>& state) {
    const std::string key = "k" + std::to_string(random_() % 8);
    const Words words = random_words(random_);
    const auto known = state.find(key);
    const PutOutcome expected = known == state.end()     ? PutOutcome::added
                                : known->second == words ? PutOutcome::unchanged
                                                         : PutOutcome::updated;
    REQUIRE((run.restore(make_article(key, joined(words))) == expected));
    state[key] = words;
  }

  /// An article that is there, or one that is not: removed before, put only now and not committed, or never.
  static void remove(TestRun& run, std::map<std::string, Words>& state, std::uint32_t id, const std::string& key) {
    REQUIRE((run.remove(id) == (state.erase(key) > 0 ? RemoveOutcome::removed : RemoveOutcome::removed_before)));
    REQUIRE((run.put(make_article(key, "refusé")) == PutOutcome::refused));
  }

  void remove(TestRun& run, std::map<std::string, Words>& state) {
    const std::uint32_t id = random_() % 8 + 1;
    sqlite::Connection connection = open_catalogue(folder_, sqlite::Access::read);
    sqlite::Statement key = connection.prepare("SELECT key FROM article WHERE id = ?1");
    if (key.with(id).step()) remove(run, state, id, std::string(key.text(0)));
  }

  std::vector<VocabularyEntry> entries(const std::string& word) {
    return ArchiveReader(folder_).vocabulary().by_folded(word);
  }

  void check_postings() {
    ArchiveReader reader(folder_);
    REQUIRE(reader.index().versions() == committed_.size());
    for (const char* word : vocabulary) {
      std::set<std::string> expected;
      for (const auto& [key, words] : committed_)
        if (std::find(words.begin(), words.end(), word) != words.end()) expected.insert(key);
      std::set<std::string> found;
      for (const VocabularyEntry& entry : reader.vocabulary().by_folded(word))
        for (const auto& [version, score] : postings_of(reader.index(), family_term(entry.family)))
          found.insert(reader.articles().version(version)->article.key);
      REQUIRE(found == expected);
    }
  }

  void check_vocabulary() {
    for (const char* word : vocabulary) {
      std::int64_t expected = 0;
      for (const auto& [key, words] : committed_) expected += std::count(words.begin(), words.end(), word);
      std::int64_t counted = 0;
      for (const VocabularyEntry& entry : entries(word)) counted += entry.occurrences;
      REQUIRE(counted == expected);
    }
  }

  /// The surfaces of a token stream, in order.
  Words surfaces(std::string_view codes) {
    sqlite::Connection connection = open_catalogue(folder_, sqlite::Access::read);
    sqlite::Statement surface = connection.prepare("SELECT surface FROM vocabulary WHERE id = ?1");
    Words words;
    for (const std::uint32_t id : read_tokens(PackedCodes(codes), SurfaceList()).ids) {
      REQUIRE(surface.with(id).step());
      words.emplace_back(surface.text(0));
    }
    return words;
  }

  void check_streams() {
    ArchiveReader reader(folder_);
    std::size_t articles = 0;
    for (std::uint32_t id = 1; id <= 8; ++id) {
      const auto stored = reader.articles().article(ArticleId(id));
      if (!stored) continue;
      ++articles;
      REQUIRE(surfaces(reader.streams().codes(stored->version).value()) == committed_.at(stored->article.key));
    }
    REQUIRE(articles == committed_.size());
  }

  TemporaryFolder temporary_;
  ArchiveFolder folder_{temporary_ / "archive"};
  Random random_;
  std::map<std::string, Words> committed_;  ///< key → words
};

TEST_CASE("an archive holds what its model holds, whatever its runs did") {
  for (unsigned seed = 1; seed <= 12; ++seed) {
    INFO("seed " << seed);
    Pair pair(seed);
    for (int step = 0; step < 8; ++step) pair.step();
    pair.check();
  }
}

/// One change of any kind, which may be cut short.
void change(const ArchiveFolder& folder, Random& random) {
  const std::uint32_t kind = random() % 8;
  ArchiveWriter writer(folder, {});
  if (kind == 0) {
    writer.rebuild().finish();
  } else if (kind == 1) {
    writer.purge().finish({});
  } else if (kind == 2) {
    const std::int64_t back = static_cast<std::int64_t>(random() % 3);
    Undo undo = writer.undo(std::max<std::int64_t>(number(folder, "SELECT max(id) FROM run") - back, 1));
    while (undo.next()) continue;
    undo.finish();
  } else {
    Run run = writer.begin("test");
    ArticleAnalyzer analyzer;
    for (std::size_t i = 0; i < random() % 12; ++i) {
      Article article =
          make_article("k" + std::to_string(random() % 8), joined(random_words(random)), "Un mot de plus.");
      article.date = Date{static_cast<std::int16_t>(2000 + random() % 20)};
      if (random() % 3 == 0)
        run.remove(ArticleId(random() % 8 + 1), {"test", random() % 2 == 0});
      else
        run.put(article, content_hash(article), analyzer.analyze(article), random() % 2 == 0);
      if (random() % 4 == 0) run.commit();
    }
    if (random() % 3 != 0) run.finish({});
  }
}

TEST_CASE("the sums that are kept are what counting gives, whatever was done") {
  for (unsigned seed = 1; seed <= 12; ++seed) {
    INFO("seed " << seed);
    Random random(seed);
    const TemporaryFolder temporary;
    const ArchiveFolder folder{temporary / "archive"};
    add(folder, {make_article("k1", "loup")});
    for (int step = 0; step < 10; ++step) {
      change(folder, random);
      REQUIRE((kept_totals(folder) == counted_totals(folder)));
    }
  }
}

}  // namespace
}  // namespace hemero
