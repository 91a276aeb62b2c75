#include <span>

#include "tests/support/catch.h"
#include "tests/unit/text/token_notation.h"

// Where sentences and paragraphs start. The notation of the second column is explained in token_notation.h.

namespace hemero {
namespace {

struct Row {
  const char* text;
  const char* expected;
  const char* reason;
};

const Row stop_rows[] = {
    {"Il parle. Elle écoute.", "Il parle | Elle écoute", ""},
    {"Oui ! Non ? Peut être", "Oui | Non | Peut être", ""},
    {"Oui !... Non", "Oui | Non", ""},
    {"Quoi ?! Rien", "Quoi | Rien", ""},
    {"Fin… Puis", "Fin | Puis", ""},
    {"fin… puis", "fin puis", "lower case"},
    {"fin... puis", "fin puis", ""},
    {"Yahoo! a dit", "Yahoo a dit", "lower case"},
    {"Oui‼ Non", "Oui | Non", "U+203C"},
    {"jeudi.Le maire", "jeudi | Le maire", "a blank was forgotten"},
    {"jeudi. le maire", "jeudi le maire", ""},
    {"lemonde.fr", "lemonde fr", ""},
    {"En 2019. Le maire", "En 2019 | Le maire", ""},
    {"à 20h30. Le maire", "à 20h30{20 h 30} | Le maire", ""},
    {"Fin. 20 morts", "Fin | 20 morts", "a number may begin a sentence"},
    {"v.5", "v 5", ""},
    {"Fin.\nDébut", "Fin | Début", ""},
    {"Paris\nNice", "Paris Nice", "a line end is a blank"},
    {"Fin. L’affaire", "Fin | l' affaire", "before an elided word"},
    {"Fin. Val-d’Oise", "Fin | Val-d'Oise{Val d' Oise}", "before a compound"},
    {"Fin. 北京", "Fin | 北 京", "before letters without case"},
    {"北京。上海", "北 京 | 上 海", "an ideographic stop"},
    {"هل؟ نعم", "هل | نعم", "an Arabic question mark"},
};

const Row quotation_rows[] = {
    {"« Il part. » Le maire", "Il part | Le maire", ""},
    {"\"Il part.\" Le maire", "Il part | Le maire", ""},
    {"“Il part.” Le maire", "Il part | Le maire", ""},
    {"« Il part ». Le maire", "Il part | Le maire", ""},
    {"« Il part ! » dit-elle", "Il part dit elle", "the sentence goes on"},
    {"(Il part.) Le maire", "Il part | Le maire", ""},
    {"Fin. « Il part »", "Fin | Il part", ""},
    {"Fin.« Il part »", "Fin | Il part", ""},
};

const Row abbreviation_rows[] = {
    {"M. Macron. Il parle.", "M Macron | Il parle", "a title"},
    {"M.Macron", "M Macron", "a blank was forgotten"},
    {"M\u200B. Macron", "M Macron", "a zero-width space"},
    {"MM. Benalla et Crase", "MM Benalla et Crase", ""},
    {"Mme. Borne", "Mme Borne", ""},
    {"le Dr. House", "le Dr House", ""},
    {"Mgr. Aupetit", "Mgr Aupetit", ""},
    {"église St. John", "église St John", ""},
    {"F. Hollande", "F Hollande", "an initial"},
    {"É. Borne", "É Borne", ""},
    {"J.-P. Raffarin", "J.-P{J P} Raffarin", ""},
    {"J.K. Rowling", "J.K. Rowling", "two initials"},
    {"l’O.T.A.N. Le président", "l' O.T.A.N. | Le président", "an acronym that ends the sentence"},
    {"l’O.T.A.N. est", "l' O.T.A.N. est", ""},
    {"art. 5", "art 5", "before a number"},
    {"p. 12", "p 12", ""},
    {"vol. 2", "vol 2", ""},
    {"sept. 2019", "sept 2019", ""},
    {"le vol. Le maire", "le vol | Le maire", "a word like an abbreviation, before a capital"},
    {"garder le cap. Nous", "garder le cap | Nous", ""},
    {"des Vingt-sept. Il", "des Vingt-sept{Vingt sept} | Il", ""},
    {"comme tel. Il", "comme tel | Il", ""},
    {"bus, etc. Tout", "bus etc | Tout", ""},
    {"bus, etc. et", "bus etc et", ""},
    {"etc... Le", "etc | Le", ""},
};

const Row paragraph_rows[] = {
    {"Un procès à Paris\n\nAttentats : la cour", "Un procès à Paris ¶ Attentats la cour", ""},
    {"fin\n\nl’affaire", "fin ¶ l' affaire", ""},
    {"fin\n\nweek-end", "fin ¶ week-end{week end}", ""},
    {"fin\n\n20h30", "fin ¶ 20h30{20 h 30}", ""},
    {"un\n\n…\n\ndeux", "un ¶ deux", "a paragraph without words"},
    {"coro-\n\nnavirus", "coro ¶ navirus", "nothing is joined over its end"},
    {"l’\n\nétat", "l ¶ état", ""},
    {"l’\n\n« état »", "l ¶ état", ""},
    {"1\n\n250", "1 ¶ 250", ""},
};

TEST_CASE("sentences and paragraphs break where readers see them break") {
  for (const auto& rows : {std::span<const Row>(stop_rows), std::span<const Row>(quotation_rows),
                           std::span<const Row>(abbreviation_rows), std::span<const Row>(paragraph_rows)})
    for (const Row& row : rows) {
      INFO(row.text << ": " << row.reason);
      CHECK(notation(tokens_of(row.text)) == row.expected);
    }
}

/// The words that open a sentence or a quotation.
std::string openings(std::string_view text) {
  const TokenList tokens = tokens_of(text);
  std::string words;
  for (const Token& token : tokens)
    if (token.opens) words.append(words.empty() ? "" : " ").append(tokens.surface(token));
  return words;
}

const Row opening_rows[] = {
    {"Le maire parle. Elle écoute Paris", "Le Elle", ""},
    {"L’État parle", "l'", "a capital behind an elided word is no matter of place"},
    {"Saint-Denis parle", "Saint-Denis Saint", "a compound and its first part"},
    {"20h30 sonne", "20h30 20", ""},
    {"Il dit « Paris brûle", "Il Paris", "a quotation"},
    {"Il dit \"Paris brûle", "Il Paris", ""},
    {"Il dit : Paris brûle", "Il Paris", "a colon"},
    {"Paris — Nice", "Paris Nice", "a dash may open speech"},
    {"fin\n\nle maire", "fin le", "a paragraph opens in lower case too"},
    {"Fin. le maire", "Fin", ""},
};

TEST_CASE("tokens know where any word may wear a capital") {
  for (const Row& row : opening_rows) {
    INFO(row.text << ": " << row.reason);
    CHECK(openings(row.text) == row.expected);
  }
}

}  // namespace
}  // namespace hemero
