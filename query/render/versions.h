#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/store/catalogue/catalogue_reader.h"
#include "query/passages/sentence_diff.h"
#include "query/render/render.h"

namespace hemero {

/// The versions of an article, a line each; as JSON (docs/json-output.md).
std::string render_versions_text(const std::vector<StoredVersion>& versions);
std::string render_versions_json(std::uint32_t article, const std::vector<StoredVersion>& versions);

/// What changed between two versions: lines with + and -, and what stands beside them, in colour where the style has
/// it; as JSON all lines.
std::string render_diff_text(const std::vector<DiffLine>& lines, const TextStyle& style);
std::string render_diff_json(std::uint32_t article, std::uint64_t from, std::uint64_t to,
                             const std::vector<DiffLine>& lines);

}  // namespace hemero
