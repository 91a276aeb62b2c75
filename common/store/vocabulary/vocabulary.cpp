#include "common/store/vocabulary/vocabulary.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

#include "common/text/tokenizer.h"

namespace hemero {

namespace {

/// Sorts behind every folded word that starts with what stands before it.
constexpr std::string_view after_all = "\xF4\x8F\xBF\xBF";

/// Sorts the most frequent entries, at most `limit`, and drops the others.
void keep_most_frequent(std::vector<VocabularyEntry>& entries, std::size_t limit) {
  const auto is_before = [](const VocabularyEntry& a, const VocabularyEntry& b) {
    return a.occurrences != b.occurrences ? a.occurrences > b.occurrences : a.id < b.id;
  };
  const auto middle = entries.begin() + static_cast<std::ptrdiff_t>(std::min(limit, entries.size()));
  std::partial_sort(entries.begin(), middle, entries.end(), is_before);
  entries.erase(middle, entries.end());
}

/// How many entries are held at a time while the most frequent ones of a few are looked for.
std::size_t most_held(std::size_t limit) {
  constexpr std::size_t times = 16;
  constexpr std::size_t more = 1024;
  constexpr std::size_t all = std::numeric_limits<std::size_t>::max();
  return limit > (all - more) / times ? all : times * limit + more;
}

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
    : connection_(connection),
      row_(connection.prepare("SELECT surface, family, occurrences, inside FROM vocabulary WHERE id = ?1")) {}

std::vector<VocabularyEntry> Vocabulary::by_folded(std::string_view folded) {
  return read(shapes(WordShape::folded).find(folded));
}

std::vector<VocabularyEntry> Vocabulary::by_term(std::string_view term) {
  return read(shapes(WordShape::term).find(term));
}

std::vector<VocabularyEntry> Vocabulary::by_prefix(std::string_view folded_prefix, std::size_t limit,
                                                   const Deadline& deadline) {
  const std::size_t many = most_held(limit);
  std::vector<VocabularyEntry> entries;
  const std::string end = std::string(folded_prefix) + std::string(after_all);
  shapes(WordShape::folded).each(folded_prefix, end, [&](std::string_view, const std::vector<std::uint32_t>& ids) {
    for (const std::uint32_t id : ids) read_row(id, entries);
    if (entries.size() > many) keep_most_frequent(entries, limit);
    return !deadline.over();
  });
  keep_most_frequent(entries, limit);
  for (VocabularyEntry& entry : entries) add_shapes(entry);
  return entries;
}

void Vocabulary::each_folded(std::string_view prefix, const std::function<bool(std::string_view)>& take) {
  const std::string end = std::string(prefix) + std::string(after_all);
  shapes(WordShape::folded).each(prefix, end, [&](std::string_view folded, const std::vector<std::uint32_t>&) {
    return take(folded);
  });
}

void Vocabulary::each_group(const TakeShape& take) { shapes(WordShape::folded).each("", after_all, take); }

std::optional<PrintedWord> Vocabulary::word(std::uint32_t id) {
  std::optional<PrintedWord> word;
  row_.with(id).for_first([&](const sqlite::Statement& row) { word = {std::string(row.text(0)), row.integer(2)}; });
  return word;
}

ShapeFinder& Vocabulary::shapes(WordShape shape) {
  std::unique_ptr<ShapeFinder>& finder = shape == WordShape::folded ? folded_ : terms_;
  if (!finder) finder = open_shapes(connection_, shape);
  return *finder;
}

/// The words of these ids that current articles use. What a word is looked up by, its folded form and its term, leads
/// to many a word twice.
std::vector<VocabularyEntry> Vocabulary::read(const std::vector<std::uint32_t>& ids) {
  constexpr std::size_t most = 4'096;  // of some 150 bytes each
  if (recent_.size() > most) recent_.clear();
  std::vector<VocabularyEntry> entries;
  for (const std::uint32_t id : ids) {
    const auto recent = recent_.find(id);
    if (recent != recent_.end()) {
      entries.push_back(recent->second);
      continue;
    }
    const std::size_t before = entries.size();
    read_row(id, entries);
    if (entries.size() == before) continue;
    add_shapes(entries.back());
    recent_.emplace(id, entries.back());
  }
  return entries;
}

/// Adds the word of an id, without its shapes, if a current article uses it.
void Vocabulary::read_row(std::uint32_t id, std::vector<VocabularyEntry>& entries) {
  row_.with(id).for_first([&](const sqlite::Statement& row) {
    if (row.integer(2) > 0)
      entries.push_back(
          {id, std::string(row.text(0)), {}, {}, row.id<std::uint32_t>(1), row.integer(2), row.integer(3)});
  });
}

void Vocabulary::add_shapes(VocabularyEntry& entry) {
  WordForm form = analyzer_.analyze(entry.surface);
  entry.folded = std::move(form.folded);
  entry.term = std::move(form.term);
}

}  // namespace hemero
