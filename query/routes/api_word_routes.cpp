#include <algorithm>

#include "common/base/error.h"
#include "query/answer/time_limit.h"
#include "query/concordance/collocates.h"
#include "query/concordance/concordance.h"
#include "query/concordance/dispersion.h"
#include "query/concordance/keywords.h"
#include "query/render/concordance.h"
#include "query/render/term_list.h"
#include "query/render/word_tables.h"
#include "query/routes/api_routes.h"
#include "query/routes/cursor.h"
#include "query/routes/routes.h"

namespace hemero {

namespace {

/// What words of collocates and keywords must reach. What is not asked for stays.
template <typename Options>
void read_thresholds(const PageRequest& page, Options& options) {
  options.at_least = page.number("least");
  if (!page.own_value("least-texts").empty()) options.texts = page.number("least-texts");
  options.stop_words = !page.own_value("stop-words").empty();
  options.capitals = !page.own_value("case").empty();
}

CollocateOptions collocate_options(const PageRequest& page) {
  CollocateOptions options;
  options.left = options.right = page.number("window");
  options.paragraph = page.own_value("within") == "paragraph";
  options.order = chosen<CollocateOptions::Order>(page, "order");
  read_thresholds(page, options);
  return options;
}

}  // namespace

HttpResponse read_concordance_json(PageReading& reading) {
  const auto begin = beginning(reading);
  if (const auto* refusal = std::get_if<Refusal>(&begin)) return error_json(*refusal);
  const std::size_t place = std::get<std::size_t>(begin);
  const SearchRequest request = reading.search();
  ArchiveReader& archive = reading.reader.archive;
  const Deadline deadline(time_of(request.deadline));
  const Concordance concordance(find_occurrences(request, archive, reading.searcher(), deadline),
                                chosen<LineOrder>(reading.page, "lines"), archive, deadline);
  const OccurrenceTotals& totals = concordance.totals();
  const std::size_t left = totals.occurrences - std::min<std::size_t>(totals.occurrences, place);
  const std::size_t limit = std::min<std::size_t>(left, reading.page.number("limit"));
  const auto next = limit < left && totals.complete ? std::optional(place + limit) : std::nullopt;
  const auto lines = concordance.lines(place, limit, reading.page.number("context"));
  return until_complete(totals.complete, json_page(render_concordance_json(totals, lines), reading, next));
}

HttpResponse read_collocates_json(PageReading& reading) {
  const SearchRequest request = reading.search();
  const Deadline deadline(time_of(request.deadline));
  const CollocateAnswer answer =
      find_collocates(collocate_options(reading.page), request, reading.reader.archive, reading.searcher(), deadline);
  return until_complete(answer.totals.complete, json(render_collocates_json(answer, reading.page.number("limit"))));
}

HttpResponse read_keywords_json(PageReading& reading) {
  const SearchRequest request = reading.search();
  const Deadline deadline(time_of(request.deadline));
  KeywordOptions options;
  if (const std::string against = reading.page.own_value("against"); !against.empty()) options.against = against;
  read_thresholds(reading.page, options);
  const KeywordAnswer answer = find_keywords(options, request, reading.reader.archive, reading.searcher(), deadline);
  return until_complete(answer.totals.complete, json(render_keywords_json(answer, reading.page.number("limit"))));
}

HttpResponse read_dispersion_json(PageReading& reading) {
  const SearchRequest request = reading.search();
  const Deadline deadline(time_of(request.deadline));
  const DispersionAnswer answer = find_dispersion(chosen<PartField>(reading.page, "over"), request,
                                                  reading.reader.archive, reading.searcher(), deadline);
  return until_complete(answer.totals.complete, json(render_dispersion_json(answer)));
}

HttpResponse read_terms_json(PageReading& reading) {
  KnownForms known(reading.reader.archive.vocabulary());
  const Deadline deadline(time_of(reading.search().deadline));
  FormFinder forms(known, deadline);
  TermList list = list_terms(reading.page.own_value("prefix"), forms);
  if (deadline.was_over()) throw Error(ErrorCode::locked, time_notice(reading.search().deadline));
  list.words.resize(std::min<std::size_t>(list.words.size(), reading.page.number("limit")));
  return json(render_terms_json(list));
}

}  // namespace hemero
