#pragma once

#include <string_view>

#include "query/serve/page_reading.h"

namespace hemero {

/// What is at a path, or at all paths that begin so.
struct Route {
  std::string_view path;
  HttpResponse (*answer)(PageReading& reading);
  bool is_beginning = false;
  HttpResponse (*change)(PageReading& reading) = nullptr;  ///< what is sent there to be kept; null: nothing is
};

/// The route of a path; null where there is none.
const Route* route_of(std::string_view path);

/// True for what programs ask for: it is answered in JSON, errors too.
bool is_for_programs(std::string_view path);

HttpResponse html(std::string page);
HttpResponse json(std::string body);

// What the table of routes names, by the file of its name.

// search_routes.cpp
HttpResponse read_results(PageReading& reading);
HttpResponse read_export(PageReading& reading);
HttpResponse read_curve_svg(PageReading& reading);
HttpResponse read_search_json(PageReading& reading);
HttpResponse read_facets_json(PageReading& reading);
HttpResponse read_timeline_json(PageReading& reading);

// word_routes.cpp
HttpResponse read_concordance(PageReading& reading);
HttpResponse read_collocates(PageReading& reading);

// article_routes.cpp
HttpResponse read_article(PageReading& reading);
HttpResponse read_article_json(PageReading& reading);

// search_list_routes.cpp
HttpResponse read_searches(PageReading& reading);
HttpResponse change_searches(PageReading& reading);

// dossier_routes.cpp
HttpResponse read_dossiers(PageReading& reading);
HttpResponse read_dossier_export(PageReading& reading);
HttpResponse change_dossiers(PageReading& reading);

// plain_routes.cpp
HttpResponse read_help(PageReading& reading);
HttpResponse read_accessibility(PageReading& reading);
HttpResponse read_state(PageReading& reading);

}  // namespace hemero
