#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/base/date.h"
#include "common/model/article.h"
#include "common/store/folder/sqlite.h"

namespace hemero {

/// Which articles a command is about: those that meet everything that is said here.
struct Selection {
  std::optional<std::vector<ArticleId>> ids;
  std::optional<std::string> source;  ///< its name as stored
  std::optional<Date> before;         ///< published before, beyond doubt: what is dated 2021 is not before 2021-08

  bool says_nothing() const { return !ids && !source && !before; }
};

/// The articles with a current version that meet a selection, ascending. With ids, unknown and removed ones are among
/// them, unless something else is said too, which they cannot meet.
std::vector<ArticleId> select_articles(sqlite::Connection& connection, const Selection& selection);

}  // namespace hemero
