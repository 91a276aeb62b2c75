#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "common/model/article.h"
#include "common/store/copies/copy_table.h"
#include "common/store/index/index_writer.h"
#include "common/store/streams/token_stream.h"
#include "common/store/vocabulary/vocabulary_writer.h"
#include "common/store/writing/open_archive.h"
#include "common/text/article_analysis.h"

namespace hemero {

/// Writes what is derived from the catalogue: the index and the token streams, which one marker holds together. Nothing
/// shows before publish().
class DerivedWriter {
 public:
  /// To be added to, or made anew. What is there is added to only when it was derived from this archive, by this
  /// analyzer; else throws Error (other_version). Cuts off and removes what a killed run left behind.
  DerivedWriter(OpenArchive& archive, IndexWriter::Start start);

  /// The last batch of the catalogue whose articles it holds.
  std::uint64_t last_batch() const { return marker_.seq; }

  /// Adds a version: appends its token stream and gives its terms to the index. Versions come in ascending order.
  /// `words` are those of its uses.
  void add(VersionId version, const Article& article, const AnalyzedArticle& analyzed,
           const std::vector<VocabularyWriter::Word*>& words);

  /// Takes a version out of the index.
  void remove(VersionId version) { index_->remove(version); }

  /// The token streams of all that was added.
  TokenStreamReader streams();

  /// Writes everything to the disk and makes it visible: it holds the catalogue up to this batch, with these copies.
  void publish(std::uint64_t last_batch, const CopyClusters& copies);

 private:
  IndexFolder folder_;
  std::unique_ptr<IndexWriter> index_;
  IndexMarker marker_;
  std::unique_ptr<TokenStreamWriter> streams_;
  std::string codes_;  ///< storage of add()
};

}  // namespace hemero
