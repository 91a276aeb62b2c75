#include "query/routes/api_routes.h"

#include <algorithm>

#include "common/base/error.h"
#include "common/base/message.h"
#include "query/request/shown_parameters.h"

namespace hemero {

namespace {

using Search = ApiRoute::Search;

std::vector<ApiRoute> make_routes() {
  return {
      {"/api/v1/search",
       read_search_json,
       [] { return message("find articles"); },
       Search::articles,
       {"sort", "copies", "snippets", "limit", "cursor"},
       "Search",
       "q=gr%C3%A8ve&limit=2"},
      {"/api/v1/facets",
       read_facets_json,
       [] { return message("count the articles that match by source, year, section, author …"); },
       Search::articles,
       {"fields", "limit"},
       "Facets",
       "q=gr%C3%A8ve&fields=source"},
      {"/api/v1/timeline",
       read_timeline_json,
       [] { return message("tell how much was published about something over time"); },
       Search::articles,
       {"step", "unit"},
       "Timeline",
       "q=gr%C3%A8ve&step=year"},
      {"/api/v1/concordance",
       read_concordance_json,
       [] { return message("show every occurrence in its line (concordance)"); },
       Search::articles,
       {"copies", "lines", "context", "limit", "cursor"},
       "Concordance",
       "q=gr%C3%A8ve&lines=left&limit=2"},
      {"/api/v1/collocates",
       read_collocates_json,
       [] { return message("tell the words that stand beside a query's more often than elsewhere"); },
       Search::articles,
       {"copies", "window", "within", "order", "least", "least-texts", "stop-words", "case", "limit"},
       "Collocates",
       "q=gr%C3%A8ve&least=2&least-texts=2"},
      {"/api/v1/keywords",
       read_keywords_json,
       [] { return message("tell the words that are more frequent in what a query finds than elsewhere"); },
       Search::articles,
       {"copies", "against", "least", "least-texts", "stop-words", "case", "limit"},
       "Keywords",
       "q=gr%C3%A8ve&least=2&least-texts=2"},
      {"/api/v1/dispersion",
       read_dispersion_json,
       [] { return message("tell how evenly a query's words are spread over time or sources"); },
       Search::articles,
       {"copies", "over"},
       "Dispersion",
       "q=gr%C3%A8ve&over=year"},
      {"/api/v1/report",
       read_report_json,
       [] { return message("report on a search, so that others can run it again"); },
       Search::articles,
       {},
       "Report",
       "q=gr%C3%A8ve"},
      {"/api/v1/explain",
       read_explanation_json,
       [] { return message("show how a query is understood and what its words reach"); },
       Search::words,
       {},
       "Explanation",
       "q=gr%C3%A8ve"},
      {"/api/v1/articles/{id}",
       read_article_json,
       [] { return message("show articles"); },
       Search::words,
       {},
       "Article",
       "q=le",
       "7"},
      {"/api/v1/articles/{id}/versions",
       read_article_json,
       [] { return message("list all versions of an article"); },
       Search::none,
       {},
       "Versions",
       {},
       "7"},
      {"/api/v1/articles/{id}/versions/{versions}",
       read_article_json,
       [] { return message("show a version of an article (2), or what changed between two (1..2)"); },
       Search::none,
       {},
       "Version",
       {},
       "7/1"},
      {"/api/v1/articles/{id}/printings",
       read_article_json,
       [] { return message("list the articles with the same text, the first first"); },
       Search::none,
       {},
       "Printings",
       {},
       "7"},
      {"/api/v1/articles/{id}/similar",
       read_article_json,
       [] { return message("find articles on the same subject"); },
       Search::none,
       {},
       "Similar",
       {},
       "7"},
      {"/api/v1/terms",
       read_terms_json,
       [] { return message("list the words of the archive that start so, with their counts"); },
       Search::none,
       {"prefix", "limit"},
       "Terms",
       "prefix=gr%C3%A8v"},
      {"/api/v1/sources",
       read_sources_json,
       [] { return message("list the sources, authors, sections, languages or years of the articles"); },
       Search::none,
       {"like"},
       "Values",
       "like=courrier"},
      {"/api/v1/status",
       read_status_json,
       [] { return message("say what the archive holds"); },
       Search::none,
       {},
       "Status"},
      {"/api/v1/problems/{name}",
       read_problem,
       [] { return message("tell what a kind of refusal means, as a page"); },
       Search::none,
       {},
       {},
       {},
       "old-cursor"},
      {"/api/v1/openapi.json",
       read_description,
       [] { return message("describe all of this for programs (OpenAPI)"); },
       Search::none,
       {},
       "Description"},
  };
}

/// The next step of a path, which is taken off.
std::string_view take_step(std::string_view& path) {
  const std::size_t end = std::min(path.find('/', 1), path.size());
  const std::string_view step = path.substr(0, end);
  path.remove_prefix(end);
  return step;
}

/// True where a path has some step for each that stands in {…}, and else is the same; the first of these is `step`.
bool is_at(std::string_view path, std::string_view wanted, std::string_view& step) {
  std::string_view found;
  while (!wanted.empty()) {
    const std::string_view here = take_step(path);
    const std::string_view there = take_step(wanted);
    if (!there.starts_with("/{") ? here != there : here.size() < 2) return false;
    if (there.starts_with("/{") && found.empty()) found = here.substr(1);
  }
  if (!path.empty()) return false;
  step = found;
  return true;
}

}  // namespace

const std::vector<ApiRoute>& api_routes() {
  static const std::vector<ApiRoute> routes = make_routes();
  return routes;
}

const ApiRoute* api_route_of(std::string_view path, std::string_view& step) {
  const auto found = std::ranges::find_if(api_routes(), [&](const auto& each) { return is_at(path, each.path, step); });
  return found == api_routes().end() ? nullptr : &*found;
}

std::vector<Parameter> parameters_of(const ApiRoute& route) {
  std::vector<Parameter> found;
  if (route.search != Search::none) found = search_parameters();
  if (route.search == Search::words) found.erase(std::ranges::find(found, "from", &Parameter::name), found.end());
  for (const std::string_view name : route.shown) found.push_back(*shown_parameter(name));
  found.push_back(*shown_parameter("lang"));
  return found;
}

PageRequest read_api_request(std::string_view query, const ApiRoute& route) {
  const std::vector<Parameter> parameters = parameters_of(route);
  ParameterNames names;
  for (const Parameter& parameter : parameters) names.emplace_back(parameter.name);
  const AddressParameters asked = read_parameters(query);
  for (const Parameter& parameter : parameters)
    if (!parameter.repeats && std::ranges::count(asked, parameter.name, &AddressParameters::value_type::first) > 1)
      throw Error(ErrorCode::bad_data, message("“{}” is asked for twice", parameter.name));
  return read_request(query, names);
}

}  // namespace hemero
