#pragma once

#include <cstdint>
#include <functional>

#include "common/store/catalogue/stored_article.h"
#include "common/store/writing/open_archive.h"
#include "common/text/article_analysis.h"

namespace hemero {

/// Reads the current versions stored after a batch, by their ids, marks the lines that their sites repeat, and hands
/// each to `visit` with its words. The archive's options are told of it.
void for_each_current(OpenArchive& archive, std::uint64_t after_batch,
                      const std::function<void(const StoredArticle&, const AnalyzedArticle&)>& visit);

}  // namespace hemero
