#include "query/serve/refused.h"

namespace hemero {

bool is_for_programs(std::string_view path) { return path == "/api" || path.starts_with("/api/"); }

HttpResponse refused(const HttpRequest& request, const Refusal& refusal) {
  return is_for_programs(request.path()) ? error_json(refusal) : error_page(refusal);
}

}  // namespace hemero
