#include <string>
#include <variant>

#include "indexer/formats/databases/reference_values.h"
#include "indexer/formats/named/jsonl_article.h"
#include "tests/support/catch.h"

namespace hemero {
namespace {

TEST_CASE("what is an article of the press is one in all kinds of references") {
  const struct {
    const char* ris;
    const char* bibtex;
    const char* csl;
    const char* zotero;
    bool press;
  } rows[] = {
      {"NEWS", "article", "article-newspaper", "newspaperArticle", true},
      {"MGZN", "article", "article-magazine", "magazineArticle", true},
      {"JOUR", "article", "article-journal", "journalArticle", true},
      {"BLOG", "misc", "post-weblog", "blogPost", true},
      {"ELEC", "online", "webpage", "webpage", true},
      {"GEN", "misc", "document", "document", true},
      {"BOOK", "book", "book", "book", false},
      {"CHAP", "incollection", "chapter", "bookSection", false},
      {"THES", "phdthesis", "thesis", "thesis", false},
      {"RPRT", "techreport", "report", "report", false},
      {"CPAPER", "inproceedings", "paper-conference", "conferencePaper", false},
      {"PAT", "patent", "patent", "patent", false},
      {"MPCT", "movie", "motion_picture", "film", false},
  };
  const auto is_article = [](const std::string& json) {
    return std::holds_alternative<Article>(JsonArticleReader(KeyMap{}).read({json, "a.json", "a.json"}));
  };
  for (const auto& row : rows) {
    INFO(row.ris);
    CHECK(is_press_reference(row.ris) == row.press);
    CHECK(is_press_reference(row.bibtex) == row.press);
    CHECK(is_article(R"({"title": "T", "issued": "2021", "type": ")" + std::string(row.csl) + "\"}") == row.press);
    CHECK(is_article(R"({"title": "T", "Item Type": ")" + std::string(row.zotero) + "\"}") == row.press);
  }
}

}  // namespace
}  // namespace hemero
