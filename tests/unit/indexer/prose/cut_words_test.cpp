#include "indexer/prose/cut_words.h"

#include <string>

#include "tests/support/catch.h"

namespace hemero {
namespace {

/// "l Lead|h Heading|p Paragraph|d Debris" → an article, and back.
Article article_of(std::string_view outline) {
  Article article;
  while (!outline.empty()) {
    const std::size_t end = std::min(outline.find('|'), outline.size());
    const std::size_t kind = std::string_view("lhpd").find(outline[0]);
    append_zone(article, static_cast<ZoneKind>(kind), outline.substr(2, end - 2));
    outline.remove_prefix(std::min(end + 1, outline.size()));
  }
  return article;
}

std::string outline_of(const Article& article) {
  std::string text;
  for (const Zone& zone : article.zones)
    text += std::string(text.empty() ? "" : "|") + "lhpd"[static_cast<std::size_t>(zone.kind)] + " " +
            std::string(article.zone_text(zone));
  return text;
}

struct Row {
  const char* outline;
  const char* joined;
  const char* reason;
};

const Row rows[] = {
    {"p le gouver¬\nnement", "p le gouvernement", "a mark that means nothing else"},
    {"p le gouver¬ nement et la prési\u00AD dence", "p le gouvernement et la présidence", "… before a blank"},
    {"p le gouver¬nement", "p le gouvernement", "… whose line's end is gone"},
    {"p le gou\u00ADver\u00ADne\u00ADment", "p le gou\u00ADver\u00ADne\u00ADment",
     "soft hyphens inside of a word stay"},
    {"p celui¬ ci, a-t¬\nil", "p celui-ci, a-t-il", "a hyphen that belongs to the word"},
    {"p si A ¬ B, 12¬ mois", "p si A ¬ B, 12¬ mois", "signs that cut no word"},
    {"p le gouver-\nnement", "p le gouver-\nnement", "a hyphen stays, with the end of its line"},
    {"p le gouver-|p nement.", "p le gouver-\nnement.", "a paragraph that goes on in the next one"},
    {"p le gouver¬|p nement.", "p le gouvernement.", ""},
    {"p le gouver-|p Nement.", "p le gouver-|p Nement.", "… which a capital does not"},
    {"h Le gouver-|p nement.", "p Le gouver-\nnement.", "what looked like a heading is none"},
    {"p le gouver-|h 12|p nement.", "p le gouver-\nnement.|d 12", "a page's number in between"},
    {"p le gouver-|d — 12 —|h LE PETIT COURRIER|p nement.", "p le gouver-\nnement.|d — 12 —|d LE PETIT COURRIER",
     "a running head"},
    {"p le gouver-|p Le Petit Courrier, p. 2|p nement.", "p le gouver-\nnement.|d Le Petit Courrier, p. 2", ""},
    {"p le gouver-|p Un autre sujet.|p nement.", "p le gouver-|p Un autre sujet.|p nement.", "another paragraph"},
    {"p le gouver-\n12\nnement a", "p le gouver-\nnement a|d 12", "a page's number in the lines of a paragraph"},
    {"p le gouver-\n— 12 —|p nement a", "p le gouver-\nnement a|d — 12 —", "… or at its end"},
    {"p le gouver-|p 12\nLE PETIT COURRIER\nnement\na", "p le gouver-\nnement\na|d 12|d LE PETIT COURRIER",
     "… or at the beginning of the next one"},
    {"p trente-\n2 ans après la chute\nde la maison", "p trente-\n2 ans après la chute\nde la maison",
     "a number that is no page's"},
    {"p a-|p b-|p c", "p a-\nb-\nc", "a paragraph over three pages"},
    {"d le gouver-|p nement.", "d le gouver-|p nement.", "debris goes on nowhere"},
    {"p le gouver-", "p le gouver-", "the end"},
    {"p -|p ¬|p \u00AD", "p -|p ¬|p \u00AD", "nothing that is cut"},
    {"", "", "nothing"},
};

TEST_CASE("words that a line's end cut are joined") {
  for (const Row& row : rows) {
    INFO(row.reason << ": " << row.outline);
    Article article = article_of(row.outline);
    join_cut_words(article);
    CHECK(outline_of(article) == row.joined);
  }
}

TEST_CASE("the title too") {
  Article article;
  article.title = "Le gouver¬\nnement";
  join_cut_words(article);
  CHECK(article.title == "Le gouvernement");
}

}  // namespace
}  // namespace hemero
