#pragma once

#include <string_view>
#include <vector>

#include "query/options/rows.h"
#include "query/serve/page_reading.h"

namespace hemero {

/// A form in which all that a search finds can be taken along.
struct ExportForm {
  std::string_view ending;  ///< of its path: "csv"
  RowFormat format;
  std::string_view type;  ///< of media
  bool is_shown = false;  ///< by the browser or a reader of feeds, rather than kept as a file
};

/// The one of an ending; null where there is none.
const ExportForm* export_form(std::string_view ending);

/// Every article that matches in full, in such a form, sent as it is read; takes the reader along. Throws Error before
/// the first one: locked, where the time does not suffice.
HttpResponse exported(const ExportForm& form, PageReading& reading);

/// These hits in such a form; a table has a column of notes.
HttpResponse exported(const ExportForm& form, const std::vector<Hit>& hits, ExportOrigin origin);

}  // namespace hemero
