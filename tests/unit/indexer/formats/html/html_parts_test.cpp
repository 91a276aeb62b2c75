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
      {"with-sidebar", PagePart::content, "what is inside is no name"},
      {"articleHeader hasCaption", PagePart::content, "… parted by a capital"},
      {"no-comments single", PagePart::content, "… or what is not"},
      {"bloc avec-pub", PagePart::content, "… in French"},
      {"avec-marge pub", PagePart::beside, "… and no more than that"},
      {"sidebar-grid__text article-body", PagePart::body, "a longer name that means nothing"},
      {"sidebar-layout", PagePart::content, "a layout"},
      {"grid-sidebar", PagePart::beside, "the words the other way round"},
      {"post-paywall", PagePart::paywall, "what only subscribers read"},
      {"full-galerie", PagePart::gallery, "pictures"},
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
      {three + "<div style=\"top:0; visibility: hidden\">X</div>", PagePart::beside, "… and taking its room"},
      {three + "<div hidden><p>X</p>" + three + "</div>", PagePart::beside, "half of the text, hidden"},
      {one + "<div hidden><p>X</p>" + three + "</div>", PagePart::content, "most of the text, shown by a script"},
      {three + "<div class=modal><h1>Un loup</h1><p>X</p>" + one + "</div>", PagePart::content,
       "a window that shows the page's title and text"},
      {three + "<div class=modal><h2>Un loup</h2><p>X</p>" + one + "</div>", PagePart::beside,
       "… another heading and text"},
      {three + three + "<div class=modal><h1>Un loup</h1><p>X</p></div>", PagePart::beside, "… the title alone"},
      {three + "<section id=sharing-a-wolf><h2>Sharing a wolf<a href=#sharing-a-wolf>¶</a></h2><p>X</p></section>",
       PagePart::content, "an id that is the address of its heading"},
      {three + "<section id=sharing-a-wolf><h2>Sharing a wolf</h2><p>X</p></section>", PagePart::beside,
       "an id to which nothing leads"},
      {three + "<section id=newsletter><a href=#newsletter>Newsletter</a><p>X</p></section>", PagePart::beside,
       "an id to which no heading leads"},
      {three + "<section class=sharing id=sharing><h2><a href=#sharing>Sharing</a></h2><p>X</p></section>",
       PagePart::beside, "a class that says the same"},
      {three + "<p class=paywall>X</p>", PagePart::content, "a paragraph that only subscribers read"},
      {three + "<div class=paywall><p>X</p>" + three + three + three + "</div>", PagePart::content, "… many of them"},
      {three + "<div class=paywall><p>X</p><p>Abonnez-vous pour lire la suite.</p></div>", PagePart::beside,
       "a call to subscribe"},
      {three + "<div class=gallery><img><img><img><p>X</p>" + three + "</div>", PagePart::caption,
       "a gallery, as long as the article"},
      {three + "<div class=galerie><ul><li style='background-image:url(a)'><li style='background-image:url(b)'>"
               "<li style='background-image:url(c)'></ul><p>X</p></div>",
       PagePart::caption, "… with its pictures in the background"},
      {three + "<div class=gallery><img><p>X</p></div>", PagePart::content, "one picture is no gallery"},
      {"<div class='post gallery'><h1>Un loup</h1><img><img><img><p>X</p>" + three + "</div>" + three,
       PagePart::content, "an article that is called after its gallery"},
      {"<div class=gallery><img><img><img><p>X</p>" + three + "</div>", PagePart::content, "nothing but a gallery"},
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
