#include <algorithm>

#include <fmt/format.h>

#include "common/base/message.h"
#include "query/answer/hit_reader.h"
#include "query/match/copies.h"
#include "query/pages/article_page.h"
#include "query/pages/version_pages.h"
#include "query/render/render.h"
#include "query/render/versions.h"
#include "query/routes/article_routes.h"
#include "query/routes/routes.h"
#include "query/serve/refused.h"

namespace hemero {

namespace {

constexpr std::size_t most_compared = 50;  ///< versions of one article, in the list of them

HttpResponse no_version(const ArticleReading& reading, std::size_t count) {
  return refused(reading.reading.request, {404, message("There is no such version: the article has {}.", count)});
}

/// A version in full: the one of the article that is shown.
HttpResponse page_of(const ArticleReading& reading, StoredArticle shown) {
  ArchiveReader& archive = reading.archive();
  ShownArticle article;
  article.query = reading.reading.page.asked.request.text;
  article.marks = reading.marks_in(shown.article);
  article.versions = archive.versions(shown.id);
  article.dossiers = reading.reading.dossier_names();
  article.printings = printings_of(reading.stored.version, archive);
  article.hit = hit_of(std::move(shown), archive.articles());
  HttpResponse response = html(article_page(reading.place(article.hit.article), article));
  const std::string path = article_path(article.hit.id);
  add_link(response, path, article.is_current() ? "canonical" : "latest-version");  // RFC 6596, RFC 5829
  add_link(response, path + "/versions", "version-history");
  return response;
}

/// The version of a number, from 1; nothing where there is none.
std::optional<StoredArticle> numbered(const ArticleReading& reading, const std::vector<StoredVersion>& versions,
                                      std::optional<std::uint32_t> number) {
  if (!number || *number < 1 || *number > versions.size()) return std::nullopt;
  return reading.archive().articles().version(versions[*number - 1].id);
}

struct Difference {
  ComparedVersions versions;
  StoredArticle after;
};

/// What "1..2" asks for; nothing where there are no such versions.
std::optional<Difference> difference(const ArticleReading& reading, const std::vector<StoredVersion>& versions) {
  const std::size_t dots = std::min(reading.rest.find(".."), reading.rest.size());
  const auto from = whole_number(reading.rest.substr(0, dots));
  const auto to = whole_number(reading.rest.substr(std::min(dots + 2, reading.rest.size())));
  const auto before = numbered(reading, versions, from);
  auto after = numbered(reading, versions, to);
  if (!before || !after) return std::nullopt;
  auto lines = sentence_diff(before->article, after->article);
  return Difference{{*from, *to, versions.size(), std::move(lines)}, *std::move(after)};
}

}  // namespace

HttpResponse read_current(ArticleReading& reading) { return page_of(reading, reading.stored); }

HttpResponse read_version(ArticleReading& reading) {
  const auto versions = reading.archive().versions(reading.stored.id);
  auto version = numbered(reading, versions, whole_number(reading.rest));
  return version ? page_of(reading, *std::move(version)) : no_version(reading, versions.size());
}

HttpResponse read_versions(ArticleReading& reading) {
  const auto versions = reading.archive().versions(reading.stored.id);
  std::vector<ListedVersion> listed;
  std::optional<StoredArticle> newer;
  for (std::size_t i = versions.size(); i-- > 0;) {
    auto stored = listed.size() <= most_compared ? reading.archive().articles().version(versions[i].id) : std::nullopt;
    if (stored && newer) listed.back().changes = count_changes(sentence_diff(stored->article, newer->article));
    listed.push_back({i + 1, versions[i], {}});
    newer = std::move(stored);
  }
  return html(versions_page(reading.place(reading.stored.article), listed));
}

HttpResponse read_difference(ArticleReading& reading) {
  const auto versions = reading.archive().versions(reading.stored.id);
  const auto found = difference(reading, versions);
  if (!found) return no_version(reading, versions.size());
  return html(difference_page(reading.place(found->after.article), found->versions));
}

HttpResponse read_current_json(ArticleReading& reading) {
  std::optional<MarkedQuery> query;
  if (auto marks = reading.marks_in(reading.stored.article))
    query = {reading.reading.page.asked.request.text, *std::move(marks)};
  return json(render_article_json(reading.stored, query));
}

HttpResponse read_versions_json(ArticleReading& reading) {
  return json(render_versions_json(static_cast<std::uint32_t>(reading.stored.id),
                                   reading.archive().versions(reading.stored.id)));
}

/// One version by its number, or what differs between two: "2", "1..2".
HttpResponse read_version_json(ArticleReading& reading) {
  const auto versions = reading.archive().versions(reading.stored.id);
  if (const auto version = numbered(reading, versions, whole_number(reading.rest)))
    return json(render_article_json(*version));
  const auto found = difference(reading, versions);
  if (!found) return no_version(reading, versions.size());
  const ComparedVersions& compared = found->versions;
  return json(
      render_diff_json(static_cast<std::uint32_t>(reading.stored.id), compared.from, compared.to, compared.lines));
}

}  // namespace hemero
