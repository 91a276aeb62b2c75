#include "indexer/formats/databases/nexis_lines.h"

#include <string>
#include <vector>

#include "tests/support/catch.h"

namespace hemero {
namespace {

using Lines = std::vector<std::string>;

/// "l Lead|h Heading|p Paragraph|d Debris"
std::string outline(const Article& article) {
  std::string text;
  for (const Zone& zone : article.zones)
    text += std::string(text.empty() ? "" : "|") + "lhpd"[static_cast<std::size_t>(zone.kind)] + " " +
            std::string(article.zone_text(zone));
  return text;
}

TEST_CASE("an article of LexisNexis: newspaper, day and title stand above the lines with names") {
  const Article article =
      read_nexis_lines({"1 of 25 DOCUMENTS", "Le Courrier", "11 août 2021 mercredi\nÉdition du soir", "La digue\ncède",
                        "Une digue de 1962", "AUTEUR: Par Claire Vasseur et Paul Le Goff", "RUBRIQUE: SOCIÉTÉ; Pg. 12",
                        "LONGUEUR: 143 mots", "ENCART: La rivière est sortie de son lit", "La digue a cédé.",
                        "Une liste :\nles quais", "SUJET: CRUE (90%) EAU (80%); DIGUE", "LANGUE: FRENCH; FRANÇAIS",
                        "DATE-CHARGEMENT: 12 août 2021", "Copyright 2021 Le Courrier\nTous Droits Réservés"});
  CHECK(article.title == "La digue cède");
  CHECK(article.source == "Le Courrier");
  CHECK(to_iso(article.date.value()) == "2021-08-11");
  CHECK(article.authors == Lines{"Claire Vasseur", "Paul Le Goff"});
  CHECK(article.section == "SOCIÉTÉ");
  CHECK(article.language == "FRENCH; FRANÇAIS");
  CHECK(article.keywords == Lines{"CRUE", "EAU", "DIGUE"});
  CHECK(outline(article) ==
        "d 1 of 25 DOCUMENTS|d Le Courrier|d 11 août 2021 mercredi\nÉdition du soir|l Une digue de 1962|"
        "d RUBRIQUE: SOCIÉTÉ; Pg. 12|d LONGUEUR: 143 mots|l La rivière est sortie de son lit|p La digue a cédé.|"
        "p Une liste :|p les quais|d LANGUE: FRENCH; FRANÇAIS|d DATE-CHARGEMENT: 12 août 2021|"
        "d Copyright 2021 Le Courrier|d Tous Droits Réservés");
}

TEST_CASE("an article of Nexis Uni: the title stands first, the text behind a line of its own") {
  const Article article =
      read_nexis_lines({"La crue de mars 2020 : un an après", "Le Courrier", "11 août 2021 mercredi 9:33 AM GMT",
                        "Copyright 2021 Le Courrier Tous droits réservés", "Section:\u00A0SOCIÉTÉ; Version:3",
                        "Length:\u00A0143 words", "Byline:\u00A0Claire Vasseur", "Body", "La digue a cédé.",
                        "Société: les quais sont fermés.", "Load-Date:\u00A0August 12, 2021", "Classification",
                        "Language: FRENCH; FRANÇAIS", "Industry: FLOODS", "End of Document"});
  CHECK(article.title == "La crue de mars 2020 : un an après");
  CHECK(article.source == "Le Courrier");
  CHECK(to_iso(article.date.value()) == "2021-08-11");
  CHECK(article.authors == Lines{"Claire Vasseur"});
  CHECK(article.section == "SOCIÉTÉ");
  CHECK(article.language == "FRENCH; FRANÇAIS");
  CHECK(joined_zones(article, ZoneKind::paragraph) == "La digue a cédé.\nSociété: les quais sont fermés.");
}

struct HeadRow {
  Lines lines;
  const char* title;
  const char* source;
  const char* date;
  const char* text;
  const char* reason;
};

const HeadRow heads[] = {
    {{"1 of 1 DOCUMENT", "L’Écho", "La digue cède", "August 11, 2021 Wednesday", "LENGTH: 2 words", "Il est tard."},
     "La digue cède",
     "L’Écho",
     "2021-08-11",
     "Il est tard.",
     "the date below the title"},
    {{"L’Écho", "11 août 2021", "LENGTH: 2 words", "Il est tard.", "LOAD-DATE: May 1, 2022"},
     "",
     "L’Écho",
     "2021-08-11",
     "Il est tard.",
     "no title"},
    {{"L’Écho", "La digue cède", "LENGTH: 2 words", "Il est tard.", "LOAD-DATE: May 1, 2022"},
     "La digue cède",
     "L’Écho",
     "2022-05-01",
     "Il est tard.",
     "no date but that of the database"},
    {{"L’Écho", "août 2021", "La digue cède", "LENGTH: 2 words", "Il est tard."},
     "La digue cède",
     "L’Écho",
     "2021-08",
     "Il est tard.",
     "a monthly"},
    {{"L’Écho", "11 août 2021", "La digue cède", "Il est tard.", "LANGUAGE: FRENCH"},
     "La digue cède",
     "L’Écho",
     "2021-08-11",
     "Il est tard.",
     "no line with a name above the text"},
    {{"L’Écho", "11 août 2021", "La digue", "LENGTH: 2 words", "RAPPEL : il est tard.", "LIEU: Rennes"},
     "La digue",
     "L’Écho",
     "2021-08-11",
     "RAPPEL : il est tard.\nLIEU: Rennes",
     "names that are none of the database are text"},
    {{"La digue cède", "L’Écho", "11 août 2021", "Body", "Il est tard."},
     "La digue cède",
     "L’Écho",
     "2021-08-11",
     "Il est tard.",
     "Nexis Uni without any name"},
    {{"La digue cède", "Body", "Il est tard."}, "La digue cède", "", "", "Il est tard.", "… and without a newspaper"},
};

TEST_CASE("heads of articles of LexisNexis") {
  for (const HeadRow& row : heads) {
    INFO(row.reason);
    const Article article = read_nexis_lines(row.lines);
    CHECK(article.title == row.title);
    CHECK(article.source == row.source);
    CHECK((article.date ? to_iso(*article.date) : "") == row.date);
    CHECK(joined_zones(article, ZoneKind::paragraph) == row.text);
  }
}

TEST_CASE("nothing, blanks and marks alone are no article, and harm nobody") {
  for (const Lines& lines : {Lines{}, Lines{"", " \u00A0"}, Lines{"Body"}, Lines{":"}, Lines{"End of Document"},
                             Lines{"LENGTH:"}, Lines{"11 août 2021"}}) {
    const Article article = read_nexis_lines(lines);
    CHECK(article.title.empty());
    CHECK(joined_zones(article, std::nullopt).empty());
  }
}

TEST_CASE("numbers of documents") {
  for (const char* line :
       {"1 of 25 DOCUMENTS", "2,001 of 2,146 DOCUMENTS", "1 of 1 DOCUMENT", " Document 1 de 25 ", "Dokument 1 von 25"})
    CHECK(is_document_number(line));
  for (const char* line : {"", "1 of 25", "one of 25 DOCUMENTS", "Document 1", "Document de 1 25", "1 of 25 documents",
                           "Le Document 1 de 25", "1 sur 25 DOCUMENTS"})
    CHECK_FALSE(is_document_number(line));
  CHECK(is_document_end("End of Document"));
  CHECK(is_document_end("Fin du document"));
  CHECK_FALSE(is_document_end("La fin du document"));
}

}  // namespace
}  // namespace hemero
