#include "query/serve/site.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "common/base/error.h"
#include "common/base/hash.h"
#include "common/base/message.h"
#include "common/store/catalogue/catalogue_reader.h"
#include "query/answer/facets.h"
#include "query/answer/hit_reader.h"
#include "query/answer/time_limit.h"
#include "query/answer/timeline.h"
#include "query/concordance/collocates.h"
#include "query/concordance/concordance.h"
#include "query/language/typed_text.h"
#include "query/pages/article_page.h"
#include "query/pages/error_page.h"
#include "query/pages/layout.h"
#include "query/pages/plain_pages.h"
#include "query/pages/results_page.h"
#include "query/pages/word_pages.h"
#include "query/plan/reached_forms.h"
#include "query/render/facets.h"
#include "query/render/render.h"
#include "query/render/timeline.h"
#include "query/render/xml_escaped.h"
#include "query/serve/export.h"

namespace hemero {

namespace {

constexpr double seconds_to_search = 10;
constexpr std::string_view api = "/api/v1/";
constexpr std::string_view article_path = "/article/";
constexpr std::string_view api_article_path = "/api/v1/articles/";
constexpr std::size_t words_beside = 8;   ///< an occurrence, in its line
constexpr std::size_t api_values = 1000;  ///< of a facet
const std::vector<FacetField> facet_fields{FacetField::source, FacetField::year, FacetField::section,
                                           FacetField::author};

HttpResponse json(std::string body) { return {200, "application/json", std::move(body) + "\n"}; }

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

/// A page of an archive is asked for: the search, as it is answered.
SearchRequest search_of(const PageRequest& page) {
  SearchRequest request = page.asked.request;
  request.deadline = seconds_to_search;
  request.everything = asks_for_everything(request.text);
  if (request.everything && request.order == SortOrder::relevance) request.order = SortOrder::newest;
  return request;
}

std::optional<ArticleId> article_number(std::string_view text) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return ArticleId(number);
}

/// Answers with one reader.
class Reading {
 public:
  Reading(const HttpRequest& request, PooledReader& reader, const ArchiveFolder& folder)
      : path_(request.path()), page_(read_page_request(request.query())), reader_(reader), folder_(folder) {}

  HttpResponse answer() {
    if (path_ == "/recherche") return {200, "text/html; charset=utf-8", results_page(page_, results())};
    if (const ExportForm* form = export_form(path_))
      return exported(*form, search_of(page_), reader_.archive, searcher());
    if (path_ == "/concordance") return {200, "text/html; charset=utf-8", concordance()};
    if (path_ == "/voisins") return {200, "text/html; charset=utf-8", collocates()};
    if (path_ == "/aide") return {200, "text/html; charset=utf-8", help_page(articles(), page_.language)};
    if (path_ == "/etat")
      return {200, "text/html; charset=utf-8", state_page(reader_.archive.status(), articles(), page_.language)};
    if (path_ == "/courbe.svg") return {200, "image/svg+xml", render_timeline_svg(curve(), TimelineUnit::texts)};
    if (path_ == "/api/v1/search") return json(render_json(searcher().search(search_of(page_))));
    if (path_ == "/api/v1/facets") return json(render_facets_json(facets(), api_values));
    if (path_ == "/api/v1/timeline") return json(render_timeline_json(curve()));
    if (path_.starts_with(article_path)) return article(path_.substr(article_path.size()), false);
    if (path_.starts_with(api_article_path)) return article(path_.substr(api_article_path.size()), true);
    return path_.starts_with(api) ? error_json({404}) : error_page({404});
  }

 private:
  Searcher& searcher() { return reader_.searcher(page_.asked.synonyms); }
  std::uint64_t articles() const { return reader_.archive.index().versions(); }

  FacetAnswer facets() { return count_facets(facet_fields, search_of(page_), reader_.archive, searcher()); }

  Results results() {
    const SearchRequest request = search_of(page_);
    Results results{search_and_count(facet_fields, request, reader_.archive, searcher()), {}, articles()};
    if (!request.everything) results.words = reached_words(searcher().plan(request));
    return results;
  }

