#include "common/store/writing/derived_writer.h"

#include <fmt/format.h>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/store/index/article_terms.h"
#include "common/text/analyzer.h"
#include "common/text/tokenizer.h"

namespace hemero {

namespace {

/// The marker of an index that is added to. There may be none yet.
IndexMarker continued(const IndexMarker& found, const IndexFolder& folder, sqlite::Connection& connection) {
  const std::string uuid = read_setting(connection, "uuid");
  const bool fresh = found.archive.empty();
  if (!fresh && (found.archive != uuid || found.seq > last_batch(connection)))
    throw Error(ErrorCode::other_version,
                message("the index in {} belongs to another state of the archive", folder.path().string()),
                message("run “hemero-index rebuild”"));
  if ((!fresh && found.analyzer != Analyzer::fingerprint()) ||
      read_setting(connection, "analyzer") != Analyzer::fingerprint())
    throw Error(ErrorCode::other_version,
                message("the index in {} was made by another version", folder.path().string()),
                message("run “hemero-index rebuild”"));
  return fresh ? IndexMarker{uuid, Analyzer::fingerprint(), 0, "streams-000001", {}} : found;
}

/// The marker of an index that is made anew, with token streams under a number that is free.
IndexMarker anew(const IndexFolder& folder, sqlite::Connection& connection) {
  int number = 1;
  while (std::filesystem::exists(folder.path() / fmt::format("streams-{:06}", number))) ++number;
  return {read_setting(connection, "uuid"), Analyzer::fingerprint(), 0, fmt::format("streams-{:06}", number), {}};
}

/// Packs an article's tokens with their words' ids in the archive's vocabulary.
class StoredTokens : public TokenCoder<PackedCodeList> {
 public:
  StoredTokens(std::string& codes, const std::vector<VocabularyWriter::Word*>& words)
      : TokenCoder(PackedCodeList{codes}), words_(words) {}

  bool token(CodedToken token) {
    token.surface = static_cast<std::uint32_t>(words_[token.surface]->id);
    return TokenCoder::token(token);
  }

 private:
  const std::vector<VocabularyWriter::Word*>& words_;
};

}  // namespace

DerivedWriter::DerivedWriter(OpenArchive& archive, IndexWriter::Start start)
    : folder_(archive.folder.index()), index_(std::make_unique<IndexWriter>(folder_, start, archive.options.jobs)) {
  if (start == IndexWriter::Start::from_nothing) {
    marker_ = anew(folder_, archive.connection);
  } else {
    marker_ = continued(index_->marker(), folder_, archive.connection);
    folder_.remove_all_but(folder_.current().value_or(""), marker_.streams);
  }
  streams_ = std::make_unique<TokenStreamWriter>(folder_.path() / marker_.streams, marker_.extent);
}

void DerivedWriter::add(VersionId version, const Article& article, const AnalyzedArticle& analyzed,
                        const std::vector<VocabularyWriter::Word*>& words) {
  codes_.clear();
  read_tokens(ListedCodes(analyzed.stream), StoredTokens(codes_, words));
  streams_->append(version, codes_);
  IndexedVersion indexed = article_terms(version, article);
  for (std::size_t i = 0; i < words.size(); ++i)
    if (is_indexed(analyzed.uses[i].surface->text))
      indexed.families.emplace_back(static_cast<std::uint32_t>(words[i]->family), analyzed.uses[i].weight);
  index_->add(std::move(indexed));
}

TokenStreamReader DerivedWriter::streams() { return {folder_.path() / marker_.streams, streams_->flush()}; }

void DerivedWriter::publish(std::uint64_t last_batch, const CopyClusters& copies) {
  marker_.seq = last_batch;
  marker_.extent = streams_->sync();
  if (index_->marker().archive == marker_.archive && index_->marker().seq == marker_.seq) return;
  marker_.copies = encode_clusters(copies);
  index_->publish(marker_);
}

}  // namespace hemero
