#include "common/store/xapian_access.h"

#include <xapian.h>

#include "common/base/error.h"
#include "common/base/message.h"

namespace hemero::xapian {

namespace {

std::uint64_t number(const std::string& text) { return text.empty() ? 0 : std::stoull(text); }

}  // namespace

Xapian::Document make_document(const IndexedVersion& version) {
  Xapian::Document document;
  for (const auto& [term, frequency] : version.terms) document.add_term(term, frequency);
  if (!version.date.empty()) document.add_value(slot::date, version.date);
  return document;
}

void compact(const std::vector<std::filesystem::path>& from, const std::filesystem::path& to) {
  Xapian::Database sources;
  for (const auto& path : from) sources.add_database(Xapian::Database(path.string()));
  sources.compact(to.string(), Xapian::DBCOMPACT_NO_RENUMBER | Xapian::DB_CREATE);
}

IndexMarker read_marker(const Xapian::Database& database) {
  IndexMarker marker;
  marker.archive = database.get_metadata(marker_key::archive);
  marker.analyzer = database.get_metadata(marker_key::analyzer);
  marker.seq = number(database.get_metadata(marker_key::seq));
  marker.streams = database.get_metadata(marker_key::streams);
  marker.extent.bytes = number(database.get_metadata(marker_key::stream_bytes));
  marker.extent.versions = number(database.get_metadata(marker_key::stream_versions));
  return marker;
}

void write_marker(Xapian::WritableDatabase& database, const IndexMarker& marker) {
  database.set_metadata(marker_key::archive, marker.archive);
  database.set_metadata(marker_key::analyzer, marker.analyzer);
  database.set_metadata(marker_key::seq, std::to_string(marker.seq));
  database.set_metadata(marker_key::streams, marker.streams);
  database.set_metadata(marker_key::stream_bytes, std::to_string(marker.extent.bytes));
  database.set_metadata(marker_key::stream_versions, std::to_string(marker.extent.versions));
}

void rethrow(const std::filesystem::path& path) {
  const std::string name = path.string();
  try {
    throw;
  } catch (const Xapian::DatabaseLockError&) {
    throw Error(ErrorCode::locked, message("{} is in use by another program", name),
                message("try again when it has finished"));
  } catch (const Xapian::DatabaseVersionError&) {
    throw Error(ErrorCode::other_version, message("the index in {} was made by another version", name),
                message("run “hemero-index rebuild”"));
  } catch (const Xapian::DatabaseNotFoundError&) {
    throw Error(ErrorCode::bad_data, message("the index in {} is missing", name), message("run “hemero-index rebuild”"));
  } catch (const Xapian::DatabaseCorruptError& error) {
    throw Error(ErrorCode::bad_data, message("the index in {} is damaged: {}", name, error.get_msg()),
                message("run “hemero-index rebuild”"));
  } catch (const Xapian::DatabaseError& error) {
    const char* system = error.get_error_string();
    throw Error(ErrorCode::io,
                message("the index in {} cannot be read or written: {}", name,
                        system != nullptr ? error.get_msg() + ": " + system : error.get_msg()));
  } catch (const Xapian::Error& error) {
    throw Error(ErrorCode::bug, message("Xapian: {} ({})", error.get_msg(), name));
  }
}

}  // namespace hemero::xapian
