#include <span>

#include "tests/support/catch.h"
#include "tests/unit/text/token_notation.h"

// Numbers, hours, acronyms and what else has digits or dots inside. The notation of the second column is explained in
// token_notation.h.

namespace hemero {
namespace {

struct Row {
  const char* text;
  const char* expected;
  const char* reason;
};

const Row group_rows[] = {
    {"1250000", "1250000", ""},
    {"1 250 000 euros", "1250000 euros", "blanks"},
    {"1\u00A0250\u00A0000", "1250000", "no-break spaces"},
    {"1\u202F250\u202F000", "1250000", "narrow no-break spaces"},
    {"1\u2009250\u2009000", "1250000", "thin spaces"},
    {"1.250.000", "1250000", "dots"},
    {"1'250'000 francs", "1250000 francs", "apostrophes, as Swiss newspapers print them"},
    {"1’250’000", "1250000", ""},
    {"12’500,50", "12500,50", ""},
    {"1\u02BC250\u02BC000", "1250000", "… by a sign that is a letter"},
    {"CHF 12'345.–", "CHF 12345", "no rappen"},
    {"20'000-30'000", "20000-30000{20000 30000}", ""},
    {"l’an 1’25", "l' an 1'25", "a group has three digits"},
    {"Plus de 839.000 euros", "Plus de 839000 euros", "as agencies print them"},
    {"3 000 euros", "3000 euros", ""},
    {"1 500 000 000", "1500000000", ""},
    {"12 000 à 15 000", "12000 à 15000", ""},
    {"20 000-30 000", "20000-30000{20000 30000}", ""},
    {"ex-1.250", "ex-1250{ex 1250}", ""},
    {"en 2019 250 personnes", "en 2019 250 personnes", "a year is no group"},
    {"10 0000", "10 0000", "a group has three digits"},
    {"1 25 000", "1 25000", ""},
    {"12.50e", "12.50e", ""},
    {"1  250", "1 250", "two blanks"},
    {"1\n250", "1 250", "a line end"},
    {"250 000e", "250 000e", "three digits and nothing behind them"},
    {"A380 800", "A380 800", ""},
};

const Row decimal_rows[] = {
    {"7,4 %", "7,4", "the comma stays"},
    {"7,4\u00A0%", "7,4", ""},
    {"une hausse de 2,5 points", "une hausse de 2,5 points", ""},
    {"0,5", "0,5", ""},
    {"1 250,50 euros", "1250,50 euros", ""},
    {"1.250,50 euros", "1250,50 euros", ""},
    {"12,500", "12,500", "commas never group"},
    {"2,5M€", "2,5M", "a unit without a blank"},
    {"12.5", "12.5", ""},
    {"0.325", "0.325", "no group has a zero before it"},
    {"49.3", "49.3", ""},
    {"49,3", "49,3", ""},
    {"49-3", "49-3{49 3}", "the same article of the constitution: fold() says so"},
    {"Le 49.3. Le maire", "Le 49.3 | Le maire", ""},
    {"en 2019, 250 personnes", "en 2019 250 personnes", "a comma and a blank"},
};

const Row list_rows[] = {
    {"lignes 4,7,8 et 9", "lignes 4 7 8 et 9", "more than one comma is a list"},
    {"1,250,000", "1 250 000", ""},
    {"01 42 34 56 78", "01 42 34 56 78", "telephone"},
    {"01.42.34.56.78", "01 42 34 56 78", ""},
    {"01-42-34-56-78", "01-42-34-56-78{01 42 34 56 78}", ""},
    {"0800.06.66.66", "0800 06 66 66", ""},
    {"11/08/2021", "11 08 2021", "date"},
    {"11.08.2021", "11 08 2021", ""},
    {"11-08-2021", "11-08-2021{11 08 2021}", ""},
    {"2021-08-11", "2021-08-11{2021 08 11}", ""},
    {"192.168.1.1", "192 168 1 1", ""},
    {"version 1.2.3", "version 1 2 3", ""},
    {"2010-2012", "2010-2012{2010 2012}", ""},
    {"3-1", "3-1{3 1}", "a score"},
};

const Row hour_rows[] = {
    {"à 20h30 place", "à 20h30{20 h 30} place", "meets 20 h 30"},
    {"20H30", "20H30{20 H 30}", ""},
    {"20 h 30", "20 h 30", ""},
    {"20h", "20h{20 h}", ""},
    {"9h05", "9h05{9 h 05}", ""},
    {"dès 0h.", "dès 0h{0 h}", ""},
    {"à 20:30 place", "à 20:30{20 30} place", "with a colon"},
    {"9:05-9:15", "9:05-9{9 05 9} 15", "but for the second of a span"},
    {"un score de 2:1", "un score de 2 1", "minutes have two digits"},
    {"1:02:30", "1:02{1 02} 30", "seconds stand apart"},
    {"prix:20", "prix 20", ""},
    {"24h/24", "24h{24 h} 24", ""},
    {"20\u200Bh30", "20h30{20 h 30}", "an invisible character inside"},
    {"16h-18h30", "16h-18h30{16 h 18 h 30}", "a span of hours covers all its parts"},
    {"jeudi-20h30", "jeudi-20h30{jeudi 20 h 30}", ""},
    {"100h", "100h", "no hour has three digits"},
    {"20h3", "20h3", ""},
    {"20h300", "20h300", ""},
    {"H24", "H24", ""},
};

const Row word_rows[] = {
    {"1er mai", "1er mai", ""},
    {"1ᵉʳ mai", "1ᵉʳ mai", ""},
    {"le XIXe siècle", "le XIXe siècle", ""},
    {"Covid19", "Covid19", ""},
    {"covid 19", "covid 19", ""},
    {"G20", "G20", ""},
    {"5G", "5G", ""},
    {"H1N1", "H1N1", ""},
    {"Le n°10 argentin", "Le n 10 argentin", "number sign"},
    {"n° 10", "n 10", ""},
    {"nº4", "n 4", "number sign of a Spanish keyboard"},
    {"10€", "10", ""},
    {"+5 %", "5", ""},
    {"100m²", "100m²", ""},
};

const Row acronym_rows[] = {
    {"O.T.A.N.", "O.T.A.N.", ""},
    {"O.T.A.N", "O.T.A.N", "without its last stop"},
    {"L’O.T.A.N. a réagi", "l' O.T.A.N. a réagi", "behind an elision"},
    {"La S.N.C.F. en grève", "La S.N.C.F. en grève", ""},
    {"É.-U.", "É.-U{É U}", "initials"},
    {"les U.S.A.", "les U.S.A.", ""},
    {"O.\u00ADT.A.N.", "O.T.A.N.", "an invisible character inside"},
    {"E\u0301.N.A.", "É.N.A.", "decomposed"},
    {"a.m.", "a.m.", ""},
    {"T.E\u0301tat", "T État", "a decomposed letter in front of others is no initial"},
    {"T.É\u00ADtat", "T État", "a soft hyphen behind it neither"},
    {"P.S", "P.S", ""},
    {"o'k.x.", "o'k x", "what has an apostrophe is no acronym"},
    {"U.E.,", "U.E.", ""},
};

TEST_CASE("numbers, hours and acronyms are words") {
  for (const auto& rows :
       {std::span<const Row>(group_rows), std::span<const Row>(decimal_rows), std::span<const Row>(list_rows),
        std::span<const Row>(hour_rows), std::span<const Row>(word_rows), std::span<const Row>(acronym_rows)})
    for (const Row& row : rows) {
      INFO(row.text << ": " << row.reason);
      CHECK(notation(tokens_of(row.text)) == row.expected);
    }
}

}  // namespace
}  // namespace hemero
