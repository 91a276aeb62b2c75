#include <array>

#include "common/base/json_writer.h"
#include "common/model/article_json.h"
#include "common/text/characters/one_line.h"
#include "common/text/characters/unicode.h"
#include "query/render/facets.h"
#include "query/render/render.h"

namespace hemero {

namespace {

/// Byte ranges of a text as ranges of code points.
void write_ranges(JsonWriter& json, std::string_view text, const std::vector<Range>& ranges) {
  json.begin_array();
  for (const Range& range : ranges) {
    const std::size_t begin = code_point_count(text.substr(0, range.begin));
    const std::size_t length = code_point_count(text.substr(range.begin, range.end - range.begin));
    json.begin_array().value(std::uint64_t{begin}).value(std::uint64_t{begin + length}).end_array();
  }
  json.end_array();
}

/// What hits tell beside their titles, in this order.
constexpr std::array told_of_hits{&article_field("date"),    &article_field("source"), &article_field("section"),
                                  &article_field("authors"), &article_field("url"),    &article_field("path")};

void write_told(JsonWriter& json, const Article& article) {
  for (const ArticleField* field : told_of_hits) write_field(json, article, *field);
}

void write_snippet(JsonWriter& json, const Snippet& snippet) {
  json.begin_object().member("text", snippet.text).key("highlights");
  write_ranges(json, snippet.text, snippet.highlights);
  json.member("starts_mid", snippet.starts_mid).member("ends_mid", snippet.ends_mid).end_object();
}

/// A stretch of a title or of a zone, by its number.
void write_places(JsonWriter& json, std::string_view text, const std::vector<Range>& ranges,
                  std::optional<std::size_t> zone, std::uint64_t& number) {
  for (const Range& range : ranges) {
    const std::string_view marked = text.substr(range.begin, range.end - range.begin);
    const std::uint64_t begin = code_point_count(text.substr(0, range.begin));
    json.begin_object().member("number", ++number).key("zone");
    zone ? json.value(std::uint64_t{*zone}) : json.null();
    json.member("begin", begin).member("end", begin + code_point_count(marked)).member("text", marked).end_object();
  }
}

void write_marks(JsonWriter& json, const Article& article, const MarkedQuery& query) {
  std::uint64_t number = 0;
  json.member("query", query.text).key("matches").begin_array();
  write_places(json, article.title, query.marks.title, std::nullopt, number);
  for (std::size_t zone = 0; zone < article.zones.size(); ++zone)
    write_places(json, article.zone_text(article.zones[zone]), query.marks.zones[zone], zone, number);
  json.end_array();
}

void write_total(JsonWriter& json, std::uint64_t total, bool exact) {
  json.key("total").begin_object().member("value", total).member("exact", exact).end_object();
}

void write_relaxations(JsonWriter& json, const std::vector<Relaxation>& relaxations) {
  json.key("relaxations").begin_array();
  for (const Relaxation& relaxation : relaxations) {
    json.begin_object().member("change", relaxation.change).member("query", relaxation.query);
    write_total(json, relaxation.total, relaxation.exact);
    json.end_object();
  }
  json.end_array();
}

void write_texts(JsonWriter& json, const std::optional<DistinctTexts>& texts) {
  json.key("texts");
  if (texts)
    json.begin_object().member("value", texts->count).member("exact", texts->exact).end_object();
  else
    json.null();
}

/// The other articles with the hit's text.
void write_copies(JsonWriter& json, const std::optional<Copies>& copies) {
  json.key("copies");
  if (!copies) {
    json.null();
    return;
  }
  json.begin_object().member("count", copies->count).key("earliest").begin_object();
  json.member("id", static_cast<std::uint64_t>(copies->earliest)).key("date");
  copies->date ? json.value(to_iso(*copies->date)) : json.null();
  json.member("source", copies->source).end_object().end_object();
}

void write_parts(JsonWriter& json, const ScoreParts& parts) {
  json.key("score_parts").begin_object().key("terms").value(parts.terms, 4).key("exact").value(parts.exact, 4);
  json.key("order").value(parts.order, 4).key("early").value(parts.early, 4);
  json.key("coverage")
      .value(parts.coverage, 4)
      .key("dated")
      .value(parts.dated, 4)
      .key("recency")
      .value(parts.recency, 4)
      .end_object();
}

void write_whole(JsonWriter& json, const Hit& hit) {
  const std::string title = one_line(hit.article.title);
  json.begin_object().member("rank", hit.rank).member("id", static_cast<std::uint64_t>(hit.id));
  json.member("key", hit.article.key).key("score").value(hit.score, 4).member("partial", hit.partial);
  json.member("missing", hit.missing);
  if (hit.parts) write_parts(json, *hit.parts);
  json.member("title", title).key("title_highlights");
  write_ranges(json, title, hit.title_highlights);
  write_told(json, hit.article);
  json.key("snippets").begin_array();
  for (const Snippet& snippet : hit.snippets) write_snippet(json, snippet);
  json.end_array();
  write_copies(json, hit.copies);
  json.end_object();
}

void write_hit(JsonWriter& json, const Hit& hit, const Columns& columns) {
  if (columns.empty())
    write_whole(json, hit);
  else
    write_object(json, hit, columns);
}

}  // namespace

std::string render_json(const Hit& hit, const Columns& columns) {
  std::string out;
  JsonWriter json(out);
  write_hit(json, hit, columns);
  return out;
}

std::string render_json(const Page& page, const Columns& columns) {
  std::string out;
  JsonWriter json(out);
  json.begin_object().member("version", 1).key("query").begin_object();
  json.member("text", page.query).member("match", page.match).member("tree", page.tree);
  json.member("notices", page.notices).end_object();
  json.member("complete", page.complete);
  write_total(json, page.total, page.exact);
  write_texts(json, page.texts);
  json.key("partial_from");
  page.partial_from ? json.value(*page.partial_from) : json.null();
  json.key("took_ms").value(page.took_ms, 3).key("suggestion");
  page.suggestion ? json.value(*page.suggestion) : json.null();
  write_relaxations(json, page.relaxations);
  json.key("hits").begin_array();
  for (const Hit& hit : page.hits) write_hit(json, hit, columns);
  json.end_array();
  if (!page.facets.empty()) {
    json.key("facets");
    write_facets(json, page.facets, usual_facet_values);
  }
  json.end_object();
  return out;
}

std::string render_printings_json(ArticleId article, const std::vector<Hit>& printings) {
  std::string out;
  JsonWriter json(out);
  json.begin_object().member("version", 1).member("id", static_cast<std::uint64_t>(article));
  json.key("printings").begin_array();
  for (const Hit& hit : printings) {
    json.begin_object().member("id", static_cast<std::uint64_t>(hit.id)).member("key", hit.article.key);
    json.member("title", one_line(hit.article.title));
    write_told(json, hit.article);
    json.end_object();
  }
  json.end_array().end_object();
  return out;
}

std::string render_similar_json(const StoredArticle& stored, const std::vector<Hit>& hits, bool complete,
                                const Columns& columns) {
  std::string out;
  JsonWriter json(out);
  json.begin_object().member("version", 1).member("id", static_cast<std::uint64_t>(stored.id));
  json.member("key", stored.article.key).member("title", one_line(stored.article.title));
  json.member("complete", complete).key("hits").begin_array();
  for (const Hit& hit : hits) write_hit(json, hit, columns);
  json.end_array().end_object();
  return out;
}

std::string render_article_json(const StoredArticle& stored, const std::optional<MarkedQuery>& query) {
  std::string out;
  JsonWriter json(out);
  const Article& article = stored.article;
  json.begin_object().member("version", 1).member("id", static_cast<std::uint64_t>(stored.id));
  json.member("key", article.key).member("title", one_line(article.title));
  write_told(json, article);
  write_field(json, article, article_field("keywords"));
  write_fields_but(json, article,
                   {"title", "date", "date_text", "source", "section", "authors", "url", "path", "keywords"});
  write_zones(json, article);
  if (query) write_marks(json, article, *query);
  json.end_object();
  return out;
}

}  // namespace hemero
