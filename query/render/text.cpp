#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "common/base/message.h"
#include "common/base/visible.h"
#include "common/model/field.h"
#include "common/text/characters/one_line.h"
#include "common/text/characters/unicode.h"
#include "query/render/facets.h"
#include "query/render/link.h"
#include "query/render/render.h"
#include "query/render/totals.h"
#include "query/render/wrapping.h"

namespace hemero {

namespace {

constexpr std::string_view margin = "    ";

/// "2021-08-11 · Le Courrier · Monde · Claire Vasseur", as far as it is known.
std::string where_and_when(const Article& article) {
  std::string line;
  const auto add = [&line](const std::string& part) {
    if (part.empty()) return;
    if (!line.empty()) line += " · ";
    line += part;
  };
  if (article.date) add(to_iso(*article.date).substr(0, 10));
  add(article.source);
  add(article.section);
  add(fmt::format("{}", fmt::join(article.authors, ", ")));
  return one_line(line);
}

/// What is told of an article and has no place of its own at its head, a line each.
std::string other_fields(const Article& article) {
  constexpr std::array placed{"title", "date", "source", "section", "authors", "url", "ocr_confidence", "keywords"};
  std::string lines;
  for (const ArticleField& field : article_fields) {
    if (field.label == nullptr || std::find(placed.begin(), placed.end(), field.name) != placed.end()) continue;
    if (const std::string text = field_text(article, field); !text.empty())
      lines += message("{}: {}", translated(field.label), one_line(text)) + "\n";
  }
  return lines;
}

/// "and 22 other printings, the first: [7] 2021-08-11 · Le Courrier".
std::string other_printings(const Hit& hit) {
  const std::uint64_t others = hit.copies->others();
  const std::string count =
      others == 1 ? message("and 1 other printing") : message("and {} other printings", number_text(others));
  if (hit.copies->earliest == hit.id) return message("{}; this is the first", count);
  Article earliest;
  earliest.date = hit.copies->date;
  earliest.source = hit.copies->source;
  const std::string number = fmt::format("[{}]", static_cast<std::uint32_t>(hit.copies->earliest));
  const std::string where = where_and_when(earliest);
  return message("{}, the first: {}", count, where.empty() ? number : number + " " + where);
}

std::string explained(const ScoreParts& parts, double score) {
  const auto text = [](double part) { return number_text(part, 2); };
  return message("score {} = ({} words + {} exact + {} order + {} early + {} all + {} date) × {} age", text(score),
                 text(parts.terms), text(parts.exact), text(parts.order), text(parts.early), text(parts.coverage),
                 text(parts.dated), text(parts.recency));
}

/// "[42] 2021-08-11 · Le Courrier", or the key where nothing else is known.
std::string number_and_where(ArticleId id, const Article& article) {
  const std::string where = where_and_when(article);
  return fmt::format("[{}] {}", static_cast<std::uint32_t>(id), where.empty() ? one_line(article.key) : where);
}

/// The text, its end cut off where it is wider than `room`.
std::string shortened(const std::string& text, std::size_t room) {
  if (display_width(text) <= room) return text;
  std::size_t end = 0;
  for (std::size_t width = 0; width < room;) {
    const std::size_t size = code_point_at(text, end).size;
    width += display_width(std::string_view(text).substr(end, size));
    if (width < room) end += size;
  }
  return text.substr(0, end) + "…";
}

/// A line with the article's address, else its file; empty without either. It is not broken, so that it can be copied;
/// where the terminal knows links (OSC 8) it leads there, and takes no more room than there is.
std::string place_line(const Article& article, const TextStyle& style, std::size_t room) {
  const std::string place = visible(article.url.empty() ? article.path : article.url);
  if (place.empty()) return place;
  const auto link = style.links ? link_to(article) : std::nullopt;
  return (link ? fmt::format("\x1b]8;;{}\x1b\\{}\x1b]8;;\x1b\\", *link, shortened(place, room)) : place) + "\n";
}

/// The text with the number of each place behind it, the places where they stand then.
std::pair<std::string, std::vector<Range>> numbered(const std::string& text, const std::vector<Range>& places,
                                                    std::size_t& number) {
  std::string out;
  std::vector<Range> moved;
  std::size_t at = 0;
  for (const Range& place : places) {
    out += text.substr(at, place.begin - at);
    const auto begin = static_cast<std::uint32_t>(out.size());
    out += text.substr(place.begin, place.end - place.begin);
    moved.push_back({begin, static_cast<std::uint32_t>(out.size())});
    out += fmt::format("[{}]", ++number);
    at = place.end;
  }
  return {out + text.substr(at), std::move(moved)};
}

std::string render_hit(const Hit& hit, const TextStyle& style) {
  const std::string title = hit.article.title.empty() ? message("(no title)") : one_line(hit.article.title);
  std::string text = wrapped({title, hit.title_highlights}, style, fmt::format("{:>2}. ", hit.rank), margin);
  text += wrapped(number_and_where(hit.id, hit.article), style, margin);
  const std::string place = place_line(hit.article, style, style.columns - margin.size());
  if (!place.empty()) text += std::string(margin) + place;
  if (!hit.missing.empty())
    text += wrapped(message("without: {}", one_line(fmt::format("{}", fmt::join(hit.missing, ", ")))), style, margin);
  if (hit.copies) text += wrapped(other_printings(hit), style, margin);
  if (hit.parts) text += wrapped(explained(*hit.parts, hit.score), style, margin);
  for (const Snippet& snippet : hit.snippets) {
    // Several passages are told apart by a dash.
    const std::string first_indent(hit.snippets.size() > 1 ? "  – " : margin);
    std::string shown = (snippet.starts_mid ? "… " : "") + one_line(snippet.text) + (snippet.ends_mid ? " …" : "");
    std::vector<Range> highlights = snippet.highlights;
    const auto shift = static_cast<std::uint32_t>(snippet.starts_mid ? std::string_view("… ").size() : 0);
    for (Range& range : highlights) range = {range.begin + shift, range.end + shift};
    text += wrapped({shown, highlights}, style, first_indent, margin);
  }
  return text + "\n";
}

/// What is said of words that no article has.
std::string no_article(const Page& page) {
  if (page.tells_why_nothing) return {};
  if (!page.complete) return message("No article was found in that time.") + "\n";
  if (page.restrictions.empty()) return message("No article has all of these words.") + "\n";
  return message("No article with {} has all of these words.", page.restrictions) + "\n";
}

/// The number of articles; when there is none, how many there would be with one thing of the query changed.
std::string summary(const Page& page) {
  if (page.total > 0) return totals_text(page.total, page.exact, page.texts) + "\n";
  std::string text = no_article(page);
  for (const Relaxation& relaxation : page.relaxations)
    text += std::string(margin) +
            message("{}: {}", relaxation.change, totals_text(relaxation.total, relaxation.exact, std::nullopt)) + "\n";
  return text;
}

}  // namespace

std::string render_text(const Page& page, const TextStyle& style) {
  std::string text;
  for (const std::string& notice : page.notices) text += message("Note: {}", notice) + "\n";
  if (page.suggestion) text += message("Did you mean: {}", *page.suggestion) + "\n";
  text += summary(page) + "\n";
  if (page.total == 0 && !page.hits.empty()) text += message("The best of those with some of them:") + "\n\n";
  for (const Hit& hit : page.hits) text += render_hit(hit, style);
  if (!page.facets.empty())
    text += rule(style) + render_facets_text(page.facets, usual_facet_values, "hemero-query facets");
  return text;
}

std::string render_printings_text(const std::vector<Hit>& printings) {
  if (printings.empty()) return message("No other article of this archive has this text.") + "\n";
  std::string text;
  for (const Hit& hit : printings)
    text += fmt::format("{}  {}\n", number_and_where(hit.id, hit.article), one_line(hit.article.title));
  return text;
}

std::string render_similar_text(const StoredArticle& stored, const std::vector<Hit>& hits, const TextStyle& style) {
  const std::string title = one_line(stored.article.title);
  if (hits.empty()) return message("No article is similar to “{}”.", title) + "\n";
  std::string text = message("Similar to “{}”:", title) + "\n\n";
  for (const Hit& hit : hits) text += render_hit(hit, style);
  return text;
}

std::string render_article_text(const StoredArticle& stored, const TextStyle& style,
                                const std::optional<MarkedQuery>& query) {
  const Article& article = stored.article;
  std::size_t number = 0;
  const auto paragraph = [&](std::string_view printed, const std::vector<Range>& marks = {}) {
    const auto [text, ranges] = numbered(one_line(printed), marks, number);
    return wrapped({text, ranges}, style, "", "");
  };
  const bool marks_title = query && !article.title.empty();
  std::string text = paragraph(article.title.empty() ? message("(no title)") : article.title,
                               marks_title ? query->marks.title : std::vector<Range>());
  text += paragraph(number_and_where(stored.id, article));
  if (!article.url.empty()) text += place_line(article, style, article.url.size());
  if (article.key != article.url) text += message("key: {}", article.key) + "\n";
  if (!article.path.empty()) text += message("file: {}", article.path) + "\n";
  if (article.ocr_confidence)
    text += message("read by a machine, {:.0f} % sure of its words", *article.ocr_confidence * 100) + "\n";
  text += other_fields(article);
  if (query) text += message("places of “{}”: {}", query->text, number_text(query->marks.count())) + "\n";
  for (std::size_t i = 0; i < article.zones.size(); ++i) {
    const Zone& zone = article.zones[i];
    if (zone.kind == ZoneKind::debris) continue;
    text += "\n" + paragraph(article.zone_text(zone), query ? query->marks.zones[i] : std::vector<Range>());
  }
  return text;
}

}  // namespace hemero
