#include "query/passages/sentences.h"

#include "tests/unit/query/press_archive.h"
#include "tests/unit/text/token_notation.h"

namespace hemero {
namespace {

/// The sentences of a piece's text with bars between them, a ¶ where a zone starts.
std::string sentences_of(const char* text) {
  const Article article = to_article({.key = "a", .title = "T", .text = text});
  TokenList tokens;
  tokens.start(article.text);
  Tokenizer tokenizer;
  for (const Zone& zone : article.zones)
    if (zone.kind != ZoneKind::debris) tokenizer.tokenize(zone.begin, zone.end, tokens);
  std::string shown;
  std::size_t zone = 0;
  for (const Sentence& sentence : find_sentences(tokens, article.zones)) {
    if (!shown.empty()) shown += sentence.zone == zone ? " | " : " ¶ ";
    zone = sentence.zone;
    shown += article.text.substr(sentence.range.begin, sentence.range.end - sentence.range.begin);
    REQUIRE(sentence.first_token < sentence.last_token);
    REQUIRE(sentence.last_token <= tokens.tokens().size());
    REQUIRE(tokens.tokens()[sentence.first_token].begin >= sentence.range.begin);
    REQUIRE(tokens.tokens()[sentence.last_token - 1].end <= sentence.range.end);
  }
  return shown;
}

struct Row {
  const char* text;
  const char* sentences;
  const char* reason;
};

const Row rows[] = {
    {"", "", "nothing"},
    {"…", "", "no word"},
    {"Un", "Un", ""},
    {"Un. Deux.", "Un. | Deux.", ""},
    {"Un ! Deux ? Trois…", "Un ! | Deux ? | Trois…", ""},
    {"Un.Deux.", "Un. | Deux.", "no blank after the full stop"},
    {"M. Maes sort. Il pleut.", "M. Maes sort. | Il pleut.", "a title"},
    {"J.-P. Raffarin sort. Il pleut.", "J.-P. Raffarin sort. | Il pleut.", "initials"},
    {"À 7,4 %. Le reste.", "À 7,4 %. | Le reste.", ""},
    {"Un. « Deux. » Trois.", "Un. | « Deux. » | Trois.", "quotation marks belong to what they enclose"},
    {"Un. «\u00A0Deux.\u00A0» Trois.", "Un. | «\u00A0Deux.\u00A0» | Trois.", ""},
    {"Un. “Deux.” Trois.", "Un. | “Deux.” | Trois.", ""},
    {"Un. \"Deux.\" Trois.", "Un. | \"Deux.\" | Trois.", "straight ones too"},
    {"Un \"mot.\" Deux.", "Un \"mot.\" | Deux.", "a straight mark before a blank closes"},
    {"Un. (Deux.) Trois.", "Un. | (Deux.) | Trois.", "brackets"},
    {"Un. – Deux. – Trois.", "Un. | – Deux. | – Trois.", "dashes of a dialogue"},
    {"Un. — Deux.", "Un. | — Deux.", ""},
    {"  Un.   Deux.  ", "  Un. | Deux.", "blanks between"},
    {"Un.\nDeux.", "Un. ¶ Deux.", "paragraphs"},
    {"# Titre\nUn.", "Titre ¶ Un.", "a heading"},
    {"Un.\n% Menu. Lien.\nDeux.", "Un. ¶ Deux.", "debris is left out"},
    {"% Menu.\nUn.", "Un.", ""},
    {"%  \nUn.", "Un.", "empty debris"},
    {"un. deux", "un. deux", "a small letter starts no sentence"},
    {"L’un. L’autre.", "L’un. | L’autre.", "an elided word starts one"},
    {"Week-end. Après-midi.", "Week-end. | Après-midi.", "so does a compound"},
    {"L’O.T.A.N. agit. Bien.", "L’O.T.A.N. agit. | Bien.", ""},
};

TEST_CASE("sentences of a text, from their opening mark to what closes them") {
  for (const Row& row : rows) {
    INFO(row.text << ": " << row.reason);
    CHECK(sentences_of(row.text) == row.sentences);
  }
}

}  // namespace
}  // namespace hemero
