#include "query/routes/article_routes.h"

#include <algorithm>
#include <array>
#include <span>

#include "query/routes/api_routes.h"
#include "query/routes/routes.h"
#include "query/serve/refused.h"

namespace hemero {

namespace {

/// What is at an address behind the number of an article, or at all that begin so.
struct ArticleRoute {
  std::string_view path;
  HttpResponse (*answer)(ArticleReading& reading);
  bool is_beginning = false;
};

constexpr std::array pages{
    ArticleRoute{"", read_current},
    ArticleRoute{".", read_reference, true},
    ArticleRoute{"/version/", read_version, true},
    ArticleRoute{"/versions", read_versions},
    ArticleRoute{"/versions/", read_difference, true},
    ArticleRoute{"/parutions", read_printings},
    ArticleRoute{"/semblables", read_similar},
};

constexpr std::array for_programs{
    ArticleRoute{"", read_current_json},
    ArticleRoute{"/versions", read_versions_json},
    ArticleRoute{"/versions/", read_version_json, true},
    ArticleRoute{"/printings", read_printings_json},
    ArticleRoute{"/similar", read_similar_json},
};

HttpResponse answer_by(std::span<const ArticleRoute> routes, PageReading& reading) {
  const std::size_t digits = std::min(reading.rest.find_first_not_of("0123456789"), reading.rest.size());
  const auto number = whole_number(reading.rest.substr(0, digits));
  const std::string_view path = reading.rest.substr(digits);
  const auto route = std::ranges::find_if(routes, [path](const ArticleRoute& each) {
    return each.is_beginning ? path.starts_with(each.path) : path == each.path;
  });
  if (!number || route == routes.end()) return refused(reading.request, {404});
  auto found = find_article(reading, ArticleId(*number));
  if (const auto* refusal = std::get_if<Refusal>(&found)) return refused(reading.request, *refusal);
  ArticleReading article{reading, std::get<StoredArticle>(std::move(found)), path.substr(route->path.size())};
  return route->answer(article);
}

}  // namespace

HttpResponse read_article(PageReading& reading) { return answer_by(pages, reading); }

HttpResponse read_article_json(PageReading& reading) {
  constexpr std::string_view beginning = "/api/v1/articles/";
  reading.rest = reading.request.path().substr(beginning.size());
  return answer_by(for_programs, reading);
}

}  // namespace hemero
