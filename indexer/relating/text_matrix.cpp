#include "indexer/relating/text_matrix.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_map>
#include <utility>

#include "common/text/characters/unicode.h"
#include "common/text/lexicon.h"
#include "common/text/token_codes.h"
#include "common/text/tokenizer.h"

namespace hemero {

namespace {

constexpr std::uint32_t no_word = UINT32_MAX;
constexpr std::uint64_t readings_of_a_text = 2;  ///< for the words that tell something, and for their weights

/// How often each word stands in a text, by what `number_of` makes of its surface; no_word is none.
class TextCount : public TokenVisitor {
 public:
  TextCount(const std::vector<std::uint32_t>& number_of, std::unordered_map<std::uint32_t, std::uint32_t>& counts)
      : number_of_(number_of), counts_(counts) {}

  bool token(const CodedToken& token) {
    if (!token.is_word() || token.surface >= number_of_.size()) return true;
    if (const std::uint32_t number = number_of_[token.surface]; number != no_word) ++counts_[number];
    return true;
  }

 private:
  const std::vector<std::uint32_t>& number_of_;
  std::unordered_map<std::uint32_t, std::uint32_t>& counts_;
};

/// Of copies one, and of more than so many one in so many.
std::vector<VersionId> chosen_texts(ArchiveReader& archive, std::size_t most) {
  const CopyTable& copies = archive.index().copies();
  std::vector<VersionId> texts =
      archive.index().matches(CandidateQuery::everything(), nullptr, Deadline::Clock::time_point::max()).versions;
  std::erase_if(texts, [&](VersionId version) { return copies.first(version) != version; });
  const std::size_t step = (texts.size() + most - 1) / std::max<std::size_t>(1, most);
  if (step <= 1) return texts;
  std::vector<VersionId> some;
  for (std::size_t i = 0; i < texts.size(); i += step) some.push_back(texts[i]);
  return some;
}

bool has_letter(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = code_point_at(word, at);
    if (char_class(c.value) == CharClass::letter) return true;
    at += c.size;
  }
  return false;
}

/// Reads texts by the numbers of their words, and gives each text's counts to `take`, by number.
class Texts {
 public:
  Texts(ArchiveReader& archive, std::vector<VersionId> versions, TextMatrixProgress progress)
      : archive_(archive), versions_(std::move(versions)), progress_(std::move(progress)) {}

  std::size_t size() const { return versions_.size(); }

  template <typename Take>
  void each(const std::vector<std::uint32_t>& number_of, const Take& take) {
    std::unordered_map<std::uint32_t, std::uint32_t> counts;
    for (const VersionId version : versions_) {
      counts.clear();
      read_tokens(PackedCodes(archive_.streams().codes(version).value_or("")), TextCount(number_of, counts));
      std::vector<std::pair<std::uint32_t, std::uint32_t>> sorted(counts.begin(), counts.end());
      std::sort(sorted.begin(), sorted.end());
      take(sorted);
      progress_(++readings_ / readings_of_a_text, size());
    }
  }

 private:
  ArchiveReader& archive_;
  std::vector<VersionId> versions_;
  TextMatrixProgress progress_;
  std::uint64_t readings_ = 0;
};

/// The words of an archive that fold alike, and what becomes of them.
class Words {
 public:
  explicit Words(Vocabulary& vocabulary) : vocabulary_(vocabulary) {
    constexpr std::uint32_t greatest_id = 1U << 26;  // whose are beyond this, a stranger made
    vocabulary.each_group([this](std::string_view folded, const std::vector<std::uint32_t>& ids) {
      if (!has_letter(folded)) return true;
      folded_.emplace_back(folded);
      surfaces_.emplace_back();
      for (const std::uint32_t id : ids) {
        if (id > greatest_id) continue;
        if (id >= number_of_.size()) number_of_.resize(id + id / 2 + 1, no_word);
        number_of_[id] = static_cast<std::uint32_t>(folded_.size() - 1);
        surfaces_.back().push_back(id);
      }
      return true;
    });
  }

  /// By the id of a surface.
  const std::vector<std::uint32_t>& numbers() const { return number_of_; }
  std::size_t size() const { return folded_.size(); }

  /// Words of these numbers, ascending, are numbered anew from 0 on; the others are none.
  std::vector<LearntWord> keep(const std::vector<std::uint32_t>& kept, const std::vector<std::uint32_t>& texts) {
    std::fill(number_of_.begin(), number_of_.end(), no_word);
    std::vector<LearntWord> words;
    for (const std::uint32_t number : kept) {
      for (const std::uint32_t id : surfaces_[number]) number_of_[id] = static_cast<std::uint32_t>(words.size());
      words.push_back({folded_[number], label_of(number), texts[number]});
    }
    return words;
  }

  /// The commonest spelling; empty for a word of grammar, which is told by it.
  std::string label_of(std::uint32_t number) {
    std::string label;
    std::int64_t most = 0;
    for (const std::uint32_t id : surfaces_[number]) {
      const auto word = vocabulary_.word(id);
      if (!word || word->occurrences <= most || is_elided(word->surface)) continue;
      most = word->occurrences;
      label = word->surface;
    }
    return is_stop_word(to_lower(label)) ? std::string() : label;
  }

 private:
  Vocabulary& vocabulary_;
  std::vector<std::string> folded_;
  std::vector<std::vector<std::uint32_t>> surfaces_;
  std::vector<std::uint32_t> number_of_;  ///< by id
};

/// The words that tell something, ascending.
std::vector<std::uint32_t> telling_words(Words& words, const std::vector<std::uint32_t>& texts, std::size_t all,
                                         const TextMatrixLimits& limits) {
  std::vector<std::uint32_t> telling;
  for (std::uint32_t number = 0; number < words.size(); ++number)
    if (texts[number] >= limits.least_texts && std::size_t{texts[number]} * limits.most_share <= all)
      telling.push_back(number);
  std::stable_sort(telling.begin(), telling.end(), [&](auto a, auto b) { return texts[a] > texts[b]; });
  std::erase_if(telling, [&](std::uint32_t number) { return words.label_of(number).empty(); });
  telling.resize(std::min(telling.size(), limits.words));
  std::sort(telling.begin(), telling.end());
  return telling;
}

}  // namespace

TextMatrix text_matrix(ArchiveReader& archive, const TextMatrixLimits& limits, const TextMatrixProgress& progress) {
  Texts texts(archive, chosen_texts(archive, limits.texts), progress);
  Words words(archive.vocabulary());
  std::vector<std::uint32_t> holding(words.size());
  texts.each(words.numbers(), [&](const auto& counts) {
    for (const auto& [number, count] : counts) ++holding[number];
  });
  TextMatrix result;
  result.words = words.keep(telling_words(words, holding, texts.size(), limits), holding);
  result.matrix.columns = result.words.size();
  texts.each(words.numbers(), [&](const auto& counts) {
    const std::size_t begin = result.matrix.numbers.size();
    double square = 0;
    for (const auto& [number, count] : counts) {
      const double rarity = std::log(static_cast<double>(texts.size()) / result.words[number].texts);
      const double weight = (1 + std::log(static_cast<double>(count))) * rarity;
      square += weight * weight;
      result.matrix.places.push_back(static_cast<std::int32_t>(number));
      result.matrix.numbers.push_back(static_cast<float>(weight));
    }
    const auto length = static_cast<float>(square > 0 ? std::sqrt(square) : 1);
    for (std::size_t i = begin; i < result.matrix.numbers.size(); ++i) result.matrix.numbers[i] /= length;
    result.matrix.end_row();
  });
  return result;
}

}  // namespace hemero
