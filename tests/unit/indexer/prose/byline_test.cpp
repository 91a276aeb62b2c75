#include "indexer/prose/byline.h"

#include <string>
#include <vector>

#include "tests/support/catch.h"

namespace hemero {
namespace {

using Names = std::vector<std::string>;

struct Row {
  const char* line;
  const char* date;  ///< ISO, empty for none
  Names authors;
  const char* reason;
};

const Row bylines[] = {
    {"Publié le 11 août 2021 à 18h03 — Par Claire Vasseur", "2021-08-11T18:03", {"Claire Vasseur"}, "both"},
    {"Publié le 11 août 2021", "2021-08-11", {}, "a date"},
    {"PUBLIÉ LE 11/08/2021 À 18:03", "2021-08-11T18:03", {}, "in capitals"},
    {"Publie le 11 aout 2021", "2021-08-11", {}, "without accents"},
    {"Publié le mercredi 11 août 2021 à 18 h 03.", "2021-08-11T18:03", {}, "with a full stop"},
    {"Mis en ligne le 3 mars 2020", "2020-03-03", {}, "another word for it"},
    {"Article publié le 3 mars 2020", "2020-03-03", {}, "the article was"},
    {"Date de publication : 3 mars 2020", "2020-03-03", {}, "a noun"},
    {"11 août 2021", "2021-08-11", {}, "the date alone"},
    {"Le 11/08/2021 à 18:03", "2021-08-11T18:03", {}, "the date with its article"},
    {"Mercredi 11 août 2021", "2021-08-11", {}, "with the weekday"},
    {"Paris, le 11 août 2021", "2021-08-11", {}, "a place before it"},
    {"11 août 2021 | Politique", "2021-08-11", {}, "the section behind it"},
    {"Mis à jour le 22 mai 2017 à 19:12 - Par Mireille Castagnier",
     "",
     {"Mireille Castagnier"},
     "an update is no publication"},
    {"Mis à jour le 22 mai 2017", "", {}, "an update alone"},
    {"MIS À JOUR LE 22/05/2017", "", {}, "in capitals"},
    {"Modifié le 22 mai 2017 à 10h", "", {}, "another word for it"},
    {"Dernière modification : 22 mai 2017", "", {}, "a noun"},
    {"Publié le 6 juin 2016 à 21 h 15 par Étienne Chazelot | Mis à jour le 7 juin 2016 à 07 h 30",
     "2016-06-06T21:15",
     {"Étienne Chazelot"},
     "both dates: the first one counts"},
    {"Mis à jour le 7 juin 2016 à 07h30, publié le 6 juin 2016", "2016-06-06", {}, "… in whatever order"},
    {"Modifié le 12/08/2021 - Publié le 11/08/2021", "2021-08-11", {}, "… in figures"},
    {"Publié le 17 août 2021 à 07h30, mis à jour à 12h05 – Lecture 3 min", "2021-08-17T07:30", {}, "an hour of update"},
    {"6 juin 2016 à 21h15, mis à jour le 7 juin 2016", "2016-06-06T21:15", {}, "unsaid publication before an update"},
    {"Mis à jour à 12h05", "", {}, "nothing but an hour"},
    {"Publié il y a deux heures", "", {}, "a date that nobody can know"},
    {"Par Claire Vasseur", "", {"Claire Vasseur"}, "a signature"},
    {"PAR CLAIRE VASSEUR", "", {"CLAIRE VASSEUR"}, "as printed"},
    {"Par AFP", "", {"AFP"}, "an agency"},
    {"Par Fiona O’Brien\nPublié le 17 août 2021", "2021-08-17", {"Fiona O’Brien"}, "a name ends with its line"},
    {"Par Claire Vasseur et J.-P. Morin (avec AFP), à Kaboul",
     "",
     {"Claire Vasseur", "J.-P. Morin"},
     "two names and more"},
    {"Par Claire Vasseur, Paul Oudart et Léa Petit", "", {"Claire Vasseur", "Paul Oudart", "Léa Petit"}, "three names"},
    {"Par Claire Vasseur, Kaboul", "", {"Claire Vasseur"}, "a place behind a comma"},
    {"Par Claire Vasseur, envoyée spéciale à Kaboul", "", {"Claire Vasseur"}, "a job behind a comma"},
    {"Par Claire Vasseur avec AFP", "", {"Claire Vasseur"}, "with an agency"},
    {"Par Gauthier de Saint-Aignan", "", {"Gauthier de Saint-Aignan"}, "a particle"},
    {"Par Ghislaine d’Estaing", "", {"Ghislaine d’Estaing"}, "an elided particle"},
    {"Par Claire Vasseur le 11 août 2021", "2021-08-11", {"Claire Vasseur"}, "“le” of the date is no particle"},
    {"Propos recueillis par Claire Vasseur", "", {"Claire Vasseur"}, "an interview"},
    {"Par la rédaction, publié le 6 décembre 2019", "2019-12-06", {}, "nobody's name"},
    {"Publié le 6 décembre 2019 à 06h15 — Par la rédaction, avec Agence Presse Ouest",
     "2019-12-06T06:15",
     {},
     "nor here"},
    {"Publié le 14 avril 2016 à 23h10 – Anne-Sophie Kervizic",
     "2016-04-14T23:10",
     {"Anne-Sophie Kervizic"},
     "a name behind a dash"},
    {"Publié le 25 mai 2023 à 19h32 – La Tribune d’Armor avec APO",
     "2023-05-25T19:32",
     {},
     "a newspaper behind a dash"},
    {"Publié le 16 mai 2022 à 12h30 – Mis à jour à 15h02", "2022-05-16T12:30", {}, "an update behind a dash"},
    {"BELLE-GREVE (Loire-Atlantique), 14 octobre 2015, 16h22 (APO) - J.-P. Bréhaudais",
     "2015-10-14T16:22",
     {"J.-P. Bréhaudais"},
     "the dateline of a dispatch"},
    {"PARIS, 13 septembre 2022 (AFP)", "2022-09-13", {}, "… without an hour"},
    {"Publie\u0301 le 11 aou\u0302t 2021 – Ele\u0301onore Dupre\u0301",
     "2021-08-11",
     {"Eléonore Dupré"},
     "decomposed accents"},
    {"Publié le 31 février 2021", "", {}, "a day that does not exist"},
    {"Le mercredi 11 août 2021, par Claire Vasseur.",
     "2021-08-11",
     {"Claire Vasseur"},
     "with a full stop, as many sites made with SPIP have it"},
    {"mercredi 11 août 2021, par Claire Vasseur, Paul Oudart",
     "2021-08-11",
     {"Claire Vasseur", "Paul Oudart"},
     "names"},
    {"11 août 2021 | Claire Vasseur", "2021-08-11", {"Claire Vasseur"}, "a name behind a sign, longer than the date"},
    {"Le 11/08/2021 - Marie-Françoise Vasseur-Kervizic", "2021-08-11", {"Marie-Françoise Vasseur-Kervizic"}, ""},
    {"Claire Vasseur – 11 août 2021", "2021-08-11", {"Claire Vasseur"}, "the name first"},
    {"Claire Vasseur • Publié le 11 août 2021 à 18:03",
     "2021-08-11T18:03",
     {"Claire Vasseur"},
     "… before its announcement"},
    {"Claire Vasseur | le 11 août 2021", "2021-08-11", {"Claire Vasseur"}, "… before its article"},
};

TEST_CASE("bylines give the date of publication and the authors") {
  for (const Row& row : bylines) {
    INFO(row.line << " (" << row.reason << ")");
    const auto byline = read_byline(row.line);
    CHECK(byline);
    if (!byline) continue;
    CHECK((byline->date ? to_iso(*byline->date) : "") == row.date);
    CHECK(byline->authors == row.authors);
    CHECK(byline->date_text.empty() == !byline->date);
  }
}

TEST_CASE("the date is kept as it was printed") {
  CHECK(read_byline("Publié le mercredi 11 août 2021 à 18h03 — Par X Y")->date_text == "mercredi 11 août 2021 à 18h03");
}

const char* const other_lines[] = {
    "",
    " ",
    "Par",
    "Accueil",
    "À Kaboul, l’ambassade de France prépare ses cartons",
    "Grève du 5 décembre 2019 : ce qu’il faut savoir",
    "Grève du 5 décembre 2019",
    "Un rapport publié le 11 août 2021 accable la mairie",
    "Un rapport, publié le 11 août 2021, accable la mairie",
    "Le 11 août 2021, il est parti.",
    "Le 11 août 2021, Kaboul tombait et le monde regardait ailleurs.",
    "La circulation a été coupée. Les plaisanciers n’ont pas lu l’avis, publié sur internet le 12 mai 2023.",
    "Ce texte a été publié le 11 août 2021 dans nos colonnes.",
    "Cet article a été mis à jour le 11 août 2021 pour corriger une date.",
    "Par ailleurs, le tribunal a jugé, le 11 août 2021, que la mairie avait tort.",
    "Par Toutatis, les Gaulois reviennent",
    "Par temps de pluie, la route est fermée",
    "Par Claire Vasseur, qui a suivi toute l’affaire, le récit d’une semaine à Kaboul.",
    "Publié par erreur, ce texte a été retiré.",
    "Elle a été publiée par Gallimard",
    "Une réunion publique se tiendra jeudi à 20 h 30, salle du Lavoir.",
    "1921-2021 : un siècle de luttes",
    "Claire Vasseur, le 11 août 2021.",
    "Claire Vasseur – 2021",
    "Manifestation à Kaboul – 11 août 2021, en marge du sommet",
    "Le 11 août 2021, par mesure de prudence.",
    "Le mercredi 11 août 2021, par Claire Vasseur et son avocat.",
};

TEST_CASE("titles, labels and sentences are no bylines, whatever dates and names they hold") {
  for (const char* line : other_lines) {
    INFO(line);
    CHECK_FALSE(read_byline(line));
  }
}

TEST_CASE("a long line is no byline") {
  const std::string line = "Publié le 11 août 2021 — Par Claire Vasseur";
  CHECK(read_byline(line + std::string(100, ' ') + "x"));
  CHECK_FALSE(read_byline(line + std::string(150, ' ') + "x"));
}

}  // namespace
}  // namespace hemero
