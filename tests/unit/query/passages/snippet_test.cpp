#include "query/passages/snippet.h"

#include <span>

#include "query/answer/searcher.h"
#include "tests/unit/query/press_archive.h"
#include "tests/unit/query/shown_text.h"

// What an article shows of itself: its title, its best passages.

namespace hemero {
namespace {

/// Makes snippets of articles, all of them in one archive.
class Show {
 public:
  explicit Show(std::vector<Piece> pieces) : press_(pieces) {}

  Hit hit(const Piece& piece, const char* query, std::size_t most = 1) {
    SearchRequest request;
    request.text = query;
    request.match = MatchMode::all;
    const QueryPlan plan = Searcher(press_.reader()).plan(request);
    Hit hit;
    hit.article = to_article(piece);
    SnippetMaker(plan).show(hit, most);
    return hit;
  }

 private:
  PressArchive press_;
};

struct Row {
  const char* text;
  const char* query;
  const char* shown;
  const char* reason;
};

void check(std::span<const Row> rows, std::size_t most = 1) {
  std::vector<Piece> pieces;
  for (const Row& row : rows)
    pieces.push_back({.key = std::to_string(pieces.size()), .title = "Titre", .text = row.text});
  Show show(pieces);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    INFO(rows[i].query << ": " << rows[i].reason);
    CHECK(marked(show.hit(pieces[i], rows[i].query, most).snippets) == rows[i].shown);
  }
}

const Row short_rows[] = {
    {"La grève continue.", "grève", "La <grève> continue.", "a short text whole"},
    {"Rien. La grève continue. Tout.", "grève", "La <grève> continue. Tout.", "from the sentence that matches on"},
    {"La grève. Le train. La mer. Le ciel.", "train", "Le <train>. La mer. Le ciel.", "while the next ones fit"},
    {"Un.\nLa grève.\nDeux.", "grève", "La <grève>.", "of one paragraph"},
    {"# La grève\nLe train roule.", "grève", "La <grève>", "a heading when nothing else matches"},
    {"# La grève\nUne grève dure.", "grève", "Une <grève> dure.", "running text before a heading"},
    {"La grève.\n% Lire aussi : la grève", "grève", "La <grève>.", "debris is never shown"},
    {"% La grève\nLe train.", "train", "Le <train>.", ""},
    {"Une grève. Un train.\nLa grève et le train.", "grève train", "Une <grève>. Un <train>.", "early before late"},
    {"Une grève.\nUn train et une grève.", "grève train", "Un <train> et une <grève>.",
     "most words before the first place"},
    {"Une grève.\nUne mer.\nUne grève, une grève.", "grève", "Une <grève>, une <grève>.", "the densest"},
    {"« La grève ! » dit-il. « Oui. »", "oui", "« <Oui>. »", "a sentence with its quotation marks"},
    {"Un jour. \"La grève.\" Fin.", "grève", "\"La <grève>.\" Fin.", ""},
    {"Elle part. – La grève !", "grève", "– La <grève> !", ""},
    {"Il dit non.La grève continue.", "grève", "La <grève> continue.", "no blank after a full stop"},
    {"Ici M. Maes parle. La grève.", "maes", "Ici M. <Maes> parle. La grève.", "M. ends no sentence"},
    {"Ici J.-P. Raffarin parle.", "raffarin", "Ici J.-P. <Raffarin> parle.", ""},
    {"La gre\u0300ve\u00A0!", "grève", "La <gre\u0300ve>\u00A0!", "decomposed"},
    {"L’œuvre.", "oeuvre", "L’<œuvre>.", ""},
    {"La sénatrice.", "senateurs", "La <sénatrice>.", ""},
    {"Des gilets jaunes.", "\"gilets jaunes\"", "Des <gilets jaunes>.", "a phrase as one range"},
    {"<script>grève</script>", "grève", "<script><grève></script>", "markup is data"},
    {"Voir a &lt; b &amp; grève.", "grève", "Voir a &lt; b &amp; <grève>.", ""},
    {"😀 La grève 🇫🇷.", "grève", "😀 La <grève> 🇫🇷.", ""},
    {"La gouver-\nnement.", "nement", "<nement>.", "a line feed is a paragraph's end here"},
    {"Un 1 250 000 euros.", "1250000", "Un <1 250 000> euros.", ""},
    {"La mer.", "grève", "La mer.", "nothing matches in the text: its beginning"},
    {"% Menu\nLa mer.", "grève", "La mer.", "but for debris"},
    {"", "grève", "", "no text"},
    {"% Menu", "grève", "", "only debris"},
    {"…", "grève", "", "no word"},
};

const Row press_rows[] = {
    {"Le 1er mai, 1\u202F250\u202F000 manifestants. Fin.", "manifestants",
     "Le 1er mai, 1\u202F250\u202F000 <manifestants>. Fin.", "numbers stay whole"},
    {"Le prix : 1 250 euros.", "1250", "Le prix : <1 250> euros.", "a number in groups is one word"},
    {"Le taux est de 7,4 %.", "7,4", "Le taux est de <7,4> %.", ""},
    {"L’O.T.A.N. s’inquiète. Fin.", "otan", "L’<O.T.A.N.> s’inquiète. Fin.", "dots of an acronym"},
    {"Le week-end dernier.", "weekend", "Le <week-end> dernier.", "typed closed"},
    {"Le week end dernier.", "week-end", "Le <week end> dernier.", "printed apart"},
    {"Va-t-il partir ?", "va", "<Va>-t-il partir ?", "what follows a verb is not it"},
    {"Aujourd’hui la pluie.", "aujourd'hui", "<Aujourd’hui> la pluie.", "whole, with its apostrophe"},
    {"Les prud’hommes jugent.", "prudhommes", "Les <prud’hommes> jugent.", ""},
    {"N’Golo Kanté joue.", "ngolo", "<N’Golo> Kanté joue.", ""},
    {"À 20h30, la lumière.", "\"20 h 30\"", "À <20h30>, la lumière.", "hours"},
    {"Covid-19 : la vague.", "covid19", "<Covid-19> : la vague.", ""},
    {"Le 49-3 encore.", "49.3", "Le <49-3> encore.", ""},
    {"Les é\u00ADtu\u00ADdiants défilent.", "étudiants", "Les <é\u00ADtu\u00ADdiants> défilent.", "soft hyphens"},
    {"Œuvres et cœurs.", "coeur", "Œuvres et <cœurs>.", "ligatures"},
    {"Łódź, en Pologne.", "lodz", "<Łódź>, en Pologne.", "letters without decomposition"},
    {"Le mot سلام veut dire paix.", "سلام", "Le mot <سلام> veut dire paix.", "any script"},
    {"Les ambassadeurs.", "ambass*", "Les <ambassadeurs>.", "a prefix marks whole words"},
    {"Khalilzad parle.", "khalilzade~", "<Khalilzad> parle.", "a word spelt about so"},
    {"Marine et la marine.", "=Marine", "<Marine> et la marine.", "an exact form"},
    {"La grève sans le train.", "grève -bus", "La <grève> sans le train.", "what is excluded is not looked for"},
    {"Il dit « la grève est finie ».", "\"grève est finie\"", "Il dit « la <grève est finie> ».", "inside quotes"},
    {"Grève, grève, grève.", "grève>=3", "<Grève>, <grève>, <grève>.", "every occurrence"},
    {"La grève.", "texte:grève", "La <grève>.", "in the field that was asked for"},
    {"Un étudiant étudie.", "étudiant~-étudiant étudie", "Un étudiant <étudie>.", "a dropped form"},
    {"Le général de Gaulle.", "\"de gaulle\"", "Le général <de Gaulle>.", "words of grammar of a phrase"},
};

TEST_CASE("what is highlighted is the word as printed, whole") { check(press_rows); }
TEST_CASE("a passage starts at the sentence that matches") { check(short_rows); }

const Row several_rows[] = {
    {"Une grève.\nUn train.\nUne mer.", "grève train mer", "Une <grève>. | Un <train>. | Une <mer>.",
     "in the order of the text"},
    {"Une mer.\nUn train.\nUne grève.", "grève train mer", "Une <mer>. | Un <train>. | Une <grève>.",
     "not of the query"},
    {"Une grève.\nRien.\nUne grève.", "grève", "Une <grève>. | Une <grève>.", "the same word again"},
    {"Une grève.\nRien.", "grève", "Une <grève>.", "no more than there are"},
    {"Une grève. Une grève.", "grève", "Une <grève>. Une <grève>.", "no passage overlaps another"},
    {"Une grève.\nUne grève.\nUne grève.\nUn train.\nUne grève.", "grève train",
     "Une <grève>. | Une <grève>. | Un <train>.", "a word that was not shown yet before more of the same"},
    {"Rien.", "grève", "Rien.", "the beginning once"},
};

TEST_CASE("several passages") { check(several_rows, 3); }

TEST_CASE("no passage is asked for") {
  const Piece piece{.key = "a", .title = "La grève", .text = "Une grève."};
  Show show({piece});
  const Hit hit = show.hit(piece, "grève", 0);
  CHECK(hit.snippets.empty());
  CHECK(marked(piece.title, hit.title_highlights) == "La <grève>");
}

TEST_CASE("titles are highlighted, and the lead is shown when only they match") {
  const struct {
    Piece piece;
    const char* query;
    const char* title;
    const char* shown;
  } rows[] = {
      {{.key = "1", .title = "La grève", .text = "Le texte.", .lead = "Le chapô."}, "grève", "La <grève>", "Le chapô."},
      {{.key = "2", .title = "La grève", .text = "Le texte."}, "grève", "La <grève>", "Le texte."},
      {{.key = "3", .title = "La grève", .text = "Une grève.", .lead = "Le chapô."},
       "grève",
       "La <grève>",
       "Une <grève>."},
      {{.key = "4", .title = "La mer", .text = "Le texte.", .lead = "La grève."}, "grève", "La mer", "La <grève>."},
      {{.key = "5", .title = "L’œuvre de Łódź", .text = "Rien."}, "oeuvre lodz", "L’<œuvre de Łódź>", "Rien."},
      {{.key = "6", .title = "Gilets jaunes : des gilets", .text = "Rien."},
       "\"gilets jaunes\"",
       "<Gilets jaunes> : des gilets",
       "Rien."},
      {{.key = "7", .title = "", .text = "La grève."}, "grève", "", "La <grève>."},
      {{.key = "8", .title = "La grève"}, "grève", "La <grève>", ""},
      {{.key = "9", .title = "<b>La grève</b>", .text = "Rien."}, "grève", "<b>La <grève></b>", "Rien."},
      {{.key = "10", .title = "Grève", .text = "Un. Deux. Trois.", .lead = "A. B. C."}, "grève", "<Grève>", "A. B. C."},
  };
  std::vector<Piece> pieces;
  for (const auto& row : rows) pieces.push_back(row.piece);
  Show show(pieces);
  for (const auto& row : rows) {
    INFO(row.piece.key << " " << row.query);
    const Hit hit = show.hit(row.piece, row.query);
    CHECK(marked(row.piece.title, hit.title_highlights) == row.title);
    CHECK(marked(hit.snippets) == row.shown);
  }
}

TEST_CASE("an article of a hundred thousand matches is shown as any other") {
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += "La grève dure. ";
  const Piece endless{.key = "1", .title = "Titre", .text = text + "Le train part pendant la grève."};
  const Hit hit = Show({endless}).hit(endless, "grève train");
  CHECK(marked(hit.snippets).ends_with("Le <train> part pendant la <grève>."));
}

}  // namespace
}  // namespace hemero
