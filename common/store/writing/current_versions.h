#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

#include "common/store/catalogue/stored_article.h"
#include "common/store/writing/open_archive.h"
#include "common/text/article_analysis.h"

namespace hemero {

/// In SQL, the last version that was stored by the batch ?1 or before; 0 without one. Versions of later batches have
/// higher ids: only what is new is looked through.
inline constexpr std::string_view last_version_of_batch =
    "coalesce((SELECT id FROM version WHERE seq <= ?1 ORDER BY id DESC LIMIT 1), 0)";

/// Reads the current versions stored after a batch, by their ids, marks the lines that their sites repeat, and hands
/// each to `visit` with its words. The archive's options are told of it. What is damaged of them is noted; of what
/// cannot be read nothing is handed over.
void for_each_current(OpenArchive& archive, std::uint64_t after_batch,
                      const std::function<void(const StoredArticle&, const AnalyzedArticle&)>& visit);

}  // namespace hemero
