#include "indexer/formats/html/html_parts.h"

#include "indexer/formats/html/html_parser.h"
#include "tests/support/catch.h"

namespace hemero {
namespace {

TEST_CASE("classes and ids tell what a part is") {
  struct Row {
    const char* attribute;
    PagePart part;
    const char* reason;
  };
  const Row rows[] = {
      {"share", PagePart::beside, "a word"},
      {"block o_r_Newsletter", PagePart::beside, "among others, whatever the case"},
      {"relatedArticle", PagePart::beside, "words parted by a capital"},
      {"c-lire-aussi", PagePart::beside, "two words"},
      {"article__body", PagePart::body, "two words, other signs"},
      {"commentaires", PagePart::comments, "what readers wrote"},
      {"entry-content share-on", PagePart::beside, "the strongest word counts"},
      {"wp-caption-text", PagePart::caption, "a caption"},
      {"shareholders", PagePart::content, "a longer word is another"},
      {"col-12", PagePart::content, "nothing that tells"},
      {"", PagePart::content, "nothing"},
  };
  for (const Row& row : rows) {
    INFO(row.reason);
    CHECK(part_named(row.attribute) == row.part);
  }
}

const std::string one =
    "<p>Il est tard, mardi soir, et il reste du café sous la bâche tendue entre deux peupliers.</p>";
const std::string three = one + one + one;

/// The part of the first block that holds "X".
PagePart part_of_mark(const std::string& markup) {
  const HtmlTree tree = parse_html(markup);
  const auto blocks = read_blocks(tree);
  const PageParts parts(tree, blocks);
  for (const HtmlBlock& block : blocks)
    if (block.text.find('X') != std::string::npos) return parts.of(block.element);
  FAIL("no mark");
  return PagePart::content;
}

TEST_CASE("parts are told by tags, classes, and by how much text they hold") {
  struct Row {
    std::string markup;
    PagePart part;
    const char* reason;
  };
  const Row rows[] = {
      {three + "<nav>X</nav>", PagePart::beside, "a tag"},
      {three + "<div><aside><div><p>X</p></div></aside></div>", PagePart::beside, "inside it too"},
      {three + "<div role=\"navigation\">X</div>", PagePart::beside, "a role"},
      {three + "<div style=\"display:none\">X</div>", PagePart::beside, "hidden"},
      {three + "<div class=\"share\">X</div>", PagePart::beside, "a class"},
      {three + "<div id=\"comments\">X</div>", PagePart::comments, "an id"},
      {"<div class=\"with-sidebar\">" + three + "<p>X</p></div>", PagePart::content, "most of the text stands in it"},
      {"<form><p>X</p>" + three + "</form>", PagePart::content, "a form around the whole page"},
      {"<div id=\"comments\">X" + three + three + "</div>" + three, PagePart::comments, "more comments than article"},
      {"<article class=\"tag-newsletter\"><p>X</p></article>" + three, PagePart::content, "an article's subject"},
      {three + "<figure><figcaption>X</figcaption></figure>", PagePart::caption, "a caption"},
      {"<p class=\"date\">X</p>" + three, PagePart::byline, "a byline"},
      {"<div class=\"author\"><p>X</p>" + three + three + "</div>", PagePart::content, "too long for a byline"},
  };
  for (const Row& row : rows) {
    INFO(row.reason);
    CHECK(part_of_mark(row.markup) == row.part);
  }
}

}  // namespace
}  // namespace hemero
