#include "query/answer/searcher.h"

#include <algorithm>
#include <span>

#include "tests/unit/query/press_of_searches.h"

// Which articles a query finds, through every layer from the parser to the token streams.

namespace hemero {
namespace {

ArchiveReader& reader() {
  static PressArchive press(press_of_searches());
  return press.reader();
}

std::string keys_of(const Page& page) {
  std::vector<std::string> keys;
  for (const Hit& hit : page.hits) keys.push_back(hit.article.key);
  std::sort(keys.begin(), keys.end());
  std::string text;
  for (const std::string& key : keys) text += (text.empty() ? "" : " ") + key;
  return text;
}

Page search(const char* query, MatchMode match = MatchMode::all) {
  SearchRequest request;
  request.text = query;
  request.match = match;
  request.limit = 100;
  return Searcher(reader()).search(request);
}

struct Row {
  const char* query;
  const char* keys;
  const char* reason;
};

void check(std::span<const Row> rows, MatchMode match = MatchMode::all) {
  for (const Row& row : rows) {
    const Page page = search(row.query, match);
    INFO(row.query << ": " << row.reason << "\nunderstood as " << page.tree);
    CHECK(keys_of(page) == row.keys);
    CHECK(page.total == page.hits.size());
    CHECK(page.exact);
    CHECK_FALSE(page.partial_from);
  }
}

const Row word_rows[] = {
    {"grève", "strike1 strike2 strike4", "its family"},
    {"greve sncf", "strike1 strike2", "all of them"},
    {"GRÈVE SNCF RETRAITES", "strike1", ""},
    {"grève absente", "", "one word stands nowhere"},
    {"général", "general", "not generous"},
    {"genereux", "generous", ""},
    {"organe", "organ", "not organisation"},
    {"organisation", "organisation", ""},
    {"sénateur", "senator", ""},
    {"pari", "bet", "not the town"},
    {"paris", "town", ""},
    {"Paris", "town", ""},
    {"maïs", "maize", "not mais"},
    {"mais", "but", "a word of grammar alone is searched"},
    {"la réforme", "strike1 strike2 strike3", "beside others it is not asked for"},
    {"jusqu'à la réforme d'un", "strike1 strike2 strike3", "nor with what is elided before it"},
    {"jusqu'a la reforme", "strike1 strike2 strike3", "nor without its accent"},
    {"marche", "market walk", "typed bare it means both"},
    {"marché", "market walk", "accents in texts are unreliable"},
    {"=marché", "market", ""},
    {"=marche", "walk", ""},
    {"marché~-marche", "market", "a form that is not wanted"},
    {"marche~-marché~-marche", "", "none is left"},
    {"=Paris", "town", ""},
    {"=PARIS", "", "a capital typed is asked for"},
    {"week-end", "weekend1 weekend2 weekend3", ""},
    {"weekend", "weekend1 weekend2", "a word is two where it is mostly printed so"},
    {"week end", "weekend1 weekend2 weekend3", ""},
    {"=week-end", "weekend1", ""},
    {"otan", "otan1 otan2", ""},
    {"o.t.a.n.", "otan1 otan2", ""},
    {"l’OTAN", "otan1 otan2", "an article at the start is not asked for"},
    {"val d'oise", "oise", ""},
    {"lodz izmir", "lodz", ""},
    {"1250000", "money", ""},
    {"1 250 000 euros", "money", ""},
    {"7,4", "money", ""},
    {"dartagnan", "elision", ""},
    {"cœur", "organ", ""},
    {"coeur", "organ", ""},
    {"ambass*", "body heading lead", "a prefix"},
    {"ambasade~", "body heading lead", "a similar word"},
    {"ambassade", "body heading lead", "not in debris"},
    {"grève ?", "strike1 strike2 strike4", "a question mark asks for nothing"},
    {"grève 😀", "strike1 strike2 strike4", "nor does an emoji"},
    {"", "", "nothing asked, nothing found"},
    {"!", "", ""},
};

const Row boolean_rows[] = {
    {"grève ET retraites", "strike1", ""},
    {"grève OU retraites", "strike1 strike2 strike3 strike4", ""},
    {"grève SAUF sncf", "strike4", ""},
    {"grève -sncf", "strike4", ""},
    {"grève -(sncf ET retraites)", "strike2 strike4", ""},
    {"grève -(retraites OU dockers)", "strike2", ""},
    {"-le -la -un -une -des -les -il -elle -on", "body letters lodz otan1 otan2",
     "exclusions alone: all articles less them"},
    {"sncf -\"la sncf\"", "", "a phrase excluded"},
    {"sncf -=grève", "often twice", ""},
    {"(grève OU retraites) -sncf", "strike3 strike4", ""},
    {"pari OU (chronique -sans)", "bet dated", "an exclusion in an alternative"},
    {"sncf>=3", "often", "occurrences"},
    {"sncf>=2", "often strike1 twice", "the title counts"},
    {"sncf>3", "", ""},
    {"\"la sncf\">=3", "often", "of a phrase"},
    {"-sncf>=2 sncf", "strike2", "excluded"},
};

const Row place_rows[] = {
    {"\"gilets jaunes\"", "vests", "side by side, in one paragraph"},
    {"« gilets jaunes »", "vests", ""},
    {"\"GILETS JAUNES\"", "vests", "blind to case"},
    {"\"gilet jaune\"", "", "no inflection"},
    {"\"jaunes gilets\"", "", "in order"},
    {"gilets jaunes", "broken lifevests twoparagraphs vests", "the words anywhere"},
    {"\"etats generaux\"", "general", "blind to accents"},
    {"\"grève\"", "strike1 strike2", "one word quoted: no inflection"},
    {"\"l'otan\"", "otan1 otan2", "an elided word"},
    {"\"la otan\"", "", ""},
    {"\"l otan\"", "otan1 otan2", "its apostrophe lost"},
    {"\"d'artagnan\"", "elision", "though the letter D is printed too"},
    {"\"joue d’artagnan\"", "elision", "in the middle"},
    {"\"l'oise\"", "", "no other elided word"},
    {"otan -\"l'otan\"", "", "excluded"},
    {"artagnan -\"d'artagnan\"", "", ""},
    {"titre:\"d'oise\"", "oise", "in a field"},
    {"\"d'artagnan\">=2", "elision", "often"},
    {"l'otan PRÈS/4 bruxelles", "otan2", "near"},
    {"l'ambass*", "body heading lead", "before a beginning"},
    {"d'artagnam~", "elision", "before a similar word"},
    {"l", "letters", "a letter is no elided word"},
    {"\"l m n\"", "letters", "letters side by side"},
    {"\"week-end au ski\"", "weekend1", ""},
    {"\"week end au ski\"", "weekend1", ""},
    {"\"7,4 %\"", "money", ""},
    {"ministre PRÈS/6 centrale", "backwards onesentence twosentences", ""},
    {"ministre AVANT/6 centrale", "onesentence twosentences", "in order"},
    {"ministre PRÈS/12 centrale", "backwards far onesentence twosentences", "farther"},
    {"ministre PRÈS/1 centrale", "", ""},
    {"sénateur PRÈS/3 ministre", "senator", "families"},
    {"MÊME:phrase(ministre centrale)", "backwards far onesentence", ""},
    {"MÊME:paragraphe(ministre centrale)", "backwards far onesentence twosentences", ""},
    {"MÊME:phrase(sncf grève)", "strike1", ""},
    {"MÊME:paragraphe(sncf grève)", "strike1", ""},
    {"MÊME:phrase(ministre centrale nouvelle)", "onesentence", "three words"},
    {"MÊME:phrase(centrale (hier ET maire))", "far", "a group inside: all of it"},
    {"MÊME:phrase(ministre hier OU ministre attend)", "backwards far onesentence", ""},
    {"MÊME:phrase(ministre (visite OU attend))", "backwards onesentence", ""},
    {"MÊME:phrase(ministre centrale) -hier", "backwards", ""},
    {"MÊME:phrase(ministre centrale -hier)", "backwards", "an exclusion inside is kept"},
    {"(ministre hier) PRÈS/6 centrale", "onesentence", "all of the words near"},
    {"(attend OU hier) PRÈS/6 centrale", "backwards onesentence", ""},
    {"\"la nouvelle\" PRÈS/2 centrale", "onesentence", "a phrase"},
    {"minist* PRÈS/6 central*", "backwards onesentence twosentences", "prefixes"},
};

const Row field_rows[] = {
    {"titre:kaboul", "body lead", ""},
    {"titre:ambassade", "", "not in any title"},
    {"chapo:ambassade", "lead", ""},
    {"texte:ambassade", "body heading", "headings are part of the text"},
    {"titre:sncf", "strike1 twice", ""},
    {"-titre:sncf sncf", "often strike2", ""},
    {"titre:\"grève à la\"", "strike1", ""},
    {"titre:(grève sncf)", "strike1", ""},
    {"titre:(grève OU sncf)", "strike1 twice", ""},
    {"titre:sncf>=1", "strike1 twice", ""},
    {"titre:sncf>=2", "", "occurrences in the field"},
    {"titre:(grève PRÈS/3 sncf)", "strike1", ""},
    {"auteur:vasseur", "strike2", ""},
    {"auteur:\"Claire Vasseur\"", "strike2", ""},
    {"auteur:apo", "strike1", ""},
    {"source:courrier", "strike2", "a word of its name"},
    {"source:\"agence presse ouest\"", "strike1", ""},
    {"rubrique:transports", "strike1 strike2", ""},
    {"motcle:afghanistan", "lead", ""},
    {"url:courrier.example", "body", ""},
    {"url:www.courrier.example", "body", ""},
    {"url:example", "", "a part of a host"},
    {"afghanistan", "", "keywords are a field of their own"},
};

const Row date_rows[] = {
    {"date:2019", "strike1 strike2 strike3 strike4", "a year holds its months and days"},
    {"date:2019-12", "strike1 strike2 strike3", ""},
    {"date:2019-12-06", "strike2", ""},
    {"date:2019-12-06..2019-12-07", "strike2 strike3", ""},
    {"date:2019-11", "strike4", "an article known by its month"},
    {"date:2019-11-15", "", "is on none of its days"},
    {"date:2018", "often twice", ""},
    {"date:2018-06", "twice", ""},
    {"date:2021-08-11", "dated", "the time of day does not matter"},
    {"avant:2018", "often twice", ""},
    {"après:2020", "dated", ""},
    {"date:2019-12-07..", "dated strike3", ""},
    {"chronique date:2021", "dated", ""},
    {"chronique -date:2021", "undated", ""},
    {"date:2021 OU date:2018", "dated often twice", ""},
    {"date:2021..2018", "dated often strike1 strike2 strike3 strike4 twice", "swapped"},
};

const Row any_rows[] = {
    {"grève retraites", "strike1 strike2 strike3 strike4", "any of the words"},
    {"grève retraites absente", "strike1 strike2 strike3 strike4", ""},
    {"grève retraites -sncf", "strike3 strike4", "exclusions hold"},
    {"grève retraites date:2019-12", "strike1 strike2 strike3", "dates hold"},
    {"grève ET retraites", "strike1", "ET holds"},
    {"\"gilets jaunes\" pari", "bet vests", ""},
    {"\"gilets jaunes\" pari réforme", "bet broken lifevests strike1 strike2 strike3 twoparagraphs vests",
     "among three or more a phrase is its words"},
    {"grrève", "strike1 strike2", "a word that no article prints is taken for those one letter away"},
    {"la pari", "bet", "a word of grammar beside others is not asked for"},
};

TEST_CASE("where texts were read by machine words one letter away count too") {
  const auto keys = [](const char* query, bool misread) {
    SearchRequest request;
    request.text = query;
    request.misread = misread;
    request.match = MatchMode::all;
    return keys_of(Searcher(reader()).search(request));
  };
  CHECK(keys("grrève retraites", false).empty());
  CHECK(keys("grrève retraites", true) == "strike1");
  CHECK(keys("grève retraites", true) == keys("grève retraites", false));
  CHECK(keys("=grrève", true).empty());
  CHECK(keys("\"grrève\"", true).empty());
}

TEST_CASE("words find the articles that print their forms") { check(word_rows); }
TEST_CASE("ET, OU, SAUF and occurrences") { check(boolean_rows); }
TEST_CASE("phrases, nearness, sentences, paragraphs") { check(place_rows); }
TEST_CASE("fields") { check(field_rows); }
TEST_CASE("dates") { check(date_rows); }
TEST_CASE("any of the words") { check(any_rows, MatchMode::any); }

TEST_CASE("the modes agree where there is one word") {
  for (const char* query : {"grève", "\"gilets jaunes\"", "sncf>=2", "titre:kaboul", "date:2019", "grève OU pari"})
    for (const MatchMode mode : {MatchMode::any, MatchMode::automatic}) {
      INFO(query);
      CHECK(keys_of(search(query, mode)) == keys_of(search(query)));
    }
}

const Row hyphen_rows[] = {
    {"alerte Haut-Rhin", "closed compound rhin", "any part of a hyphenated word will do beside another word"},
    {"Haut-Rhin", "compound", "alone it is wanted whole"},
    {"alerte week-end", "closed hyphen", "but what is often printed closed up is one word"},
    {"alerte «Haut-Rhin»", "closed compound", "and a phrase beside one word stays a phrase"},
};

TEST_CASE("where any word will do, a word with hyphens is its parts") {
  PressArchive archive({{.key = "compound", .title = "Neige", .text = "La neige tombe sur le Haut-Rhin."},
                        {.key = "rhin", .title = "Fleuve", .text = "Les eaux du Rhin montent."},
                        {.key = "hyphen", .title = "Repos", .text = "Un week-end de repos."},
                        {.key = "closed", .title = "Orages", .text = "Le weekend commence par une alerte."},
                        {.key = "week", .title = "Magazine", .text = "Business Week ferme."}});
  for (const Row& row : hyphen_rows) {
    SearchRequest request;
    request.text = row.query;
    request.match = MatchMode::any;
    INFO(row.query << ": " << row.reason);
    CHECK(keys_of(Searcher(archive.reader()).search(request)) == row.keys);
  }
}

TEST_CASE("a number beside letters finds both closed up, and the reverse") {
  PressArchive roads({{.key = "closed", .title = "RN20", .text = "Un mort sur la RN20."},
                      {.key = "apart", .title = "RN 20", .text = "Un mort sur la RN 20."},
                      {.key = "hyphen", .title = "RN-20", .text = "Un mort sur la RN-20."},
                      {.key = "other", .title = "RN", .text = "Vingt morts sur la RN 10 et 2 ou 20 blessés."}});
  for (const char* query : {"rn 20", "RN20", "rn-20"}) {
    SearchRequest request;
    request.text = query;
    request.match = MatchMode::all;
    INFO(query);
    const std::string keys = keys_of(Searcher(roads.reader()).search(request));
    CHECK_THAT(keys, contains_text("apart closed hyphen"));
  }
}

}  // namespace
}  // namespace hemero
