#pragma once

#include <optional>
#include <string>

#include "common/store/archive_reader.h"
#include "common/store/catalogue/catalogue_reader.h"
#include "query/report/report_text.h"
#include "query/report/search_report.h"
#include "query/request/request_address.h"

namespace hemero {

// What the commands share that report on searches.

/// The report of a search as the archive answers it now, whole; nothing when the time was over before. `archive` is
/// open to count.
std::optional<SearchReport> report_now(const AskedSearch& asked, const ArchiveFolder& folder, ArchiveReader& archive);

/// Tells that the time was over; the exit status of that.
int tell_cut_short(const AskedSearch& asked);

/// When and why an article was removed; empty when it was not.
std::string why_gone(ArticleId article, CatalogueReader& catalogue);

/// Tells what the catalogue knows of articles that a report and what is found now do not share: their titles, why they
/// are gone, that they were updated. The catalogue must outlive it.
NoteOf notes_since(const SearchReport& then, CatalogueReader& catalogue);

}  // namespace hemero
