#include "common/store/catalogue/history.h"

#include <utility>

#include <fmt/format.h>

namespace hemero {

namespace {

/// A removal's columns are: key, number of the version, reason, lasting, when.
HistoricRemoval read_removal(const sqlite::Statement& row) {
  return {std::string(row.text(0)), row.count(1), std::string(row.text(2)), row.integer(3) != 0,
          std::string(row.text(4))};
}

constexpr std::string_view removal_columns =
    "key, (SELECT count(*) FROM version WHERE version.article_id = removal.article_id AND version.id <= "
    "removal.version_id), reason, lasting, run.started FROM removal JOIN article ON article.id = removal.article_id "
    "JOIN run ON run.id = run_id";

}  // namespace

HistoryReader::HistoryReader(const ArchiveFolder& folder, bool only_current)
    : connection_(open_catalogue(folder, sqlite::Access::read)),
      snapshot_(connection_, sqlite::Transaction::Kind::read),
      only_current_(only_current),
      rows_(connection_, damages_, only_current ? "version.id = version_id" : "TRUE"),
      stored_(connection_.prepare("SELECT started FROM run JOIN version ON run.id = run_id WHERE version.id = ?1")),
      place_(connection_.prepare("SELECT count(*), max(id) FROM version WHERE article_id = ?1 AND id < ?2")),
      removal_before_(connection_.prepare(
          fmt::format("SELECT {} WHERE removal.article_id = ?1 AND removal.version_id = ?2", removal_columns))),
      last_removals_(connection_.prepare(
          fmt::format("SELECT {} WHERE article.version_id IS NULL AND removal.id = (SELECT max(id) FROM removal last "
                      "WHERE last.article_id = article.id) AND purged IS NULL ORDER BY removal.id",
                      removal_columns))) {}

std::uint64_t HistoryReader::versions() {
  sqlite::Statement count =
      connection_.prepare(only_current_ ? "SELECT count(version_id) FROM article" : "SELECT count(*) FROM version");
  count.step();
  return count.count(0);
}

std::optional<HistoricEvent> HistoryReader::next() {
  if (waiting_) return std::exchange(waiting_, std::nullopt);
  if (versions_done_) return last_removal();
  if (auto version = next_version()) return version;
  versions_done_ = true;
  return last_removal();
}

/// The next version, or the removal before it.
std::optional<HistoricEvent> HistoryReader::next_version() {
  auto stored = rows_.next();
  if (!stored) return std::nullopt;
  HistoricVersion version{std::move(stored->article), 1, false, {}};
  stored_.with(static_cast<std::uint32_t>(stored->version)).for_first([&](const auto& row) {
    version.stored = row.text(0);
  });
  if (only_current_) return version;
  const auto id = static_cast<std::uint32_t>(stored->id);
  std::int64_t before = 0;
  place_.with(id, static_cast<std::uint32_t>(stored->version)).for_first([&](const sqlite::Statement& row) {
    version.number = row.count(0) + 1;
    before = row.integer(1);
  });
  HistoricRemoval removal;
  const auto take = [&](const sqlite::Statement& row) { removal = read_removal(row); };
  if (version.number == 1 || !removal_before_.with(id, before).for_first(take)) return version;
  version.restored = true;
  waiting_ = std::move(version);
  return removal;
}

std::optional<HistoricEvent> HistoryReader::last_removal() {
  if (only_current_ || !last_removals_.step()) return std::nullopt;
  return read_removal(last_removals_);
}

}  // namespace hemero
