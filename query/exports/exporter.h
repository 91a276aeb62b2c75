#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "common/base/csv_writer.h"
#include "common/base/dates/date.h"
#include "common/model/page.h"
#include "query/render/columns.h"

namespace hemero {

/// Where what is exported comes from.
struct ExportOrigin {
  std::string archive = {};  ///< its uuid
  std::uint64_t state = 0;   ///< the number of the last batch that its index holds: another one, another state
  std::string query = {};    ///< as typed; empty for none
  std::uint64_t total = 0;   ///< articles that match
  Date now = {};             ///< when it is exported, to the minute, in UTC

  /// The first figures of the archive's uuid.
  std::string short_archive() const { return archive.substr(0, 8); }
};

/// Writes articles in one form, one after the other: what is to be written before the first one, of each, and behind
/// the last one, in UTF-8. Hits have their article's text, and their state. A date is written as precise as it is
/// known.
class Exporter {
 public:
  virtual ~Exporter() = default;
  virtual std::string begin() { return {}; }
  virtual std::string article(const Hit& hit) = 0;
  virtual std::string end() { return {}; }
};

/// CSV (RFC 4180), or what a French spreadsheet takes for it.
struct TableForm {
  CsvForm csv;
  bool byte_order_mark = false;
};

/// A row for each article.
std::unique_ptr<Exporter> table_exporter(Columns columns, TableForm form = {});

/// JSON Lines: the hits of docs/json-output.md, with all that is known of them, or these columns alone.
std::unique_ptr<Exporter> json_lines_exporter(Columns columns);

/// RIS (Research Information Systems, the tags of its format of 2001), of the type NEWS, with CR LF.
std::unique_ptr<Exporter> ris_exporter(ExportOrigin origin);

/// CSL-JSON (citationstyles.org, CSL 1.0.2), of the type article-newspaper: one array.
std::unique_ptr<Exporter> csl_json_exporter(ExportOrigin origin);

/// BibTeX, with the fields of biblatex 3 beside: @article with the subtype newspaper.
std::unique_ptr<Exporter> bibtex_exporter();

/// A zip as TXM reads it, unpacked, as “TXT + CSV”: a text for each article, and metadata.csv.
std::unique_ptr<Exporter> txm_exporter();

/// A corpus of Iramuteq: texts behind lines of starred variables.
std::unique_ptr<Exporter> iramuteq_exporter();

/// An Atom feed (RFC 4287) with the total of OpenSearch 1.1 and dates of Dublin Core.
std::unique_ptr<Exporter> atom_exporter(ExportOrigin origin);

/// What tells in such a feed that an article of an archive, by its uuid, is no longer found, and why where that is
/// known: an at:deleted-entry (RFC 6721), which stands between entries.
std::string atom_removal(const std::string& archive, ArticleId article, const std::string& why, const Date& now);

}  // namespace hemero
