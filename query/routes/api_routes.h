#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "query/request/parameter.h"
#include "query/serve/page_reading.h"

namespace hemero {

/// What programs find at a path, in JSON (docs/api.md). The description of all of them (openapi.h) is made of these.
struct ApiRoute {
  /// What of a search may be asked for (request_address.h).
  enum class Search : std::uint8_t { none, words, articles };

  std::string_view path;  ///< "{id}" stands for one step of it
  HttpResponse (*answer)(PageReading& reading) = nullptr;
  std::string (*help)() = nullptr;
  Search search = Search::none;
  std::vector<std::string_view> shown = {};  ///< names of shown_parameters.h, beside “lang”
  std::string_view schema = {};              ///< of its answer (data/web/api.json); empty for a page
  std::string_view example = {};             ///< the parameters of one that is answered
  std::string_view step = {};                ///< what stands for {…} in it, each behind a slash
};

const std::vector<ApiRoute>& api_routes();

/// The route of a path, and what stands in it for {…}; null where there is none.
const ApiRoute* api_route_of(std::string_view path, std::string_view& step);

/// What may be asked for there.
std::vector<Parameter> parameters_of(const ApiRoute& route);

/// The request of an address, of which nothing else may be asked for. Throws Error (bad_data), whose hint says what
/// may.
PageRequest read_api_request(std::string_view query, const ApiRoute& route);

// What the table names, by the file of its name.

// api_search_routes.cpp
HttpResponse read_search_json(PageReading& reading);
HttpResponse read_facets_json(PageReading& reading);
HttpResponse read_timeline_json(PageReading& reading);
HttpResponse read_explanation_json(PageReading& reading);
HttpResponse read_report_json(PageReading& reading);

// api_word_routes.cpp
HttpResponse read_concordance_json(PageReading& reading);
HttpResponse read_collocates_json(PageReading& reading);
HttpResponse read_keywords_json(PageReading& reading);
HttpResponse read_dispersion_json(PageReading& reading);
HttpResponse read_terms_json(PageReading& reading);

// article_routes.cpp
HttpResponse read_article_json(PageReading& reading);

// api_archive_routes.cpp
HttpResponse read_sources_json(PageReading& reading);
HttpResponse read_status_json(PageReading& reading);
HttpResponse read_description(PageReading& reading);
HttpResponse read_problem(PageReading& reading);

}  // namespace hemero
