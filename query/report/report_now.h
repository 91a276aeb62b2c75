#pragma once

#include <optional>
#include <string>

#include "common/store/archive_reader.h"
#include "common/store/catalogue/catalogue_reader.h"
#include "query/answer/searcher.h"
#include "query/report/report_text.h"
#include "query/report/search_report.h"
#include "query/request/request_address.h"

namespace hemero {

/// The report of a search as the archive, which is open to count, answers it now, whole; nothing when the time was over
/// before.
std::optional<SearchReport> report_now(const AskedSearch& asked, ArchiveReader& archive, Searcher& searcher);

/// When and why an article was removed; empty when it was not.
std::string why_gone(ArticleId article, CatalogueReader& catalogue);

/// Tells what the catalogue knows of articles that a report and what is found now do not share: their titles, why they
/// are gone, that they were updated. The catalogue must outlive it.
NoteOf notes_since(const SearchReport& then, CatalogueReader& catalogue);

}  // namespace hemero
