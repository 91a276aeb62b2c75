#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/model/article.h"
#include "common/text/analyzer.h"
#include "common/text/surface_table.h"
#include "common/text/text_signature.h"
#include "common/text/token_codes.h"
#include "common/text/tokenizer.h"

namespace hemero {

/// A word as printed, with its shapes.
struct Surface {
  std::string text;
  WordForm form;
  std::uint64_t folded_hash = 0;  ///< of form.folded, the same on every machine
  std::uint32_t number = 0;       ///< among the surfaces of AnalyzedArticle::surfaces
};

/// What an article says about one surface.
struct SurfaceUse {
  const Surface* surface = nullptr;
  std::uint32_t occurrences = 0;
  std::uint32_t inner = 0;   ///< occurrences where a capital means a name: inside a sentence, and not in a compound
  std::uint32_t weight = 0;  ///< occurrences times the weight of their field (field.h)
};

/// The words of an article: each distinct surface once, and the stream of its tokens, title first, debris left out.
struct AnalyzedArticle {
  std::vector<SurfaceUse> uses;
  std::vector<std::uint32_t> stream;  ///< StreamCodes; a surface is its index in `uses` + first_surface
  TextSignature signature;            ///< of the folded words of lead and body
  std::shared_ptr<const std::deque<Surface>> surfaces;  ///< keeps the surfaces alive
};

/// How much is analyzed.
struct WordLimits {
  std::size_t words = SIZE_MAX;  ///< of an article, as far as blanks and signs tell them apart
  std::size_t distinct_words = SIZE_MAX;
};

/// Analyzes whole articles. Remembers the shapes of the surfaces it has met (99 % of tokens are words met before).
/// One thread at a time; what it returns may be read by another.
class ArticleAnalyzer {
 public:
  explicit ArticleAnalyzer(WordLimits limits = {});

  /// Throws OverLimit for one that goes beyond the limits.
  AnalyzedArticle analyze(const Article& article);

 private:
  struct LastUse {
    std::uint64_t article = 0;  ///< the article that last used the surface
    std::uint32_t use = 0;      ///< its index in that article's uses
  };

  void forget();
  void forget_rare();
  [[noreturn]] void refuse(std::string reason);
  void add_text(std::string_view text, std::size_t begin, std::size_t end, std::uint32_t weight);
  SurfaceUse& use_of(const Token& token);

  Analyzer analyzer_;
  Tokenizer tokenizer_;
  TokenList tokens_;
  SignatureMaker signature_;
  std::shared_ptr<std::deque<Surface>> surfaces_;
  SurfaceTable table_;
  std::vector<LastUse> last_uses_;
  std::uint64_t article_ = 0;
  WordLimits limits_;
  AnalyzedArticle result_;
};

}  // namespace hemero
