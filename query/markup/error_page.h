#pragma once

#include <string>

#include "query/markup/http.h"

namespace hemero {

/// Why there is no page.
struct Refusal {
  unsigned status = 0;
  std::string what = {};  ///< in the reader's language; empty for what the status says
  std::string hint = {};
  std::string_view kind = {};  ///< its name (problems.h) where the status does not tell it
  std::string start = {};      ///< an address at which to begin anew; empty for none
};

/// A page that says so.
HttpResponse error_page(const Refusal& refusal);

/// The same for programs: problem details (RFC 9457).
HttpResponse error_json(const Refusal& refusal);

}  // namespace hemero
