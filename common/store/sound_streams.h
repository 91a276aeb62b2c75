#pragma once

#include <optional>
#include <string_view>

#include "common/store/catalogue/damages.h"
#include "common/store/catalogue/stored_article.h"
#include "common/store/streams/token_stream.h"

namespace hemero {

/// The token streams of an archive, for those who answer questions: a damaged one costs its article only, and is noted.
class SoundStreams {
 public:
  /// All must outlive it.
  SoundStreams(const TokenStreamReader& streams, ArticleReader& articles, Damages& damages)
      : streams_(streams), articles_(articles), damages_(damages) {}

  /// The version's codes as varints, empty when there is none; nothing when they are damaged.
  std::optional<std::string_view> codes(VersionId version) const;

 private:
  void note(VersionId version) const;

  const TokenStreamReader& streams_;
  ArticleReader& articles_;
  Damages& damages_;
};

}  // namespace hemero
