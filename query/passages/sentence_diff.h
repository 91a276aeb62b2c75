#pragma once

#include <cstddef>
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

/// True for a line that changed, or stands beside one that did: what is same elsewhere need not be shown.
bool is_near_change(const std::vector<DiffLine>& lines, std::size_t at);

/// What changed, counted.
struct DiffCounts {
  std::size_t added = 0;            ///< sentences
  std::size_t removed = 0;          ///< sentences
  std::vector<std::string> fields;  ///< the names of those that changed, each once
};

DiffCounts count_changes(const std::vector<DiffLine>& lines);

}  // namespace hemero
