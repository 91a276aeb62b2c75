#include "indexer/formats/html/html_blocks.h"

#include <string>

#include "indexer/formats/html/html_parser.h"
#include "tests/support/catch.h"

namespace hemero {
namespace {

struct Row {
  const char* markup;
  const char* blocks;  ///< with | between them
  const char* reason;
};

const Row rows[] = {
    {"<p>Un loup<br>passe.<br>Il repart.</p>", "Un loup\npasse.|Il repart.",
     "a line break ends a sentence's paragraph"},
    {"<p>Un<br><br>loup</p>", "Un|loup", "two line breaks end any"},
    {"<p>Un <br/>\n <br/> loup</p>", "Un|loup", "… with blanks between them"},
    {"<p>le gouver- <br/>nement de la Répu- <br/>blique est tom- <br/>bé</p>",
     "le gouver-\nnement de la Répu-\nblique est tom-\nbé", "blanks before line breaks"},
    {"<p>le gouver-\n  nement, dit-\r\nil</p>", "le gouver-\nnement, dit-\nil",
     "a word that a line of the source cuts"},
    {"<p>Le <b>TGV</b> Paris-\nLyon, un\nloup -\ngris</p>", "Le TGV Paris- Lyon, un loup - gris", "… and none"},
    {"<p>Un <i>\n</i>-\n</p>", "Un -", "nothing behind it"},
    {"<p>Un <x-mot>loup</x-mot> passe.</p>", "Un loup passe.", "an element of the site's own in a paragraph"},
    {"<h2>Un <x-mot>loup</x-mot></h2>", "Un loup", "… in a heading"},
    {"<div>Un <b><x-mot>loup</x-mot></b></div>", "Un loup", "… in a line"},
    {"<div>Un <x-bloc>loup</x-bloc> passe.</div>", "Un|loup|passe.", "… in a block, where it may be one"},
    {"<p>Avec <math><mi>a</mi><mo>≠</mo><mn>0</mn></math>, deux.</p>", "Avec a≠0, deux.", "a formula"},
    {"<div>Avec <math><mrow><mi>a</mi></mrow></math>, deux.</div>", "Avec a, deux.", "… in any line"},
    {"<p>Avec <math><mi>a</mi><annotation>\\alpha</annotation></math>.</p>", "Avec a.", "… without its source"},
    {"<p>Un <span style='display:none'>ours</span>loup</p>", "Un loup", "what is hidden in a line"},
    {"<p>Un <b hidden>ours</b>loup</p>", "Un loup", "… by an attribute"},
    {"<p>Un <i style='color:red; visibility:hidden'>ours</i>loup</p>", "Un loup", "… and taking its room"},
};

TEST_CASE("a page's blocks of text") {
  for (const Row& row : rows) {
    INFO(row.reason);
    std::string texts;
    for (const HtmlBlock& block : read_blocks(parse_html(row.markup)))
      (texts += texts.empty() ? "" : "|") += block.text;
    CHECK(texts == row.blocks);
  }
}

TEST_CASE("what a block is, its element says, or that whose only content the element is") {
  struct KindRow {
    const char* markup;
    BlockKind kind;
    const char* reason;
  };
  const KindRow kinds[] = {
      {"<p>un loup</p>", BlockKind::paragraph, "a paragraph"},
      {"<div>un loup</div>", BlockKind::loose, "no paragraph"},
      {"<table><tr><td><div>13 Mo</div></td></tr></table>", BlockKind::paragraph, "a cell"},
      {"<ul><li>\n<div><div>un loup</div>\n</div></li></ul>", BlockKind::item, "an item, with blanks between"},
      {"<h2><div>Un loup</div></h2>", BlockKind::heading, "a heading"},
      {"<ul><li><div>un loup</div><div>un ours</div></li></ul>", BlockKind::loose, "one of two in an item"},
      {"<ul><li><b>1.</b><div>un loup</div></li></ul>", BlockKind::loose, "… behind something else"},
  };
  for (const KindRow& row : kinds) {
    INFO(row.reason);
    const auto blocks = read_blocks(parse_html(row.markup));
    REQUIRE(!blocks.empty());
    CHECK(blocks.back().kind == row.kind);
  }
}

TEST_CASE("a block is as long as what it says") {
  CHECK(read_blocks(parse_html("<p>l’été</p>")).front().length == 5);
  CHECK(read_blocks(parse_html("<p>今日は</p>")).front().length == 9);
  CHECK(read_blocks(parse_html("<p>한국 loup</p>")).front().length == 11);
}

}  // namespace
}  // namespace hemero
