#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/model/page.h"
#include "common/store/catalogue/stored_article.h"
#include "query/passages/article_marks.h"
#include "query/render/columns.h"

namespace hemero {

/// How text output is laid out.
struct TextStyle {
  std::size_t columns = 80;  ///< of what is read as lines of a text
  std::size_t widest = 80;   ///< of tables
  bool colour = false;       ///< highlights by colour; without it, as **word**
  bool links = false;        ///< addresses by OSC 8, which the terminal must know
};

/// The page as one JSON object (docs/json-output.md), without a line feed. Offsets count code points. Hits have all
/// that is known of them, or these columns alone.
std::string render_json(const Page& page, const Columns& columns = {});

/// One hit as one JSON object: what the object above has in "hits".
std::string render_json(const Hit& hit, const Columns& columns = {});

/// The page for people: rank, title, where and when, snippets, wrapped to the terminal.
std::string render_text(const Page& page, const TextStyle& style);

/// The places of a query in an article, which are numbered from 1, those of the title first.
struct MarkedQuery {
  std::string text;  ///< as typed
  ArticleMarks marks;
};

/// One article as JSON, with all of its zones, and the places of a query.
std::string render_article_json(const StoredArticle& stored, const std::optional<MarkedQuery>& query = {});

/// One article for people, the places of a query highlighted, with their numbers behind them.
std::string render_article_text(const StoredArticle& stored, const TextStyle& style,
                                const std::optional<MarkedQuery>& query = {});

/// The articles with the same text as one, the first published first, as JSON (docs/json-output.md), and for people, a
/// line each.
std::string render_printings_json(ArticleId article, const std::vector<Hit>& printings);
std::string render_printings_text(const std::vector<Hit>& printings);

/// Articles similar to one, as JSON (docs/json-output.md).
std::string render_similar_json(const StoredArticle& stored, const std::vector<Hit>& hits, bool complete,
                                const Columns& columns = {});

/// The same for people.
std::string render_similar_text(const StoredArticle& stored, const std::vector<Hit>& hits, const TextStyle& style);

}  // namespace hemero
