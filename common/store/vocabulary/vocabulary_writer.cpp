#include "common/store/vocabulary/vocabulary_writer.h"

#include <algorithm>
#include <iterator>

namespace hemero {

namespace {

/// Up to so many words a flush changes their counts beside the table of words; as soon as twice as many stand there,
/// the table gets them all.
constexpr std::size_t few_changes = 4096;

constexpr std::int64_t words_at_once = 100'000;  ///< whose shapes are made before they are written

std::int64_t integer(sqlite::Connection& connection, std::string_view sql) {
  std::int64_t value = 0;
  connection.prepare(sql).for_first([&](const sqlite::Statement& row) { value = row.integer(0); });
  return value;
}

/// Of those that can have the number: what is damaged may have another one, until the words are made anew.
std::uint32_t last_word(sqlite::Connection& connection) {
  std::uint32_t last = 0;
  connection.prepare("SELECT coalesce(max(id), 0) FROM word WHERE id BETWEEN 1 AND ?1")
      .with(sqlite::largest_id)
      .for_first([&](const sqlite::Statement& row) { last = row.id<std::uint32_t>(0); });
  return last;
}

/// What several analyzers counted of one surface.
struct Total {
  const Surface* surface = nullptr;
  std::uint64_t occurrences = 0;
};

bool is_more_frequent(const Total& a, const Total& b) {
  return a.occurrences != b.occurrences ? a.occurrences > b.occurrences : a.surface->text < b.surface->text;
}

}  // namespace

VocabularyWriter::VocabularyWriter(sqlite::Connection& connection, std::size_t remembered)
    : connection_(connection),
      remembered_(remembered),
      folded_(connection, WordShape::folded),
      terms_(connection, WordShape::term),
      find_(connection.prepare("SELECT surface, family, occurrences FROM vocabulary WHERE id = ?1")),
      insert_(connection.prepare(
          "INSERT INTO word (id, surface, family, occurrences, inside) VALUES (?1, ?2, ?3, ?4, ?5)")),
      update_(connection.prepare("UPDATE word SET occurrences = occurrences + ?2, inside = inside + ?3 WHERE id = ?1")),
      change_(connection.prepare(
          "INSERT INTO word_change (id, occurrences, inside) VALUES (?1, ?2, ?3) ON CONFLICT (id) DO UPDATE SET "
          "occurrences = occurrences + excluded.occurrences, inside = inside + excluded.inside")),
      totals_(connection),
      next_id_(last_word(connection) + 1),
      all_known_(next_id_ == 1) {}

std::vector<VocabularyWriter::Word*> VocabularyWriter::words(const AnalyzedArticle& article) {
  std::vector<Word*>& known = known_of(article);
  std::vector<Word*> words;
  words.reserve(article.uses.size());
  for (const SurfaceUse& use : article.uses) {
    const std::uint32_t number = use.surface->number;
    if (number >= known.size()) known.resize(number + 1);
    if (known[number] == nullptr) known[number] = &word(*use.surface);
    words.push_back(known[number]);
  }
  return words;
}

/// Analyzers that are gone, or have forgotten their surfaces, are forgotten here.
std::vector<VocabularyWriter::Word*>& VocabularyWriter::known_of(const AnalyzedArticle& article) {
  const auto is_of = [&](const KnownSurfaces& known) {
    return !known.surfaces.owner_before(article.surfaces) && !article.surfaces.owner_before(known.surfaces);
  };
  const auto found = std::find_if(known_.begin(), known_.end(), is_of);
  if (found != known_.end()) return found->words;
  std::erase_if(known_, [](const KnownSurfaces& known) { return known.surfaces.expired(); });
  known_.push_back({article.surfaces, {}});
  return known_.back().words;
}

VocabularyWriter::Word& VocabularyWriter::word(const Surface& surface) {
  const auto [found, is_new] = words_.try_emplace(surface.text);
  if (!is_new) return found->second;
  Word& word = found->second;
  word = all_known_ ? Word{} : stored(surface);
  if (word.id != SurfaceId{}) return word;
  word.id = SurfaceId(next_id_++);
  word.family = family(surface.form.term, word.id);
  new_words_.emplace_back(&word, found->first);
  add_shapes(word.id, surface.form);
  return word;
}

/// The surface's place as the catalogue has it; without an id when it has none.
VocabularyWriter::Word VocabularyWriter::stored(const Surface& surface) {
  Word word;
  for (const std::uint32_t id : folded_.find(surface.form.folded))
    find_.with(id).for_first([&](const sqlite::Statement& row) {
      if (row.text(0) == surface.text) word = {SurfaceId(id), row.id<SurfaceId>(1), 0, row.integer(2)};
    });
  return word;
}

SurfaceId VocabularyWriter::family(const std::string& term, SurfaceId newest) {
  const auto [known, is_new] = families_.try_emplace(term, newest);
  if (!is_new || all_known_) return known->second;
  const std::vector<std::uint32_t> members = terms_.find(term);
  if (!members.empty()) known->second = SurfaceId(members.front());
  return known->second;
}

void VocabularyWriter::add_shapes(SurfaceId id, const WordForm& form) {
  new_folded_.emplace_back(form.folded, static_cast<std::uint32_t>(id));
  new_terms_.emplace_back(form.term, static_cast<std::uint32_t>(id));
}

void VocabularyWriter::write_shapes() {
  folded_.add(std::move(new_folded_));
  terms_.add(std::move(new_terms_));
  new_folded_ = {};
  new_terms_ = {};
}

void VocabularyWriter::number_by_frequency(const std::vector<const AnalyzedArticle*>& articles) {
  std::unordered_map<const std::deque<Surface>*, std::vector<Total>> counted;
  for (const AnalyzedArticle* article : articles) {
    std::vector<Total>& totals = counted[article->surfaces.get()];
    for (const SurfaceUse& use : article->uses) {
      if (use.surface->number >= totals.size()) totals.resize(use.surface->number + 1);
      totals[use.surface->number].surface = use.surface;
      totals[use.surface->number].occurrences += use.occurrences;
    }
  }
  std::unordered_map<std::string_view, Total> distinct;
  for (const auto& [surfaces, totals] : counted)
    for (const Total& total : totals) {
      if (total.surface == nullptr) continue;
      Total& sum = distinct.try_emplace(total.surface->text, Total{total.surface, 0}).first->second;
      sum.occurrences += total.occurrences;
    }
  std::vector<Total> order;
  order.reserve(distinct.size());
  for (const auto& [text, total] : distinct) order.push_back(total);
  std::sort(order.begin(), order.end(), is_more_frequent);
  for (const Total& total : order) word(*total.surface);
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
  Totals change;
  for (const auto& [word, counts] : pending_) {
    const std::int64_t before = word->occurrences;
    word->occurrences += counts.occurrences;
    change.surfaces += int{word->occurrences > 0} - int{before > 0};
    change.words += counts.occurrences;
  }
  insert_new();
  update_known();
  write_shapes();
  totals_.add(change);
  for (const auto& [word, counts] : pending_) word->pending = 0;
  pending_.clear();
  new_words_.clear();
  if (words_.size() > remembered_) forget_rare();
}

void VocabularyWriter::insert_new() {
  for (const auto& [word, surface] : new_words_) {
    const Counts counts = word->pending > 0 ? pending_[word->pending - 1].second : Counts{};
    insert_
        .with(static_cast<std::uint32_t>(word->id), surface, static_cast<std::uint32_t>(word->family),
              counts.occurrences, counts.inside)
        .run();
  }
}

/// Writes the counts of words that were there before.
void VocabularyWriter::update_known() {
  const SurfaceId first_new = new_words_.empty() ? SurfaceId(next_id_) : new_words_.front().first->id;
  std::vector<Change> changes;
  std::copy_if(pending_.begin(), pending_.end(), std::back_inserter(changes),
               [&](const Change& change) { return change.first->id < first_new; });
  std::sort(changes.begin(), changes.end(), [](const auto& a, const auto& b) { return a.first->id < b.first->id; });
  sqlite::Statement& write = changes.size() <= few_changes ? change_ : update_;
  for (const auto& [word, counts] : changes)
    write.with(static_cast<std::uint32_t>(word->id), counts.occurrences, counts.inside).run();
  if (integer(connection_, "SELECT count(*) FROM word_change") > std::int64_t{2 * few_changes}) write_changes();
}

void VocabularyWriter::write_changes() {
  connection_.execute(  // not by UPDATE … FROM, for which SQLite looks at all words
      "UPDATE word SET (occurrences, inside) = (SELECT word.occurrences + word_change.occurrences, "
      "word.inside + word_change.inside FROM word_change WHERE word_change.id = word.id) "
      "WHERE id IN (SELECT id FROM word_change);"
      "DELETE FROM word_change");
}

/// Forgets the rarest words, until half as many are left as may be remembered.
void VocabularyWriter::forget_rare() {
  for (std::int64_t rare = 1; words_.size() > remembered_ / 2; rare *= 2)
    std::erase_if(words_, [&](const auto& known) { return known.second.occurrences <= rare; });
  families_.clear();
  known_.clear();
  all_known_ = false;
}

void VocabularyWriter::forget_known() {
  words_.clear();
  families_.clear();
  known_.clear();
  all_known_ = false;
}

void VocabularyWriter::forget_unused() {
  flush();
  write_changes();
  connection_.execute("DELETE FROM word WHERE occurrences = 0");
  forget_known();
}

void VocabularyWriter::start_afresh() {
  connection_.execute(
      "DELETE FROM word_change; UPDATE word SET occurrences = 0, inside = 0; UPDATE total SET words = 0, surfaces = 0");
  remake_shapes();
}

void VocabularyWriter::remake_shapes() {
  connection_.execute("DELETE FROM word_block");
  connection_.prepare("DELETE FROM word WHERE id NOT BETWEEN 1 AND ?1").with(sqlite::largest_id).run();
  forget_known();
  all_known_ = true;
  Analyzer analyzer;
  sqlite::Statement read =
      connection_.prepare("SELECT id, surface, family, occurrences FROM word WHERE id > ?1 ORDER BY id LIMIT ?2");
  sqlite::Statement join = connection_.prepare("UPDATE word SET family = ?2 WHERE id = ?1");
  bool done = false;
  for (std::int64_t last = 0; !done;) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> joined;
    done = true;
    read.with(last, words_at_once);
    while (read.step()) {
      done = false;
      const auto id = read.id<std::uint32_t>(0);
      last = id;
      const WordForm form = analyzer.analyze(read.text(1));
      const SurfaceId found = family(form.term, SurfaceId(id));
      if (static_cast<std::uint32_t>(found) != read.integer(2))
        joined.emplace_back(id, static_cast<std::uint32_t>(found));
      if (all_known_) words_.emplace(read.text(1), Word{SurfaceId(id), found, 0, read.integer(3)});
      add_shapes(SurfaceId(id), form);
    }
    for (const auto& [id, found] : joined) join.with(id, found).run();
    write_shapes();
    if (words_.size() > remembered_ || families_.size() > remembered_) forget_known();
  }
}

}  // namespace hemero
