#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "common/store/index/index_folder.h"
#include "common/store/index/postings_writer.h"

namespace Xapian {
class Document;
class Database;
class WritableDatabase;
}  // namespace Xapian

/// What the writing files of the index share of Xapian. Included by .cpp files of common/store only.
namespace hemero::xapian {

/// The version of Xapian that runs: "1.4.22".
std::string library_version();

/// Calls `work` and translates Xapian's exceptions into Error, naming `path`.
template <typename Work>
auto translating(const std::filesystem::path& path, Work work);

/// The same for work that writes a database under DB_DANGEROUS.
template <typename Work>
auto writing(const std::filesystem::path& path, Work work);

Xapian::Document make_document(const IndexedVersion& version);

/// Merges databases of disjoint, ascending docids into a new one.
void compact(const std::vector<std::filesystem::path>& from, const std::filesystem::path& to);

/// Opens a part in use. Throws Error (bad_data) when it is not what the list says.
Xapian::Database open_part(const IndexFolder& folder, const PartList& list, const Part& part);

/// Throws Error (bad_data) when it cannot be opened so.
void require_part(const IndexFolder& folder, const PartList& list, const Part& part);

/// The last date among a part's versions but for some, ascending; empty when none has one. Throws Error.
std::string last_date(const std::filesystem::path& part, const std::vector<VersionId>& but_for);

/// Whether a part's postings have a version. Throws Error.
bool has_version(const std::filesystem::path& part, VersionId version);

/// Throws the Error that says what an exception of Xapian or of std::filesystem, now being handled, means to the
/// reader.
[[noreturn]] void rethrow(const std::filesystem::path& path);
[[noreturn]] void rethrow_writing(const std::filesystem::path& path);

template <typename Work>
auto translating(const std::filesystem::path& path, Work work) {
  try {
    return work();
  } catch (...) {
    rethrow(path);
  }
}

template <typename Work>
auto writing(const std::filesystem::path& path, Work work) {
  try {
    return work();
  } catch (...) {
    rethrow_writing(path);
  }
}

}  // namespace hemero::xapian
