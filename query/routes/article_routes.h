#pragma once

#include "query/markup/http.h"
#include "query/routes/article_reading.h"

namespace hemero {

// What is at the addresses of an article, by the file of its name.

// version_routes.cpp
HttpResponse read_current(ArticleReading& reading);
HttpResponse read_version(ArticleReading& reading);
HttpResponse read_versions(ArticleReading& reading);
HttpResponse read_difference(ArticleReading& reading);
HttpResponse read_current_json(ArticleReading& reading);
HttpResponse read_versions_json(ArticleReading& reading);
HttpResponse read_version_json(ArticleReading& reading);

// related_routes.cpp
HttpResponse read_printings(ArticleReading& reading);
HttpResponse read_similar(ArticleReading& reading);
HttpResponse read_printings_json(ArticleReading& reading);
HttpResponse read_similar_json(ArticleReading& reading);

// reference_routes.cpp
HttpResponse read_reference(ArticleReading& reading);

}  // namespace hemero
