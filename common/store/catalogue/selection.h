#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/dates/date.h"
#include "common/model/article.h"
#include "common/store/folder/archive_folder.h"

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
std::vector<ArticleId> select_articles(const ArchiveFolder& folder, const Selection& selection);

/// How many of these articles have a current version.
std::uint64_t count_current(const ArchiveFolder& folder, const std::vector<ArticleId>& articles);

/// What a list of articles says of one. Valid while it is told.
struct ListedArticle {
  ArticleId id{};
  std::string_view date;    ///< of publication; empty without one
  std::string_view source;  ///< may be empty
  std::string_view title;   ///< on one line
};

/// Tells of those of these articles that have a current version, in their order.
void list_current(const ArchiveFolder& folder, const std::vector<ArticleId>& articles,
                  const std::function<void(const ListedArticle&)>& tell);

}  // namespace hemero
