#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/store/folder/sqlite.h"
#include "common/store/folder/totals.h"
#include "common/store/vocabulary/word_shapes.h"
#include "common/text/article_analysis.h"

namespace hemero {

/// The number of a surface in the archive's vocabulary; given once, never reused. 0 is none.
enum class SurfaceId : std::uint32_t {};

/// How many surfaces a writer remembers in so many bytes: some 110 each, and half as much again for their stems. The
/// rarer ones are looked up in the catalogue again.
constexpr std::size_t words_in(std::size_t bytes) { return bytes / 165; }

inline constexpr std::size_t remembered_words = 250'000;

/// Numbers the surfaces of articles and keeps their counts, inside the caller's transaction.
class VocabularyWriter {
 public:
  /// A surface's place in the vocabulary.
  struct Word {
    SurfaceId id{};
    SurfaceId family{};         ///< the smallest id among the surfaces of its family: what the index calls the family
    std::uint32_t pending = 0;  ///< index of its counts to be written + 1; 0 without any
    std::int64_t occurrences = 0;  ///< as they are written
  };

  /// Holds no more than `remembered` surfaces behind each call of flush().
  explicit VocabularyWriter(sqlite::Connection& connection, std::size_t remembered = remembered_words);

  /// The places of an article's surfaces, in the order of its uses; surfaces that were never seen get the next ids.
  /// Valid until the next flush().
  std::vector<Word*> words(const AnalyzedArticle& article);

  /// Numbers what a first batch of articles uses, the most frequent surfaces first: small numbers make short streams.
  void number_by_frequency(const std::vector<const AnalyzedArticle*>& articles);

  /// Adds an article's counts, or takes them back (sign -1).
  void count(const AnalyzedArticle& article, const std::vector<Word*>& words, int sign);

  /// Writes the words and counts gathered since the last call.
  void flush();

  /// Forgets the words that no current article prints. Only while the token streams, which know them by their ids, are
  /// made anew; start_afresh() must follow.
  void forget_unused();

  /// Sets all counts to zero and the shapes of every surface to this analyzer's: a rebuild counts afresh.
  void start_afresh();

  /// Makes what finds words by their shapes out of the words alone, when no change of their counts waits.
  void remake_shapes();

 private:
  struct Counts {
    std::int64_t occurrences = 0;
    std::int64_t inside = 0;
  };
  using Change = std::pair<Word*, Counts>;

  /// The places of the surfaces of one analyzer, by their numbers; null for those that were not asked for.
  struct KnownSurfaces {
    std::weak_ptr<const std::deque<Surface>> surfaces;
    std::vector<Word*> words;
  };

  std::vector<Word*>& known_of(const AnalyzedArticle& article);
  Word& word(const Surface& surface);
  Word stored(const Surface& surface);
  SurfaceId family(const std::string& term, SurfaceId newest);
  void add_shapes(SurfaceId id, const WordForm& form);
  void write_shapes();
  void insert_new();
  void update_known();
  void write_changes();
  void forget_rare();
  void forget_known();

  sqlite::Connection& connection_;
  std::size_t remembered_;
  ShapeBlocks folded_;
  ShapeBlocks terms_;
  sqlite::Statement find_;
  sqlite::Statement insert_;
  sqlite::Statement update_;
  sqlite::Statement change_;
  TotalsWriter totals_;
  std::uint32_t next_id_;
  bool all_known_;  ///< everything in the vocabulary is in words_: no need to look there
  std::unordered_map<std::string, Word> words_;
  std::unordered_map<std::string, SurfaceId> families_;
  std::vector<KnownSurfaces> known_;
  std::vector<Change> pending_;
  std::vector<std::pair<Word*, std::string_view>> new_words_;  ///< by their ids, with their surfaces
  std::vector<ShapeBlocks::Entry> new_folded_;
  std::vector<ShapeBlocks::Entry> new_terms_;
};

}  // namespace hemero
