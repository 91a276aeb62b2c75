#include "indexer/formats/databases/ris_article.h"

#include <string>
#include <vector>

#include "tests/support/catch.h"
#include "tests/support/format_of.h"
#include "tests/unit/indexer/formats/databases/reference_test.h"

// References as Zotero 6 exports them: a line a field, CRLF, no line for what is unknown.

namespace hemero {
namespace {

const std::string loup =
    "TY  - NEWS\r\nTI  - Un loup dans la vallée\r\nAU  - Vasseur, Claire\r\nAU  - AFP\r\nT2  - Le Matin\r\n"
    "AB  - Il est tard.\r\nIl est tôt.\r\nDA  - 2019/03/12/\r\nPY  - 2019\r\nUR  - https://exemple.fr/loup\r\n"
    "LA  - fr\r\nKW  - loup\r\nKW  - Drôme\r\nSE  - Région\r\nER  - \r\n\r\n";

std::vector<SourceItem> cut(const std::string& bytes, const InputLimits& limits = {}) {
  return cut_references<RisReader>(bytes, limits);
}

Article article_of(const std::string& bytes) { return reference_in<RisReader>(bytes, read_ris); }

TEST_CASE("a reference to the press is an article") {
  const Article article = article_of(loup);
  CHECK(article.title == "Un loup dans la vallée");
  CHECK(article.authors == std::vector<std::string>{"Claire Vasseur", "AFP"});
  CHECK(article.source == "Le Matin");
  CHECK(article.section == "Région");
  CHECK(article.keywords == std::vector<std::string>{"loup", "Drôme"});
  CHECK(article.language == "fr");
  CHECK(article.key == "https://exemple.fr/loup");
  CHECK(to_iso(article.date.value()) == "2019-03-12");
  CHECK(joined_zones(article, ZoneKind::paragraph) == "Il est tard.\nIl est tôt.");
}

TEST_CASE("a long title goes on in the next line") {
  CHECK(article_of("TY  - NEWS\nTI  - Un loup\ndans la vallée\nER  - \n").title == "Un loup dans la vallée");
}

TEST_CASE("dates are as precise as they are written") {
  const struct {
    const char* printed;
    const char* iso;
    const char* reason;
  } rows[] = {
      {"DA  - 2019/03/12/", "2019-03-12", "as Zotero writes it"},
      {"DA  - 2019/03//", "2019-03", "a month"},
      {"PY  - 2019///", "2019", "a year"},
      {"Y1  - 2019", "2019", "… alone"},
      {"DA  - 2019/03/12/soir", "2019-03-12", "with what else there is to say"},
      {"DA  - 2019-03-12", "2019-03-12", "as others write it"},
      {"DA  - 12 mars 2019", "2019-03-12", "in French"},
      {"DA  - Mar 12\nPY  - 2019", "2019-03-12", "without the year, as EndNote writes it"},
      {"DA  - 12 mars\nPY  - 2019", "2019-03-12", "… in French"},
      {"DA  - mars\nPY  - 2019", "2019-03", "… a month"},
  };
  for (const auto& row : rows) {
    INFO(row.printed << ": " << row.reason);
    const Article article = article_of("TY  - MGZN\nT1  - Titre\n" + std::string(row.printed) + "\nER  - \n");
    REQUIRE(article.date);
    CHECK(to_iso(*article.date) == row.iso);
  }
}

TEST_CASE("a name that is one word") {
  CHECK(article_of("TY  - NEWS\nTI  - T\nAU  - AFP,\nER  - \n").authors == std::vector<std::string>{"AFP"});
}

TEST_CASE("a file is cut from TY to ER") {
  CHECK(cut(loup + loup).size() == 2);
  CHECK(cut("Provider: x\n\n" + loup).size() == 1);
  CHECK(cut("TY  - NEWS\nTI  - sans fin").size() == 1);
  CHECK(cut("TY  - NEWS\nTI  - sans fin\nTY  - NEWS\nTI  - de même\n\n" + loup).size() == 3);
  CHECK(cut("TY  - NEWS\nTY  - MGZN\nER  - \nER  - \n" + loup).size() == 3);
  CHECK(cut("").empty());
  CHECK(cut("rien\n").empty());
  CHECK(std::get<Record>(cut(loup + loup).back()).line == 17);
}

TEST_CASE("other references are no articles, nor are those that say nothing") {
  const auto reason_of = [](const std::string& bytes) {
    return std::get<Skip>(read_ris(std::get<Record>(cut(bytes).front()))).reason;
  };
  CHECK(reason_of("TY  - BOOK\nTI  - Un livre\nER  - \n") == reason::no_article);
  CHECK(reason_of("TY  - NEWS\nPY  - 2019\nER  - \n") == reason::no_text);
}

TEST_CASE("a reference that is too long is passed over") {
  InputLimits limits;
  limits.record = 100;
  const auto items = cut("TY  - NEWS\nAB  - " + std::string(200, 'x') + "\nER  - \n" + loup.substr(0, 60), limits);
  REQUIRE(items.size() == 2);
  CHECK(std::get<Skip>(items[0]).reason == reason::too_long);
  CHECK(std::holds_alternative<Record>(items[1]));
}

TEST_CASE("RIS is known by its first line") {
  CHECK(format_of(loup, "a") == "ris");
  CHECK(format_of("\xEF\xBB\xBF\r\n" + loup, "a.txt") == "ris");
  CHECK(format_of("TY est un titre", "a.txt") == "text");
}

}  // namespace
}  // namespace hemero
