#pragma once

#include <string>

#include "common/store/catalogue/catalogue_reader.h"
#include "query/report/report_text.h"
#include "query/report/search_report.h"

namespace hemero {

/// When and why an article was removed; empty when it was not.
std::string why_gone(ArticleId article, CatalogueReader& catalogue);

/// Tells what the catalogue knows of articles that a report and what is found now do not share: their titles, why they
/// are gone, that they were updated. The catalogue must outlive it.
NoteOf notes_since(const SearchReport& then, CatalogueReader& catalogue);

}  // namespace hemero
