#include "query/request/lacking_fields.h"

#include <algorithm>

namespace hemero {

bool ask_for_lacking(SearchRequest& request, std::string_view field) {
  if (field == "date") return request.undated = true;
  const auto* const known = std::ranges::find(restricted_fields, field, &RestrictedField::name);
  return known != restricted_fields.end() && ((request.*known->filter).lacking = true);
}

std::vector<std::string> fields_lacking(const SearchRequest& request) {
  std::vector<std::string> names;
  for (const RestrictedField& field : restricted_fields)
    if ((request.*field.filter).lacking) names.emplace_back(field.name);
  if (request.undated) names.emplace_back("date");
  return names;
}

std::vector<std::string_view> fields_that_may_lack() {
  std::vector<std::string_view> names;
  for (const RestrictedField& field : restricted_fields) names.push_back(field.name);
  names.emplace_back("date");
  return names;
}

}  // namespace hemero
