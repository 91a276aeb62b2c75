#include "common/text/fold.h"

#include <span>

#include "tests/support/catch.h"

namespace hemero {
namespace {

struct Row {
  const char* word;
  const char* expected;
  const char* reason;
};

const Row case_and_accent_rows[] = {
    {"", "", "nothing"},
    {"maire", "maire", "already folded"},
    {"MAIRE", "maire", "capitals"},
    {"Élysée", "elysee", "acute"},
    {"ÉLYSÉE", "elysee", "accented capitals"},
    {"ELYSEE", "elysee", "capitals printed bare"},
    {"À", "a", "grave"},
    {"où", "ou", "grave"},
    {"forêt", "foret", "circumflex"},
    {"Noël", "noel", "diaeresis"},
    {"L'Haÿ", "lhay", "y with diaeresis"},
    {"Ÿ", "y", "its capital lies outside Latin-1"},
    {"reçu", "recu", "cedilla"},
    {"señor", "senor", "tilde"},
    {"Ångström", "angstrom", "ring"},
    {"Erdoğan", "erdogan", "Turkish breve"},
    {"Şırnak", "sirnak", "Turkish cedilla and dotless i"},
    {"İzmir", "izmir", "dotted capital I lower-cases to i and a mark"},
    {"I\u0307zmir", "izmir", "the same, decomposed"},
    {"DIYARBAKIR", "diyarbakir", "a Turkish I in capitals is typed i in French"},
    {"Gökçe", "gokce", ""},
    {"Dvořák", "dvorak", "Czech caron"},
    {"Kovačić", "kovacic", "Croatian"},
    {"Ceaușescu", "ceausescu", "Romanian comma below"},
    {"Viktor Orbán", "viktor orban", "a blank stays: words are folded one by one"},
    {"Győr", "gyor", "Hungarian double acute"},
    {"Wałęsa", "walesa", "stroke and ogonek"},
    {"Nguyễn", "nguyen", "Vietnamese, two marks on a letter"},
    {"Đặng", "dang", "Vietnamese D with stroke and two marks"},
    {"Hồ", "ho", ""},
    {"Trường", "truong", "horns"},
    {"Ǘ", "u", "two marks in one code point"},
};

const Row letter_rows[] = {
    {"Łódź", "lodz", "l with stroke has no decomposition"},
    {"søndag", "sondag", "o with stroke"},
    {"Øresund", "oresund", "its capital"},
    {"Đoković", "dokovic", "d with stroke"},
    {"Reykjavík Garðabær", "reykjavik gardabaer", "eth and æ"},
    {"Þór", "thor", "thorn"},
    {"Reißwolf", "reisswolf", "sharp s"},
    {"STRAẞE", "strasse", "its capital"},
    {"Ħamrun", "hamrun", "Maltese h"},
    {"Ŋ", "ng", "eng"},
    {"Əliyev", "eliyev", "Azerbaijani schwa"},
    {"œuvre", "oeuvre", "ligature oe"},
    {"ŒUVRE", "oeuvre", "its capital"},
    {"Lætitia", "laetitia", "ligature ae"},
    {"ǽ", "ae", "with an accent"},
    {"ﬁnances", "finances", "fi of a PDF"},
    {"conﬂit", "conflit", "fl"},
    {"eﬀort", "effort", "ff"},
    {"oﬃciel", "officiel", "ffi"},
    {"aﬄux", "afflux", "ffl"},
    {"ﬆyle", "style", "st"},
    {"Ĳssel", "ijssel", "ij"},
    {"ＯＴＡＮ", "otan", "full width"},
    {"２０１９", "2019", "full-width digits"},
    {"m²", "m2", "superscript"},
    {"CO₂", "co2", "subscript"},
    {"½", "1⁄2", "a fraction, whole"},
    {"¼", "1⁄4", "another is not the same"},
    {"𝐋𝐞 𝐦𝐚𝐢𝐫𝐞", "le maire", "mathematical bold, as social media have it"},
    {"ŉ", "n", "an apostrophe in a decomposition is dropped like any other"},
};

const Row decomposed_rows[] = {
    {"e\u0301le\u0300ve", "eleve", "NFD"},
    {"C\u0327a", "ca", "NFD cedilla"},
    {"Nguye\u0302\u0303n", "nguyen", "NFD, two marks"},
    {"E\u0301LYSE\u0301E", "elysee", "NFD capitals"},
    {"o\u0338", "o", "a stroke as a mark"},
    {"й", "и", "a mark of another script"},
    {"и\u0306", "и", "the same, decomposed"},
};

const Row separator_rows[] = {
    {"aujourd'hui", "aujourdhui", "apostrophe"},
    {"aujourd’hui", "aujourdhui", "U+2019"},
    {"aujourd\u02BChui", "aujourdhui", "U+02BC"},
    {"aujourd´hui", "aujourdhui", "U+00B4"},
    {"aujourd′hui", "aujourdhui", "U+2032"},
    {"aujourd＇hui", "aujourdhui", "U+FF07"},
    {"aujourd`hui", "aujourdhui", "grave accent"},
    {"N’Golo", "ngolo", "the joined spelling of a name"},
    {"O’Brien", "obrien", ""},
    {"Hawai\u02BBi", "hawaii", "the Hawaiian ʻokina is typed as an apostrophe or not at all"},
    {"week-end", "weekend", "hyphen"},
    {"anti\u2011terroriste", "antiterroriste", "U+2011"},
    {"anti\u2010terroriste", "antiterroriste", "U+2010"},
    {"porte–parole", "porteparole", "en dash"},
    {"chef-d’œuvre", "chefdoeuvre", "hyphen, apostrophe and ligature"},
    {"gou\u00ADver\u00ADne\u00ADment", "gouvernement", "soft hyphens"},
    {"gou\u200Bvernement\uFEFF", "gouvernement", "zero-width characters"},
    {"O.T.A.N.", "otan", "acronym"},
    {"O.T.A.N", "otan", "without its last stop"},
    {"O\u00AD.T.A.N.", "otan", "a soft hyphen beside a stop"},
    {"-", "", "nothing but a separator"},
};

const Row number_rows[] = {
    {"49-3", "49.3", "a hyphen between digits"},
    {"49.3", "49.3", "as printed"},
    {"49\u20113", "49.3", "U+2011"},
    {"49–3", "49.3", "en dash"},
    {"49,3", "49,3", "a decimal comma stays"},
    {"7,4", "7,4", ""},
    {"2010-2012", "2010.2012", "years stay apart"},
    {"20\u200B19", "2019", "a zero-width character separates nothing"},
    {"49\u00AD-3", "49.3", ""},
    {"20h30", "20h30", ""},
    {"20H30", "20h30", ""},
    {"20:30", "20h30", "an hour with a colon"},
    {"Covid-19", "covid19", "a hyphen between a letter and a digit"},
    {"G-20", "g20", ""},
    {"3-D", "3d", ""},
    {"1er", "1", "the first of a month"},
    {"1ER", "1", ""},
    {"1ᵉʳ", "1", "superscript letters"},
    {"1re", "1", "feminine"},
    {"1ère", "1", ""},
    {"1ers", "1", "plural"},
    {"1res", "1", ""},
    {"1ères", "1", ""},
    {"11er", "11er", "er belongs to 1 alone"},
    {"2e", "2e", "an ordinal is not its number: le 2e tour, 2 tours"},
    {"2ème", "2e", ""},
    {"2eme", "2e", ""},
    {"2ᵉ", "2e", ""},
    {"2ièmes", "2e", "plural"},
    {"32es", "32e", "plural"},
    {"2nd", "2e", ""},
    {"2nde", "2e", ""},
    {"3D", "3d", "no ordinal"},
    {"XIXe", "xixe", "a Roman ordinal"},
    {"XIXème", "xixe", "written out"},
    {"Vème", "ve", ""},
    {"dixième", "dixieme", "a word, no Roman number"},
    {"poème", "poeme", ""},
    {"5G", "5g", ""},
};

const Row script_rows[] = {
    {"Известия", "известия", "Cyrillic"},
    {"Ёлка", "елка", "ё is mostly printed е"},
    {"ΑΘΉΝΑ", "αθηνα", "Greek"},
    {"Γιώργος", "γιωργοσ", "final sigma is a sigma"},
    {"مُحَمَّد", "محمد", "Arabic harakat"},
    {"أحمد", "احمد", "hamza above alif"},
    {"محـمد", "محمد", "tatweel only stretches the line"},
    {"שָׁלוֹם", "שלום", "Hebrew points"},
    {"北京", "北京", "Han"},
    {"दिल्ली", "दिल्ली", "Devanagari marks are vowels and stay"},
    {"กรุงเทพ", "กรุงเทพ", "so do Thai ones"},
};

TEST_CASE("words fold to the form under which their spellings meet") {
  for (const auto& rows : {std::span<const Row>(case_and_accent_rows), std::span<const Row>(letter_rows),
                           std::span<const Row>(decomposed_rows), std::span<const Row>(separator_rows),
                           std::span<const Row>(number_rows), std::span<const Row>(script_rows)})
    for (const Row& row : rows) {
      INFO(row.word << ": " << row.reason);
      CHECK(fold(row.word) == row.expected);
      CHECK(fold(fold(row.word)) == fold(row.word));
    }
}

TEST_CASE("bytes that are no text fold to something") {
  CHECK(fold("caf\xE9") == "caf\uFFFD");
  CHECK(fold("\xC3") == "\uFFFD");
}

}  // namespace
}  // namespace hemero
