#include "common/model/field.h"

#include <fmt/format.h>

namespace hemero {

namespace {

std::string shown(const std::string& text) { return text; }

std::string shown(const std::vector<std::string>& names) { return fmt::format("{}", fmt::join(names, ", ")); }

std::string shown(const std::optional<Date>& date) { return date ? to_iso(*date) : std::string(); }

std::string shown(const std::optional<double>& number) {
  return number ? fmt::format("{:.{}f}", *number, Article::decimals) : std::string();
}

}  // namespace

std::string field_text(const Article& article, const ArticleField& field) {
  return with_value(article, field, [](const auto& value) { return shown(value); });
}

}  // namespace hemero
