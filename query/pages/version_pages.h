#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/store/catalogue/catalogue_reader.h"
#include "query/pages/article_frame.h"
#include "query/passages/sentence_diff.h"

namespace hemero {

/// A version, and what it changed of the one before, as far as that was compared.
struct ListedVersion {
  std::uint64_t number = 1;
  StoredVersion stored;
  std::optional<DiffCounts> changes;
};

/// The versions of an article, in this order.
std::string versions_page(const ArticlePlace& place, const std::vector<ListedVersion>& versions);

/// Two versions of an article that are compared.
struct ComparedVersions {
  std::uint64_t from = 1;
  std::uint64_t to = 1;
  std::uint64_t count = 1;  ///< versions of the article
  std::vector<DiffLine> lines;
};

/// The sentences that differ, told in words, and what stands beside them.
std::string difference_page(const ArticlePlace& place, const ComparedVersions& versions);

}  // namespace hemero
