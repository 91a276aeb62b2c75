#include "indexer/ingest/article_excess.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "common/base/message.h"
#include "common/model/field.h"
#include "common/text/addresses/url_hosts.h"

namespace hemero {

namespace {

std::size_t size_of(const std::string& value) { return value.size(); }

std::size_t size_of(const std::vector<std::string>& values) {
  std::size_t size = 0;
  for (const std::string& value : values) size += value.size() + 1;
  return size;
}

/// Dates and numbers are short.
template <typename T>
std::size_t size_of(const std::optional<T>&) {
  return 0;
}

std::string too_long(std::string_view field, const ArticleLimits& limits) {
  constexpr unsigned mib = 20;
  return message("its field “{}” is longer than {} MiB", field, limits.field >> mib);
}

}  // namespace

std::optional<std::string> excess_of(const Article& article, const ArticleLimits& limits) {
  if (article.key.size() > limits.field) return too_long("key", limits);
  for (const ArticleField& field : article_fields)
    if (with_value(article, field, [](const auto& value) { return size_of(value); }) > limits.field)
      return too_long(field.name, limits);
  const std::string_view host = host_of(article.url);
  const bool is_name = host.find(' ') == std::string_view::npos;
  if (is_name && host.size() > longest_host)
    return message("the host of its address has {} bytes, {} at most are a name", host.size(), longest_host);
  return std::nullopt;
}

}  // namespace hemero
