#include "query/passages/highlighter.h"

#include <span>

#include "query/answer/searcher.h"
#include "query/passages/marks.h"
#include "tests/unit/query/press_archive.h"
#include "tests/unit/query/shown_text.h"

// What is highlighted: whole words of the text as printed, elided words left out, a phrase as one range.

namespace hemero {
namespace {

struct Row {
  const char* text;
  const char* query;
  const char* marked;
  const char* reason;
};

const Row word_rows[] = {
    {"L’œuvre est belle.", "oeuvre", "L’<œuvre> est belle.", "an elided word is left out"},
    {"L'oeuvre est belle.", "œuvre", "L'<oeuvre> est belle.", ""},
    {"La sénatrice et le sénateur.", "senateurs", "La <sénatrice> et le <sénateur>.", "the word as printed"},
    {"Grève, grèves, GRÈVE.", "greve", "<Grève>, <grèves>, <GRÈVE>.", "every one of them"},
    {"Une gre\u0300ve ici.", "grève", "Une <gre\u0300ve> ici.", "a decomposed letter with its accent"},
    {"Le gou\u00ADver\u00ADne\u00ADment.", "gouvernement", "Le <gou\u00ADver\u00ADne\u00ADment>.", "soft hyphens"},
    {"Le gouver-\nnement.", "gouvernement", "Le <gouver-\nnement>.", "cut at a line's end"},
    {"La ﬁnance.", "finance", "La <ﬁnance>.", "a ligature"},
    {"À Łódź, à İzmir.", "lodz izmir", "À <Łódź>, à <İzmir>.", "folding that changes lengths"},
    {"Die Straße.", "strasse", "Die <Straße>.", ""},
    {"😀 grève 😀", "grève", "😀 <grève> 😀", "beside emoji"},
    {"L’O.T.A.N. agit.", "otan", "L’<O.T.A.N.> agit.", "an acronym with its last stop"},
    {"Un week-end long.", "weekend", "Un <week-end> long.", "a compound as one"},
    {"Un week-end long.", "end", "Un week-<end> long.", "or a part of it"},
    {"Un week-end long.", "\"week end\"", "Un <week-end> long.", ""},
    {"Un week end long.", "week-end", "Un <week end> long.", ""},
    {"Sur BFMTV hier.", "bfm tv", "Sur <BFMTV> hier.", "two words closed up"},
    {"Sur BFM TV hier.", "bfmtv", "Sur <BFM TV> hier.", "one apart"},
    {"Avec #BalanceTonPorc.", "balance ton porc", "Avec #<BalanceTonPorc>.", ""},
    {"À 8h, à 12:30.", "8 heures", "À <8h>, à 12:30.", "an hour"},
    {"À 8h, à 12:30.", "12h30", "À 8h, à <12:30>.", ""},
    {"Limité à 130km/h.", "130 km/h", "Limité à <130km/h>.", ""},
    {"Sous Henri IV.", "henri 4", "Sous <Henri IV>.", "a Roman number with its name"},
    {"Hier M. Blum.", "monsieur blum", "Hier <M. Blum>.", "a title with its stop"},
    {"Une amende de 1’250’000 francs.", "1250000", "Une amende de <1’250’000> francs.", ""},
    {"À Val-d’Oise.", "oise", "À Val-d’<Oise>.", ""},
    {"Plus de 1 250 000 euros.", "1250000", "Plus de <1 250 000> euros.", "a number with its blanks"},
    {"À 20h30.", "20", "À <20>h30.", ""},
    {"À 20h30.", "\"20 h 30\"", "À <20h30>.", ""},
    {"Le 1er mai.", "1", "Le <1er> mai.", ""},
    {"北京来人", "北京", "<北京>来人", "characters that are words of their own"},
    {"<b>grève</b> &amp; co", "grève", "<b><grève></b> &amp; co", "markup in the text is data"},
    {"Voici: b dans <b>.", "b", "Voici: <b> dans <<b>>.", ""},
    {"aujourd’hui même", "aujourd'hui", "<aujourd’hui> même", ""},
    {"D’Artagnan part, d’Artagnan.", "dartagnan", "<D’Artagnan> part, <d’Artagnan>.",
     "a joined spelling with its elided part"},
    {"Rien ici.", "absent", "Rien ici.", "nothing"},
};

const Row query_rows[] = {
    {"Il marche au marché.", "=marché", "Il marche au <marché>.", "an exact form"},
    {"La SNCF, la sncf.", "=SNCF", "La <SNCF>, la sncf.", ""},
    {"ambassade ambassadeur", "ambass*", "<ambassade ambassadeur>", "a prefix; neighbours are one range"},
    {"Khalilzad parle.", "kalilzad~", "<Khalilzad> parle.", "a similar word"},
    {"Le pari de Paris, Paris, Paris.", "pari", "Le <pari> de Paris, Paris, Paris.", "no name that looks like it"},
    {"Un geste généreux du général.", "général", "Un geste généreux du <général>.", "nor a stranger of the same stem"},
    {"La grève et la paix.", "la grève", "La <grève> et la paix.", "a word of grammar is not asked for"},
    {"La grève.", "la", "<La> grève.", "but when it stands alone"},
    {"grève ET paix ou guerre", "grève ET (paix OU guerre)", "<grève> ET <paix> ou <guerre>", ""},
    {"La grève de la SNCF.", "grève -sncf", "La <grève> de la SNCF.", "an excluded word is not shown"},
    {"La SNCF, oui la SNCF.", "sncf>=2", "La <SNCF>, oui la <SNCF>.", ""},
};

const Row phrase_rows[] = {
    {"Des gilets jaunes ici.", "\"gilets jaunes\"", "Des <gilets jaunes> ici.", "one range"},
    {"Des gilets, jaunes ici.", "\"gilets jaunes\"", "Des <gilets, jaunes> ici.", ""},
    {"Des gilets de sauvetage jaunes.", "\"gilets jaunes\"", "Des gilets de sauvetage jaunes.",
     "not its words elsewhere"},
    {"Des gilets jaunes.", "gilets jaunes", "Des <gilets jaunes>.", "neighbours are one range"},
    {"jeter l’éponge", "\"jeter l'éponge\"", "<jeter l’éponge>", ""},
    {"L’état d’urgence.", "\"l'état d'urgence\"", "<L’état d’urgence>.", "its elided words belong to it"},
    {"la la la", "\"la la\"", "<la la la>", "overlapping ranges are one"},
    {"gilets jaunes, jaunes", "\"gilets jaunes\" jaune", "<gilets jaunes>, <jaunes>", "a word inside a phrase"},
    {"Le ministre visite hier la centrale.", "ministre PRÈS/6 centrale", "Le <ministre> visite hier la <centrale>.",
     "near: its words, not what stands between"},
    {"Le ministre, hier. Une centrale. Le ministre.", "ministre PRÈS/2 hier",
     "Le <ministre>, <hier>. Une centrale. Le ministre.", "only where they are near"},
    {"Le ministre sort. Le ministre et la centrale.", "MÊME:phrase(ministre centrale)",
     "Le ministre sort. Le <ministre> et la <centrale>.", "all of its words, in that sentence"},
    {"Le ministre sort. La centrale ouvre.", "MÊME:paragraphe(ministre centrale)",
     "Le <ministre> sort. La <centrale> ouvre.", ""},
    {"Le ministre sort hier, la centrale non.", "MÊME:phrase((ministre PRÈS/3 hier) centrale)",
     "Le <ministre> sort <hier>, la <centrale> non.", "one in the other"},
    {"Le ministre sort hier.", "MÊME:phrase(ministre (hier OU demain))", "Le <ministre> sort <hier>.", ""},
    {"Le ministre sort hier.", "MÊME:phrase(ministre demain)", "Le ministre sort hier.",
     "nothing when it does not match"},
};

const Row joined_rows[] = {
    {"Dans l’état d’urgence.", "etat urgence", "Dans l’<état d’urgence>.", "only a linking word between"},
    {"La grève à la SNCF dure.", "grève sncf", "La <grève à la SNCF> dure.", "two of them"},
    {"La grève, à la SNCF.", "grève sncf", "La <grève>, à la <SNCF>.", "no other sign"},
    {"La grève et la SNCF.", "grève sncf", "La <grève> et la <SNCF>.", "« et » keeps apart"},
    {"La grève a la SNCF.", "grève sncf", "La <grève> a la <SNCF>.", "and so does a verb"},
    {"La grève. La SNCF.", "grève sncf", "La <grève>. La <SNCF>.", "two sentences"},
    {"Une grève de la grève.", "grève", "Une <grève> de la <grève>.", "one word of the query stays two marks"},
    {"La ligne Paris-Lyon.", "paris lyon", "La ligne <Paris-Lyon>.", "a hyphen holds together too"},
    {"Paris - Lyon, hier.", "paris lyon", "<Paris> - <Lyon>, hier.", "but a dash does not"},
};

const Row name_rows[] = {
    {"De Saint-Étienne à Saint-Chamond.", "saint etienne", "De <Saint-Étienne> à Saint-Chamond.",
     "a part of another name"},
    {"De Saint-Étienne à Saint-Chamond.", "saint-etienne", "De <Saint-Étienne> à Saint-Chamond.", ""},
    {"Un saint est né à Saint-Chamond.", "saint etienne", "Un <saint> est né à Saint-Chamond.",
     "the word alone is asked for"},
    {"Saint-Chamond, hier.", "saint", "<Saint>-Chamond, hier.", "no name is asked for"},
    {"Le vice-président Macron.", "président macron", "Le vice-<président Macron>.", "two words that make no name"},
};

const Row grammar_rows[] = {
    {"Ils sont portés par le vent du nord et par la mer.", "les parapluies sont portés par le vent",
     "Ils sont <portés par le vent> du nord et par la mer.", "of a pasted sentence only between what is found"},
    {"Le vent a été abattu, par chance.", "les parapluies ont été portés par le vent",
     "Le <vent> a été abattu, par chance.", ""},
    {"Un été indien, en été.", "été indien", "Un <été indien>, en été.",
     "typed beside one word, it is marked beside it"},
    {"Notre-Dame de Paris brûle.", "incendie à notre dame de paris hier", "<Notre-Dame de Paris> brûle.",
     "a part of a name that is found is no word of grammar"},
    {"Par la mer.", "par", "<Par> la mer.", "alone it is what was asked for"},
};

Article article_of(const Row& row) {
  Article article;
  article.key = row.text;
  append_zone(article, ZoneKind::paragraph, row.text);
  return article;
}

std::string marked_by(const QueryPlan& plan, const Article& article) {
  Highlighter highlighter(plan);
  const std::vector<Match> matches = highlighter.find(article.text, article.zones);
  return marked(article.text, merged_ranges(highlighter.tokens(), matches));
}

/// All texts of a table are in one archive.
void check(std::span<const Row> rows, MatchMode mode = MatchMode::all) {
  TemporaryFolder folder;
  const ArchiveFolder archive{folder / "archive"};
  std::vector<Article> articles;
  for (const Row& row : rows) articles.push_back(article_of(row));
  add(archive, articles);
  ArchiveReader reader(archive);
  for (const Row& row : rows) {
    SearchRequest request;
    request.text = row.query;
    request.match = mode;
    const QueryPlan plan = Searcher(reader).plan(request);
    const Article article = article_of(row);
    INFO(row.query << ": " << row.reason);
    CHECK(marked_by(plan, article) == row.marked);
  }
}

TEST_CASE("words are highlighted whole, as printed") { check(word_rows); }
TEST_CASE("what the query means is highlighted, not what looks like it") { check(query_rows); }
TEST_CASE("phrases and places") { check(phrase_rows); }
TEST_CASE("words with only linking words between them are one mark") { check(joined_rows, MatchMode::any); }
TEST_CASE("a part of another name is no mark") { check(name_rows, MatchMode::any); }
TEST_CASE("words of grammar are marked beside what is found") { check(grammar_rows, MatchMode::any); }

TEST_CASE("paragraphs, headings and debris") {
  PressArchive press({{.key = "a", .title = "T", .text = "# La grève\nUne grève.\n% Lire : grève\ngilets\njaunes"}});
  const Article article =
      to_article({.key = "a", .title = "T", .text = "# La grève\nUne grève.\n% Lire : grève\ngilets\njaunes"});
  const auto shown = [&](const char* query) {
    SearchRequest request;
    request.text = query;
    const QueryPlan plan = Searcher(press.reader()).plan(request);
    return marked_by(plan, article);
  };
  CHECK(shown("grève") == "La <grève>\nUne <grève>.\nLire : grève\ngilets\njaunes");
  CHECK(shown("\"gilets jaunes\"") == "La grève\nUne grève.\nLire : grève\ngilets\njaunes");
  CHECK(shown("\"grève une\"") == "La grève\nUne grève.\nLire : grève\ngilets\njaunes");
}

TEST_CASE("each match names its word of the query") {
  PressArchive press({{.key = "a", .title = "T", .text = "un deux trois"}});
  SearchRequest request;
  request.text = "trois deux";
  const QueryPlan plan = Searcher(press.reader()).plan(request);
  const std::string text = "un deux trois";
  Highlighter highlighter(plan);
  const auto matches = highlighter.find(text, {{ZoneKind::paragraph, 0, static_cast<std::uint32_t>(text.size())}});
  REQUIRE(matches.size() == 2);
  CHECK(matches[0].word == 1);
  CHECK(matches[0].range == Range{3, 7});
  CHECK(matches[1].word == 0);
  CHECK(matches[1].range == Range{8, 13});
  CHECK(highlighter.tokens().tokens().size() == 3);
  CHECK(highlighter.find("", {}).empty());
}

TEST_CASE("ranges that overlap or touch are merged") {
  const auto merged = [](std::vector<Range> ranges, std::string_view text = "abcdefghij") {
    std::vector<Match> matches;
    for (const Range& range : ranges) matches.push_back({0, range});
    TokenList tokens;
    tokens.start(text);
    return merged_ranges(tokens, matches);
  };
  using Ranges = std::vector<Range>;
  CHECK(merged({}) == Ranges{});
  CHECK(merged({{1, 2}}) == Ranges{{1, 2}});
  CHECK(merged({{1, 2}, {3, 4}}) == Ranges{{1, 2}, {3, 4}});
  CHECK(merged({{1, 2}, {2, 4}}) == Ranges{{1, 4}});
  CHECK(merged({{1, 9}, {2, 4}}) == Ranges{{1, 9}});
  CHECK(merged({{1, 5}, {2, 7}, {8, 9}}) == Ranges{{1, 7}, {8, 9}});
  CHECK(merged({{0, 2}, {3, 5}}, "ab cd ef") == Ranges{{0, 5}});
  CHECK(merged({{0, 2}, {4, 6}}, "ab\u00A0cd ef") == Ranges{{0, 6}});
  CHECK(merged({{0, 2}, {3, 5}}, "ab\ncd") == Ranges{{0, 2}, {3, 5}});
  CHECK(merged({{0, 2}, {4, 6}}, "ab, cd") == Ranges{{0, 2}, {4, 6}});
}

}  // namespace
}  // namespace hemero
