#include "common/text/article_analysis.h"

#include <map>

#include "tests/support/catch.h"

namespace hemero {
namespace {

Article article_of(std::string title, std::initializer_list<std::pair<ZoneKind, const char*>> zones) {
  Article article;
  article.title = std::move(title);
  for (const auto& [kind, text] : zones) append_zone(article, kind, text);
  return article;
}

/// The stream with the codes by their signs: | sentence, ¶ paragraph, @lead, @body, ~ particle, +2 compound of two.
std::string written(const AnalyzedArticle& analyzed) {
  std::string stream;
  bool count = false;
  for (const std::uint32_t code : analyzed.stream) {
    if (!stream.empty()) stream += ' ';
    if (count) {
      stream += std::to_string(code);
      count = false;
      continue;
    }
    switch (code) {
      case sentence_code:
        stream += "|";
        break;
      case paragraph_code:
        stream += "¶";
        break;
      case lead_code:
        stream += "@lead";
        break;
      case body_code:
        stream += "@body";
        break;
      case compound_code:
        stream += "+2";
        break;
      case compound3_code:
        stream += "+3";
        break;
      case compound_n_code:
        stream += "+";
        count = true;
        break;
      case particle_code:
        stream += "~";
        break;
      default:
        stream += analyzed.uses.at(code - first_surface).surface->text;
    }
  }
  return stream;
}

struct Row {
  Article article;
  const char* expected;
  const char* reason;
};

const Row rows[] = {
    {article_of("", {}), "", "nothing"},
    {article_of("Un titre", {}), "¶ Un titre", "a title alone"},
    {article_of("", {{ZoneKind::paragraph, "Un corps"}}), "@body ¶ Un corps", "no title"},
    {article_of("Titre", {{ZoneKind::lead, "Un chapo"}, {ZoneKind::paragraph, "Un corps"}}),
     "¶ Titre @lead ¶ Un chapo @body ¶ Un corps", ""},
    {article_of("Titre", {{ZoneKind::heading, "Inter"}, {ZoneKind::paragraph, "Un"}, {ZoneKind::paragraph, "Deux"}}),
     "¶ Titre @body ¶ Inter ¶ Un ¶ Deux", "a heading is a paragraph of the body"},
    {article_of("Titre", {{ZoneKind::debris, "Menu"}, {ZoneKind::paragraph, "Un"}, {ZoneKind::debris, "Pied"}}),
     "¶ Titre @body ¶ Un", "debris is left out"},
    {article_of("", {{ZoneKind::paragraph, "Un. Deux"}}), "@body ¶ Un | Deux", "sentences"},
    {article_of("", {{ZoneKind::paragraph, "L’état d’urgence"}}), "@body ¶ ~ l' état ~ d' urgence", "particles"},
    {article_of("", {{ZoneKind::paragraph, "Un week-end"}}), "@body ¶ Un +2 week-end week end", "compound of two"},
    {article_of("", {{ZoneKind::paragraph, "à 20h30"}}), "@body ¶ à +3 20h30 20 h 30", "of three"},
    {article_of("Val-d’Oise", {}), "¶ +3 Val-d'Oise Val ~ d' Oise", "a particle inside"},
    {article_of("Saint-Jean-d’Angély", {}), "¶ + 4 Saint-Jean-d'Angély Saint Jean ~ d' Angély", "of more"},
    {article_of("le maire et le préfet", {}), "¶ le maire et le préfet", "a surface used twice"},
};

TEST_CASE("an article becomes a stream of its tokens") {
  ArticleAnalyzer analyzer;
  for (const Row& row : rows) {
    INFO(row.reason);
    CHECK(written(analyzer.analyze(row.article)) == row.expected);
  }
}

std::map<std::string, SurfaceUse> uses_of(const AnalyzedArticle& analyzed) {
  std::map<std::string, SurfaceUse> uses;
  for (const SurfaceUse& use : analyzed.uses) {
    INFO(use.surface->text);
    CHECK(uses.emplace(use.surface->text, use).second);
  }
  return uses;
}

TEST_CASE("a surface is counted, weighed by its field, and known inside sentences") {
  const Article article =
      article_of("Macron à Paris", {{ZoneKind::lead, "Macron parle à Macron. Paris écoute"},
                                    {ZoneKind::paragraph, "Macron. À Paris, « Macron » parle aux États-Unis"},
                                    {ZoneKind::debris, "Macron"}});
  ArticleAnalyzer analyzer;
  const AnalyzedArticle analyzed = analyzer.analyze(article);
  auto uses = uses_of(analyzed);
  CHECK(uses["Macron"].occurrences == 5);
  CHECK(uses["Macron"].weight == 3 + 2 + 2 + 1 + 1);
  CHECK(uses["Macron"].inner == 1);  // « parle à Macron »: not where a sentence or a quotation starts
  CHECK(uses["Paris"].occurrences == 3);
  CHECK(uses["Paris"].weight == 3 + 2 + 1);
  CHECK(uses["Paris"].inner == 2);
  CHECK(uses["à"].occurrences == 2);
  CHECK(uses["À"].occurrences == 1);
  CHECK(uses["États-Unis"].inner == 1);
  CHECK(uses["États"].occurrences == 1);
  CHECK(uses["États"].inner == 0);  // part of a compound: no evidence for a name
  CHECK(uses["Macron"].surface->form.folded == "macron");
}

TEST_CASE("an analyzed article outlives its analyzer") {
  AnalyzedArticle first;
  {
    ArticleAnalyzer analyzer;
    first = analyzer.analyze(article_of("Un titre long de mots", {}));
    const AnalyzedArticle second = analyzer.analyze(article_of("Un autre titre", {}));
    CHECK(written(second) == "¶ Un autre titre");
    CHECK(second.uses.front().surface == first.uses.front().surface);  // "Un" is remembered
  }
  CHECK(written(first) == "¶ Un titre long de mots");
}

TEST_CASE("an analyzer that has met very many words starts afresh and says the same") {
  ArticleAnalyzer analyzer;
  const Article article = article_of("Le maire de Lille", {});
  const AnalyzedArticle before = analyzer.analyze(article);
  std::string numbers;
  for (int i = 0; i < 250'000; ++i) numbers += "mot" + std::to_string(i) + ' ';
  const AnalyzedArticle flood = analyzer.analyze(article_of(numbers, {}));
  const AnalyzedArticle after = analyzer.analyze(article);
  CHECK(flood.uses.size() == 250'000);
  CHECK(after.surfaces != before.surfaces);
  CHECK(written(after) == written(before));
  CHECK(after.uses.front().surface->form.term == before.uses.front().surface->form.term);
}

TEST_CASE("an analyzer that forgets rare words keeps those that are in use") {
  ArticleAnalyzer analyzer;
  std::size_t afresh = 0;
  std::shared_ptr<const std::deque<Surface>> surfaces;
  for (int i = 0; i < 6000; ++i) {
    std::string title = "Le maire de Lille";
    for (int j = 0; j < 25; ++j) title += " mot" + std::to_string(25 * i + j);
    const AnalyzedArticle analyzed = analyzer.analyze(article_of(title, {}));
    afresh += analyzed.surfaces != surfaces;
    surfaces = analyzed.surfaces;
    REQUIRE(written(analyzed) == "¶ " + title);
    for (const SurfaceUse& use : analyzed.uses) REQUIRE(&surfaces->at(use.surface->number) == use.surface);
    REQUIRE(surfaces->front().text == "Le");
  }
  CHECK(afresh == 4);  // once with nothing, then each 40,000 words or so
  CHECK(surfaces->size() < 65'000);
}

}  // namespace
}  // namespace hemero
