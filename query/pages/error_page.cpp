#include "query/pages/error_page.h"

#include "common/base/json_writer.h"
#include "common/base/message.h"
#include "query/pages/layout.h"

namespace hemero {

namespace {

/// What a status says where nothing more is known, and what can be done.
Refusal explained(Refusal refusal) {
  const auto say = [&](std::string what, std::string hint) {
    if (refusal.what.empty()) refusal.what = std::move(what);
    if (refusal.hint.empty()) refusal.hint = std::move(hint);
  };
  switch (refusal.status) {
    case 400:
      say(message("This address asks for nothing that there is."), message("go back, or search anew"));
      break;
    case 401:
      say(message("Only who has the key may read here."),
          message("open the address that “hemero-query serve” printed: it has the key"));
      break;
    case 403:
      say(message("Nothing can be kept from here."), message("go back to the page, load it anew and send it again"));
      break;
    case 404:
      say(message("There is no such page."), message("search for it"));
      break;
    case 405:
      say(message("Nothing can be changed here."), {});
      break;
    case 413:
      say(message("This is too long to be kept."), message("go back, and shorten it"));
      break;
    case 421:
      say(message("This server does not answer under that name."),
          message("open it by the address that “hemero-query serve” printed"));
      break;
    case 503:
      say(message("Too many people are searching at this moment."), message("try again in a few seconds"));
      break;
    default:
      say(message("This page cannot be shown."), {});
  }
  return refusal;
}

HttpResponse response_of(const Refusal& refusal, std::string type, std::string body) {
  HttpResponse response{refusal.status, std::move(type), std::move(body)};
  if (refusal.status == 503) response.headers.emplace_back("Retry-After", "2");
  if (refusal.status == 401) response.headers.emplace_back("WWW-Authenticate", "Bearer");
  return response;
}

}  // namespace

HttpResponse error_page(const Refusal& refusal) {
  const Refusal told = explained(refusal);
  Html html;
  html.open("html", {{"lang", language() == Language::french ? "fr" : "en"}}).open("head");
  html.single("meta", {{"charset", "utf-8"}});
  html.single("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
  html.element("title", told.what);
  add_page_files(html);
  html.close().open("body").open("main", {{"class", "refusal"}});
  html.element("h1", told.what);
  if (!told.hint.empty()) html.element("p", told.hint);
  const bool may_go_on = told.status != 401 && told.status != 421;
  if (may_go_on) html.open("p").element("a", {{"href", "/"}}, "Hemero").close();
  html.close();
  if (may_go_on) html.open("footer").element("a", {{"href", "/accessibilite"}}, message("Accessibility")).close();
  html.close().close();
  return response_of(told, "text/html; charset=utf-8", html.document());
}

HttpResponse error_json(const Refusal& refusal) {
  const Refusal told = explained(refusal);
  std::string out;
  JsonWriter json(out);
  json.begin_object().member("type", "about:blank").member("title", told.what);
  json.member("status", std::uint64_t{told.status});
  if (!told.hint.empty()) json.member("hint", told.hint);
  json.end_object();
  return response_of(told, "application/problem+json", out + "\n");
}

}  // namespace hemero
