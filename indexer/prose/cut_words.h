#pragma once

#include "common/model/article.h"

namespace hemero {

/// Joins the words of an article that a line's end cut, whatever marks the cut and whatever stands in between.
/// - « ¬ » and a soft hyphen before a blank mean nothing else: « gouver¬ nement » becomes « gouvernement ».
/// - A hyphen may belong to the word, so it stays with the line's end behind it, where the tokenizer takes both for one
///   word. But the paragraph that ends so goes on in the next one, when that begins with a small letter; and a page
///   number or a running head between the two becomes debris behind them.
void join_cut_words(Article& article);

}  // namespace hemero
