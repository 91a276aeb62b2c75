#pragma once

#include <string>
#include <string_view>

#include "query/markup/error_page.h"
#include "query/serve/page_reading.h"

namespace hemero {

/// What a browser finds at a path, or at all paths that begin so. What programs ask for is in api_routes.h.
struct Route {
  std::string_view path;
  HttpResponse (*answer)(PageReading& reading);
  bool is_beginning = false;
  ReaderPool::Use use = ReaderPool::Use::search;
  HttpResponse (*change)(PageReading& reading) = nullptr;  ///< what is sent there to be kept; null: nothing is
};

/// The route of a path; null where there is none.
const Route* route_of(std::string_view path);

HttpResponse html(std::string page);
HttpResponse json(std::string body);

/// What may be another one the next time, though nothing has changed that its tag knows: it has none, and is not kept.
HttpResponse fresh_each_time(HttpResponse response);

/// The same of an answer that ended with its time, unless it is complete.
HttpResponse until_complete(bool complete, HttpResponse response);

/// A table that a browser keeps as a file of this name.
HttpResponse csv(std::string table, const std::string& name);

/// Sent to another place of this server.
HttpResponse redirection(std::string target);

/// Tells programs of another place of this server, and what it is to this one (RFC 8288).
void add_link(HttpResponse& response, const std::string& target, std::string_view relation);

// What the table of routes names, by the file of its name.

// search_routes.cpp
HttpResponse read_results(PageReading& reading);
HttpResponse read_export(PageReading& reading);

// curve_routes.cpp
HttpResponse read_curve(PageReading& reading);
HttpResponse read_curve_export(PageReading& reading);
HttpResponse read_curve_picture(PageReading& reading);

// word_routes.cpp
HttpResponse read_concordance(PageReading& reading);
HttpResponse read_lines_export(PageReading& reading);
HttpResponse read_collocates(PageReading& reading);
HttpResponse read_collocates_export(PageReading& reading);
HttpResponse read_keywords(PageReading& reading);
HttpResponse read_keywords_export(PageReading& reading);
HttpResponse read_dispersion(PageReading& reading);
HttpResponse read_dispersion_export(PageReading& reading);

// source_routes.cpp
HttpResponse read_sources(PageReading& reading);

// vocabulary_routes.cpp
HttpResponse read_vocabulary(PageReading& reading);

// suggestion_routes.cpp
HttpResponse read_suggestions(PageReading& reading);

// reference_routes.cpp
HttpResponse read_unapi(PageReading& reading);
HttpResponse read_permanent(PageReading& reading);

// article_routes.cpp
HttpResponse read_article(PageReading& reading);

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
