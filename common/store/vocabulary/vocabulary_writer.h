#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/store/folder/sqlite.h"
#include "common/store/folder/totals.h"
#include "common/text/article_analysis.h"

namespace hemero {

/// The number of a surface in the archive's vocabulary; given once, never reused. 0 is none.
enum class SurfaceId : std::uint32_t {};

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

  explicit VocabularyWriter(sqlite::Connection& connection);

  /// The places of an article's surfaces, in the order of its uses; surfaces that were never seen get the next ids.
  /// Valid until the next flush().
  std::vector<Word*> words(const AnalyzedArticle& article);

  /// Numbers what a first batch of articles uses, the most frequent surfaces first: small numbers make short streams.
  void number_by_frequency(const std::vector<const AnalyzedArticle*>& articles);

  /// Adds an article's counts, or takes them back (sign -1).
  void count(const AnalyzedArticle& article, const std::vector<Word*>& words, int sign);

  /// Writes the counts gathered since the last call.
  void flush();

  /// Forgets the words that no current article prints. Only while the token streams, which know them by their ids, are
  /// made anew.
  void forget_unused();

  /// Sets all counts to zero and the shapes of every surface to this analyzer's: a rebuild counts afresh.
  void start_afresh();

 private:
  struct Counts {
    std::int64_t occurrences = 0;
    std::int64_t inside = 0;
  };

  Word& word(const Surface& surface);
  Word stored(const Surface& surface);
  SurfaceId family(const std::string& term, SurfaceId newest);

  sqlite::Connection& connection_;
  sqlite::Statement find_;
  sqlite::Statement find_family_;
  sqlite::Statement insert_;
  sqlite::Statement update_;
  TotalsWriter totals_;
  bool all_known_;  ///< everything in the vocabulary is in words_: no need to look there
  std::unordered_map<std::string, Word> words_;
  std::unordered_map<std::string, SurfaceId> families_;
  std::vector<std::pair<Word*, Counts>> pending_;
};

}  // namespace hemero
