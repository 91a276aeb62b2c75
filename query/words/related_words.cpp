#include "query/words/related_words.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <set>

#include "common/text/fold.h"

namespace hemero {

namespace {

/// Of a typed word, or else of the form of it that most texts have.
std::optional<std::size_t> learnt_word(const std::string& typed, const WordVectors& vectors, FormFinder& forms) {
  if (const auto word = vectors.find(fold(typed))) return word;
  std::optional<std::size_t> commonest;
  for (const VocabularyEntry& form : forms.family(typed).surfaces)
    if (const auto word = vectors.find(form.folded);
        word && (!commonest || vectors.words()[*word].texts > vectors.words()[*commonest].texts))
      commonest = word;
  return commonest;
}

void scale_to_one(std::vector<float>& direction) {
  const float length = std::sqrt(std::inner_product(direction.begin(), direction.end(), direction.begin(), 0.0F));
  for (float& number : direction) number /= length > 0 ? length : 1;
}

/// The families that were told of, by the folded forms of their words.
class ToldFamilies {
 public:
  explicit ToldFamilies(FormFinder& forms) : forms_(forms) {}

  /// False when the word's family was there before.
  bool add(const std::string& word) {
    if (told_.contains(fold(word))) return false;
    told_.insert(fold(word));
    for (const VocabularyEntry& form : forms_.family(word).surfaces) told_.insert(form.folded);
    return true;
  }

 private:
  FormFinder& forms_;
  std::set<std::string> told_;
};

}  // namespace

bool is_learnt_of(const WordVectors& vectors, const PartList& list) {
  const LearntState now = LearntState::of(list);
  return vectors.state().archive == now.archive && vectors.state().analyzer == now.analyzer;
}

RelatedWords related_words(const std::vector<std::string>& typed, const WordVectors& vectors, FormFinder& forms,
                           std::size_t limit) {
  RelatedWords related;
  ToldFamilies told(forms);
  std::vector<float> direction(vectors.dimensions());
  for (const std::string& word : typed) {
    told.add(word);
    const auto learnt = learnt_word(word, vectors, forms);
    if (!learnt) {
      related.unknown.push_back(word);
      continue;
    }
    const std::vector<float> one = vectors.direction(*learnt);
    for (std::size_t i = 0; i < one.size(); ++i) direction[i] += one[i];
  }
  if (related.unknown.size() == typed.size()) return related;
  scale_to_one(direction);
  const std::vector<float> similarities = vectors.similarities(direction);
  std::vector<std::size_t> nearest(similarities.size());
  std::iota(nearest.begin(), nearest.end(), std::size_t{0});
  std::ranges::stable_sort(nearest, std::greater(), [&](std::size_t word) { return similarities[word]; });
  for (const std::size_t word : nearest) {
    if (related.words.size() == limit || similarities[word] <= 0) break;
    const LearntWord& learnt = vectors.words()[word];
    if (told.add(learnt.label)) related.words.push_back({learnt.label, similarities[word], learnt.texts});
  }
  return related;
}

}  // namespace hemero
