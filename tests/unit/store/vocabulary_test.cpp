#include "common/store/vocabulary/vocabulary.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "common/store/vocabulary/vocabulary_writer.h"
#include "tests/unit/store/small_archive.h"

namespace hemero {
namespace {

using Names = std::vector<std::string>;

/// A catalogue that holds nothing but what a vocabulary writer puts there.
class Words {
 public:
  explicit Words(std::size_t remembered = remembered_words)
      : connection_(open_catalogue({folder_.path()}, sqlite::Access::create)),
        remembered_(remembered),
        writer_(std::make_unique<VocabularyWriter>(connection_, remembered)) {}

  /// Counts an article's words, or takes them back.
  void count(const std::string& title, int sign = 1) {
    const AnalyzedArticle analyzed = analyzer_.analyze(make_article("k", title));
    writer_->count(analyzed, writer_->words(analyzed), sign);
  }

  std::vector<VocabularyWriter::Word> places(const std::string& title) {
    std::vector<VocabularyWriter::Word> places;
    for (const auto* word : writer_->words(analyzer_.analyze(make_article("k", title)))) places.push_back(*word);
    return places;
  }

  std::uint32_t id(const std::string& surface) { return static_cast<std::uint32_t>(places(surface).front().id); }
  std::uint32_t family(const std::string& surface) {
    return static_cast<std::uint32_t>(places(surface).front().family);
  }

  /// As the next run does it: what is in memory is gone.
  void reopen() {
    writer_->flush();
    writer_ = std::make_unique<VocabularyWriter>(connection_, remembered_);
  }

  /// All that the tables of words hold.
  std::string tables() {
    std::string text;
    for (const char* sql : {"SELECT id || ' ' || surface || ' ' || family || ' ' || occurrences || ' ' || inside "
                            "FROM vocabulary ORDER BY id",
                            "SELECT words || ' ' || surfaces FROM total"}) {
      sqlite::Statement rows = connection_.prepare(sql);
      while (rows.step()) text += std::string(rows.text(0)) + "\n";
    }
    for (const WordShape shape : {WordShape::folded, WordShape::term})
      ShapeBlocks(connection_, shape).each("", "\xFF", [&](std::string_view form, const auto& ids) {
        text += std::string(form) + fmt::format(" {}\n", fmt::join(ids, " "));
        return true;
      });
    return text;
  }

  std::int64_t count_rows(const std::string& table) {
    sqlite::Statement rows = connection_.prepare("SELECT count(*) FROM " + table);
    REQUIRE(rows.step());
    return rows.integer(0);
  }

  Vocabulary read() {
    writer_->flush();
    return Vocabulary(connection_);
  }
  VocabularyWriter& writer() { return *writer_; }
  ArticleAnalyzer& analyzer() { return analyzer_; }

