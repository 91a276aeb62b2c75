#include "query/markup/error_page.h"

#include "common/base/json_writer.h"
#include "common/base/message.h"
#include "query/markup/layout.h"
#include "query/markup/problems.h"

namespace hemero {

namespace {

/// What its kind says where nothing more is known.
Refusal explained(Refusal refusal) {
  const ProblemKind& kind = problem_kind(refusal.kind, refusal.status);
  if (refusal.what.empty()) refusal.what = kind.title();
  if (refusal.hint.empty()) refusal.hint = kind.hint();
  return refusal;
}

HttpResponse response_of(const Refusal& refusal, std::string type, std::string body) {
  HttpResponse response{refusal.status, std::move(type), std::move(body)};
  if (refusal.status == 503) response.headers.emplace_back("Retry-After", "2");
  if (!refusal.start.empty()) response.headers.emplace_back("Link", "<" + refusal.start + ">; rel=\"first\"");
  if (refusal.status == 405) response.headers.emplace_back("Allow", "GET, HEAD");
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
  const ProblemKind& kind = problem_kind(refusal.kind, refusal.status);
  const Refusal told = explained(refusal);
  std::string out;
  JsonWriter json(out);
  json.begin_object().member("type", address_of_problem(kind)).member("title", kind.title());
  json.member("status", std::uint64_t{told.status}).member("detail", told.what);
  if (!told.hint.empty()) json.member("hint", told.hint);
  if (!told.start.empty()) json.member("start", told.start);
  json.end_object();
  return response_of(told, "application/problem+json", out + "\n");
}

}  // namespace hemero
