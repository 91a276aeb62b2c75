#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "query/options/rows.h"
#include "query/serve/page_reading.h"

namespace hemero {

inline constexpr double seconds_to_export = 60;

/// Throws Error (locked) where they did not suffice.
void require_complete(bool complete);

/// Lets a browser keep what is answered, as a file of this name.
void keep_as(const std::string& name, HttpResponse& response);

/// A form in which all that a search finds can be taken along.
struct ExportForm {
  std::string_view ending;  ///< of its path: "csv"
  RowFormat format;
  std::string_view type;  ///< of media
  bool is_shown = false;  ///< by the browser or a reader of feeds, rather than kept as a file
};

/// The one of an ending; null where there is none.
const ExportForm* export_form(std::string_view ending);

/// Writes what is sent, a piece at a time, with a reader.
using PieceWriter = std::function<void(const std::string& piece)>;
using StreamWriter = std::function<void(PooledReader& reader, const PieceWriter& write)>;

/// An answer whose content is sent as it is written, in a thread of its own, which takes the reader along: `write` must
/// not use anything of the request. Throws what it fails by before the first piece.
HttpResponse sent_as_written(HttpResponse response, PageReading& reading, StreamWriter write);

/// Every article that matches in full, in such a form, sent as it is read; takes the reader along. Throws Error before
/// the first one: locked, where the time does not suffice.
HttpResponse exported(const ExportForm& form, PageReading& reading);

/// These hits, which have their texts and their states, in such a form; a table has a column of notes.
std::string exported(const ExportForm& form, const std::vector<Hit>& hits, ExportOrigin origin);

}  // namespace hemero
