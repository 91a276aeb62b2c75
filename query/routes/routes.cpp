#include "query/routes/routes.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "query/serve/export.h"

namespace hemero {

namespace {

constexpr std::array routes{
    Route{"/recherche", read_results},
    Route{"/recherche.", read_export, true},
    Route{"/courbe", read_curve},
    Route{"/courbe.", read_curve_export, true},
    Route{"/courbe/", read_curve_picture, true},
    Route{"/concordance", read_concordance},
    Route{"/concordance.", read_lines_export, true},
    Route{"/voisins", read_collocates},
    Route{"/voisins.", read_collocates_export, true},
    Route{"/mots-cles", read_keywords},
    Route{"/mots-cles.", read_keywords_export, true},
    Route{"/dispersion", read_dispersion},
    Route{"/dispersion.", read_dispersion_export, true},
    Route{"/sources", read_sources},
    Route{"/vocabulaire", read_vocabulary},
    Route{"/article/", read_article, true, ReaderPool::Use::read},
    Route{"/recherches", read_searches, false, ReaderPool::Use::search, change_searches},
    Route{"/dossiers", read_dossiers, false, ReaderPool::Use::search, change_dossiers},
    Route{"/dossiers.", read_dossier_export, true},
    Route{"/a/", read_permanent, true, ReaderPool::Use::read},
    Route{"/unapi", read_unapi, false, ReaderPool::Use::read},
    Route{"/suggestions", read_suggestions},
    Route{"/aide", read_help, false, ReaderPool::Use::read},
    Route{"/accessibilite", read_accessibility, false, ReaderPool::Use::read},
    Route{"/etat", read_state, false, ReaderPool::Use::read},
};

}  // namespace

const Route* route_of(std::string_view path) {
  const auto* route = std::ranges::find_if(routes, [path](const Route& each) {
    return each.is_beginning ? path.starts_with(each.path) : path == each.path;
  });
  return route == routes.end() ? nullptr : route;
}

HttpResponse html(std::string page) { return {200, "text/html; charset=utf-8", std::move(page)}; }

HttpResponse csv(std::string table, const std::string& name) {
  HttpResponse response{200, "text/csv; charset=utf-8", std::move(table)};
  keep_as(name, response);
  return response;
}

HttpResponse json(std::string body) { return {200, "application/json", std::move(body) + "\n"}; }

HttpResponse fresh_each_time(HttpResponse response) {
  response.headers.emplace_back("Cache-Control", "no-store");
  return response;
}

HttpResponse until_complete(bool complete, HttpResponse response) {
  return complete ? response : fresh_each_time(std::move(response));
}

HttpResponse redirection(std::string target) {
  HttpResponse response{302, {}};
  response.headers.emplace_back("Location", std::move(target));
  return response;
}

void add_link(HttpResponse& response, const std::string& target, std::string_view relation) {
  response.headers.emplace_back("Link", fmt::format("<{}>; rel=\"{}\"", target, relation));
}

}  // namespace hemero
