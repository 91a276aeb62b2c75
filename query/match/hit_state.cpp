#include "query/match/hit_state.h"

#include <utility>

namespace hemero {

namespace {

struct WordCounter : TokenVisitor {
  std::uint64_t words = 0;

  bool token(const CodedToken& token) {
    if (token.is_word()) ++words;
    return true;
  }
};

}  // namespace

HitState state_of(const StoredArticle& stored, ArchiveReader& archive) {
  auto place = archive.articles().place(stored.version).value_or(VersionPlace{});
  const std::string_view codes = archive.streams().codes(stored.version);
  return {place.number, std::move(place.stored), stored.content, read_tokens(PackedCodes(codes), WordCounter()).words};
}

}  // namespace hemero
