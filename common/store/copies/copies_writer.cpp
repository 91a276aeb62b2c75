#include "common/store/copies/copies_writer.h"

#include <map>

#include "common/store/copies/copy_component.h"

namespace hemero {

CopiesWriter::CopiesWriter(sqlite::Connection& connection)
    : connection_(connection),
      find_publication_(connection.prepare("SELECT coalesce(date, 'undated') || ' ' || key FROM version "
                                           "JOIN article ON article.id = article_id WHERE version.id = ?1")),
      // OR REPLACE would have SQLite keep each page that it changes in a file of its own, in case it has to undo that
      insert_(connection.prepare("INSERT INTO copy (version_id, first_id) VALUES (?1, ?2)")),
      update_(connection.prepare("UPDATE copy SET first_id = ?2 WHERE version_id = ?1")),
      delete_(connection.prepare("DELETE FROM copy WHERE version_id = ?1")),
      signatures_(connection) {}

void CopiesWriter::load() {
  if (loaded_) return;
  loaded_ = true;
  sqlite::Statement rows = connection_.prepare("SELECT version_id, first_id FROM copy");
  while (rows.step()) clusters_.emplace(rows.id<VersionId>(0), rows.id<VersionId>(1));
}

const CopyClusters& CopiesWriter::clusters() {
  load();
  return clusters_;
}

void CopiesWriter::add(VersionId version, const TextSignature& signature, std::string_view codes) {
  if (signature == TextSignature{}) return;
  glances_.note(version, codes);
  signatures_.put(version, signature);
  unsettled_.insert(version);
}

void CopiesWriter::remove(VersionId version) {
  if (unsettled_.erase(version) == 0) released_.push_back(signatures_.signature(version));
  signatures_.put(version, {});
  set_first(version, std::nullopt);
}

void CopiesWriter::settle(const SoundStreams& streams, const KnownTexts::MakeCodes& make) {
  settled_.clear();
  KnownTexts texts(signatures_, glances_, streams, make);
  for (const VersionId version : touched()) {
    settle_around(version, texts);
    texts.limit_memory();
  }
  unsettled_.clear();
  released_.clear();
  signatures_.flush();
}

/// The versions whose copies may be others than before.
std::vector<VersionId> CopiesWriter::touched() {
  std::vector<VersionId> versions(unsettled_.begin(), unsettled_.end());
  for (const TextSignature& signature : released_)
    for (const VersionId version : signatures_.meeting(signature)) versions.push_back(version);
  add_turned(versions);
  return versions;
}

/// Adds those that share a number which has become, or is no longer, one of a pattern.
void CopiesWriter::add_turned(std::vector<VersionId>& versions) {
  struct Number {
    TextSignature signature;  ///< one that holds it
    std::ptrdiff_t more = 0;  ///< versions that came, less those that went
  };
  std::map<std::pair<std::size_t, std::uint32_t>, Number> changed;
  const auto count = [&](const TextSignature& signature, std::ptrdiff_t more) {
    for (std::size_t band = 0; band < TextSignature::size; ++band) {
      if (!signatures_.may_be_of_pattern(signature, band)) continue;
      Number& number = changed[{band, signature.bands[band]}];
      number.signature = signature;
      number.more += more;
    }
  };
  for (const VersionId version : unsettled_) count(signatures_.signature(version), 1);
  for (const TextSignature& signature : released_) count(signature, -1);
  for (const auto& [place, number] : changed) {
    const std::vector<VersionId> sharing = signatures_.sharing(number.signature, place.first);
    const auto now = static_cast<std::ptrdiff_t>(sharing.size());
    const auto most = static_cast<std::ptrdiff_t>(SignatureStore::most_alike);
    if ((now > most) != (now - number.more > most)) versions.insert(versions.end(), sharing.begin(), sharing.end());
  }
}

/// Makes the clusters anew of all that a version reaches.
void CopiesWriter::settle_around(VersionId version, KnownTexts& texts) {
  const TextSignature signature = signatures_.signature(version);
  if (signature == TextSignature{} || settled_.contains(version)) return;
  if (signatures_.meeting(signature).size() == 1) return set_first(version, std::nullopt);
  CopyComponent component(texts);
  component.gather(version, settled_);
  const auto clusters = component.clusters([this](VersionId printed) { return publication(printed); });
  for (const VersionId reached : component.versions()) {
    const auto cluster = clusters.find(reached);
    set_first(reached, cluster != clusters.end() ? std::optional(cluster->second) : std::nullopt);
    settled_.insert(reached);
  }
}

/// Notes the first version of a version's cluster; none when it has no copies.
void CopiesWriter::set_first(VersionId version, std::optional<VersionId> first) {
  load();
  const auto known = clusters_.find(version);
  const bool in_cluster = known != clusters_.end();
  if (in_cluster == first.has_value() && (!in_cluster || known->second == *first)) return;
  if (first) {
    clusters_[version] = *first;
    (in_cluster ? update_ : insert_)
        .with(static_cast<std::uint32_t>(version), static_cast<std::uint32_t>(*first))
        .run();
  } else {
    clusters_.erase(known);
    delete_.with(static_cast<std::uint32_t>(version)).run();
  }
}

std::string CopiesWriter::publication(VersionId version) {
  std::string found;
  find_publication_.with(static_cast<std::uint32_t>(version)).for_first([&](const auto& row) { found = row.text(0); });
  return found;
}

void CopiesWriter::start_afresh() {
  signatures_.clear();
  glances_ = {};
  connection_.execute("DELETE FROM copy");
  clusters_.clear();
  loaded_ = true;
}

}  // namespace hemero
