#pragma once

#include <cstdint>
#include <vector>

#include "common/text/article_analysis.h"

namespace hemero {

/// The words by which an article is compared with an earlier state of it: hashes of their folded forms, in order.
struct ComparedWords {
  std::vector<std::uint64_t> title;
  std::vector<std::uint64_t> text;     ///< lead and body
  std::vector<std::uint64_t> numbers;  ///< of both, ascending
};

/// Elided words are left out, and compounds, whose parts follow.
ComparedWords compared_words(const AnalyzedArticle& article);

/// How much of the shorter of two texts the longer one holds, 0 to 1: of its pairs of neighbouring words those that
/// both have. So a text that grew or was cut still holds all of itself.
double held_share(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b);

/// How surely one article is an edited state of another, 0 for another article. Of title, day and text an edit keeps
/// two: it has the same text, and the title or the day; or the same title, no other day, and half of the text. An edit
/// of title and text is known where both were changed a little and no number was: what is printed each week changes its
/// numbers.
double edit_likeness(const ComparedWords& a, const ComparedWords& b, bool other_day);

}  // namespace hemero
