#include <algorithm>
#include <span>

#include "common/text/characters/unicode.h"
#include "query/answer/searcher.h"
#include "query/passages/snippet.h"
#include "tests/unit/query/press_archive.h"
#include "tests/unit/query/shown_text.h"

// Sentences that are too long for a passage: where they are cut.

namespace hemero {
namespace {

const std::string long_sentence =
    "Dans la cour de la préfecture, où M. Maes attendait depuis 20h30 avec Mme Lætitia Cordonnier, conseillère "
    "écologiste, le directeur de l’Opéra de la Lys a expliqué que le chantier, qui devait coûter 48 millions d’euros, "
    "en est désormais à 71,5 millions, dont 1 250 000 euros de gardiennage, 9,2 millions d’amiante et 8 millions de "
    "fondations (elles reposaient « sur à peu près rien », selon l’architecte Paul Oudart) ; le week-end des 11 et 12 "
    "septembre, l’O.T.A.N. et J.-P. Raffarin, invités d’honneur, ont visité le chef-d’œuvre en péril pendant que les "
    "gilets jaunes de Saint-Vaast-sur-Lys, réunis rue de la Paix, réclamaient un audit à 7,4 % près.";

/// What may never be torn apart.
const char* const wholes[] = {"M. Maes",        "20h30",        "Mme Lætitia",  "l’Opéra",
                              "d’euros",        "71,5",         "1 250 000",    "9,2",
                              "d’amiante",      "l’architecte", "week-end",     "l’O.T.A.N.",
                              "J.-P. Raffarin", "d’honneur",    "chef-d’œuvre", "Saint-Vaast-sur-Lys",
                              "7,4 %"};

ArchiveReader& reader() {
  static PressArchive press({{.key = "a", .title = "Titre", .text = long_sentence}});
  return press.reader();
}

Snippet snippet_of(const std::string& text, const std::string& query) {
  SearchRequest request;
  request.text = query;
  request.match = MatchMode::all;
  const QueryPlan plan = Searcher(reader()).plan(request);
  Hit hit;
  hit.article = to_article({.key = "a", .title = "Titre", .text = text});
  SnippetMaker(plan).show(hit, 1);
  REQUIRE(hit.snippets.size() == 1);
  return hit.snippets.front();
}

/// The words of a text as they would be typed.
std::vector<std::string> words_of(const std::string& text) {
  TokenList tokens;
  Tokenizer().tokenize(text, tokens);
  std::vector<std::string> words;
  for (const Token& token : tokens)
    if (token.kind == TokenKind::word) words.emplace_back(tokens.surface(token));
  return words;
}

void check_cut(const std::string& text, const Snippet& snippet) {
  const std::size_t begin = text.find(snippet.text);
  REQUIRE(begin != std::string::npos);
  const std::size_t end = begin + snippet.text.size();
  CHECK(code_point_count(snippet.text) <= 300);
  CHECK(snippet.starts_mid == (begin > 0));
  CHECK(snippet.ends_mid == (end < text.size()));
  for (const char* whole : wholes)
    for (std::size_t at = text.find(whole); at != std::string::npos; at = text.find(whole, at + 1)) {
      const std::size_t behind = at + std::string_view(whole).size();
      INFO(whole);
      CHECK_FALSE((at < begin && begin < behind));
      CHECK_FALSE((at < end && end < behind));
    }
  for (const std::size_t edge : {begin, end}) {
    const bool inside_word = edge > 0 && edge < text.size() && text[edge] != ' ' && text[edge - 1] != ' ' &&
                             text[edge] != ',' && text[edge] != ')' && text[edge - 1] != '(';
    CHECK_FALSE(inside_word);
  }
}

/// A word as typed, a number without its blanks.
std::string fold_number(std::string text) {
  std::erase(text, ' ');
  return to_lower(text);
}

TEST_CASE("wherever the word stands, no word, number or name is torn") {
  REQUIRE(code_point_count(long_sentence) > 600);
  for (const std::string& word : words_of(long_sentence)) {
    const Snippet snippet = snippet_of(long_sentence, "=" + word);
    INFO(word << "\n" << marked({snippet}));
    check_cut(long_sentence, snippet);
    REQUIRE_FALSE(snippet.highlights.empty());
    for (const Range& range : snippet.highlights)
      CHECK(fold_number(snippet.text.substr(range.begin, range.end - range.begin)) == to_lower(word));
  }
}

TEST_CASE("a cut stands at a clause where one is near") {
  const struct {
    const char* query;
    const char* shown;
    const char* reason;
  } rows[] = {
      {"préfecture",
       "Dans la cour de la <préfecture>, où M. Maes attendait depuis 20h30 avec Mme Lætitia Cordonnier, "
       "conseillère écologiste, le directeur de l’Opéra de la Lys a expliqué que le chantier, qui "
       "devait coûter 48 millions d’euros, en est désormais à 71,5 millions, dont 1 250 000 euros de "
       "gardiennage …",
       "from the sentence's start"},
      {"désormais",
       "… en est <désormais> à 71,5 millions, dont 1 250 000 euros de gardiennage, 9,2 millions "
       "d’amiante et 8 millions de fondations (elles reposaient « sur à peu près rien », selon "
       "l’architecte Paul Oudart) ; le week-end des 11 et 12 septembre, l’O.T.A.N. et J.-P. Raffarin, "
       "invités d’honneur …",
       "from a clause before the word"},
      {"oudart",
       "… selon l’architecte Paul <Oudart>) ; le week-end des 11 et 12 septembre, l’O.T.A.N. et J.-P. "
       "Raffarin, invités d’honneur, ont visité le chef-d’œuvre en péril pendant que les gilets jaunes "
       "de Saint-Vaast-sur-Lys, réunis rue de la Paix, réclamaient un audit à 7,4 % près.",
       "in brackets"},
      {"visité",
       "… l’O.T.A.N. et J.-P. Raffarin, invités d’honneur, ont <visité> le chef-d’œuvre en péril "
       "pendant que les gilets jaunes de Saint-Vaast-sur-Lys, réunis rue de la Paix, réclamaient un "
       "audit à 7,4 % près.",
       ""},
      {"audit",
       "… l’O.T.A.N. et J.-P. Raffarin, invités d’honneur, ont visité le chef-d’œuvre en péril pendant "
       "que les gilets jaunes de Saint-Vaast-sur-Lys, réunis rue de la Paix, réclamaient un <audit> à "
       "7,4 % près.",
       "up to the sentence's end"},
      {"architecte raffarin",
       "… selon l’<architecte> Paul Oudart) ; le week-end des 11 et 12 septembre, l’O.T.A.N. et J.-P. "
       "<Raffarin>, invités d’honneur, ont visité le chef-d’œuvre en péril pendant que les gilets "
       "jaunes de Saint-Vaast-sur-Lys, réunis rue de la Paix, réclamaient un audit à 7,4 % près.",
       "around both"},
      {"maes audit",
       "Dans la cour de la préfecture, où M. <Maes> attendait depuis 20h30 avec Mme Lætitia Cordonnier, "
       "conseillère écologiste, le directeur de l’Opéra de la Lys a expliqué que le chantier, qui "
       "devait coûter 48 millions d’euros, en est désormais à 71,5 millions, dont 1 250 000 euros de "
       "gardiennage …",
       "too far apart for one passage: the first"},
      {"\"sur à peu près rien\"",
       "… (elles reposaient « <sur à peu près rien> », selon l’architecte Paul Oudart) ; le week-end "
       "des 11 et 12 septembre, l’O.T.A.N. et J.-P. Raffarin, invités d’honneur, ont visité le "
       "chef-d’œuvre en péril pendant que les gilets jaunes de Saint-Vaast-sur-Lys, réunis rue de la "
       "Paix …",
       "a phrase"},
  };
  for (const auto& row : rows) {
    INFO(row.query << ": " << row.reason);
    CHECK(marked({snippet_of(long_sentence, row.query)}) == row.shown);
  }
}

std::string repeated(std::size_t count, std::string_view text) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all += text;
  return all;
}

TEST_CASE("texts without clauses, blanks or ends") {
  const std::string texts[] = {
      repeated(200, "mot ") + "cible " + repeated(200, "mot "),
      repeated(200, "é ") + "cible " + repeated(200, "é "),
      repeated(300, "北") + "cible" + repeated(300, "京"),
      "cible " + repeated(4000, "a"),
      repeated(4000, "a") + " cible",
      repeated(200, "l’or ") + "cible " + repeated(200, "l’or "),
      repeated(100, "un-deux-trois ") + "cible " + repeated(100, "un-deux-trois "),
      repeated(400, "😀 ") + "cible " + repeated(400, "😀 "),
      repeated(300, "e\u0301 ") + "cible " + repeated(300, "e\u0301 "),
      repeated(100, "1 250 000 ") + "cible " + repeated(100, "1 250 000 "),
      repeated(200, "M. ") + "cible " + repeated(200, "M. "),
      repeated(300, "cible "),
  };
  for (const std::string& text : texts) {
    PressArchive press({{.key = "a", .title = "Titre", .text = text}});
    SearchRequest request;
    request.text = "cible";
    const Page page = Searcher(press.reader()).search(request);
    INFO(text.substr(0, 40));
    REQUIRE(page.hits.size() == 1);
    REQUIRE(page.hits[0].snippets.size() == 1);
    const Snippet& snippet = page.hits[0].snippets[0];
    INFO(marked({snippet}));
    CHECK(is_valid_utf8(snippet.text));
    CHECK(code_point_count(snippet.text) <= 310);
    CHECK(text.find(snippet.text) != std::string::npos);
    REQUIRE_FALSE(snippet.highlights.empty());
    for (const Range& range : snippet.highlights) {
      const std::string highlighted = snippet.text.substr(range.begin, range.end - range.begin);
      CHECK(highlighted.starts_with("cible"));
      CHECK(highlighted.ends_with("cible"));
    }
  }
}

}  // namespace
}  // namespace hemero
