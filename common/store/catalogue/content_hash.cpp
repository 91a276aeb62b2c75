#include "common/store/catalogue/content_hash.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/model/field.h"
#include "common/store/catalogue/lines.h"
#include "common/store/catalogue/zones.h"
#include "common/store/streams/varint.h"

namespace hemero {

namespace {

std::string hashed(const std::string& text) { return text; }

std::string hashed(const std::vector<std::string>& names) { return join_lines(names); }

std::string hashed(const std::optional<Date>& date) { return date ? to_iso(*date) : std::string(); }

std::string hashed(const std::optional<double>& number) { return number ? fmt::format("{}", *number) : std::string(); }

/// The value of a field that counts for the hash. The record's words for the date are the date where it has none.
std::string hashed_value(const Article& article, const ArticleField& field) {
  if (field.name == "date_text" && article.date_text.empty()) return hashed(article.date);
  return with_value(article, field, [](const auto& value) { return hashed(value); });
}

void append(std::string& content, std::string_view part) {
  append_varint(content, part.size());
  content += part;
}

}  // namespace

void append_hashed(std::string& content, const Article& article, const ArticleField& field) {
  if (!field.makes_version) return;
  const std::string value = hashed_value(article, field);
  if (field.since > 1 && value.empty()) return;
  if (field.since > 1) append(content, field.name);
  append(content, value);
}

Hash128 content_hash(const Article& article) {
  std::string content;
  content.reserve(article.text.size() + 512);
  for (const ArticleField& field : article_fields) append_hashed(content, article, field);
  append(content, encode_zones(article.zones));
  content += article.text;
  return hash128(content);
}

Hash128 read_hash(std::string_view bytes) {
  Hash128 hash{};
  std::copy_n(bytes.begin(), std::min(bytes.size(), hash.size()), hash.begin());
  return hash;
}

}  // namespace hemero
