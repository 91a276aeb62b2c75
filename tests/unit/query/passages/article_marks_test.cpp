#include "query/passages/article_marks.h"

#include <algorithm>

#include "query/answer/searcher.h"
#include "tests/unit/query/press_archive.h"

// Every place of a query in an article.

namespace hemero {
namespace {

/// A text with its ranges between angle brackets.
std::string marked(std::string_view text, const std::vector<Range>& ranges) {
  std::string out;
  std::size_t at = 0;
  for (const Range& range : ranges) {
    out += std::string(text.substr(at, range.begin - at)) + "<" +
           std::string(text.substr(range.begin, range.end - range.begin)) + ">";
    at = range.end;
  }
  return out + std::string(text.substr(at));
}

/// The title and the zones of an article, with a stroke between them.
std::string marked(const Piece& piece, const char* query) {
  PressArchive press({piece});
  SearchRequest request;
  request.text = query;
  const Article article = press.reader().articles().article(ArticleId(1))->article;
  const ArticleMarks marks = marks_of(article, Searcher(press.reader()).plan(request));
  std::string out = marked(article.title, marks.title);
  for (std::size_t i = 0; i < article.zones.size(); ++i)
    out += "|" + marked(article.zone_text(article.zones[i]), marks.zones[i]);
  CHECK(marks.count() == static_cast<std::size_t>(std::count(out.begin(), out.end(), '<')));
  return out;
}

TEST_CASE("every place of a query is marked") {
  const Piece piece{.title = "La grève dure",
                    .text = "# Grève\nDes grèves, une grève générale à Paris.\nParis, puis Lyon.\n% Toute la grève",
                    .lead = "Grève de la SNCF à Paris."};
  const struct {
    const char* query;
    const char* marked;
    const char* reason;
  } rows[] = {
      {"grève",
       "La <grève> dure|<Grève> de la SNCF à Paris.|<Grève>|Des <grèves>, une <grève> générale à Paris.|Paris, puis "
       "Lyon.|Toute la grève",
       "in the title, the lead, headings and paragraphs, but not in debris"},
      {"\"grève générale\"",
       "La grève dure|Grève de la SNCF à Paris.|Grève|Des grèves, une <grève générale> à Paris.|Paris, puis "
       "Lyon.|Toute la grève",
       "a phrase as one"},
      {"paris PRÈS/3 lyon",
       "La grève dure|Grève de la SNCF à Paris.|Grève|Des grèves, une grève générale à Paris.|<Paris>, puis "
       "<Lyon>.|Toute la grève",
       "words near each other, only there"},
      {"titre:dure -absent",
       "La grève <dure>|Grève de la SNCF à Paris.|Grève|Des grèves, une grève générale à Paris.|Paris, puis "
       "Lyon.|Toute la grève",
       "a word that must stand in the title"},
      {"zzyzx",
       "La grève dure|Grève de la SNCF à Paris.|Grève|Des grèves, une grève générale à Paris.|Paris, puis "
       "Lyon.|Toute la grève",
       "nothing"},
  };
  for (const auto& row : rows) {
    INFO(row.reason);
    CHECK(marked(piece, row.query) == row.marked);
  }
}

TEST_CASE("no mark goes from one paragraph into the next") {
  CHECK(marked({.title = "T", .text = "Fin de grève\ngrève encore"}, "grève") == "T|Fin de <grève>|<grève> encore");
}

}  // namespace
}  // namespace hemero
