#pragma once

#include <string>

#include "query/pages/http.h"

namespace hemero {

/// Why there is no page.
struct Refusal {
  unsigned status = 0;
  std::string what = {};  ///< in the reader's language; empty for what the status says
  std::string hint = {};
};

/// A page that says so.
HttpResponse error_page(const Refusal& refusal);

/// The same for programs (RFC 9457).
HttpResponse error_json(const Refusal& refusal);

}  // namespace hemero
