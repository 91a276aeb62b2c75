#include "query/routes/site.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/command/program.h"
#include "query/markup/page_files.h"
#include "query/render/xml_escaped.h"
#include "query/routes/api_routes.h"
#include "query/routes/routes.h"
#include "query/serve/entity_tag.h"
#include "query/serve/refused.h"

namespace hemero {

namespace {

/// The language that a browser would rather read: French, unless it says English first.
Language preferred(const HttpRequest& request) {
  for (const std::string_view header : request.header("accept-language")) {
    const std::size_t english = header.find("en");
    const std::size_t french = header.find("fr");
    if (english < french) return Language::english;
  }
  return Language::french;
}

Language language_of(const HttpRequest& request, const std::string& asked) {
  if (asked.empty()) return preferred(request);
  return asked == "en" ? Language::english : Language::french;
}

HttpResponse answer_of(PageReading& reading) {
  const std::string_view path = reading.request.path();
  const Route* route = route_of(path);
  if (route == nullptr) return error_page({404});
  reading.rest = path.substr(route->path.size());
  if (reading.request.changes()) return route->change != nullptr ? route->change(reading) : error_page({405});
  return route->answer(reading);
}

/// What a reader is needed for. What programs ask for is searches, but for single articles.
ReaderPool::Use use_of(std::string_view path) {
  if (is_for_programs(path)) return ReaderPool::Use::search;
  const Route* route = route_of(path);
  return route != nullptr ? route->use : ReaderPool::Use::read;
}

/// How a browser searches here from its own field (OpenSearch 1.1, draft 6).
HttpResponse description(const HttpRequest& request) {
  const std::string at = "http://" + xml_escaped(request.header("host").front());
  return {200, "application/opensearchdescription+xml",
          fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                      "<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n"
                      "<ShortName>Hemero</ShortName><Description>{}</Description>\n"
                      "<Url type=\"text/html\" template=\"{}/recherche?q={{searchTerms}}\"/>\n"
                      "<Url type=\"application/atom+xml\" template=\"{}/recherche.atom?q={{searchTerms}}\"/>\n"
                      "<Url type=\"application/x-suggestions+json\" "
                      "template=\"{}/suggestions?q={{searchTerms}}\"/>\n"
                      "</OpenSearchDescription>\n",
                      xml_escaped(message("Search the press archive")), at, at, at)};
}

/// Whether it says itself how long it may be kept.
bool is_kept_otherwise(const HttpResponse& response) {
  return std::ranges::any_of(response.headers, [](const auto& each) { return each.first == "Cache-Control"; });
}

/// What a browser may do with whatever it gets from here: nothing but show it.
void add_safeguards(HttpResponse& response) {
  constexpr std::string_view policy =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri "
      "'none'; "
      "frame-ancestors 'none'";
  response.headers.emplace_back("Content-Security-Policy", policy);
  response.headers.emplace_back("X-Content-Type-Options", "nosniff");
  response.headers.emplace_back("Referrer-Policy", "no-referrer");
  response.headers.emplace_back("Cross-Origin-Opener-Policy", "same-origin");
  response.headers.emplace_back("Cross-Origin-Resource-Policy", "same-origin");
  if (!is_kept_otherwise(response)) response.headers.emplace_back("Cache-Control", "private, no-cache");
}

/// What went wrong, as a page or for a program.
HttpResponse failure(const HttpRequest& request, const std::exception& reason) {
  const auto* error = dynamic_cast<const Error*>(&reason);
  Refusal refusal{500};
  if (error != nullptr) {
    const bool is_asked_wrongly = error->code() == ErrorCode::bad_data || error->code() == ErrorCode::usage;
    refusal = {is_asked_wrongly                     ? 400U
               : error->code() == ErrorCode::locked ? 503U
                                                    : 500U,
               error->message(), error->hint()};
  }
  return refused(request, refusal);
}

HttpResponse unchanged(const std::string& tag) { return {304, {}, {}, {{"ETag", tag}, {"Vary", "Accept-Language"}}}; }

}  // namespace

HttpResponse ArchiveSite::answer(const HttpRequest& request) {
  const LanguageScope language(preferred(request));
  HttpResponse response;
  try {
    const auto refused = access_.refusal(request);
    response = refused ? *refused : page_of(request);
  } catch (const std::exception& error) {
    response = failure(request, error);
  }
  add_safeguards(response);
  return response;
}

/// What needs no archive; else what a reader of it answers.
HttpResponse ArchiveSite::page_of(const HttpRequest& request) {
  if (request.path() == "/") return redirection("/recherche");
  if (const PageFile* file = page_file(request.path())) {
    HttpResponse response{200, std::string(file->type), std::string(file->content)};
    response.headers.emplace_back("Cache-Control", "private, max-age=31536000, immutable");
    return response;
  }
  if (request.path() == "/opensearch.xml") return description(request);
  if (request.path() == "/robots.txt") return {200, "text/plain; charset=utf-8", "User-agent: *\nDisallow: /\n"};
  auto reader = readers_.lease(use_of(request.path()));
  if (!reader) return refused(request, {503});
  return read(request, *reader);
}

/// The same again has the same tag as long as all is as it was that the answer depends on.
HttpResponse ArchiveSite::read(const HttpRequest& request, ReaderPool::Lease& lease) {
  std::string_view step;
  const ApiRoute* api = api_route_of(request.path(), step);
  if (api == nullptr && is_for_programs(request.path()))
    return error_json(
        {404, message("There is nothing at this address."), message("/api/v1/openapi.json tells what there is")});
  PageReading reading{request, lease, lease.get(), folder_,
                      api ? read_api_request(request.query(), *api) : read_page_request(request.query())};
  reading.rest = step;
  const Language spoken = language_of(request, reading.page.language);
  const LanguageScope language(spoken);
  if (access_.lets_keep()) reading.user_data = kept_.of(request);
  if (request.changes()) return api ? error_json({405}) : answer_of(reading);
  const std::string tag = entity_tag(
      fmt::format("{}\n{}\n{}\n{}", program_version(), reading.state(), request.target, spoken == Language::french));
  if (has_tag(request, tag)) return unchanged(tag);
  HttpResponse response = api ? api->answer(reading) : answer_of(reading);
  if (response.status != 200 || is_kept_otherwise(response)) return response;
  if (has_any_tag(request)) return unchanged(tag);
  response.headers.emplace_back("ETag", tag);
  response.headers.emplace_back("Vary", "Accept-Language");
  return response;
}

}  // namespace hemero
