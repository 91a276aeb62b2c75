#include "query/request/lacking_fields.h"

#include <array>

namespace hemero {

namespace {

struct Field {
  std::string_view name;
  bool& (*lacking)(SearchRequest& request);
};

constexpr std::array fields = std::to_array<Field>({
    {"source", [](SearchRequest& request) -> bool& { return request.sources.lacking; }},
    {"author", [](SearchRequest& request) -> bool& { return request.authors.lacking; }},
    {"section", [](SearchRequest& request) -> bool& { return request.sections.lacking; }},
    {"date", [](SearchRequest& request) -> bool& { return request.undated; }},
});

}  // namespace

bool ask_for_lacking(SearchRequest& request, std::string_view field) {
  for (const Field& each : fields)
    if (each.name == field) return each.lacking(request) = true;
  return false;
}

std::vector<std::string> fields_lacking(const SearchRequest& request) {
  SearchRequest asked = request;  // the table gives what may be set
  std::vector<std::string> names;
  for (const Field& each : fields)
    if (each.lacking(asked)) names.emplace_back(each.name);
  return names;
}

}  // namespace hemero
