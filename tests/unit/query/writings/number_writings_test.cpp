#include "tests/unit/query/writings/writing_rows.h"

// Numbers, hours, units and dates that are printed in several ways.

namespace hemero {
namespace {

const WritingRow roman_rows[] = {
    {"IIIe République", "La 3e République naquit de la défaite.", true, ""},
    {"3e République", "Sous la IIIe République, l’école devint laïque.", true, ""},
    {"XXe siècle", "Un peintre du 20e siècle.", true, ""},
    {"20e siècle", "Un peintre du XXe siècle.", true, ""},
    {"Ve République", "La 5e République a soixante ans.", true, ""},
    {"5e République", "La Ve République a soixante ans.", true, ""},
    {"\"XIXe siècle\"", "Une usine du 19ème siècle.", true, ""},
    {"xixème siècle", "Une usine du 19e siècle.", true, ""},
    {"acte 23", "Gilets jaunes : l’acte XXIII s’annonce tendu.", true, ""},
    {"acte XXIII", "Gilets jaunes : l’acte 23 s’annonce tendu.", true, ""},
    {"Henri 4", "La poule au pot d’Henri IV.", true, ""},
    {"Henri IV", "la poule au pot d’henri 4", true, ""},
    {"Jean-Paul 2", "Le pape Jean-Paul II est mort en 2005.", true, ""},
    {"Louis XIV", "Le palais du roi Louis 14 attire la foule.", true, ""},
    {"16e arrondissement", "Un appartement du XVIe arrondissement.", true, ""},
    {"XVIe arrondissement", "Un appartement du 16ème arrondissement.", true, ""},
    {"François 1er", "Le château de François Ier.", true, ""},
    {"François Ier", "Le château de François 1er.", true, ""},
    {"François premier", "Le château de François Ier.", true, ""},
    {"Napoléon III", "Le neveu, Napoléon 3, fut empereur.", true, ""},
    {"Vatican 2", "Le concile Vatican II a changé la messe.", true, ""},
    {"IVe République", "La 5e République a soixante ans.", false, ""},
    {"Henri IV", "Henri VI, roi d’Angleterre.", false, ""},
    {"acte XXIII", "L’acte XXII des gilets jaunes.", false, ""},
    {"vie", "Le siège de la 6e compagnie.", false, "vie is no VIe"},
    {"6e compagnie", "La vie de la compagnie.", false, "vie is no VIe"},
    {"1000", "Le Mac de monsieur M, MC des soirées.", false, "letters are no numbers"},
    {"5", "Le v de victoire.", false, ""},
    {"dix", "Le groupe X a vendu sa filiale.", false, ""},
};

const WritingRow first_rows[] = {
    {"premier mai", "Les défilés du 1er mai ont rassemblé les syndicats.", true, ""},
    {"1er mai", "Les défilés du premier mai.", true, ""},
    {"1ère division", "Le club de première division.", true, ""},
    {"premier ministre", "Le 1er ministre a démissionné.", true, ""},
    {"1er", "Il a 1 an.", true, "as documented: 1er as 1"},
    {"\"1er mai\"", "le premier mai des travailleurs", false, "a phrase is words as typed"},
    {"premiers", "Il a 1 an et 3 mois.", false, "premier reaches 1er, not 1"},
};

const WritingRow figure_rows[] = {
    {"1250000", "Un budget de 1’250’000 francs.", true, ""},
    {"1'250'000", "Un budget de 1 250 000 francs.", true, ""},
    {"2,5", "Une hausse de 2.5 % en un an.", true, ""},
    {"2.5", "Une hausse de 2,5 % en un an.", true, ""},
    {"\"2,5 millions\"", "Plus de 2.5 millions de foyers.", true, ""},
    {"2,5", "Le score est de 25 à 3.", false, ""},
    {"25", "Une hausse de 2,5 % en un an.", false, ""},
    {"½", "Une mi-temps et 1/2 litre de lait.", true, ""},
    {"1/2", "Une chopine vaut ½ litre.", true, ""},
};

const WritingRow hour_rows[] = {
    {"8h", "Le scrutin ouvre à 8 heures.", true, ""},
    {"8 heures", "Le scrutin ouvre à 8h.", true, ""},
    {"8h30", "Le scrutin ouvre à 8 h 30.", true, ""},
    {"20 heures", "Le journal de 20h sur TF1.", true, ""},
    {"8:30", "Le scrutin ouvre à 8h30.", true, ""},
    {"8h30", "Rendez-vous à 8:30 devant la mairie.", true, ""},
    {"8h30", "Rendez-vous à 8 heures 30 devant la mairie.", true, ""},
    {"24h", "Il a été libéré en moins de 24 heures.", true, ""},
    {"9h", "Le scrutin ouvre à 8 heures.", false, ""},
};

const WritingRow unit_rows[] = {
    {"130 km/h", "Flashé à 130km/h sur l’A6.", true, ""},
    {"130km/h", "Flashé à 130 km/h sur l’A6.", true, ""},
    {"3,7 mm", "Une balle de 3,7mm.", true, ""},
    {"3,7mm", "Une balle de 3,7 mm.", true, ""},
    {"90 m2", "Un appartement de 90m² à Lyon.", true, ""},
    {"90m2", "Un appartement de 90 m² à Lyon.", true, ""},
    {"20kg", "Saisie de 20 kilos, soit 20 kg de cocaïne.", true, ""},
    {"20 kg", "Saisie de 20kg de cocaïne.", true, ""},
    {"5g", "Un déploiement de la 5 G.", true, ""},
    {"5 G", "Un déploiement de la 5G.", true, ""},
    {"130 km/h", "Un trajet de 130 km en une heure.", false, ""},
    {"20°C", "Il fera 20 °C à Nice.", true, ""},
    {"50%", "Une remise de 50 % sur tout.", true, ""},
};

const WritingRow money_rows[] = {
    {"12 millions d’euros", "Un transfert à 12 M€.", true, ""},
    {"12 M€", "Un transfert à 12 millions d’euros.", true, ""},
    {"12M€", "Un transfert à 12 M€.", true, ""},
    {"3 milliards d’euros", "Un plan de 3 Md€ pour l’hôpital.", true, ""},
    {"3 Mds€", "Un plan de 3 milliards d’euros.", true, ""},
    {"50€", "Un billet de 50 euros.", true, ""},
    {"12 millions d’euros", "Un transfert à 12 milliards d’euros.", false, ""},
};

const WritingRow year_rows[] = {
    {"mai 68", "Les pavés de mai 1968.", true, ""},
    {"mai 1968", "Cinquante ans après Mai 68.", true, ""},
    {"\"mai 68\"", "Les pavés de mai 1968.", true, ""},
    {"euro 96", "L’Euro 1996 de football.", true, ""},
    {"mondial 98", "Le Mondial 1998 de Zidane.", true, ""},
    {"68 morts", "L’année 1968 fut celle des morts.", false, "a bare number is no year"},
};

const WritingRow numero_rows[] = {
    {"n°10", "Le numéro 10 du PSG est blessé.", true, ""},
    {"numéro 10", "Le n° 10 du PSG est blessé.", true, ""},
    {"n° 10", "Le no 10 du PSG est blessé.", true, ""},
    {"no 10", "Le n°10 du PSG est blessé.", true, ""},
    {"\"numéro 1 mondial\"", "Le n°1 mondial s’incline.", true, ""},
    {"numéro", "C’était un no man’s land.", false, ""},
    {"n°10", "Il ne reste que le maillot 10.", false, ""},
};

TEST_CASE("Roman numbers are Arabic ones") { check_writings(roman_rows); }
TEST_CASE("the first is one in figures") { check_writings(first_rows); }
TEST_CASE("figures are grouped and cut in several ways") { check_writings(figure_rows); }
TEST_CASE("an hour is printed in several ways") { check_writings(hour_rows); }
TEST_CASE("a unit stands beside its number or apart") { check_writings(unit_rows); }
TEST_CASE("millions are abbreviated") { check_writings(money_rows); }
TEST_CASE("a year is printed short") { check_writings(year_rows); }
TEST_CASE("numéro is abbreviated") { check_writings(numero_rows); }

}  // namespace
}  // namespace hemero
