#pragma once

#include <cstddef>
#include <optional>

#include "common/base/deadline.h"
#include "common/model/page.h"
#include "common/model/search_request.h"
#include "common/store/archive_reader.h"
#include "query/match/ranker.h"
#include "query/match/verifier.h"
#include "query/passages/snippet.h"

namespace hemero {

/// A stored article with its state, which `articles` read.
Hit hit_of(StoredArticle stored, ArticleReader& articles);

/// Reads the articles of a ranking one after the other, and shows why they match. One thread at a time.
class HitReader {
 public:
  /// All must outlive it. When the time is over the hits end, behind the first one.
  HitReader(const SearchRequest& request, const Ranking& ranking, ArchiveReader& archive, const Deadline& deadline);

  /// The next hit; nothing at the end. What cannot be read is passed over.
  std::optional<Hit> next();

 private:
  Hit read(const RankedVersion& ranked, StoredArticle stored);
  std::vector<std::string> missing_words(VersionId version);
  SnippetMaker& snippets(bool partial);

  const SearchRequest& request_;
  const Ranking& ranking_;
  ArchiveReader& archive_;
  const Deadline& deadline_;
  Verifier verifier_;
  std::optional<SnippetMaker> full_;
  std::optional<SnippetMaker> partial_;
  std::size_t next_;
  std::size_t read_ = 0;
};

}  // namespace hemero
