#include "common/store/writing/derived_writer.h"

#include "common/store/catalogue/stored_article.h"
#include "common/store/folder/batches.h"
#include "common/store/index/index_fit.h"
#include "common/store/writing/derived_version.h"
#include "common/text/analyzer.h"

namespace hemero {

namespace {

/// The list of an index that is made anew.
PartList empty_list(sqlite::Connection& connection) {
  return {.archive = read_setting(connection, "uuid"), .analyzer = Analyzer::fingerprint()};
}

}  // namespace

DerivedWriter::DerivedWriter(OpenArchive& archive, Start start) : connection_(archive.connection) {
  const IndexFolder folder(archive.folder.index());
  PartList list = empty_list(archive.connection);
  if (start == Start::from_current) {
    list = folder.list().value_or(list);
    require_fit(list, folder, archive.connection);
  }
  index_ =
      std::make_unique<IndexWriter>(folder, list, archive.options.memory_of_postings(), [&archive](VersionId version) {
        ArticleReader(archive.connection, archive.damages).note_damaged_words(version);
      });
  if (start == Start::from_nothing) return;
  // Where the lock of files does not hold, that of the catalogue may: nobody else is in the middle of a batch.
  const sqlite::Transaction alone(archive.connection, sqlite::Transaction::Kind::write);
  folder.remove_all_but(list);
}

std::string_view DerivedWriter::add(VersionId version, const Article& article, const AnalyzedArticle& analyzed,
                                    const std::vector<VocabularyWriter::Word*>& words) {
  pack_tokens(analyzed, words, codes_);
  index_->add(indexed_version(version, article, analyzed, words), codes_);
  return codes_;
}

void DerivedWriter::remove(VersionId version, const Article& article, const AnalyzedArticle& analyzed,
                           const std::vector<VocabularyWriter::Word*>& words) {
  index_->remove(indexed_version(version, article, analyzed, words));
}

void DerivedWriter::publish(std::uint64_t last_batch, const CopyClusters& copies) {
  index_->publish(last_batch, encode_clusters(copies), stamp_of(connection_, last_batch));
}

}  // namespace hemero
