#include "query/answer/time_limit.h"
#include "query/concordance/collocates.h"
#include "query/concordance/concordance.h"
#include "query/pages/word_pages.h"
#include "query/serve/routes.h"

namespace hemero {

namespace {

constexpr std::size_t words_beside = 8;  ///< an occurrence, in its line

}  // namespace

HttpResponse read_concordance(PageReading& reading) {
  const SearchRequest request = reading.search();
  const PageRequest& page = reading.page;
  ArchiveReader& archive = reading.reader.archive;
  const Deadline deadline(time_of(request.deadline));
  const Concordance lines(find_occurrences(request, archive, reading.searcher(), deadline), line_order(page), archive,
                          deadline);
  const std::vector<ConcordanceLine> shown = lines.lines((page.page - 1) * lines_a_page, lines_a_page, words_beside);
  return html(concordance_page(page, lines.totals(), shown, reading.articles()));
}

HttpResponse read_collocates(PageReading& reading) {
  const SearchRequest request = reading.search();
  const Deadline deadline(time_of(request.deadline));
  const CollocateAnswer answer = find_collocates({}, request, reading.reader.archive, reading.searcher(), deadline);
  return html(collocates_page(reading.page, answer, reading.articles()));
}

}  // namespace hemero
