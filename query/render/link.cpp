#include "query/render/link.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>

#include "common/text/addresses/percent_coding.h"

namespace hemero {

namespace {

bool can_be_opened(std::string_view url) {
  constexpr std::array schemes{"http://", "https://", "file://"};
  return std::any_of(schemes.begin(), schemes.end(), [&](std::string_view scheme) {
    return std::equal(scheme.begin(), scheme.end(), url.begin(), url.begin() + std::min(url.size(), scheme.size()),
                      [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b + 32 : b); });
  });
}

}  // namespace

std::optional<std::string> link_to(const Article& article) {
  if (can_be_opened(article.url)) return percent_encoded(article.url, "\"<>\\^`{|}");
  std::error_code failed;
  const auto file = std::filesystem::canonical(article.path, failed);
  if (failed) return std::nullopt;
  return "file://" + percent_encoded(file.string(), "\"<>\\^`{|}%?#");
}

}  // namespace hemero
