#include "common/store/writing/derived_version.h"

#include "common/store/index/article_terms.h"
#include "common/store/streams/token_stream.h"
#include "common/text/tokenizer.h"

namespace hemero {

namespace {

/// Packs an article's tokens with their words' ids in the archive's vocabulary.
class StoredTokens : public TokenCoder<PackedCodeList> {
 public:
  StoredTokens(std::string& codes, const ArticleWords& words) : TokenCoder(PackedCodeList{codes}), words_(words) {}

  bool token(CodedToken token) {
    token.surface = static_cast<std::uint32_t>(words_[token.surface]->id);
    return TokenCoder::token(token);
  }

 private:
  const ArticleWords& words_;
};

}  // namespace

IndexedVersion indexed_version(VersionId version, const Article& article, const AnalyzedArticle& analyzed,
                               const ArticleWords& words) {
  IndexedVersion indexed = article_terms(version, article);
  for (std::size_t i = 0; i < words.size(); ++i)
    if (is_indexed(analyzed.uses[i].surface->text))
      indexed.families.emplace_back(static_cast<std::uint32_t>(words[i]->family), analyzed.uses[i].weight);
  return indexed;
}

void pack_tokens(const AnalyzedArticle& analyzed, const ArticleWords& words, std::string& codes) {
  codes.clear();
  read_tokens(ListedCodes(analyzed.stream), StoredTokens(codes, words));
}

}  // namespace hemero
