#include "common/store/vocabulary/vocabulary_writer.h"

#include <algorithm>

namespace hemero {

namespace {

/// Surfaces remembered; when there are more, they are looked up in the catalogue again.
constexpr std::size_t memory_limit = 500'000;

bool is_empty(sqlite::Connection& connection) { return !connection.prepare("SELECT 1 FROM vocabulary LIMIT 1").step(); }

}  // namespace

VocabularyWriter::VocabularyWriter(sqlite::Connection& connection)
    : connection_(connection),
      find_(connection.prepare("SELECT id, occurrences FROM vocabulary WHERE folded = ?1 AND surface = ?2")),
      find_family_(connection.prepare("SELECT min(id) FROM vocabulary WHERE term = ?1")),
      insert_(connection.prepare("INSERT INTO vocabulary (surface, folded, term) VALUES (?1, ?2, ?3)")),
      update_(connection.prepare(
          "UPDATE vocabulary SET occurrences = occurrences + ?2, inside = inside + ?3 WHERE id = ?1")),
      totals_(connection),
      all_known_(is_empty(connection)) {}

std::vector<VocabularyWriter::Word*> VocabularyWriter::words(const AnalyzedArticle& article) {
  std::vector<Word*> words;
  words.reserve(article.uses.size());
  for (const SurfaceUse& use : article.uses) words.push_back(&word(*use.surface));
  return words;
}

VocabularyWriter::Word& VocabularyWriter::word(const Surface& surface) {
  const auto found = words_.find(surface.text);
  return found != words_.end() ? found->second : words_.emplace(surface.text, stored(surface)).first->second;
}

/// The surface's place as the catalogue has it, made when it has none.
VocabularyWriter::Word VocabularyWriter::stored(const Surface& surface) {
  Word word;
  const auto take = [&](const sqlite::Statement& row) {
    word.id = SurfaceId(row.integer(0));
    word.occurrences = row.integer(1);
  };
  if (all_known_ || !find_.with(surface.form.folded, surface.text).for_first(take)) {
    insert_.with(surface.text, surface.form.folded, surface.form.term).run();
    word.id = SurfaceId(connection_.last_insert_id());
  }
  word.family = family(surface.form.term, word.id);
  return word;
}

SurfaceId VocabularyWriter::family(const std::string& term, SurfaceId newest) {
  const auto known = families_.find(term);
  if (known != families_.end()) return known->second;
  SurfaceId smallest = newest;
  if (!all_known_) find_family_.with(term).for_first([&](const auto& row) { smallest = SurfaceId(row.integer(0)); });
  return families_.emplace(term, smallest).first->second;
}

void VocabularyWriter::number_by_frequency(const std::vector<const AnalyzedArticle*>& articles) {
  std::unordered_map<std::string_view, std::pair<const Surface*, std::uint64_t>> totals;
  for (const AnalyzedArticle* article : articles)
    for (const SurfaceUse& use : article->uses) {
      auto& [surface, occurrences] = totals[use.surface->text];
      surface = use.surface;
      occurrences += use.occurrences;
    }
  std::vector<std::pair<const Surface*, std::uint64_t>> order;
  for (const auto& [text, total] : totals) order.push_back(total);
  std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second > b.second : a.first->text < b.first->text;
  });
  for (const auto& [surface, occurrences] : order) word(*surface);
}

void VocabularyWriter::count(const AnalyzedArticle& article, const std::vector<Word*>& words, int sign) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    Word& word = *words[i];
    if (word.pending == 0) {
      pending_.emplace_back(&word, Counts{});
      word.pending = static_cast<std::uint32_t>(pending_.size());
    }
    Counts& counts = pending_[word.pending - 1].second;
    counts.occurrences += sign * std::int64_t{article.uses[i].occurrences};
    counts.inside += sign * std::int64_t{article.uses[i].inner};
  }
}

void VocabularyWriter::flush() {
  std::sort(pending_.begin(), pending_.end(), [](const auto& a, const auto& b) { return a.first->id < b.first->id; });
  Totals change;
  for (auto& [word, counts] : pending_) {
    update_.with(static_cast<std::uint32_t>(word->id), counts.occurrences, counts.inside).run();
    const std::int64_t before = word->occurrences;
    word->occurrences += counts.occurrences;
    change.surfaces += int{word->occurrences > 0} - int{before > 0};
    change.words += counts.occurrences;
    word->pending = 0;
  }
  totals_.add(change);
  pending_.clear();
  if (words_.size() <= memory_limit) return;
  words_.clear();
  families_.clear();
  all_known_ = false;
}

void VocabularyWriter::forget_unused() {
  flush();
  connection_.execute("DELETE FROM vocabulary WHERE occurrences = 0");
  words_.clear();
  families_.clear();
  all_known_ = false;
}

void VocabularyWriter::start_afresh() {
  Analyzer analyzer;
  sqlite::Statement read = connection_.prepare("SELECT id, surface FROM vocabulary");
  std::vector<std::pair<std::int64_t, std::string>> surfaces;
  while (read.step()) surfaces.emplace_back(read.integer(0), read.text(1));
  sqlite::Statement write =
      connection_.prepare("UPDATE vocabulary SET folded = ?2, term = ?3, occurrences = 0, inside = 0 WHERE id = ?1");
  for (const auto& [id, surface] : surfaces) {
    const WordForm form = analyzer.analyze(surface);
    write.with(id, form.folded, form.term).run();
  }
  connection_.execute("UPDATE total SET words = 0, surfaces = 0");
}

}  // namespace hemero
