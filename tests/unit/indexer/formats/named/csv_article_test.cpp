#include "indexer/formats/named/csv_article.h"

#include <string>
#include <vector>

#include "indexer/formats/named/csv_reader.h"
#include "tests/support/catch.h"
#include "tests/support/string_input.h"

namespace hemero {
namespace {

using Texts = std::vector<std::string>;

std::string shown(const Article& article) {
  std::string text = article.key + "|" + article.title + "|" + (article.date ? to_iso(*article.date) : "");
  for (const Zone& zone : article.zones)
    text += "|" + std::string(zone_name(zone.kind)) + ":" + std::string(article.zone_text(zone));
  return text;
}

/// What becomes of a table: "key|title|date|zone:text…" for each article, "!reason:line" for each skip.
Texts read(const std::string& table, const KeyMap& keys = {}) {
  StringInput input(table);
  CsvReader reader(input, {"in/a.csv", "a.csv", 0, true});
  CsvArticleReader articles(keys);
  Texts texts;
  while (auto item = reader.next()) {
    std::variant<Article, Skip> result;
    if (auto* skip = std::get_if<Skip>(&*item))
      result = std::move(*skip);
    else
      result = articles.read(std::get<Record>(*item));
    if (const auto* skip = std::get_if<Skip>(&result)) {
      CHECK(skip->path == "in/a.csv");
      CHECK_FALSE(skip->message.empty());
      texts.push_back("!" + skip->reason + ":" + std::to_string(skip->line));
    } else {
      texts.push_back(shown(std::get<Article>(result)));
    }
  }
  return texts;
}

TEST_CASE("rows become articles, whatever the separator, the charset and the names of the columns") {
  struct Row {
    const char* reason;
    std::string table;
    Texts articles;
  };
  const Row rows[] = {
      {"nothing", "", {}},
      {"a header alone", "titre,texte\n", {}},
      {"commas", "title,text\nLa crue,Il pleut.\n", {"a.csv:2|La crue||paragraph:Il pleut."}},
      {"semicolons", "titre;texte\r\nLa crue;Il pleut, encore.\r\n", {"a.csv:2|La crue||paragraph:Il pleut, encore."}},
      {"tabs", "titre\ttexte\nLa crue\tIl pleut.\n", {"a.csv:2|La crue||paragraph:Il pleut."}},
      {"a named separator", "sep=|\ntitre|texte\nLa crue|Il pleut.\n", {"a.csv:3|La crue||paragraph:Il pleut."}},
      {"a byte order mark", "\xEF\xBB\xBFtitre\nLa crue\n", {"a.csv:2|La crue|"}},
      {"windows-1252", "identifiant;titre;chap\xF4\n7;L\x92\xE9t\xE9;Il pleut.\n", {"7|L’été||lead:Il pleut."}},
      {"capitals, accents and blanks",
       "ADRESSE,Titre ,Date de publication\nhttps://vallon.example/1,La crue,3 mars 2020\n",
       {"https://vallon.example/1|La crue|2020-03-03"}},
      {"lines of a cell are paragraphs",
       "titre,texte\n\"La crue\",\"Il pleut.\n\nIl pleut encore.\"\nLe gel,\"Il \"\"gèle\"\".\"\n",
       {"a.csv:2|La crue||paragraph:Il pleut.|paragraph:Il pleut encore.", "a.csv:5|Le gel||paragraph:Il \"gèle\"."}},
      {"the first column that says something",
       "titre,texte,contenu\nLa crue,,Il pleut.\n",
       {"a.csv:2|La crue||paragraph:Il pleut."}},
      {"blank rows", "titre\n\n  \nLa crue\n", {"a.csv:4|La crue|"}},
      {"empty cells behind the last column",
       "titre,texte\nLa crue,Il pleut.,,\n",
       {"a.csv:2|La crue||paragraph:Il pleut."}},
      {"rows that are no article",
       "titre,texte\nseul\nun,deux,trois\n,\n\"a\"b,c\nLa crue,Il pleut.\n\"fin",
       {"!broken_row:2", "!broken_row:3", "!no_text:4", "!broken_row:5", "a.csv:6|La crue||paragraph:Il pleut.",
        "!broken_row:7"}},
      {"a broken header", "\"titre,texte\nLa crue,Il pleut.\n", {"!broken_row:1"}},
      {"columns that mean nothing", "a,b\n1,2\n", {"!no_text:2"}},
      {"no text", std::string("PK\3\4\0\0", 6), {"!binary:0"}},
  };
  for (const Row& row : rows) {
    INFO(row.reason);
    CHECK(read(row.table) == row.articles);
  }
}

TEST_CASE("a map names columns, and only these count for their fields") {
  const std::string table = "Accroche,Papier,Titre\nLa crue,Il pleut.,non\n";
  CHECK(read(table, {{"title", "accroche"}, {"text", "Papier"}}) == Texts{"a.csv:2|La crue||paragraph:Il pleut."});
  CHECK(read(table, {{"text", "absente"}}) == Texts{"a.csv:2|non|"});
}

TEST_CASE("a table is known by a header that names fields") {
  for (const char* head :
       {"titre;texte\n", "\xEF\xBB\xBFid,title\n", "Date\tTitre\tRubrique\n1", "sep=;\ntexte;auteur\n"})
    CHECK(looks_like_csv(head));
  for (const char* head :
       {"", "titre;texte", "titre\n", "La crue, le gel\n", "date,auteur\n", "Titre, texte et dessins\n", "sep=;"})
    CHECK_FALSE(looks_like_csv(head));
}

}  // namespace
}  // namespace hemero
