#pragma once

#include <string>
#include <vector>

#include "common/model/article.h"

namespace hemero {

/// One field or sentence of two versions of an article.
struct DiffLine {
  enum class Change { same, removed, added };
  Change change = Change::same;
  std::string field;  ///< "title", "date", …, or "text" for a sentence of lead and body
  std::string text;

  bool operator==(const DiffLine&) const = default;
};

/// What became of one version in another: its fields, then its sentences without debris, in order; what was removed
/// stands before what was added in its place.
std::vector<DiffLine> sentence_diff(const Article& before, const Article& after);

}  // namespace hemero
