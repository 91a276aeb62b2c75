#include <span>

#include "tests/support/catch.h"
#include "tests/unit/text/token_notation.h"

// The hyphen: compounds and their parts, clitics, words cut at a line's end. The notation of the second column is
// explained in token_notation.h.

namespace hemero {
namespace {

struct Row {
  const char* text;
  const char* expected;
  const char* reason;
};

const Row compound_rows[] = {
    {"week-end", "week-end{week end}", ""},
    {"franco-allemand", "franco-allemand{franco allemand}", ""},
    {"Seine-Saint-Denis", "Seine-Saint-Denis{Seine Saint Denis}", ""},
    {"Nuits-Saint-Georges", "Nuits-Saint-Georges{Nuits Saint Georges}", ""},
    {"Val-d’Oise", "Val-d'Oise{Val d' Oise}", "an elision inside"},
    {"chefs-d’œuvre", "chefs-d'œuvre{chefs d' œuvre}", ""},
    {"Saint-Jean-d’Angély", "Saint-Jean-d'Angély{Saint Jean d' Angély}", ""},
    {"l’ex-président", "l' ex-président{ex président}", "an elision before"},
    {"L’Haÿ-les-Roses", "l' Haÿ-les-Roses{Haÿ les Roses}", ""},
    {"c’est-à-dire", "c' est-à-dire{est à dire}", ""},
    {"jusqu’au-boutiste", "jusqu' au-boutiste{au boutiste}", ""},
    {"aujourd’hui-même", "aujourd'hui-même{aujourd'hui même}", "an apostrophe inside a part"},
    {"ex-O.T.A.N.", "ex-O.T.A.N.{ex O.T.A.N.}", "an acronym, its last stop included"},
    {"arc-en-ciel", "arc-en-ciel{arc en ciel}", "a clitic's letters in the middle"},
    {"Bourg-la-Reine", "Bourg-la-Reine{Bourg la Reine}", ""},
    {"Vitry-Le-François", "Vitry-Le-François{Vitry Le François}", ""},
    {"va-et-vient", "va-et-vient{va et vient}", ""},
    {"va-t-en-guerre", "va-t-en-guerre{va t en guerre}", ""},
    {"là-bas", "là-bas{là bas}", ""},
    {"au-delà", "au-delà{au delà}", ""},
    {"vous-même", "vous-même{vous même}", ""},
    {"T-shirt", "T-shirt{T shirt}", ""},
    {"e-mail", "e-mail{e mail}", ""},
    {"Covid-19", "Covid-19{Covid 19}", ""},
    {"B-52", "B-52{B 52}", ""},
    {"J.-P. Raffarin répond", "J.-P{J P} Raffarin répond", "initials leave the name alone"},
    {"Jean-Paul II", "Jean-Paul{Jean Paul} II", ""},
    {"un-deux-trois-quatre-cinq-six-sept-huit",
     "un-deux-trois-quatre-cinq-six-sept-huit{un deux trois quatre cinq six sept huit}", "the longest"},
    {"a-un-deux-trois-quatre-cinq-six-sept-huit", "a un deux trois quatre cinq six sept huit", "a web address, a list"},
};

const Row character_rows[] = {
    {"anti\u2011terroriste", "anti-terroriste{anti terroriste}", "U+2011"},
    {"Jean\u2011Luc Mélenchon", "Jean-Luc{Jean Luc} Mélenchon", ""},
    {"anti\u2010terroriste", "anti-terroriste{anti terroriste}", "U+2010"},
    {"porte–parole", "porte-parole{porte parole}", "en dash between letters"},
    {"Nouvelle–Calédonie", "Nouvelle-Calédonie{Nouvelle Calédonie}", ""},
    {"Paris–Nice", "Paris-Nice{Paris Nice}", ""},
    {"2010–2012", "2010-2012{2010 2012}", "en dash between digits"},
    {"Le maire – absent – se tait", "Le maire absent se tait", "en dashes between blanks are an incise"},
    {"oui - non", "oui non", ""},
    {"oui -non", "oui non", ""},
    {"sous- et sur-évalué", "sous et sur-évalué{sur évalué}", ""},
    {"mot—mot", "mot mot", "em dash"},
    {"mot--mot", "mot mot", "two hyphens"},
    {"-macron-", "macron", ""},
    {"et/ou", "et ou", ""},
    {"Saint-E\u0301tienne", "Saint-Étienne{Saint Étienne}", "decomposed"},
    {"anti-\u200Bterroriste", "anti-terroriste{anti terroriste}", "a zero-width space behind it"},
    {"anti\u200B-terroriste", "anti-terroriste{anti terroriste}", "a zero-width space before it"},
};

const Row clitic_rows[] = {
    {"va-t-il", "va il", "never a token t"},
    {"A-t-elle", "A elle", ""},
    {"Où va-t-on ?", "Où va on", ""},
    {"y a-t-il", "y a il", ""},
    {"Qu’a-t-elle dit", "qu' a elle dit", ""},
    {"l’a-t-il", "l' a il", ""},
    {"va\u2011t\u2011il", "va il", "U+2011"},
    {"va–t–il", "va il", "en dashes"},
    {"FAUT-IL", "FAUT IL", ""},
    {"VA-T-IL", "VA IL", ""},
    {"ajoute-t'il", "ajoute il", "a common slip"},
    {"dit-on", "dit on", ""},
    {"dit-il", "dit il", ""},
    {"ai-je", "ai je", ""},
    {"sais-tu", "sais tu", ""},
    {"avez-vous", "avez vous", ""},
    {"pouvons-nous", "pouvons nous", ""},
    {"disent-ils", "disent ils", ""},
    {"donne-le-moi", "donne le moi", ""},
    {"dites-le-leur", "dites le leur", ""},
    {"vas-y", "vas y", ""},
    {"prends-en", "prends en", ""},
    {"va-t’en", "va t' en", "an elided pronoun is no euphonic t"},
    {"donne-m’en", "donne m' en", ""},
    {"est-ce", "est ce", ""},
    {"Qu’est-ce que", "qu' est ce que", ""},
    {"n’est-ce pas", "n' est ce pas", ""},
    {"celui-ci", "celui ci", ""},
    {"celle-là", "celle là", ""},
    {"ce jour-là", "ce jour là", ""},
    {"cette fois-ci", "cette fois ci", ""},
    {"s’agit-il", "s' agit il", ""},
    {"soi-disant", "soi-disant{soi disant}", "no clitic"},
    {"rendez-vous", "rendez-vous{rendez vous}", "a noun that ends like a verb with its clitic"},
    {"Rendez-vous", "Rendez-vous{Rendez vous}", ""},
    {"RENDEZ-VOUS", "RENDEZ-VOUS{RENDEZ VOUS}", ""},
    {"rendez\u2011vous", "rendez-vous{rendez vous}", ""},
    {"garde-à-vous", "garde-à-vous{garde à vous}", ""},
};

const Row line_end_rows[] = {
    {"Le coro-\nnavirus circule", "Le coronavirus{coro navirus} circule", "the word and its halves"},
    {"gouver-\nnement", "gouvernement{gouver nement}", ""},
    {"le vice-\nprésident", "le viceprésident{vice président}", "a real hyphen: the parts are found"},
    {"gouver- \n  nement", "gouvernement{gouver nement}", "blanks around the line end"},
    {"gouver-\r\nnement", "gouvernement{gouver nement}", "CRLF"},
    {"gouver\u00AD\nnement", "gouvernement{gouver nement}", "a soft hyphen"},
    {"gouver\u2010\nnement", "gouvernement{gouver nement}", "U+2010"},
    {"gouver¬\nnement", "gouvernement{gouver nement}", "a hyphen as machines misread it"},
    {"gouver¬nement", "gouver nement", "none inside a line"},
    {"Saint-\nDenis", "Saint-Denis{Saint Denis}", "a capital: no word was cut"},
    {"Covid-\n19", "Covid-19{Covid 19}", "a digit: neither"},
    {"rendez-\nvous", "rendezvous{rendez vous}", ""},
    {"demanda-t-\nil", "demanda il", "a clitic behind its euphonic t"},
    {"Paris –\nNice", "Paris Nice", "a dash"},
    {"oui -\nnon", "oui non", "a blank before the hyphen"},
    {"pro-\n", "pro", "nothing follows"},
    {"mot\u200B\nautre", "mot autre", "a zero-width space is no hyphen"},
};

const Row invisible_rows[] = {
    {"gou\u00ADver\u00ADne\u00ADment", "gouvernement", "soft hyphens"},
    {"gou\u200Bvernement", "gouvernement", "zero-width space"},
    {"gou\u200C\u200Dver\u2060ne\uFEFFment", "gouvernement", "other zero-width characters"},
    {"gou\u00AD\u200Bvernement", "gouvernement", "two of them"},
    {"\uFEFFLe\u200B maire\u00AD", "Le maire", "at the edges"},
    {"presse, \u200B\u200B\u200BSylvie", "presse Sylvie", ""},
    {"N\u00AD’Golo", "N'Golo", "beside an apostrophe"},
};

TEST_CASE("hyphens make compounds of parts") {
  for (const auto& rows :
       {std::span<const Row>(compound_rows), std::span<const Row>(character_rows), std::span<const Row>(clitic_rows),
        std::span<const Row>(line_end_rows), std::span<const Row>(invisible_rows)})
    for (const Row& row : rows) {
      INFO(row.text << ": " << row.reason);
      CHECK(notation(tokens_of(row.text)) == row.expected);
    }
}

TEST_CASE("the closed spelling of a compound is its fold") {
  CHECK(is_compound_surface("week-end"));
  CHECK(is_compound_surface("20h30"));
  CHECK(is_compound_surface("20:30"));
  CHECK(is_compound_surface("9H"));
  for (const char* surface :
       {"weekend", "aujourd'hui", "O.T.A.N.", "7,4", "49.3", "100h", "20h3", "20hm", "h30", "20"}) {
    INFO(surface);
    CHECK_FALSE(is_compound_surface(surface));
    CHECK(is_indexed(surface));
  }
  for (const char* surface : {"l'", "qu'", "week-end", "20h30"}) CHECK_FALSE(is_indexed(surface));
}

}  // namespace
}  // namespace hemero
