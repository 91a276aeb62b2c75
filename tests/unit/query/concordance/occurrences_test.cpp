#include "query/concordance/occurrences.h"

#include <span>

#include <fmt/format.h>

#include "query/concordance/printed_text.h"
#include "tests/unit/query/press_archive.h"

// Where a query stands: what is highlighted (tests/unit/query/passages/highlighter_test.cpp), place by place.

namespace hemero {
namespace {

struct Row {
  const char* text;
  const char* query;
  const char* pivots;  ///< with bars between
  const char* reason;
};

const Row rows[] = {
    {"Grève, grèves, GRÈVE.", "greve", "Grève|grèves|GRÈVE", "every one of them"},
    {"L’œuvre est belle.", "oeuvre", "œuvre", "an elided word is left out"},
    {"Un week-end long.", "weekend", "week-end", "a compound as one"},
    {"Un week-end long.", "end", "end", "or a part of it"},
    {"Un week-end, un week end.", "week-end", "week-end|week end", "the compound once, not its parts too"},
    {"Sur BFM TV hier.", "bfmtv", "BFM TV", "one word apart"},
    {"Sous Henri IV.", "henri 4", "Henri IV", "a number with its name; the name alone lies in it"},
    {"Il marche au marché.", "=marché", "marché", "an exact form"},
    {"La grève et la paix.", "la grève", "grève", "a word of grammar is not asked for"},
    {"La grève. La paix.", "la", "La|La", "but when it stands alone"},
    {"La grève de la SNCF.", "grève -sncf", "grève", "nothing excluded"},
    {"Ni grève ici, ni paix là.", "grève OU paix", "grève|paix", "in the order of the text"},
    {"Des gilets jaunes, des gilets.", "\"gilets jaunes\"", "gilets jaunes", "a phrase is one place"},
    {"Des gilets jaunes.", "gilets jaunes", "gilets|jaunes", "words are one each"},
    {"gilets jaunes, jaunes", "\"gilets jaunes\" jaune", "gilets jaunes|jaunes", "a word inside a phrase"},
    {"la la la", "\"la la\"", "la la|la la", "places may overlap"},
    {"L’état d’urgence.", "\"l'état d'urgence\"", "L’état d’urgence", "elided words of a phrase belong to it"},
    {"Le ministre visite hier la centrale.", "ministre PRÈS/6 centrale", "ministre|centrale", "near: each word"},
    {"Le ministre, hier. Une centrale. Le ministre.", "ministre PRÈS/2 hier", "ministre|hier", "where they are near"},
    {"Le ministre sort. Le ministre et la centrale.", "MÊME:phrase(ministre centrale)", "ministre|centrale", ""},
    {"Le ministre sort. La centrale ouvre.", "MÊME:paragraphe(ministre centrale)", "ministre|centrale", ""},
    {"De Saint-Étienne à Saint-Chamond.", "saint etienne", "Saint|Étienne", "no part of another name"},
    {"À Saint-Étienne-du-Rouvray.", "saint rouvray etienne", "Saint|Étienne|Rouvray", "links aside"},
    {"À Saint-Étienne-du-Rouvray.", "saint etienne", "Saint|Étienne", "where nothing else stands"},
    {"Le vent a été abattu par chance.", "les vents ont été abattus par chance", "vent|abattu|chance",
     "words of grammar beside others"},
    {"Titre seul.", "titre:loup", "loup|loup", "a field says which articles, not which places"},
};

std::string title_of(const Row& row) {
  return std::string_view(row.query).starts_with("titre:") ? "Le loup, un loup" : "";
}

TEST_CASE("where the words of a query stand") {
  TemporaryFolder folder;
  const ArchiveFolder archive{folder / "archive"};
  std::vector<Article> articles;
  for (std::size_t i = 0; i < std::size(rows); ++i) {
    Article& article = articles.emplace_back();
    article.key = std::to_string(i);
    article.title = title_of(rows[i]);
    append_zone(article, ZoneKind::debris, "Lire aussi grève paix ministre");
    append_zone(article, ZoneKind::paragraph, rows[i].text);
  }
  add(archive, articles);
  ArchiveReader reader(archive);
  Searcher searcher(reader);
  for (std::uint32_t i = 0; i < std::size(rows); ++i) {
    INFO(rows[i].text << " / " << rows[i].query << " / " << rows[i].reason);
    SearchRequest request;
    request.text = rows[i].query;
    request.match = MatchMode::all;
    const QueryPlan plan = searcher.plan(request);
    OccurrenceFinder finder(plan, reader, Deadline::never());
    PrintedText printed;
    printed.read(articles[i]);
    std::vector<std::string> pivots;
    for (const Span& span : finder.find(VersionId(i + 1))) {
      const auto line = printed.line(span, 3);
      REQUIRE(line);
      pivots.push_back(line->pivot);
    }
    CHECK(fmt::format("{}", fmt::join(pivots, "|")) == rows[i].pivots);
  }
}

}  // namespace
}  // namespace hemero
