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

}  // namespace
}  // namespace hemero
