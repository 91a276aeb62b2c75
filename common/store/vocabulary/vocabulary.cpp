#include "common/store/vocabulary/vocabulary.h"

#include <algorithm>
#include <numeric>

#include <fmt/format.h>

#include "common/text/tokenizer.h"

namespace hemero {

namespace {

std::string select(std::string_view condition) {
  return fmt::format(
      "SELECT id, surface, folded, term, (SELECT min(id) FROM vocabulary AS same WHERE same.term = word.term), "
      "occurrences, inside FROM vocabulary AS word WHERE {} AND occurrences > 0",
      condition);
}

/// Sorts behind every folded word that starts with what stands before it.
constexpr std::string_view after_all = "\xF4\x8F\xBF\xBF";

}  // namespace

std::int64_t occurrences_of(const std::vector<VocabularyEntry>& entries) {
  return std::accumulate(entries.begin(), entries.end(), std::int64_t{0},
                         [](std::int64_t sum, const VocabularyEntry& entry) { return sum + entry.occurrences; });
}

void keep_distinct(std::vector<VocabularyEntry>& entries) {
  const auto by_id = [](const VocabularyEntry& a, const VocabularyEntry& b) { return a.id < b.id; };
  std::sort(entries.begin(), entries.end(), by_id);
  const auto same = [](const VocabularyEntry& a, const VocabularyEntry& b) { return a.id == b.id; };
  entries.erase(std::unique(entries.begin(), entries.end(), same), entries.end());
}

void remove_elided(std::vector<VocabularyEntry>& entries) {
  std::erase_if(entries, [](const VocabularyEntry& entry) { return is_elided(entry.surface); });
}

Vocabulary::Vocabulary(sqlite::Connection& connection)
    : by_folded_(connection.prepare(select("folded = ?1") + " ORDER BY id")),
      by_term_(connection.prepare(select("term = ?1") + " ORDER BY id")),
      by_prefix_(
          connection.prepare(select("folded >= ?1 AND folded < ?2") + " ORDER BY occurrences DESC, id LIMIT ?3")),
      each_folded_(connection.prepare("SELECT folded FROM vocabulary WHERE folded >= ?3 AND folded < ?4 "
                                      "AND length(folded) BETWEEN ?1 AND ?2 ORDER BY folded")) {}

std::vector<VocabularyEntry> Vocabulary::by_folded(std::string_view folded) { return read(by_folded_.with(folded)); }

std::vector<VocabularyEntry> Vocabulary::by_term(std::string_view term) { return read(by_term_.with(term)); }

std::vector<VocabularyEntry> Vocabulary::by_prefix(std::string_view folded_prefix, std::size_t limit) {
  const std::string end = std::string(folded_prefix) + std::string(after_all);
  return read(by_prefix_.with(folded_prefix, end, std::uint64_t{limit}));
}

void Vocabulary::each_folded(std::size_t shortest, std::size_t longest, std::string_view prefix,
                             const std::function<void(std::string_view)>& take) {
  const std::string end = std::string(prefix) + std::string(after_all);
  each_folded_.with(std::uint64_t{shortest}, std::uint64_t{longest}, prefix, end);
  while (each_folded_.step()) take(each_folded_.text(0));
}

std::vector<VocabularyEntry> Vocabulary::read(sqlite::Statement& statement) {
  std::vector<VocabularyEntry> entries;
  while (statement.step())
    entries.push_back({static_cast<std::uint32_t>(statement.integer(0)), std::string(statement.text(1)),
                       std::string(statement.text(2)), std::string(statement.text(3)),
                       static_cast<std::uint32_t>(statement.integer(4)), statement.integer(5), statement.integer(6)});
  return entries;
}

}  // namespace hemero
