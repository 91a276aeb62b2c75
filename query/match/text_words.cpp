#include "query/match/text_words.h"

#include <algorithm>

namespace hemero {

namespace {

class Listing : public TokenVisitor {
 public:
  explicit Listing(std::vector<TextWord>& words) : words_(words) {}

  void start(Break what) { counter_.start(what); }

  bool token(const CodedToken& token) {
    if (token.is_word()) {
      const Span span = counter_.span(0);
      words_.push_back({token.surface, span.begin, span.sentence, span.paragraph});
    }
    counter_.pass(token.parts, token.particle);
    return true;
  }

 private:
  std::vector<TextWord>& words_;
  SpanCounter counter_;
};

}  // namespace

std::string_view codes_of(VersionId version, const ArchiveReader& archive) {
  return archive.streams().codes(version).value_or("");
}

std::vector<TextWord> read_words(std::string_view codes) {
  std::vector<TextWord> words;
  read_tokens(PackedCodes(codes), Listing(words));
  return words;
}

class TokenCounts::Counting : public TokenVisitor {
 public:
  explicit Counting(TokenCounts& counts) : counts_(counts) {}

  bool token(const CodedToken& token) {
    words_ += token.is_word();
    if (token.parts > 0 && token.surface < counts_.compounds_.size()) ++counts_.compounds_[token.surface];
    return true;
  }
  const CodeSet& codes() const { return counts_.none_; }
  void pass(std::uint32_t words) { words_ += words; }

  std::uint64_t words() const { return words_; }

 private:
  TokenCounts& counts_;
  std::uint64_t words_ = 0;
};

std::uint64_t TokenCounts::add(std::string_view codes) {
  return read_tokens(PackedCodes(codes), Counting(*this)).words();
}

std::size_t word_from(const std::vector<TextWord>& words, std::uint32_t position) {
  return static_cast<std::size_t>(std::ranges::lower_bound(words, position, {}, &TextWord::position) - words.begin());
}

}  // namespace hemero
