#include "query/answer/facets.h"
#include "query/answer/timeline.h"
#include "query/pages/source_pages.h"
#include "query/routes/routes.h"

namespace hemero {

HttpResponse read_sources(PageReading& reading) {
  const ArchiveReader& archive = reading.reader.archive;
  SearchRequest request = reading.search();
  request.text.clear();
  request.everything = true;
  TimelineAnswer months = timeline({{""}, TimeStep::month}, request, reading.reader.archive, reading.searcher());
  if (!request.sources.any.empty()) return html(source_page(reading.page, months, reading.articles()));
  const std::vector<VersionId> versions = reading.searcher().matches(request).versions;
  const Holdings holdings{list_sources(versions, archive.columns()),
                          {count_facet(FacetField::site, versions, archive.columns()),
                           count_facet(FacetField::language, versions, archive.columns())},
                          std::move(months)};
  return html(sources_page(reading.page, holdings, reading.articles()));
}

}  // namespace hemero
