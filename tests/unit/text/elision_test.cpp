#include <span>

#include "tests/support/catch.h"
#include "tests/unit/text/token_notation.h"

// The apostrophe: what comes off, what stays whole. The notation of the second column is explained in token_notation.h.

namespace hemero {
namespace {

struct Row {
  const char* text;
  const char* expected;
  const char* reason;
};

const Row character_rows[] = {
    {"l'état", "l' état", "straight"},
    {"l’état", "l' état", "U+2019"},
    {"l\u02BCinstruction", "l' instruction", "U+02BC"},
    {"L´enquête", "l' enquête", "U+00B4; a particle is in lower case"},
    {"l′or", "l' or", "U+2032"},
    {"l＇or", "l' or", "U+FF07"},
    {"l`or", "l' or", "grave accent"},
    {"l‘or", "l' or", "U+2018"},
};

const Row particle_rows[] = {
    {"C’est", "c' est", ""},
    {"d’accord", "d' accord", ""},
    {"j’ai", "j' ai", ""},
    {"m’a", "m' a", ""},
    {"n’est", "n' est", ""},
    {"s’est", "s' est", ""},
    {"t’ai", "t' ai", ""},
    {"qu’il", "qu' il", ""},
    {"Jusqu’à", "jusqu' à", ""},
    {"lorsqu’Emmanuel", "lorsqu' Emmanuel", ""},
    {"Puisqu'Areva", "puisqu' Areva", ""},
    {"quoiqu’elle", "quoiqu' elle", ""},
    {"QU’ILS RESTENT", "qu' ILS RESTENT", "capitals"},
    {"L’ETAT, C’EST MOI", "l' ETAT c' EST MOI", "capitals"},
    {"l’Élysée", "l' Élysée", "before an accented capital"},
    {"l’e\u0301tat", "l' état", "before a decomposed letter"},
    {"d’œuvre", "d' œuvre", "before a ligature"},
    {"l’Øresund", "l' Øresund", "before a foreign vowel"},
    {"d’İzmir", "d' İzmir", ""},
    {"l’hôpital", "l' hôpital", "before an h"},
    {"l’Yonne", "l' Yonne", "before a y"},
    {"l’A86", "l' A86", ""},
    {"d’1 million", "d' 1 million", "a number read with a vowel"},
    {"qu’à l’heure d’aujourd’hui", "qu' à l' heure d' aujourd'hui", ""},
    {"s’il l’a dit", "s' il l' a dit", ""},
    {"Jean d’Ormesson", "Jean d' Ormesson", ""},
    {"L’Oréal", "l' Oréal", ""},
    {"D’Artagnan", "d' Artagnan", ""},
    {"Côte d’Ivoire", "Côte d' Ivoire", ""},
};

const Row whole_rows[] = {
    {"aujourd’hui", "aujourd'hui", ""},
    {"AUJOURD'HUI", "AUJOURD'HUI", ""},
    {"Aujourd´hui", "Aujourd'hui", "a surface has plain apostrophes"},
    {"les prud’hommes", "les prud'hommes", ""},
    {"un prud'homme", "un prud'homme", ""},
    {"prud’homal", "prud'homal", ""},
    {"la presqu’île", "la presqu'île", ""},
    {"quelqu’un", "quelqu'un", ""},
    {"quelqu’une", "quelqu'une", ""},
    {"l’entr’acte", "l' entr'acte", ""},
    {"s’entr’aider", "s' entr'aider", ""},
    {"grand’mère", "grand'mère", ""},
    {"N’Golo Kanté", "N'Golo Kanté", "before a consonant"},
    {"M’Bappé", "M'Bappé", ""},
    {"N’Djamena", "N'Djamena", ""},
    {"Conan O’Brien", "Conan O'Brien", ""},
    {"O’Hara", "O'Hara", "o never elides"},
    {"McDonald’s", "McDonald's", ""},
    {"Moody’s abaisse", "Moody's abaisse", ""},
    {"rock'n'roll", "rock'n'roll", ""},
    {"rock ’n’ roll", "rock n roll", ""},
    {"Guns N’ Roses", "Guns N Roses", ""},
    {"p’tit", "p'tit", ""},
    {"y’a", "y'a", ""},
    {"d’la", "d'la", "before a consonant"},
    {"‘Ndrangheta", "Ndrangheta", "one before the word"},
    {"la saison ′20 d´or", "la saison 20 d' or", ""},
};

const Row spacing_rows[] = {
    {"l ' Assemblée", "l' Assemblée", "as OCR leaves it"},
    {"l' Assemblée", "l' Assemblée", ""},
    {"l ’Assemblée", "l' Assemblée", ""},
    {"l’\u00A0état", "l' état", "no-break space"},
    {"d\u202F’\u202For", "d' or", "narrow no-break space"},
    {"l’\nAssemblée", "l' Assemblée", "a line end"},
    {"qu ' il", "qu' il", ""},
    {"jusqu ' à", "jusqu' à", "longer ones too"},
    {"lorsqu ’ Emmanuel", "lorsqu' Emmanuel", ""},
    {"l' maire", "l maire", "no elision before a consonant"},
    {"le mot 'police' a", "le mot police a", "a quotation"},
    {"l’\u200BÉtat", "l' État", "a zero-width space behind it"},
    {"l\u200B’État", "l' État", "a zero-width space before it"},
    {"l’\u2060État", "l' État", "a word joiner"},
    {"l’\u00ADÉtat", "l' État", "a soft hyphen"},
    {"d''évolutions", "d' évolutions", "typed twice"},
    {"d''Europe 1", "d' Europe 1", ""},
    {"''55 quattro''", "55 quattro", "two of them are a quotation mark"},
};

const Row quotation_rows[] = {
    {"L’«Aquarius»", "l' Aquarius", ""},
    {"L’« Aquarius »", "l' Aquarius", ""},
    {"l’“affaire”", "l' affaire", ""},
    {"l’\"affaire\"", "l' affaire", ""},
    {"l’‘affaire’", "l' affaire", "single quotation marks"},
    {"qu’« On »", "qu' On", ""},
    {"l’(ancien) maire", "l' ancien maire", "a bracket"},
    {"d’@Elysee", "d' Elysee", "a handle"},
    {"l’#Euro", "l' Euro", "a hashtag"},
    {"l’*important*", "l' important", "a mark of emphasis"},
    {"aujourd’« hui »", "aujourd hui", "no elided word"},
    {"les 'gilets jaunes' ont", "les gilets jaunes ont", ""},
    {"'oui'", "oui", ""},
    {"l’", "l", "nothing follows"},
};

TEST_CASE("elided words come off, other apostrophes stay inside their word") {
  for (const auto& rows :
       {std::span<const Row>(character_rows), std::span<const Row>(particle_rows), std::span<const Row>(whole_rows),
        std::span<const Row>(spacing_rows), std::span<const Row>(quotation_rows)})
    for (const Row& row : rows) {
      INFO(row.text << ": " << row.reason);
      CHECK(notation(tokens_of(row.text)) == row.expected);
    }
}

TEST_CASE("only what comes off is a particle") {
  for (const char* text : {"l’état", "l ' état", "l’« état »"}) {
    const TokenList tokens = tokens_of(text);
    REQUIRE(tokens.tokens().size() == 2);
    CHECK(tokens.tokens()[0].kind == TokenKind::particle);
    CHECK(tokens.tokens()[1].kind == TokenKind::word);
  }
  CHECK(tokens_of("N’Golo").tokens().front().kind == TokenKind::word);
}

}  // namespace
}  // namespace hemero
