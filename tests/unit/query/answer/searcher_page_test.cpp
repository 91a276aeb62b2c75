#include <algorithm>

#include "query/answer/searcher.h"
#include "tests/unit/query/press_of_searches.h"

// What an answer is beside the articles it finds: totals, order, pages, filters, partial hits.

namespace hemero {
namespace {

ArchiveReader& reader() {
  static PressArchive press(press_of_searches());
  return press.reader();
}

Page search(SearchRequest request) { return Searcher(reader()).search(request); }

SearchRequest request_of(const char* text, MatchMode match = MatchMode::automatic) {
  SearchRequest request;
  request.text = text;
  request.match = match;
  return request;
}

/// "key key ~key": in the order of the answer, partial hits with a tilde.
std::string shown(const Page& page) {
  std::string text;
  for (const Hit& hit : page.hits)
    text += (text.empty() ? "" : " ") + std::string(hit.partial ? "~" : "") + hit.article.key;
  return text;
}

TEST_CASE("when the time is over, what was found by then is the answer") {
  const struct {
    const char* query;
    const char* reason;
  } rows[] = {
      {"ministres", "what the index knows by itself"},
      {"\"le ministre\"", "a phrase is not taken for found where it was not looked for"},
      {"le PRÈS/5 ministre", ""},
      {"ministre -\"le ministre\"", "nor for missing, under an exclusion"},
      {"ministre -(centrale -\"le ministre\")", "under two"},
      {"m* l* absente~ zzyzx", "and nothing is suggested"},
  };
  for (const auto& row : rows) {
    INFO(row.query << ": " << row.reason);
    SearchRequest request = request_of(row.query, MatchMode::all);
    request.deadline = 1e-9;
    const Page page = search(request);
    CHECK(!page.complete);
    CHECK(!page.exact);
    CHECK(page.hits.empty());
    CHECK(!page.suggestion);
    CHECK(page.relaxations.empty());
    REQUIRE(!page.notices.empty());
    CHECK(page.notices[0].starts_with("not everything was looked at"));
  }
  SearchRequest patient = request_of("\"le ministre\"");
  patient.deadline = 3600;
  CHECK(search(patient).complete);
  CHECK(search(patient).total == search(request_of("\"le ministre\"")).total);
}

TEST_CASE("what one request knows of words does not change what another one finds") {
  Searcher searcher(reader());
  for (const char* query : {"ministre", "ministre", "\"ministre\"", "\"ministres\"", "=ministre", "ministres",
                            "minstre", "minstre", "inistre", "minstre OU inistre"}) {
    INFO(query);
    const Page page = searcher.search(request_of(query));
    const Page alone = search(request_of(query));
    CHECK(shown(page) == shown(alone));
    CHECK(page.total == alone.total);
    CHECK(page.notices == alone.notices);
    CHECK(page.suggestion == alone.suggestion);
  }
}

TEST_CASE("articles with some of the words follow where few hold all of them") {
  const struct {
    const char* query;
    const char* shown;
    std::uint64_t total;
    std::uint64_t partial_from;  // 0: none
    const char* reason;
  } rows[] = {
      {"grève sncf retraites", "strike1 ~strike2 ~strike3 ~twice ~often ~strike4", 1, 2, "the rarer words first"},
      {"ministre centrale nouvelle maire", "~onesentence ~far ~twosentences ~backwards ~senator", 0, 1,
       "none with all"},
      {"ministre nouvelle", "onesentence ~senator ~twosentences ~backwards ~far", 1, 2, "of two words one"},
      {"ministre absente", "~senator ~twosentences ~onesentence ~backwards ~far", 0, 1, "a word printed nowhere"},
      {"ministres", "twosentences senator onesentence backwards far", 5, 0, "of one word nothing is left out"},
      {"(ministre ET centrale) nouvelle maire", "~onesentence ~far ~twosentences ~backwards", 0, 1, "a group is whole"},
      {"ministre ET centrale ET nouvelle ET maire", "", 0, 0, "ET is never partial"},
      {"ministre centrale nouvelle maire -hier", "~twosentences ~backwards ~senator", 0, 1, "an exclusion holds"},
      {"\"le ministre\" centrale nouvelle maire", "~onesentence ~far ~twosentences ~backwards ~senator", 0, 1,
       "a phrase"},
      {"grève sncf retraites date:2019-12-06", "~strike2", 0, 1, "a date holds"},
      {"zzyzx", "", 0, 0, "nothing is near it"},
  };
  for (const auto& row : rows) {
    const Page page = search(request_of(row.query));
    INFO(row.query << ": " << row.reason);
    CHECK(shown(page) == row.shown);
    CHECK(page.total == row.total);
    CHECK(page.partial_from.value_or(0) == row.partial_from);
    CHECK(page.match == "auto");
  }
}

TEST_CASE("a partial hit names the words that it lacks") {
  const Page page = search(request_of("la grève sncf retraites zzyzx"));
  REQUIRE(page.hits.size() > 1);
  CHECK(page.hits[0].article.key == "strike1");
  CHECK(page.hits[0].missing.empty());  // zzyzx stands nowhere, which is told for the page
  CHECK(page.hits[1].article.key == "strike2");
  CHECK(page.hits[1].missing == std::vector<std::string>{"retraites"});
}

TEST_CASE("a word that no article prints is told once, with what was looked for instead") {
  const struct {
    const char* query;
    const char* notice;
  } rows[] = {
      {"grève minisstre", "one letter away"}, {"minisstre", "one letter away"}, {"grève zzyzx", "or a form of it"}};
  for (const auto& row : rows) {
    const Page page = search(request_of(row.query));
    INFO(row.query);
    REQUIRE(page.notices.size() == 1);
    CHECK_THAT(page.notices[0], contains_text(row.notice));
  }
}

TEST_CASE("a time in a query is also met by the date of publication") {
  PressArchive press({
      {.key = "printed", .text = "La canicule de 2019 reste en mémoire.", .date = "2020-03-01"},
      {.key = "june", .text = "La canicule dure.", .date = "2019-06-28"},
      {.key = "august", .text = "La canicule dure encore.", .date = "2019-08-02"},
      {.key = "later", .text = "La canicule revient.", .date = "2020-07-30"},
      {.key = "undated", .text = "La canicule, toujours."},
  });
  const struct {
    const char* query;
    MatchMode match;
    const char* shown;
    std::uint64_t total;
    std::size_t notices;
    const char* reason;
  } rows[] = {
      {"canicule 2019", MatchMode::all, "june august printed", 3, 1, "a year"},
      {"canicule juin 2019", MatchMode::all, "june", 1, 1, "a month and its year"},
      {"28 juin 2019 canicule", MatchMode::all, "june", 1, 1, "a day"},
      {"canicule \"2019\"", MatchMode::all, "printed", 1, 0, "quoted it is what is printed"},
      {"canicule =2019", MatchMode::all, "printed", 1, 0, "so it is when typed as exact"},
      {"2019", MatchMode::all, "printed", 1, 0, "alone it is a word"},
      {"canicule ET 2019", MatchMode::all, "printed", 1, 0, "beside an operator too"},
      {"canicule -2019", MatchMode::all, "june later undated august", 4, 0, "and where it is excluded"},
      {"canicule 2019", MatchMode::any, "printed june later undated august", 5, 0, "any ranks by words alone"},
  };
  for (const auto& row : rows) {
    const Page page = Searcher(press.reader()).search(request_of(row.query, row.match));
    INFO(row.query << ": " << row.reason);
    CHECK(shown(page) == row.shown);
    CHECK(page.total == row.total);
    CHECK(page.notices.size() == row.notices);
  }
}

TEST_CASE("articles with as many of the words are ranked as those with all of them are") {
  PressArchive press({{.key = "apart", .text = "La centrale ferme. On attend ce que décide le maire."},
                      {.key = "neighbours", .text = "On attend ce que décide le maire. Sa centrale ferme."}});
  const Page page = Searcher(press.reader()).search(request_of("maire centrale absente"));
  CHECK(shown(page) == "~neighbours ~apart");
}

TEST_CASE("a partial hit that was published when the query says does not lack the time") {
  PressArchive press({
      {.key = "whole", .text = "La canicule de 2019 reste en mémoire.", .date = "2020-03-01"},
      {.key = "then", .text = "La canicule dure.", .date = "2019-06-28"},
      {.key = "later", .text = "La canicule revient.", .date = "2020-07-30"},
  });
  const Page page = Searcher(press.reader()).search(request_of("canicule 2019 mémoire"));
  REQUIRE(shown(page) == "~then whole ~later");
  CHECK(page.hits[0].missing == std::vector<std::string>{"mémoire"});
  CHECK(page.hits[2].missing == std::vector<std::string>{"2019", "mémoire"});
}

TEST_CASE("with --match all and any nothing is partial") {
  for (const MatchMode mode : {MatchMode::all, MatchMode::any}) {
    const Page page = search(request_of("grève sncf retraites", mode));
    CHECK_FALSE(page.partial_from);
    CHECK(std::none_of(page.hits.begin(), page.hits.end(), [](const Hit& hit) { return hit.partial; }));
  }
  CHECK(search(request_of("a", MatchMode::all)).match == "all");
  CHECK(search(request_of("a", MatchMode::any)).match == "any");
}

TEST_CASE("order") {
  const struct {
    const char* query;
    SortOrder order;
    const char* shown;
    const char* reason;
  } rows[] = {
      {"réforme", SortOrder::newest, "strike3 strike2 strike1", ""},
      {"réforme", SortOrder::oldest, "strike1 strike2 strike3", ""},
      {"chronique", SortOrder::newest, "dated undated", "without a date: last"},
      {"chronique", SortOrder::oldest, "dated undated", "either way"},
      {"date:2018", SortOrder::oldest, "often twice", "a year before its days"},
      {"date:2018", SortOrder::newest, "twice often", ""},
  };
  for (const auto& row : rows) {
    SearchRequest request = request_of(row.query, MatchMode::all);
    request.order = row.order;
    INFO(row.query << ": " << row.reason);
    CHECK(shown(search(request)) == row.shown);
  }
}

TEST_CASE("relevance: rare words, repeated words, the title and the lead weigh more") {
  PressArchive press({
      {.key = "body", .title = "Le train roule", .text = "Une grève dure, un jour encore.", .lead = "Un chapô court."},
      {.key = "lead", .title = "Le train roule", .text = "Un jour dure, un jour encore.", .lead = "Une grève court."},
      {.key = "title", .title = "La grève roule", .text = "Un jour dure, un jour encore.", .lead = "Un chapô court."},
      {.key = "often", .title = "Le bac roule", .text = "Une fusée, une fusée encore.", .lead = "Un chapô court."},
      {.key = "once", .title = "Le bac roule", .text = "Une fusée, une barque encore.", .lead = "Un chapô court."},
      {.key = "common", .title = "Le vélo roule", .text = "Un pneu dure, un jour encore.", .lead = "Un chapô court."},
      {.key = "rare", .title = "Le vélo roule", .text = "Un cadre dure, un an encore.", .lead = "Un chapô court."},
  });
  const auto order = [&](const char* query, MatchMode match) {
    return shown(Searcher(press.reader()).search(request_of(query, match)));
  };
  CHECK(order("grève", MatchMode::all) == "title lead body");
  CHECK(order("fusée", MatchMode::all) == "often once");
  CHECK(order("jour cadre", MatchMode::any).starts_with("rare "));
}

TEST_CASE("scores fall, ranks rise") {
  for (const char* query : {"grève sncf retraites", "la", "ministre OU pari OU centrale", "ambass*"}) {
    const Page page = search(request_of(query, MatchMode::all));
    for (std::size_t i = 0; i < page.hits.size(); ++i) {
      CHECK(page.hits[i].rank == i + 1);
      if (i > 0) CHECK(page.hits[i].score <= page.hits[i - 1].score);
    }
  }
}

TEST_CASE("filters of the request") {
  const struct {
    const char* query;
    const char* from;
    const char* to;
    const char* source;
    const char* shown;
  } rows[] = {
      {"réforme", "2019-12-06", "", "", "strike2 strike3"},
      {"réforme", "", "2019-12-06", "", "strike1 strike2"},
      {"réforme", "2019-12-06", "2019-12-06", "", "strike2"},
      {"réforme", "2019", "2019", "", "strike1 strike2 strike3"},
      {"réforme", "2020", "", "", ""},
      {"réforme", "2020", "2019", "", "strike1 strike2 strike3"},
      {"réforme", "", "", "Agence Presse Ouest", "strike1"},
      {"réforme", "", "", "agence presse ouest", "strike1"},
      {"réforme", "", "", "AGENCE-PRESSE-OUEST", "strike1"},
      {"réforme", "", "", "agence", "strike1"},
      {"réforme", "", "", "agent", ""},
      {"réforme", "2019-12-06", "", "Le Courrier de la Lys", "strike2"},
      {"réforme date:2019-12-07", "2019-12-06", "", "", "strike3"},
      {"", "2019", "", "", ""},
      {"chronique", "2000", "2100", "", "dated"},
  };
  for (const auto& row : rows) {
    SearchRequest request = request_of(row.query);
    request.order = SortOrder::oldest;
    request.from = parse_iso_date(row.from);
    request.to = parse_iso_date(row.to);
    if (*row.source != '\0') request.sources.any = {row.source};
    INFO(row.query << " " << row.from << ".." << row.to << " " << row.source);
    CHECK(shown(search(request)) == row.shown);
  }
}

TEST_CASE("pages one after the other are the whole list") {
  for (const char* query : {"grève sncf retraites", "ministre centrale nouvelle maire", "la", "le OU la OU un", "sncf",
                            "MÊME:phrase(ministre centrale)", "-grève", "absente"})
    for (const MatchMode mode : {MatchMode::automatic, MatchMode::all, MatchMode::any})
      for (const SortOrder order : {SortOrder::relevance, SortOrder::newest, SortOrder::oldest}) {
        SearchRequest request = request_of(query, mode);
        request.order = order;
        request.limit = 100;
        const Page whole = search(request);
        for (const std::size_t limit : {1U, 2U, 7U}) {
          std::string all;
          request.limit = limit;
          for (request.offset = 0; request.offset <= whole.hits.size(); request.offset += limit) {
            const Page page = search(request);
            CHECK(page.hits.size() <= limit);
            if (!page.hits.empty()) all += (all.empty() ? "" : " ") + shown(page);
            if (!page.hits.empty()) CHECK(page.hits.front().rank == request.offset + 1);
          }
          INFO(query << " by " << limit);
          CHECK(all == shown(whole));
        }
        request.offset = 0;
      }
}

TEST_CASE("beyond the end there is nothing") {
  SearchRequest request = request_of("grève sncf retraites");
  request.offset = 1000;
  const Page page = search(request);
  CHECK(page.hits.empty());
  CHECK(page.total == 1);
}

TEST_CASE("without articles a hit is its id, key and score") {
  SearchRequest request = request_of("pari");
  const Page full = search(request);
  request.with_articles = false;
  const Page bare = search(request);
  REQUIRE(full.hits.size() == 1);
  REQUIRE(bare.hits.size() == 1);
  CHECK(bare.hits[0].id == full.hits[0].id);
  CHECK(bare.hits[0].score == full.hits[0].score);
  CHECK(bare.hits[0].article.key == "bet");
  CHECK(bare.hits[0].article.text.empty());
  CHECK(bare.hits[0].snippets.empty());
}

TEST_CASE("an answer repeats the query, tells how it was understood and what was changed") {
  const Page page = search(request_of("grève ET \"sncf"));
  CHECK(page.query == "grève ET \"sncf");
  CHECK(page.tree == "all(grève sncf)");
  REQUIRE(page.notices.size() == 1);
  CHECK_THAT(page.notices[0], contains_text("quotation mark"));
  CHECK(page.took_ms > 0);
}

TEST_CASE("words that stand nowhere are named") {
  const Page page = search(request_of("grève zzyzx"));
  CHECK(page.total == 0);
  REQUIRE_FALSE(page.notices.empty());
  CHECK_THAT(page.notices.back(), contains_text("zzyzx"));
}

/// Where candidates are many the best are checked first: what is shown must be as exact as if all were.
TEST_CASE("many candidates that fail their check are never shown") {
  constexpr int articles = 2600;
  std::vector<Piece> pieces;
  for (int i = 0; i < articles; ++i) {
    const bool phrase = i % 3 == 0;
    pieces.push_back({.key = (phrase ? "yes" : "no") + std::to_string(i),
                      .title = "Numéro " + std::to_string(i),
                      .text = phrase ? "Des gilets jaunes." : "Des jaunes, des gilets, des jaunes."});
  }
  PressArchive press(pieces);
  Searcher searcher(press.reader());
  constexpr std::uint64_t matching = (articles + 2) / 3;
  for (const char* query : {"\"gilets jaunes\"", "gilets -\"jaunes des\"", "gilets AVANT/1 jaunes"}) {
    SearchRequest request = request_of(query);
    for (const std::size_t offset : {0U, 500U, 860U}) {
      request.offset = offset;
      const Page page = searcher.search(request);
      INFO(query << " from " << offset);
      CHECK(page.hits.size() == std::min<std::size_t>(10, matching - offset));
      for (const Hit& hit : page.hits) CHECK(hit.article.key.starts_with("yes"));
      CHECK(page.total <= matching);
      if (page.exact) CHECK(page.total == matching);
    }
    request.offset = 0;
    request.count_up_to = articles;
    const Page counted = searcher.search(request);
    CHECK(counted.exact);
    CHECK(counted.total == matching);
  }
}

}  // namespace
}  // namespace hemero
