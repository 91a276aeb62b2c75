#include "common/text/tokenizer.h"

#include <span>

#include "common/text/characters/unicode.h"
#include "tests/support/catch.h"
#include "tests/unit/text/token_notation.h"

// Other scripts, addresses, data that is no language, and what part of the text a token covers. Apostrophes, hyphens,
// numbers and sentences have files of their own.

namespace hemero {
namespace {

struct Row {
  const char* text;
  const char* expected;
  const char* reason;
};

const Row address_rows[] = {
    {"redaction@exemple.fr", "redaction exemple fr", "e-mail"},
    {"j.dupont@exemple.fr", "j dupont exemple fr", ""},
    {"Voir www.lemonde.fr pour plus", "Voir www lemonde fr pour plus", "domain"},
    {"https://www.exemple.fr/a-la-une/2021/08", "https www exemple fr a-la-une{a la une} 2021 08", "address"},
    {"@Elysee", "Elysee", "handle"},
    {"#MeToo", "MeToo", "hashtag"},
    {"le_maire", "le maire", ""},
    {"La chaîne Canal+ condamnée", "La chaîne Canal condamnée", "brand with a plus"},
    {"R&D", "R D", ""},
    {"étudiant·e·s", "étudiant e s", "the middle dot of inclusive writing"},
    {"étudiant(e)s", "étudiant e s", ""},
    {"C++", "C", ""},
    {"<b>gras</b>", "b gras b", "markup is data"},
};

const Row script_rows[] = {
    {"Le journal Известия écrit", "Le journal Известия écrit", "Cyrillic"},
    {"Αθήνα", "Αθήνα", "Greek"},
    {"مُحَمَّد بن", "مُحَمَّد بن", "Arabic with harakat"},
    {"محـمد ـ", "محمد", "a tatweel is not there"},
    {"שָׁלוֹם", "שָׁלוֹם", "Hebrew with points"},
    {"दिल्ली", "दिल्ली", "Devanagari"},
    {"กรุงเทพ", "กรุงเทพ", "Thai"},
    {"서울", "서울", "Hangul"},
    {"Le mot 北京 figure", "Le mot 北 京 figure", "every Han character is a word"},
    {"トヨタ", "ト ヨ タ", "kana"},
    {"ひらがな", "ひ ら が な", ""},
    {"か\u3099", "が", "decomposed: one word, in NFC"},
    {"Apple中国", "Apple 中 国", ""},
    {"Nguyễn Văn", "Nguyễn Văn", "Vietnamese"},
    {"Nguye\u0302\u0303n", "Nguyễn", "decomposed: a surface is in NFC"},
    {"œuvre ﬁnances", "œuvre ﬁnances", "a surface is as printed"},
    {"Bravo 👏👏 Kylian", "Bravo Kylian", "emoji"},
    {"👨\u200D👩\u200D👧 famille", "famille", "joined emoji"},
    {"\u200Fעברית\u200E", "עברית", "marks of direction"},
};

const Row odd_rows[] = {
    {"", "", ""},
    {" \n\t", "", ""},
    {"…!?«»—", "", ""},
    {"\u0301", "", "a mark without a letter"},
    {"caf\xE9 noir", "caf noir", "a byte that is no UTF-8 separates"},
    {"a\x80z", "a z", ""},
    {"caf\xC3", "caf", "cut in the middle of a character"},
    {"\xED\xA0\x80z", "z", "a surrogate"},
};

TEST_CASE("any text is cut into words") {
  for (const auto& rows :
       {std::span<const Row>(address_rows), std::span<const Row>(script_rows), std::span<const Row>(odd_rows)})
    for (const Row& row : rows) {
      INFO(row.text << ": " << row.reason);
      CHECK(notation(tokens_of(row.text)) == row.expected);
    }
  CHECK(notation(tokens_of(std::string_view("a\0b", 3))) == "a b");
}

const Row slice_rows[] = {
    {"L’œuvre", "<L’><œuvre>", "a particle covers its apostrophe"},
    {"l ' Assemblée", "<l ' ><Assemblée>", ""},
    {"se\u0301nateurs", "<se\u0301nateurs>", "a decomposed letter with its accent"},
    {"gou\u00ADver\u00ADnement.", "<gou\u00ADver\u00ADnement>.", ""},
    {"O.T.A.N. et", "<O.T.A.N.> <et>", "the last stop of an acronym"},
    {"M. Macron", "<M>. <Macron>", "the stop of an abbreviation is not the word's"},
    {"1 250 000 euros", "<1 250 000> <euros>", ""},
    {"7,4 %", "<7,4> %", ""},
    {"week-end", "<week>-<end>", ""},
    {"va-t-il", "<va>-t-<il>", ""},
    {"20h30", "<20><h><30>", ""},
    {"coro-\nnavirus", "<coro>-\n<navirus>", ""},
    {"aujourd’hui", "<aujourd’hui>", ""},
    {"北京", "<北><京>", ""},
    {"(prud’hommes)", "(<prud’hommes>)", ""},
};

TEST_CASE("a token covers the word as printed") {
  for (const Row& row : slice_rows) {
    INFO(row.reason);
    CHECK(slices(tokens_of(row.text)) == row.expected);
  }
}

TEST_CASE("a compound covers its parts") {
  const std::string text = "l’ex-O.T.A.N. et 16h-18h30";
  const TokenList tokens = tokens_of(text);
  const auto slice = [&](std::size_t i) {
    return text.substr(tokens.tokens()[i].begin, tokens.tokens()[i].end - tokens.tokens()[i].begin);
  };
  CHECK(slice(1) == "ex-O.T.A.N.");
  CHECK(tokens.tokens()[1].parts == 2);
  CHECK(slice(5) == "16h-18h30");
  CHECK(tokens.tokens()[5].parts == 5);
}

TEST_CASE("offsets are those of the whole text") {
  const std::string text = "Un titre\nL’état";
  TokenList tokens;
  tokens.start(text);
  Tokenizer().tokenize(9, text.size(), tokens);
  CHECK(slices(tokens) == "Un titre\n<L’><état>");
  CHECK(tokens.tokens().front().break_before == Break::paragraph);
}

TEST_CASE("words longer than any language are cut") {
  const std::string text = std::string(95, 'a') + "é" + std::string(500, 'a') + " mot";
  const TokenList tokens = tokens_of(text);
  REQUIRE(tokens.tokens().size() == 2);
  CHECK(tokens.surface(tokens.tokens()[0]) == std::string(95, 'a'));
  CHECK(tokens.tokens()[0].end == text.size() - 4);
  CHECK(tokens.surface(tokens.tokens()[1]) == "mot");
}

TEST_CASE("chains longer than any compound are words") {
  std::string chain = "mot";
  for (int i = 0; i < 999; ++i) chain += "-mot";
  const TokenList tokens = tokens_of(chain);
  CHECK(tokens.tokens().size() == 1000);
  for (const Token& token : tokens) CHECK(token.kind == TokenKind::word);
}

TEST_CASE("a tokenizer and its list serve many texts") {
  Tokenizer tokenizer;
  TokenList tokens;
  tokenizer.tokenize("un gouver\u00ADnement", tokens);
  tokenizer.tokenize("l’état", tokens);
  CHECK(notation(tokens) == "l' état");
}

}  // namespace
}  // namespace hemero
