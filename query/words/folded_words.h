#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/deadline.h"
#include "common/store/vocabulary/vocabulary.h"

namespace hemero {

/// The folded words of an archive, for searches of words that are like others. They are read once, however many are
/// searched for: all of them, or those that begin alike, which makes it so much cheaper.
class FoldedWords {
 public:
  /// Both must outlive it. When the time is over, what was read by then is searched.
  FoldedWords(Vocabulary& vocabulary, const Deadline& deadline) : vocabulary_(vocabulary), deadline_(deadline) {}

  /// Calls `take` with the words of so many characters that begin so, each once, in the order of their bytes, those
  /// that no current article uses too. The view is valid as long as this is.
  void each(std::size_t shortest, std::size_t longest, std::string_view prefix,
            const std::function<void(std::string_view folded)>& take);

 private:
  struct Word {
    std::uint32_t begin = 0;
    std::uint32_t size = 0;
    std::uint32_t characters = 0;
  };
  struct List {
    std::string text;
    std::vector<Word> words;
  };

  const List& list(std::string_view prefix);

  Vocabulary& vocabulary_;
  const Deadline& deadline_;
  std::map<std::string, List, std::less<>> lists_;  ///< by what their words begin with
};

}  // namespace hemero
