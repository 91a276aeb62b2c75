#include "query/serve/routes.h"

#include <algorithm>
#include <array>

namespace hemero {

namespace {

constexpr std::array routes{
    Route{"/recherche", read_results},
    Route{"/recherche.", read_export, true},
    Route{"/courbe.svg", read_curve_svg},
    Route{"/concordance", read_concordance},
    Route{"/voisins", read_collocates},
    Route{"/article/", read_article, true},
    Route{"/recherches", read_searches, false, change_searches},
    Route{"/dossiers", read_dossiers, false, change_dossiers},
    Route{"/dossiers.", read_dossier_export, true},
    Route{"/aide", read_help},
    Route{"/accessibilite", read_accessibility},
    Route{"/etat", read_state},
    Route{"/api/v1/search", read_search_json},
    Route{"/api/v1/facets", read_facets_json},
    Route{"/api/v1/timeline", read_timeline_json},
    Route{"/api/v1/articles/", read_article_json, true},
};

}  // namespace

const Route* route_of(std::string_view path) {
  const auto* route = std::ranges::find_if(routes, [path](const Route& each) {
    return each.is_beginning ? path.starts_with(each.path) : path == each.path;
  });
  return route == routes.end() ? nullptr : route;
}

bool is_for_programs(std::string_view path) { return path.starts_with("/api/v1/"); }

HttpResponse html(std::string page) { return {200, "text/html; charset=utf-8", std::move(page)}; }

HttpResponse json(std::string body) { return {200, "application/json", std::move(body) + "\n"}; }

}  // namespace hemero
