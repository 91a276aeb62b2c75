#include <chrono>
#include <span>
#include <string>

#include "common/base/dates/date_search.h"
#include "tests/support/catch.h"

namespace hemero {
namespace {

/// The text with the date found in it between angle brackets, and the date; "nothing" when there is none.
std::string found(const std::string& text, DateTrust trust) {
  const auto found = find_date(text, trust);
  if (!found) return "nothing";
  return text.substr(0, found->begin) + "<" + text.substr(found->begin, found->end - found->begin) + ">" +
         text.substr(found->end) + " = " + to_iso(found->date);
}

struct Row {
  const char* text;
  const char* expected;
  const char* reason;
};

const Row written_rows[] = {
    {"Publié le 11 août 2021.", "Publié le <11 août 2021>. = 2021-08-11", "the usual form"},
    {"11 aout 2021", "<11 aout 2021> = 2021-08-11", "without its accent"},
    {"11 AOÛT 2021", "<11 AOÛT 2021> = 2021-08-11", "capitals"},
    {"11 aou\u0302t 2021", "<11 aou\u0302t 2021> = 2021-08-11", "decomposed accent"},
    {"1er janvier 2019", "<1er janvier 2019> = 2019-01-01", "the first of a month"},
    {"1ER JANVIER 2019", "<1ER JANVIER 2019> = 2019-01-01", "in capitals"},
    {"1\u1D49\u02B3 janvier 2019", "<1\u1D49\u02B3 janvier 2019> = 2019-01-01", "superscript letters"},
    {"1 er janvier 2019", "<1 er janvier 2019> = 2019-01-01", "as markup leaves it"},
    {"1 janvier 2019", "<1 janvier 2019> = 2019-01-01", "the first of a month, without er"},
    {"11er août 2021", "nothing", "er belongs to 1 alone"},
    {"06 juillet 2017", "<06 juillet 2017> = 2017-07-06", "a leading zero"},
    {"11\u00A0août\u202F2021", "<11\u00A0août\u202F2021> = 2021-08-11", "no-break spaces"},
    {"11\n  août  2021", "<11\n  août  2021> = 2021-08-11", "any blanks"},
    {"11-août-2021", "<11-août-2021> = 2021-08-11", "hyphens"},
    {"11août2021", "<11août2021> = 2021-08-11", "no blanks, as character recognition has it"},
    {"du 9 au 11 août 2021", "du 9 au <11 août 2021> = 2021-08-11", "a range gives the day that is whole"},
    {"les 9-11 août 2021", "les 9-<11 août 2021> = 2021-08-11", "a range with a hyphen"},
    {"le 3 mai puis le 4 juin 2020", "le 3 mai puis le <4 juin 2020> = 2020-06-04", "a day without a year is passed"},
    {"le 31 avril 2020 et le 1er mai 2020", "le 31 avril 2020 et le <1er mai 2020> = 2020-05-01", "no such day"},
    {"29 février 2020, 29 février 2021", "<29 février 2020>, 29 février 2021 = 2020-02-29", "the first one"},
    {"29 février 2021", "nothing", "no leap year"},
    {"0 mars 2021", "nothing", "no day 0"},
    {"32 mars 2021", "nothing", "no day 32"},
    {"111 mars 2021", "nothing", "a longer number"},
    {"A11 mars 2021", "nothing", "part of a word"},
    {"3,11 mars 2021", "nothing", "part of a number"},
    {"11 mars 20219", "nothing", "a longer number"},
    {"11 mars 2021e", "nothing", "no year"},
    {"11 mars 3500 manifestants", "nothing", "no year"},
    {"11 marsouins 2021", "nothing", "a longer word"},
    {"11 août", "nothing", "no year"},
    {"11 août 21", "nothing", "two digits are no year"},
    {"", "nothing", "empty"},
    {"11", "nothing", "the text ends"},
    {"11 août 202", "nothing", "the text ends"},
    {"août 2021", "nothing", "no day"},
};

const Row month_name_rows[] = {
    {"1 janv. 2021", "<1 janv. 2021> = 2021-01-01", ""},
    {"1 jan. 2021", "<1 jan. 2021> = 2021-01-01", ""},
    {"1 février 2021", "<1 février 2021> = 2021-02-01", ""},
    {"1 fevrier 2021", "<1 fevrier 2021> = 2021-02-01", ""},
    {"1 FÉVR. 2021", "<1 FÉVR. 2021> = 2021-02-01", ""},
    {"1 fev 2021", "<1 fev 2021> = 2021-02-01", ""},
    {"1 fév. 2021", "<1 fév. 2021> = 2021-02-01", ""},
    {"1 mars 2021", "<1 mars 2021> = 2021-03-01", ""},
    {"1 avril 2021", "<1 avril 2021> = 2021-04-01", ""},
    {"1 avr. 2021", "<1 avr. 2021> = 2021-04-01", ""},
    {"1 mai 2021", "<1 mai 2021> = 2021-05-01", ""},
    {"1 juin 2021", "<1 juin 2021> = 2021-06-01", ""},
    {"1 juillet 2021", "<1 juillet 2021> = 2021-07-01", ""},
    {"1 juil. 2021", "<1 juil. 2021> = 2021-07-01", ""},
    {"1 sept. 2021", "<1 sept. 2021> = 2021-09-01", ""},
    {"1 septembre 2021", "<1 septembre 2021> = 2021-09-01", ""},
    {"1 oct. 2021", "<1 oct. 2021> = 2021-10-01", ""},
    {"1 octobre 2021", "<1 octobre 2021> = 2021-10-01", ""},
    {"1 nov. 2021", "<1 nov. 2021> = 2021-11-01", ""},
    {"1 novembre 2021", "<1 novembre 2021> = 2021-11-01", ""},
    {"1 déc. 2021", "<1 déc. 2021> = 2021-12-01", ""},
    {"1 décembre 2021", "<1 décembre 2021> = 2021-12-01", ""},
    {"1 dec 2021", "<1 dec 2021> = 2021-12-01", ""},
    {"1 gennaio 2021", "nothing", "neither French nor English"},
};

const Row weekday_rows[] = {
    {"mercredi 11 août 2021", "<mercredi 11 août 2021> = 2021-08-11", "with its weekday"},
    {"le MERCREDI, 11 août 2021", "le <MERCREDI, 11 août 2021> = 2021-08-11", "a comma"},
    {"mercredi \n ,  11 août 2021", "<mercredi \n ,  11 août 2021> = 2021-08-11", "blanks"},
    {"mer. 11 août 2021", "<mer. 11 août 2021> = 2021-08-11", "abbreviated"},
    {"lundi\u00A0"
     "11/08/2021",
     "<lundi\u00A0"
     "11/08/2021> = 2021-08-11",
     "whether it is true is not asked"},
    {"après-midi 11 août 2021", "après-midi <11 août 2021> = 2021-08-11", "no weekday"},
    {"lundimercredi 11 août 2021", "lundimercredi <11 août 2021> = 2021-08-11", "no weekday"},
    {"Vendredi 13 est sorti le 9 mai 1980", "Vendredi 13 est sorti le <9 mai 1980> = 1980-05-09", "another day's"},
};

const Row time_rows[] = {
    {"11 août 2021 à 18h03", "<11 août 2021 à 18h03> = 2021-08-11T18:03", "the usual form"},
    {"1er févr. 2019 à 18 h 03", "<1er févr. 2019 à 18 h 03> = 2019-02-01T18:03", "with blanks"},
    {"11 août 2021 à 18\u00A0h\u202F03", "<11 août 2021 à 18\u00A0h\u202F03> = 2021-08-11T18:03", "no-break spaces"},
    {"11 AOÛT 2021 À 18H03", "<11 AOÛT 2021 À 18H03> = 2021-08-11T18:03", "capitals"},
    {"11 août 2021 a\u0300 18h03", "<11 août 2021 a\u0300 18h03> = 2021-08-11T18:03", "decomposed accent"},
    {"11 aout 2021 a 18h03", "<11 aout 2021 a 18h03> = 2021-08-11T18:03", "without accents"},
    {"11 août 2021, 18:03", "<11 août 2021, 18:03> = 2021-08-11T18:03", "a comma and a colon"},
    {"11 août 2021 - 18h03", "<11 août 2021 - 18h03> = 2021-08-11T18:03", "a hyphen"},
    {"11 août 2021 – 18h03", "<11 août 2021 – 18h03> = 2021-08-11T18:03", "a dash"},
    {"11 août 2021 | 18h03", "<11 août 2021 | 18h03> = 2021-08-11T18:03", "a bar"},
    {"11 août 2021, à 18h", "<11 août 2021, à 18h> = 2021-08-11T18:00", "no minutes"},
    {"11 août 2021 à 18 heures", "<11 août 2021 à 18 heures> = 2021-08-11T18:00", "written out"},
    {"11 août 2021 à 18 heures 30.", "<11 août 2021 à 18 heures 30>. = 2021-08-11T18:30", "written out"},
    {"11 août 2021 à 1 heure", "<11 août 2021 à 1 heure> = 2021-08-11T01:00", "one hour"},
    {"11/08/2021 18:03", "<11/08/2021 18:03> = 2021-08-11T18:03", "nothing between"},
    {"11/08/2021 18:03:59", "<11/08/2021 18:03:59> = 2021-08-11T18:03", "seconds are dropped"},
    {"11/08/2021 à 9h05", "<11/08/2021 à 9h05> = 2021-08-11T09:05", "one digit"},
    {"2021-08-11T18:03:00+02:00", "<2021-08-11T18:03:00>+02:00 = 2021-08-11T18:03",
     "ISO 8601; a zone in figures is none in a text"},
    {"11 août 2021 à 24h00", "<11 août 2021> à 24h00 = 2021-08-11", "no hour 24"},
    {"11 août 2021 à 18h75", "<11 août 2021> à 18h75 = 2021-08-11", "no minute 75"},
    {"11 août 2021 à 18h5", "<11 août 2021> à 18h5 = 2021-08-11", "half the minutes"},
    {"11 août 2021 à 18h035", "<11 août 2021> à 18h035 = 2021-08-11", "a longer number"},
    {"11 août 2021 à 18 h 200 personnes", "<11 août 2021 à 18 h> 200 personnes = 2021-08-11T18:00", "no minutes"},
    {"11 août 2021 à 18 h 75 personnes", "<11 août 2021 à 18 h> 75 personnes = 2021-08-11T18:00", "no minutes"},
    {"11 août 2021 à 18:3", "<11 août 2021> à 18:3 = 2021-08-11", "half the minutes"},
    {"11 août 2021 à 18:60", "<11 août 2021> à 18:60 = 2021-08-11", "no minute 60"},
    {"11 août 2021 à 118h03", "<11 août 2021> à 118h03 = 2021-08-11", "a longer number"},
    {"11 août 2021 à 18 hommes", "<11 août 2021> à 18 hommes = 2021-08-11", "a longer word"},
    {"11 août 2021 à Kaboul", "<11 août 2021> à Kaboul = 2021-08-11", "a place"},
    {"11 août 2021, 18 morts", "<11 août 2021>, 18 morts = 2021-08-11", "a count"},
    {"11 août 2021 à", "<11 août 2021> à = 2021-08-11", "the text ends"},
    {"18h03 le 11 août 2021", "18h03 le <11 août 2021> = 2021-08-11", "a time before the date is not read"},
};

const Row numeric_rows[] = {
    {"11/08/2021", "<11/08/2021> = 2021-08-11", "the day comes first"},
    {"le 11.08.2021.", "le <11.08.2021>. = 2021-08-11", "stops; the last one ends the sentence"},
    {"11-08-2021", "<11-08-2021> = 2021-08-11", "hyphens"},
    {"1/8/2021", "<1/8/2021> = 2021-08-01", "single digits"},
    {"2021-08-11", "<2021-08-11> = 2021-08-11", "ISO 8601"},
    {"/actu/2021/08/11/titre.html", "/actu/<2021/08/11>/titre.html = 2021-08-11", "in an address"},
    {"titre-11-08-2021.html", "titre-<11-08-2021>.html = 2021-08-11", "in an address"},
    {"(11/08/2021)", "(<11/08/2021>) = 2021-08-11", "in brackets"},
    {"08/31/2021", "nothing", "the month never comes first"},
    {"31/04/2021", "nothing", "no such day"},
    {"00/08/2021", "nothing", "no day 0"},
    {"11/08-2021", "nothing", "two signs"},
    {"11/08/21", "nothing", "two digits are no year"},
    {"n°112/08/20219", "nothing", "longer numbers"},
    {"112/08/2021", "nothing", "a longer day"},
    {"11/08/20219", "nothing", "a longer year"},
    {"11/008/2021", "nothing", "a longer month"},
    {"7/11/08/2021", "nothing", "a longer row"},
    {"11/08/2021/7", "nothing", "a longer row"},
    {"1.11.08.2021", "nothing", "a longer row"},
    {"33-01-02-2003", "nothing", "a longer row"},
    {"01.02.03.04.05", "nothing", "a telephone number"},
    {"11/08/2021x", "nothing", "a longer word"},
    {"x11/08/2021", "nothing", "a longer word"},
    {"11/08/2021TVA", "nothing", "a longer word"},
};

const Row english_rows[] = {
    {"World, Friday, November 13, 2015", "World, <Friday, November 13, 2015> = 2015-11-13", "the American order"},
    {"on 3 October 2016 18:24", "on <3 October 2016 18:24> = 2016-10-03T18:24", "the British order"},
    {"Sept. 3, 2016", "<Sept. 3, 2016> = 2016-09-03", "a month cut short"},
    {"OCT 3 2016", "<OCT 3 2016> = 2016-10-03", "in capitals"},
    {"3rd of October 2016", "<3rd of October 2016> = 2016-10-03", "an ordinal"},
    {"October 3rd, 2016 at 6:24 pm.", "<October 3rd, 2016 at 6:24 pm>. = 2016-10-03T18:24", "a time of twelve hours"},
    {"October 3, 2016 12:05 a.m.", "<October 3, 2016 12:05 a.m.> = 2016-10-03T00:05", "midnight"},
    {"October 3, 2016 12:05 PM", "<October 3, 2016 12:05 PM> = 2016-10-03T12:05", "noon"},
    {"October 3, 2016, 6 pm EDT", "<October 3, 2016, 6 pm EDT> = 2016-10-03T18:00", "an hour alone, and a zone"},
    {"3 October 2016, 18:24 a mile off", "<3 October 2016, 18:24> a mile off = 2016-10-03T18:24", "no half of a day"},
    {"May 2016", "nothing", "no day"},
    {"Marseille 13 2016", "nothing", "no month"},
    {"February 30, 2016", "nothing", "no such day"},
    {"October 3, 16", "nothing", "no year"},
    {"11 août 2021, 10:00-12:00", "<11 août 2021, 10:00>-12:00 = 2021-08-11T10:00", "a span of time, no zone"},
    {"page 9. Mars 2021", "nothing", "a full stop ends the sentence"},
};

const Row month_rows[] = {
    {"En août 2021, Kaboul", "En <août 2021>, Kaboul = 2021-08", "a month"},
    {"d’août 2021", "d’<août 2021> = 2021-08", "behind an apostrophe"},
    {"à la mi-août 2021", "à la mi-<août 2021> = 2021-08", "behind a hyphen"},
    {"Févr. 2019", "<Févr. 2019> = 2019-02", "abbreviated"},
    {"Déc. 2019", "<Déc. 2019> = 2019-12", "begins with a capital"},
    {"11 août 2021", "<11 août 2021> = 2021-08-11", "a day is better"},
    {"En mai 2019 et le 11 août 2021", "En <mai 2019> et le 11 août 2021 = 2019-05", "the first one all the same"},
    {"31 février 2021", "nothing", "a day that does not exist is not half a date"},
    {"2021", "nothing", "a year alone is none"},
    {"désaoût 2021", "nothing", "part of a word"},
    {"éaoût 2021", "nothing", "part of a word"},
    {"août 20215", "nothing", "a longer number"},
    {"août", "nothing", "no year"},
};

TEST_CASE("dates are found in running text") {
  for (const auto& rows :
       {std::span<const Row>(written_rows), std::span<const Row>(month_name_rows), std::span<const Row>(weekday_rows),
        std::span<const Row>(time_rows), std::span<const Row>(numeric_rows), std::span<const Row>(english_rows)})
    for (const Row& row : rows) {
      INFO(row.reason);
      CHECK(found(row.text, DateTrust::prose) == row.expected);
    }
}

const Row field_rows[] = {
    {"the 11/08/2021 18:03:00 -0400", "the <11/08/2021 18:03:00 -0400> = 2021-08-11T18:03", "a zone in figures"},
    {"Posted Aug. 2021", "Posted <Aug. 2021> = 2021-08", "a month in English"},
    {"11 août, 2021", "<11 août, 2021> = 2021-08-11", "a comma before the year"},
    {"le 11 août 21", "nothing", "two digits are no year but alone"},
    {"en 2021", "nothing", "nor is a year a date"},
};

TEST_CASE("more is a date in a field that is declared to be one") {
  for (const Row& row : field_rows) {
    INFO(row.reason);
    CHECK(found(row.text, DateTrust::field) == row.expected);
  }
  for (const Row& row : month_rows) {
    INFO(row.reason);
    CHECK(found(row.text, DateTrust::field) == row.expected);
  }
}

std::string repeated(std::string_view part, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += part;
  return text;
}

double seconds_to_search(const std::string& text) {
  const auto start = std::chrono::steady_clock::now();
  CHECK_FALSE(find_date(text, DateTrust::field));
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

TEST_CASE("the search takes time in proportion to the text") {
  // A search that went back would take minutes for one of these.
  for (const std::string_view part :
       {"1", "a", "1 ", " ", "1/", "1.1.", "11 août ", "lundi ", "1 er ", "\u00A0", "é"}) {
    INFO("repeated: " << part);
    CHECK(seconds_to_search(repeated(part, 500'000)) < 5);
  }
  CHECK(seconds_to_search("11" + std::string(500'000, ' ') + "11" + std::string(500'000, 'a')) < 5);
}

}  // namespace
}  // namespace hemero
