#include "query/match/text_words.h"

#include <algorithm>

namespace hemero {

namespace {

class Listing : public TokenVisitor {
 public:
  Listing(std::vector<TextWord>& words, std::uint32_t end, std::size_t behind)
      : words_(words), end_(end), behind_(behind) {}

  void start(Break what) {
    next_.sentence += what != Break::none;
    next_.paragraph += what == Break::paragraph;
    next_.position += what == Break::paragraph;
  }

  bool token(const CodedToken& token) {
    if (token.is_word()) {
      if (next_.position >= end_ && behind_-- == 0) return false;
      next_.surface = token.surface;
      words_.push_back(next_);
    }
    next_.position += token.parts == 0;
    return true;
  }

 private:
  std::vector<TextWord>& words_;
  std::uint32_t end_;
  std::size_t behind_;
  TextWord next_;  ///< counted as SpanCounter does
};

}  // namespace

std::string_view codes_of(VersionId version, const ArchiveReader& archive) {
  return archive.streams().codes(version).value_or("");
}

std::vector<TextWord> read_words(std::string_view codes, std::uint32_t end, std::size_t behind) {
  std::vector<TextWord> words;
  words.reserve(codes.size() / 2);  // a word takes one to three bytes
  read_tokens(PackedCodes(codes), Listing(words, end, behind));
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
