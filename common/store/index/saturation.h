#pragma once

namespace Xapian {
class Enquire;
}

namespace hemero {

/// BM25's part without the rarity, of a word that stands `frequency` times in an article of a length beside the mean:
/// more and more slowly, and less in a long article.
double saturated(double frequency, double relative_length);

/// Ranks matches by how often an article prints each term (saturated()); the rarity is the term's factor in the query
/// (OP_SCALE_WEIGHT). `mean_length` is as IndexReader has it. What a term adds is a multiple of 2^-24, of which any
/// number can be added without rounding: the sum does not depend on their order, nor on the number of databases.
void rank_by_saturation(Xapian::Enquire& enquire, double mean_length);

}  // namespace hemero