  std::string concordance() {
    const SearchRequest request = search_of(page_);
    const Deadline deadline(time_of(request.deadline));
    const Concordance lines(find_occurrences(request, reader_.archive, searcher(), deadline), line_order(page_),
                            reader_.archive, deadline);
    const std::vector<ConcordanceLine> shown = lines.lines((page_.page - 1) * lines_a_page, lines_a_page, words_beside);
    return concordance_page(page_, lines.totals(), shown, articles());
  }

  std::string collocates() {
    const SearchRequest request = search_of(page_);
    const Deadline deadline(time_of(request.deadline));
    return collocates_page(page_, find_collocates({}, request, reader_.archive, searcher(), deadline), articles());
  }

  TimelineAnswer curve() {
    const SearchRequest request = search_of(page_);
    return timeline({{request.text}, std::nullopt, false}, request, reader_.archive, searcher());
  }

  HttpResponse article(std::string_view name, bool as_json) {
    const auto number = article_number(name);
    const auto refuse = [as_json](const Refusal& refusal) {
      return as_json ? error_json(refusal) : error_page(refusal);
    };
    if (!number) return refuse({404});
    auto stored = reader_.archive.articles().article(*number);
    if (!stored) return refuse(reason_of_absence(*number));
    const std::string& words = page_.asked.request.text;
    std::optional<ArticleMarks> marks;
    if (!words.empty()) marks = marks_of(stored->article, searcher().plan(search_of(page_)));
    if (as_json) {
      std::optional<MarkedQuery> query;
      if (marks) query = {words, *std::move(marks)};
      return json(render_article_json(*stored, query));
    }
    ShownArticle shown{hit_of(*std::move(stored), reader_.archive.articles()), words, std::move(marks), articles(),
                       page_.language};
    return {200, "text/html; charset=utf-8", article_page(shown)};
  }

  /// That it is damaged, or was removed, when and why, or that there never was such an article.
  Refusal reason_of_absence(ArticleId number) const {
    const std::vector<Damage>& damages = reader_.archive.damages().list();
    const auto damage = std::ranges::find(damages, number, &Damage::article);
    if (damage != damages.end()) return {500, damage_text(*damage)};
    const auto removal = CatalogueReader(folder_).removal(number);
    if (!removal) return {404, message("There is no article with this number.")};
    std::string what = message("This article was removed on {}.", removal->removed.substr(0, 10));
    return {410, std::move(what), removal->reason.empty() ? message("no reason was given") : removal->reason};
  }

  std::string_view path_;
  PageRequest page_;
  PooledReader& reader_;
  const ArchiveFolder& folder_;
};

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
      "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; "
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
  return request.path().starts_with(api) ? error_json(refusal) : error_page(refusal);
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
  if (request.path() == style_path()) {
    HttpResponse style{200, "text/css; charset=utf-8", std::string(style_sheet())};
    style.headers.emplace_back("Cache-Control", "private, max-age=31536000, immutable");
    return style;
  }
  if (request.path() == "/opensearch.xml") return description(request);
  if (request.path() == "/robots.txt") return {200, "text/plain; charset=utf-8", "User-agent: *\nDisallow: /\n"};
  auto reader = readers_.lease();
  if (!reader) return request.path().starts_with(api) ? error_json({503}) : error_page({503});
  return read(request, reader->get());
}

/// The same page again has the same tag as long as the archive is as it was.
HttpResponse ArchiveSite::read(const HttpRequest& request, PooledReader& reader) {
  const Language spoken = language_of(request, read_page_request(request.query()).language);
  const LanguageScope language(spoken);
  const Hash128 hash = hash128(fmt::format("{}\n{}\n{}", reader.state, request.target, spoken == Language::french));
  const std::string tag = fmt::format("\"{:02x}\"", fmt::join(hash, ""));
  for (const std::string_view known : request.header("if-none-match"))
    if (known == tag) return HttpResponse{304, {}, {}, {{"ETag", tag}}};
  HttpResponse response = Reading(request, reader, folder_).answer();
  if (response.status == 200) {
    response.headers.emplace_back("ETag", tag);
    response.headers.emplace_back("Vary", "Accept-Language");
  }
  return response;
}

}  // namespace hemero
