#include "query/answer/similar_passages.h"
#include "query/answer/time_limit.h"
#include "query/match/copies.h"
#include "query/match/similar.h"
#include "query/pages/related_pages.h"
#include "query/render/render.h"
#include "query/routes/article_routes.h"
#include "query/routes/routes.h"

namespace hemero {

namespace {

constexpr std::size_t similar_shown = 10;  ///< as on the command line
constexpr std::size_t passages_shown = 1;  ///< of each

struct Similar {
  std::vector<Hit> hits;
  bool complete = true;
};

Similar similar_to(const ArticleReading& reading) {
  ArchiveReader& archive = reading.archive();
  const Deadline deadline(time_of(reading.reading.search().deadline));
  const ObeyedDeadline obeyed(archive, deadline);
  std::vector<Hit> hits = similar_articles(reading.stored, archive, similar_shown, deadline);
  show_similar_passages(reading.stored.article, hits, passages_shown, archive, deadline);
  return {std::move(hits), !deadline.was_over()};
}

}  // namespace

HttpResponse read_printings(ArticleReading& reading) {
  return html(
      printings_page(reading.place(reading.stored.article), printings_of(reading.stored.version, reading.archive())));
}

HttpResponse read_similar(ArticleReading& reading) {
  const Similar similar = similar_to(reading);
  std::vector<std::string> notices;
  if (!similar.complete) notices.push_back(time_notice(reading.reading.search().deadline));
  return html(similar_page(reading.place(reading.stored.article), similar.hits, notices));
}

HttpResponse read_printings_json(ArticleReading& reading) {
  return json(render_printings_json(reading.stored.id, printings_of(reading.stored.version, reading.archive())));
}

HttpResponse read_similar_json(ArticleReading& reading) {
  const Similar similar = similar_to(reading);
  return json(render_similar_json(reading.stored, similar.hits, similar.complete));
}

}  // namespace hemero
