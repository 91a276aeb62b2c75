#include "indexer/formats/databases/bibtex_article.h"

#include <string>
#include <vector>

#include "indexer/formats/databases/latex_text.h"
#include "tests/support/catch.h"
#include "tests/support/format_of.h"
#include "tests/unit/indexer/formats/databases/reference_test.h"

// References as Zotero exports them to BibTeX and BibLaTeX: tabs before fields, text in braces.

namespace hemero {
namespace {

const std::string loup =
    "@article{vasseur_loup_2019,\n\ttitle = {Un loup dans la {Drôme}},\n\tabstract = {Il est tard.\n\nIl est\ntôt.},\n"
    "\tjournaltitle = {Le Matin},\n\tentrysubtype = {newspaper},\n\tdate = {2019-03-12},\n\tlangid = {french},\n"
    "\tauthor = {Vasseur, Claire and {AFP and Reuters} and Paul Le Goff},\n\turl = {https://exemple.fr/a_b~c},\n"
    "\turldate = {2020-01-01},\n\tkeywords = {loup, vallée},\n}\n";

std::vector<SourceItem> cut(const std::string& bytes, const InputLimits& limits = {}) {
  return cut_references<BibtexReader>(bytes, limits);
}

Article article_of(const std::string& bytes) { return reference_in<BibtexReader>(bytes, read_bibtex); }

TEST_CASE("an entry of the press is an article") {
  const Article article = article_of(loup);
  CHECK(article.title == "Un loup dans la Drôme");
  CHECK(article.authors == std::vector<std::string>{"Claire Vasseur", "AFP and Reuters", "Paul Le Goff"});
  CHECK(article.source == "Le Matin");
  CHECK(to_iso(article.date.value()) == "2019-03-12");
  CHECK(article.language == "french");
  CHECK(article.keywords == std::vector<std::string>{"loup", "vallée"});
  CHECK(article.key == "https://exemple.fr/a_b~c");
  CHECK(joined_zones(article, ZoneKind::paragraph) == "Il est tard.\nIl est tôt.");
}

TEST_CASE("values in quotation marks, numbers, months by name, joined strings") {
  const Article article = article_of(
      "@Article{a,\n title = \"Un \" # \"{\\\"e}t{\\'e}\", JOURNAL = \"La {\"}D\\'epeche\", year = 2019, month = mar,\n"
      " day = 12, author = \"Vasseur, Claire\" }");
  CHECK(article.title == "Un ëté");
  CHECK(article.source == "La \"Dépeche");
  CHECK(to_iso(article.date.value()) == "2019-03-12");
}

TEST_CASE("lists of authors") {
  const auto authors_of = [](const std::string& list) {
    return article_of("@article{a, title = {T}, author = {" + list + "}}").authors;
  };
  using Names = std::vector<std::string>;
  CHECK(authors_of("Vasseur, Claire and and Le Goff, Paul") == Names{"Claire Vasseur", "Paul Le Goff"});
  CHECK(authors_of("Vasseur, Claire and  and and Paul Le Goff and") == Names{"Claire Vasseur", "Paul Le Goff and"});
  CHECK(authors_of("{Vasseur and Le Goff} and {Le Goff, Paul}") == Names{"Vasseur and Le Goff", "Le Goff, Paul"});
  std::string many;
  for (int i = 0; i < 100'000; ++i) many += " and";
  CHECK(authors_of("Claire Vasseur" + many).size() == 2);
}

struct DateRow {
  const char* fields;
  const char* iso;
};

const DateRow dates[] = {
    {"date = {2019-03-12T10:00:00}", "2019-03-12T10:00"}, {"date = {2019-03-12/2019-03-14}", "2019-03-12"},
    {"date = {2019-03}, year = {1900}", "2019-03"},       {"year = {2019}, month = {mars}", "2019-03"},
    {"year = 2019, month = {12 mars}", "2019-03-12"},     {"year = 2019, month = \"August\"", "2019-08"},
    {"year = 2019, month = 8, day = {1}", "2019-08-01"},  {"year = {2019}, month = {printemps}", "2019"},
};

TEST_CASE("dates of entries") {
  for (const DateRow& row : dates) {
    INFO(row.fields);
    const Article article = article_of("@article{a, title = {T},\n" + std::string(row.fields) + "}");
    REQUIRE(article.date);
    CHECK(to_iso(*article.date) == row.iso);
  }
}

TEST_CASE("a file is cut into its entries") {
  CHECK(cut("% Zotero\n" + loup + "\n\n" + loup).size() == 2);
  CHECK(cut("@string{lm = {Le Matin}}\n@comment{jabref-meta: x}\n" + loup).size() == 1);
  CHECK(cut("@article{a, title = {T}}\n@article{b, title = {U}}\n").size() == 2);
  CHECK(cut("@article{a, title = {sans fin\n" + loup).size() == 2);
  CHECK(cut("@article{a, title = {une \\{ accolade}}\n" + loup).size() == 2);
  CHECK(std::get<Record>(cut("\n" + loup).front()).line == 2);
  CHECK(cut("").empty());
  CHECK(cut("rien@exemple.fr {x}\n").empty());
  InputLimits limits;
  limits.record = 100;
  CHECK(std::holds_alternative<Skip>(cut(loup, limits).front()));
}

TEST_CASE("other entries are no articles, nor are those that say nothing") {
  const auto reason_of = [](const std::string& bytes) {
    return std::get<Skip>(read_bibtex(std::get<Record>(cut(bytes).front()))).reason;
  };
  CHECK(reason_of("@book{a, title = {Un livre}}") == reason::no_article);
  CHECK(reason_of("@article{a, year = 2019}") == reason::no_text);
}

TEST_CASE("entries that are cut or odd harm nobody") {
  for (const char* bytes :
       {"@article{", "@article{a", "@article{a,", "@article{a, title", "@article{a, title =", "@article{a, title = {",
        "@article{a, title = \"", "@article{a, title = #}", "@article{=,=}", "@article{a, title = {\\",
        "@article{a, author = { and and }, title={\\'}}"})
    for (const auto& item : cut(bytes))
      if (const auto* record = std::get_if<Record>(&item)) read_bibtex(*record);
  std::string many = "@article{a, author = {";
  for (int i = 0; i < 100'000; ++i) many += "{ and ";
  CHECK(cut(many + "}}").size() == 1);
}

TEST_CASE("BibTeX is known by its first entry, or by its name") {
  CHECK(format_of("% Encoding: UTF-8\n\n" + loup, "a") == "bibtex");
  CHECK(format_of("rien", "a.bib") == "bibtex");
  CHECK(format_of("@ville{\n", "a.txt") == "bibtex");
  CHECK(format_of("@ville a dit\n", "a.txt") == "text");
}

struct LatexRow {
  const char* latex;
  const char* text;
};

const LatexRow latex[] = {
    {"d{\\'e}j{\\`a} \\'{e}t\\'e", "déjà été"},
    {"\\c{c}a, {\\c c}a, gar\\c con", "ça, ça, garçon"},
    {"na\\\"{\\i}f, na{\\\"\\i}f, \\^{\\i}le, c\\oe{}ur, \\OE uvre, {\\ae}", "naïf, naïf, île, cœur, Œuvre, æ"},
    {"\\og non \\fg{}, {\\guillemotleft}oui{\\guillemotright}", "«\u00A0non \u00A0», «oui»"},
    {"1914--1918 --- ``mot'' M.~Vasseur", "1914–1918 — “mot” M.\u00A0Vasseur"},
    {"R\\&D, 5\\,\\%, 3 \\$, a\\_b, \\#1", "R&D, 5\u202F%, 3 $, a_b, #1"},
    {"\\emph{Le Monde} \\textbf{a} 3$^e$", "Le Monde a 3^e"},
    {"\\été \\«", "été «"},
    {"l\\'", "l"},
    {"\\", ""},
    {"déjà composé", "déjà composé"},
};

TEST_CASE("what LaTeX would print") {
  for (const LatexRow& row : latex) CHECK(latex_text(row.latex) == row.text);
}

}  // namespace
}  // namespace hemero
