#include "query/serve/site.h"

#include <sys/stat.h>

#include <algorithm>

#include <fmt/format.h>

#include "common/base/error.h"
#include "common/base/hash.h"
#include "common/base/message.h"
#include "query/pages/error_page.h"
#include "query/pages/page_files.h"
#include "query/render/xml_escaped.h"
#include "query/serve/routes.h"

namespace hemero {

namespace {

/// Sent to another place of this server.
HttpResponse redirection(std::string target) {
  HttpResponse response{302, {}};
  response.headers.emplace_back("Location", std::move(target));
  return response;
}

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
  if (route == nullptr) return is_for_programs(path) ? error_json({404}) : error_page({404});
  reading.rest = path.substr(route->path.size());
  if (reading.request.changes()) return route->change != nullptr ? route->change(reading) : error_page({405});
  return route->answer(reading);
}

/// What tells whether a file is another one than before, or was written since.
std::string stamp_of(const std::filesystem::path& file) {
  struct stat status {};
  if (::stat(file.c_str(), &status) != 0) return {};
  return fmt::format("{} {}.{} {}", status.st_ino, status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_size);
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
                      "</OpenSearchDescription>\n",
                      xml_escaped(message("Search the press archive")), at, at)};
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
  const bool is_kept =
      std::ranges::any_of(response.headers, [](const auto& each) { return each.first == "Cache-Control"; });
  if (!is_kept) response.headers.emplace_back("Cache-Control", "private, no-cache");
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
  return is_for_programs(request.path()) ? error_json(refusal) : error_page(refusal);
}

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
  auto reader = readers_.lease();
  if (!reader) return is_for_programs(request.path()) ? error_json({503}) : error_page({503});
  return read(request, *reader);
}

/// The same page again has the same tag as long as the archive is as it was, and what its reader keeps.
HttpResponse ArchiveSite::read(const HttpRequest& request, ReaderPool::Lease& lease) {
  PageReading reading{request, lease, lease.get(), folder_, read_page_request(request.query())};
  const Language spoken = language_of(request, reading.page.language);
  const LanguageScope language(spoken);
  if (access_.lets_keep()) reading.user_data = kept_.of(request);
  const Hash128 hash = hash128(fmt::format("{}\n{}\n{}\n{}", reading.reader.state, stamp_of(reading.user_data),
                                           request.target, spoken == Language::french));
  const std::string tag = fmt::format("\"{:02x}\"", fmt::join(hash, ""));
  for (const std::string_view known : request.header("if-none-match"))
    if (known == tag) return HttpResponse{304, {}, {}, {{"ETag", tag}}};
  HttpResponse response = answer_of(reading);
  if (response.status == 200) {
    response.headers.emplace_back("ETag", tag);
    response.headers.emplace_back("Vary", "Accept-Language");
  }
  return response;
}

}  // namespace hemero
