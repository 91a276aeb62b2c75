#pragma once

#include <cstddef>

/// The weights of the rank, in one place. Tuned on the development halves of test collections
/// (docs/decisions/0020-a-second-look-at-the-best-hundred.md).
namespace hemero::ranking {

/// Constants of BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009). The weights of the fields
/// multiply the within-document frequencies before it (field.h), which is its simple BM25F.
constexpr double k1 = 0.8;
constexpr double b = 0.75;
constexpr double shortest_length = 0.3;  ///< of an article, as a share of the mean: briefs gain no more below it

/// What a word of grammar counts beside others (est, qui, comment…).
constexpr double soft_word = 0.35;

/// What a word one letter away from a typed one counts where texts were read by machine.
constexpr double misread = 0.3;

/// What another way to print a word counts that the index cannot count as that word: one of several words, or one that
/// shares its family with others. Many are rare, and would count for more than what was typed.
constexpr double other_writing = 0.2;

/// The best of the index's candidates are looked at again on their token streams.
constexpr std::size_t reranked = 100;
constexpr std::size_t reranked_name = 300;      ///< of a query of few words that many articles hold
constexpr std::size_t reranked_by_date = 1000;  ///< when their age counts too

/// So few words may be a name, when so many texts hold all of them.
constexpr std::size_t few_words = 3;
constexpr std::size_t texts_of_name = 30;

/// Where so many texts hold all of the words, those with some of them stand behind; where fewer do, all make one
/// ranking.
constexpr std::size_t many_texts = 100;

/// What that adds, as shares of the rarity (inverse document frequency) of the words concerned.
constexpr double as_typed = 0.6;      ///< BM25 of the form that was typed, beside that of any inflection
constexpr double neighbours = 0.5;    ///< two words of the query, in its order, side by side in the text
constexpr double side_by_side = 1.0;  ///< the same once, however often, in what may be a name
constexpr double a_word_apart = 0.5;  ///< of that for each word in between, of which there are two at most
constexpr double early = 1.0;         ///< a word at the beginning of the article
constexpr double half_early = 50;     ///< tokens from the beginning, where that is half as much
constexpr double coverage = 0.2;      ///< all words of the query, as a share of the score of the terms

/// What an article gains, in the index and again in the second look, by each word that names when it was published.
constexpr double published = 4;

/// With a half-life of articles: what an article as old as can be keeps of its score.
constexpr double oldest_share = 0.5;

}  // namespace hemero::ranking
