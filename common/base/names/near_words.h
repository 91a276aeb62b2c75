#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hemero {

/// The words that were probably meant by a mistyped one, nearest first: of three letters one may differ, of six two;
/// two that changed places are one. UTF-8; case matters.
std::vector<std::string> near_words(std::string_view typed, const std::vector<std::string>& words);

/// A path that exists and was probably meant by one that does not: a near name in the same folder.
std::optional<std::filesystem::path> near_path(const std::filesystem::path& typed);

}  // namespace hemero
