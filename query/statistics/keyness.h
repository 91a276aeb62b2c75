#pragma once

namespace hemero {

/// A word in two sets of texts.
struct TwoSets {
  double first = 0;         ///< its occurrences in the first set
  double second = 0;        ///< and in the second
  double first_words = 0;   ///< the words of the first set, more than 0
  double second_words = 0;  ///< and of the second
};

/// True when the word is more frequent in the first set than in the second.
bool is_key(const TwoSets& counts);

/// Log-likelihood G² = 2 (a ln(a/E1) + b ln(b/E2)), E1 = c (a + b) / (c + d), E2 likewise. Rayson and Garside,
/// "Comparing corpora using frequency profiling", Workshop on Comparing Corpora, ACL 2000.
double keyness(const TwoSets& counts);

/// log2((a/c) / (b/d)): how many times its share of words doubles from the second set to the first. Where a word does
/// not stand in a set, half an occurrence is supposed there. Hardie, "Log Ratio", CASS 2014.
double log_ratio(const TwoSets& counts);

}  // namespace hemero