 private:
  TemporaryFolder folder_;
  sqlite::Connection connection_;
  std::size_t remembered_;
  std::unique_ptr<VocabularyWriter> writer_;
  ArticleAnalyzer analyzer_;
};

Names surfaces(const std::vector<VocabularyEntry>& entries) {
  Names names;
  for (const VocabularyEntry& entry : entries) names.push_back(entry.surface);
  return names;
}

TEST_CASE("a surface keeps its id, in this run and the next") {
  Words words;
  const auto first = words.id("ambassade");
  const auto second = words.id("Kaboul");
  CHECK(first != second);
  CHECK(words.id("ambassade") == first);
  words.reopen();
  CHECK(words.id("Kaboul") == second);
  CHECK(words.id("ambassade") == first);
  CHECK(words.id("nouveau") > second);
  CHECK(words.id("Ambassade") != first);  // another surface
}

TEST_CASE("the family is the smallest id among the surfaces of a stem, whenever they came") {
  Words words;
  const auto plural = words.id("ambassades");
  words.id("Kaboul");
  CHECK(words.family("ambassade") == plural);
  CHECK(words.family("ambassades") == plural);
  words.reopen();
  CHECK(words.family("Ambassade") == plural);
  CHECK(words.family("Kaboul") != plural);
  words.reopen();
  CHECK(words.family("AMBASSADES") == plural);
}

TEST_CASE("numbering by frequency gives the most frequent surface the smallest id") {
  Words words;
  std::vector<AnalyzedArticle> analyzed;
  for (const char* title : {"le chat", "le chat noir", "le chien"})
    analyzed.push_back(words.analyzer().analyze(make_article("k", title)));
  words.writer().number_by_frequency({&analyzed[0], &analyzed[1], &analyzed[2]});
  CHECK(words.id("le") == 1);
  CHECK(words.id("chat") == 2);
  CHECK(words.id("chien") == 3);  // equally rare: by their letters
  CHECK(words.id("noir") == 4);
  CHECK(words.id("oiseau") == 5);
}

std::map<std::string, std::pair<std::int64_t, std::int64_t>> counts(Words& words, const std::string& prefix = "") {
  std::map<std::string, std::pair<std::int64_t, std::int64_t>> found;
  for (const VocabularyEntry& entry : words.read().by_prefix(prefix, 1000))
    found[entry.surface] = {entry.occurrences, entry.inside};
  return found;
}

TEST_CASE("occurrences are counted, and those inside a sentence apart") {
  Words words;
  words.count("Le chat voit le chat. Chat noir, dit le maire");
  CHECK(counts(words)["chat"] == std::pair<std::int64_t, std::int64_t>(2, 2));
  CHECK(counts(words)["Chat"] == std::pair<std::int64_t, std::int64_t>(1, 0));
  CHECK(counts(words)["Le"] == std::pair<std::int64_t, std::int64_t>(1, 0));
  CHECK(counts(words)["le"] == std::pair<std::int64_t, std::int64_t>(2, 2));
}

TEST_CASE("counts add up over articles and runs, and can be taken back to nothing") {
  Words words;
  words.count("le chat noir");
  words.count("le chat");
  words.reopen();
  words.count("le chien");
  CHECK(counts(words)["le"].first == 3);
  words.count("le chat noir", -1);
  words.reopen();
  CHECK(counts(words)["chat"].first == 1);
  CHECK(counts(words).count("noir") == 0);  // no current article uses it
  words.count("noir");
  CHECK(counts(words)["noir"].first == 1);
}

/// A title of words that are new, and old.
std::string title_of(int number) {
  std::string title = "le mot des titres";
  for (int i = 0; i < 40; ++i) title += " mot" + std::to_string(number * 20 + i) + "s";
  return title + " nouvelle nouvelles Nouveau" + std::to_string(number % 7);
}

TEST_CASE("a writer that remembers few words writes the same as one that remembers all") {
  Words all;
  Words few(10);
  for (int number = 0; number < 60; ++number) {
    for (Words* words : {&all, &few}) {
      words->count(title_of(number));
      if (number % 9 == 8) words->count(title_of(number - 5), -1);
      if (number % 3 == 0) words->writer().flush();
      if (number % 20 == 0) words->reopen();
    }
  }
  for (Words* words : {&all, &few}) words->writer().flush();
  CHECK(all.tables() == few.tables());
  const std::string before = all.tables();
  few.writer().remake_shapes();
  CHECK(few.tables() == before);
}

TEST_CASE("what a few articles add to the counts is written beside the words until it is much") {
  Words words;
  words.count("le chat noir");
  words.reopen();
  CHECK(words.count_rows("word_change") == 0);  // new words have their counts
  words.count("le chat");
  words.reopen();
  CHECK(words.count_rows("word_change") == 2);
  CHECK(counts(words)["chat"].first == 2);
  words.count("le chat", -1);
  words.reopen();
  CHECK(words.count_rows("word_change") == 2);
  CHECK(counts(words)["chat"].first == 1);
  std::string many;
  for (int i = 0; i < 9000; ++i) many += " mot" + std::to_string(i);
  words.count(many);
  words.reopen();
  CHECK(words.count_rows("word_change") == 2);
  for (int part = 0; part < 3; ++part) {  // each of them few
    std::string some;
    for (int i = 0; i < 3000; ++i) some += " mot" + std::to_string(part * 3000 + i);
    words.count(some);
    words.reopen();
  }
  CHECK(words.count_rows("word_change") == 0);
  CHECK(counts(words, "mot8999")["mot8999"].first == 2);
  CHECK(counts(words, "chat")["chat"].first == 1);
}

TEST_CASE("an afresh start forgets counts and keeps ids") {
  Words words;
  words.count("le chat");
  const auto id = words.id("chat");
  words.reopen();
  words.writer().start_afresh();
  CHECK(counts(words).empty());
  CHECK(words.id("chat") == id);
}

TEST_CASE("words are looked up by their folded form, their family and their beginning") {
  Words words;
  for (const char* title : {"Élève", "élève", "élève", "élèves", "eleve", "élevage", "été", "zoo"}) words.count(title);
  Vocabulary vocabulary = words.read();
  CHECK(surfaces(vocabulary.by_folded("eleve")) == Names{"Élève", "élève", "eleve"});
  CHECK(vocabulary.by_folded("élève").empty());  // it asks for the folded form
  CHECK(vocabulary.by_folded("").empty());
  const std::string term = vocabulary.by_folded("eleves").front().term;
  const Names family = surfaces(vocabulary.by_term(term));
  CHECK(std::count(family.begin(), family.end(), "élèves") == 1);
  CHECK(vocabulary.by_term("no such term").empty());
  CHECK(surfaces(vocabulary.by_prefix("elev", 2)).front() == "élève");  // the most frequent first
  CHECK(surfaces(vocabulary.by_prefix("elev", 2)).size() == 2);
  CHECK(surfaces(vocabulary.by_prefix("eleve", 100)) == Names{"élève", "Élève", "élèves", "eleve"});
  CHECK(surfaces(vocabulary.by_prefix("zo", 100)) == Names{"zoo"});
  CHECK(vocabulary.by_prefix("zz", 100).empty());
}

TEST_CASE("all words that begin so are read as fast as they are many, not in the square of that") {
  Words words;
  constexpr std::size_t many = 26 * 26 * 26;
  for (char first = 'a'; first <= 'z'; ++first)
    for (char second = 'a'; second <= 'z'; ++second) {
      std::string title;
      for (char third = 'a'; third <= 'z'; ++third) title += fmt::format("mo{}{}{} ", first, second, third);
      words.count(title);
    }
  Vocabulary vocabulary = words.read();
  const Deadline soon(std::chrono::seconds(20));  // 0.1 s suffices; sorted anew with each word it takes 40 s
  CHECK(vocabulary.by_prefix("mo", std::numeric_limits<std::size_t>::max(), soon).size() == many);
}

TEST_CASE("entries tell what is known of a word") {
  Words words;
  words.count("voici le Chat, et les chats");
  const VocabularyEntry entry = words.read().by_folded("chats").front();
  CHECK(entry.surface == "chats");
  CHECK(entry.folded == "chats");
  CHECK(entry.occurrences == 1);
  CHECK(entry.inside == 1);
  CHECK(entry.id == words.id("chats"));
  CHECK(entry.family == words.family("chats"));
}

TEST_CASE("folded forms are named in the order of their bytes, used or not") {
  Words words;
  for (const char* title : {"zoo", "Élève", "ni", "chat", "Chats", "noir", "noires"}) words.count(title);
  words.count("noir", -1);
  Names forms;
  words.read().each_folded({}, [&](std::string_view folded) {
    forms.emplace_back(folded);
    return true;
  });
  CHECK(forms == Names{"chat", "chats", "eleve", "ni", "noir", "noires", "zoo"});
}

TEST_CASE("groups have the words of each folded form, by their ids, used or not") {
  Words words;
  for (const char* title : {"Élève", "eleve", "chat", "élève", "chat"}) words.count(title);
  words.count("eleve", -1);
  Vocabulary vocabulary = words.read();
  std::map<std::string, Names> groups;
  vocabulary.each_group([&](std::string_view folded, const std::vector<std::uint32_t>& ids) {
    for (const std::uint32_t id : ids) groups[std::string(folded)].push_back(vocabulary.word(id).value().surface);
    return true;
  });
  CHECK(groups == std::map<std::string, Names>{{"chat", {"chat"}}, {"eleve", {"Élève", "eleve", "élève"}}});
  const auto counted = [&](std::string_view folded) { return vocabulary.by_folded(folded).front(); };
  CHECK(vocabulary.word(counted("chat").id).value().occurrences == 2);
  CHECK_FALSE(vocabulary.word(9999));
}

}  // namespace
}  // namespace hemero
