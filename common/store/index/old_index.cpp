#include "common/store/index/old_index.h"

#include <xapian.h>

#include <charconv>

#include "common/store/index/xapian_access.h"

namespace hemero {

namespace {

/// A number of the metadata; what is none reads as 0, so that the archive's own numbers contradict it.
std::uint64_t number(const std::string& text) {
  std::uint64_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

}  // namespace

OldIndex read_old_index(const IndexFolder& folder, const std::string& generation) {
  const auto path = folder.path() / generation;
  return xapian::translating(path, [&] {
    const Xapian::Database database(path.string());
    OldIndex index;
    index.list.archive = database.get_metadata("hemero.archive");
    index.list.analyzer = database.get_metadata("hemero.analyzer");
    index.list.batch = number(database.get_metadata("hemero.seq"));
    index.copies = database.get_metadata("hemero.copies");
    index.list.parts.push_back({.folder = generation,
                                .streams = database.get_metadata("hemero.streams"),
                                .last = VersionId(database.get_lastdocid()),
                                .versions = database.get_doccount(),
                                .extent = {number(database.get_metadata("hemero.stream_bytes")),
                                           number(database.get_metadata("hemero.stream_versions"))}});
    return index;
  });
}

}  // namespace hemero
