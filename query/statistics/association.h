#pragma once

namespace hemero {

/// What is compared of two things that are counted: words near a node and elsewhere, or in a set and in a reference.
struct Cooccurrence {
  double both = 0;    ///< occurrences of a word inside the windows
  double word = 0;    ///< its occurrences in the reference
  double window = 0;  ///< words inside the windows
  double all = 0;     ///< words of the reference
};

/// How often the word would stand in the windows if these were like the reference: word * window / all.
double expected(const Cooccurrence& counts);

/// Log-likelihood ratio 2 Σ O ln(O / E) over the four cells of the contingency table, negative where the word is rarer
/// in the windows than expected. Dunning, "Accurate Methods for the Statistics of Surprise and Coincidence",
/// Computational Linguistics 19 (1993). 0 where there is nothing to compare.
double log_likelihood(const Cooccurrence& counts);

/// 14 + log2(2 * both / (node + word)), at most 14, whatever the size of the reference. Rychlý, "A Lexicographer-
/// Friendly Association Score", RASLAN 2008. Minus infinity where the word stands in no window.
double log_dice(double both, double node, double word);

}  // namespace hemero
