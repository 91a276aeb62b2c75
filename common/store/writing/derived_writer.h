#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "common/model/article.h"
#include "common/store/copies/copy_table.h"
#include "common/store/index/index_writer.h"
#include "common/store/vocabulary/vocabulary_writer.h"
#include "common/store/writing/open_archive.h"
#include "common/text/article_analysis.h"

namespace hemero {

/// Writes what is derived from the catalogue: the index and the token streams, which one list of parts holds together.
/// Nothing shows before publish().
class DerivedWriter {
 public:
  enum class Start {
    from_current,  ///< adds to what is there
    from_nothing,  ///< the next publish() replaces everything
  };

  /// What is there is added to only when it was derived from this archive, by this analyzer; else throws Error
  /// (other_version). Removes what a killed run left behind.
  DerivedWriter(OpenArchive& archive, Start start);

  /// The last batch of the catalogue whose articles it holds.
  std::uint64_t last_batch() const { return index_->list().batch; }

  /// Adds a version: its token stream and its terms. Versions come in ascending order. `words` are those of its uses.
  /// Returns the codes of the stream, until the next call.
  std::string_view add(VersionId version, const Article& article, const AnalyzedArticle& analyzed,
                       const std::vector<VocabularyWriter::Word*>& words);

  /// Takes a version out, given as it was added. One that is not in the index is left aside.
  void remove(VersionId version, const Article& article, const AnalyzedArticle& analyzed,
              const std::vector<VocabularyWriter::Word*>& words);

  /// The same of a version whose words are not known any more.
  void remove(VersionId version) { index_->remove_unknown(version); }

  /// The token streams of all that was added.
  SoundStreams streams() { return index_->streams(); }

  /// Writes everything to the disk and makes it visible: it holds the catalogue up to this batch, with these copies.
  void publish(std::uint64_t last_batch, const CopyClusters& copies);

  /// Publishes the same in as few parts as may be, none of which holds what is not current.
  void compact() { index_->compact(); }

 private:
  sqlite::Connection& connection_;
  std::unique_ptr<IndexWriter> index_;
  std::string codes_;  ///< storage of add()
};

}  // namespace hemero
