#pragma once

#include <string>
#include <vector>

#include "common/model/article.h"
#include "common/store/postings/indexed_version.h"
#include "common/store/vocabulary/vocabulary_writer.h"
#include "common/text/article_analysis.h"

namespace hemero {

/// The words of an article in the archive's vocabulary, in the order of its uses.
using ArticleWords = std::vector<VocabularyWriter::Word*>;

/// What the index is given of a version.
IndexedVersion indexed_version(VersionId version, const Article& article, const AnalyzedArticle& analyzed,
                               const ArticleWords& words);

/// Replaces `codes` by the token stream of a version, as it is stored.
void pack_tokens(const AnalyzedArticle& analyzed, const ArticleWords& words, std::string& codes);

}  // namespace hemero
