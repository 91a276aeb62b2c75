#include <algorithm>
#include <charconv>
#include <optional>
#include <variant>

#include "common/base/message.h"
#include "common/store/catalogue/catalogue_reader.h"
#include "query/answer/hit_reader.h"
#include "query/pages/article_page.h"
#include "query/pages/error_page.h"
#include "query/render/render.h"
#include "query/serve/api_routes.h"
#include "query/serve/routes.h"

namespace hemero {

namespace {

std::optional<ArticleId> article_number(std::string_view text) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return ArticleId(number);
}

/// That it is damaged, or was removed, when and why, or that there never was such an article.
Refusal reason_of_absence(const PageReading& reading, ArticleId number) {
  const std::vector<Damage>& damages = reading.reader.archive.damages().list();
  const auto damage = std::ranges::find(damages, number, &Damage::article);
  if (damage != damages.end()) return {500, damage_text(*damage)};
  const auto removal = CatalogueReader(reading.folder).removal(number);
  if (!removal) return {404, message("There is no article with this number.")};
  std::string what = message("This article was removed on {}.", removal->removed.substr(0, 10));
  return {410, std::move(what), removal->reason.empty() ? message("no reason was given") : removal->reason};
}

/// The article whose number is the rest of the path, or why it is not to be had.
std::variant<StoredArticle, Refusal> article_of(PageReading& reading) {
  const auto number = article_number(reading.rest);
  if (!number) return Refusal{404};
  auto stored = reading.reader.archive.articles().article(*number);
  if (!stored) return reason_of_absence(reading, *number);
  return *std::move(stored);
}

/// Where the words that are asked for stand in it.
std::optional<ArticleMarks> marks_in(const Article& article, PageReading& reading) {
  if (reading.page.asked.request.text.empty()) return std::nullopt;
  return marks_of(article, reading.searcher().plan(reading.search()));
}

}  // namespace

HttpResponse read_article(PageReading& reading) {
  auto found = article_of(reading);
  if (const auto* refusal = std::get_if<Refusal>(&found)) return error_page(*refusal);
  auto& stored = std::get<StoredArticle>(found);
  std::optional<ArticleMarks> marks = marks_in(stored.article, reading);
  const ShownArticle shown{hit_of(std::move(stored), reading.reader.archive.articles()),
                           reading.page.asked.request.text,
                           std::move(marks),
                           reading.articles(),
                           reading.page.language,
                           reading.dossier_names()};
  return html(article_page(shown));
}

HttpResponse read_article_json(PageReading& reading) {
  auto found = article_of(reading);
  if (const auto* refusal = std::get_if<Refusal>(&found)) return error_json(*refusal);
  const auto& stored = std::get<StoredArticle>(found);
  std::optional<MarkedQuery> query;
  if (auto marks = marks_in(stored.article, reading)) query = {reading.page.asked.request.text, *std::move(marks)};
  return json(render_article_json(stored, query));
}

}  // namespace hemero
