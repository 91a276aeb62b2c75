#pragma once

#include <string>

namespace hemero {

/// The description of what programs may ask for (OpenAPI 3.1, api_routes.h), in the reader's language, with the schemas
/// of data/web/api.json; as JSON.
std::string openapi_json();

}  // namespace hemero
