#pragma once

#include "query/markup/error_page.h"

namespace hemero {

/// True for a path of what programs ask for: it is answered in JSON, refusals too.
bool is_for_programs(std::string_view path);

/// Why there is no answer, in the form in which it was asked for.
HttpResponse refused(const HttpRequest& request, const Refusal& refusal);

}  // namespace hemero
