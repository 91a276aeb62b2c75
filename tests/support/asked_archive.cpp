#include <chrono>
#include <functional>
#include <string>

#include "common/base/child_work.h"
#include "common/base/error.h"
#include "common/store/archive_sizes.h"
#include "common/store/catalogue/catalogue_reader.h"
#include "common/store/catalogue/content_hash.h"
#include "common/store/catalogue/eraser.h"
#include "common/store/catalogue/history.h"
#include "common/store/catalogue/known_places.h"
#include "common/store/catalogue/run_log.h"
#include "common/store/catalogue/selection.h"
#include "common/store/catalogue/source_names.h"
#include "common/store/catalogue/value_counts.h"
#include "common/store/checking/article_check.h"
#include "common/store/checking/catalogue_check.h"
#include "common/store/checking/part_check.h"
#include "common/store/checking/structure_check.h"
#include "common/store/part_states.h"
#include "common/store/writing/archive_writer.h"
#include "query/answer/facets.h"
#include "query/answer/searcher.h"
#include "query/answer/timeline.h"
#include "query/concordance/collocates.h"
#include "query/concordance/concordance.h"
#include "query/concordance/dispersion.h"
#include "query/concordance/keywords.h"
#include "query/match/similar.h"
#include "tests/support/damaged_archive.h"

namespace hemero {

namespace {

void answer(const std::function<void()>& work) {
  try {
    work();
  } catch (const Error& error) {
    if (error.code() == ErrorCode::bug) throw;
  }
}

constexpr const char* queries[] = {"grève",
                                   "« la grève des cheminots »",
                                   "loup PRÈS/5 est OU jours",
                                   "arc-en-ciel -copie",
                                   "gr* titre:encore",
                                   "greve~ chemin0ts",
                                   "date:2021 auteur:vasseur",
                                   "https://courrier.example/2"};

void search(ArchiveReader& archive) {
  Searcher searcher(archive);
  for (const char* text : queries)
    for (const bool collapse : {true, false})
      answer([&] {
        SearchRequest request;
        request.text = text;
        request.collapse = collapse;
        request.explain = true;
        if (!collapse) request.sources.any = {"Le Courrier de Grè"};
        request.deadline = 5;
        searcher.search(request);
        searcher.plan(request);
      });
}

void count(ArchiveReader& archive) {
  Searcher searcher(archive);
  SearchRequest request;
  request.deadline = 5;
  for (const char* text : {"", "grève", "la -loup"})
    answer([&] {
      request.text = text;
      request.everything = request.text.empty();
      std::vector<FacetField> fields;
      for (std::size_t i = 0; i < std::size(facet_names); ++i) fields.push_back(static_cast<FacetField>(i));
      count_facets(fields, request, archive, searcher);
      request.authors = {{"Roux"}, {"Petit"}, true};
      request.sections = {{"societe"}, {"societe/x"}, true};
      count_facets(fields, request, archive, searcher);
    });
  for (const auto step : {std::optional<TimeStep>(), std::optional(TimeStep::day), std::optional(TimeStep::month)})
    answer([&] { timeline({{"grève", ""}, step, true}, SearchRequest{}, archive, searcher); });
}

void count_words(ArchiveReader& archive) {
  Searcher searcher(archive);
  const Deadline deadline(std::chrono::seconds(5));
  for (const char* text : queries) {
    SearchRequest request;
    request.text = text;
    request.collapse = true;
    for (const LineOrder order : {LineOrder::right, LineOrder::left, LineOrder::form, LineOrder::source})
      answer([&] {
        const Concordance all(find_occurrences(request, archive, searcher, deadline), order, archive, deadline);
        all.lines(0, 100, 7);
      });
    CollocateOptions loose;
    loose.at_least = loose.texts = 1;
    answer([&] { find_collocates(loose, request, archive, searcher, deadline); });
    answer([&] { find_keywords({"loup", 1, 1, true}, request, archive, searcher, deadline); });
    answer([&] { find_keywords({{}, 1, 1, true}, request, archive, searcher, deadline); });
  }
}

void look_at_articles(const ArchiveFolder& folder, ArchiveReader& archive) {
  CatalogueReader catalogue(folder);
  for (std::uint32_t id = 1; id < 11; ++id)
    answer([&] {
      const auto stored = catalogue.articles().article(ArticleId(id));
      catalogue.versions(ArticleId(id));
      catalogue.removal(ArticleId(id));
      if (stored) similar_articles(*stored, archive, 5);
    });
  answer([&] { catalogue.articles().of_address("https://courrier.example/3"); });
}

void check(const ArchiveFolder& folder) {
  const SendLine send = [](std::string_view) {};
  const FindingSender sender(send);
  answer([&] { check_structure(folder, sender); });
  answer([&] { check_catalogue(folder, sender); });
  answer([&] { check_articles(folder, {}, sender, [](std::uint64_t, std::uint64_t) {}); });
  answer([&] {
    for (const Part& part : IndexFolder(folder.index()).list().value_or(PartList{}).parts)
      check_part(folder, part, std::nullopt, {}, sender);
  });
}

void list(const ArchiveFolder& folder) {
  answer([&] { read_runs(folder); });
  answer([&] { removed_by_undoing(folder, 2); });
  answer([&] { known_places(folder); });
  answer([&] { for_each_read(folder, [](const ReadArticle&) {}); });
  answer([&] { removed_articles(folder); });
  answer([&] { select_articles(folder, {std::nullopt, "Le Courrier de Grè", std::nullopt}); });
  answer([&] { measure_sizes(folder); });
  answer([&] { part_states(folder); });
  for (const ListedValue value : {ListedValue::source, ListedValue::author, ListedValue::year})
    answer([&] { count_values(folder, value); });
  for (const bool current : {true, false})
    answer([&] {
      HistoryReader history(folder, current);
      while (history.next()) continue;
    });
}

}  // namespace

void ask_everything(const ArchiveFolder& folder) {
  answer([&] {
    ArchiveReader archive(folder);
    answer([&] { archive.status(); });
    search(archive);
    count_words(archive);
    look_at_articles(folder, archive);
  });
  answer([&] {
    ArchiveReader archive(folder, {}, ArchiveReader::Use::count);
    count(archive);
    Searcher searcher(archive);
    SearchRequest request;
    request.text = "grève";
    find_dispersion(PartField::source, request, archive, searcher, Deadline(std::chrono::seconds(5)));
  });
  list(folder);
  check(folder);
}

void write_to(const ArchiveFolder& folder) {
  answer([&] {
    ArchiveWriter writer(folder, {.create = false});
    answer([&] {
      Article article;
      article.key = "1";
      article.title = "La grève est finie";
      append_zone(article, ZoneKind::paragraph, "Le loup de la presqu’île a repris le travail.");
      Run run = writer.begin("add");
      run.put(article, content_hash(article), ArticleAnalyzer().analyze(article), true);
      run.remove(ArticleId(5), {"", true});
      run.finish({});
    });
  });
  answer([&] { ArchiveWriter(folder, {.create = false}).rebuild().finish(); });
}

}  // namespace hemero
