#include "indexer/formats/sites/wordpress_text.h"

#include <chrono>
#include <string>

#include "tests/support/catch.h"

namespace hemero {
namespace {

struct Row {
  const char* content;
  const char* markup;
  const char* reason;
};

const Row rows[] = {
    {"Un.\n\nDeux.", "<p>Un.\n<p>Deux.", "a blank line parts paragraphs"},
    {"Un.\r\n \r\nDeux.", "<p>Un.\r\n<p>Deux.", "… with blanks in it"},
    {"un\ndeux", "<p>un<br>\ndeux", "a line feed breaks the line"},
    {"<ul>\n<li>un</li>\n</ul>", "<p><ul>\n<li>un</li>\n</ul>", "… but not between tags"},
    {"<img\nsrc='a'>", "<p><img\nsrc='a'>", "… nor in a tag"},
    {"<!-- wp:p --><p>un\ndeux</p>", "<p><!-- wp:p --><p>un\ndeux</p>", "… nor in the block editor's lines"},
    {"a [gallery ids='1,2'] b", "<p>a  b", "a shortcode"},
    {"a [gallery] b", "<p>a  b", "a known one without attributes"},
    {"[b]un[/b] [c/]", "<p>un ", "one around a text, one that ends itself"},
    {"[embed]https://a.example[/embed]a", "<p>a", "the address of a medium"},
    {"[embed]a", "<p>a", "a medium without an end"},
    {"[caption width='1']<img> Un loup[/caption]a", "<p><figure><figcaption><img> Un loup</figcaption></figure>a",
     "a caption"},
    {"« Il a [sic] dit [...] »", "<p>« Il a [sic] dit [...] »", "words in brackets"},
    {"[1] [] [ a [", "<p>[1] [] [ a [", "brackets"},
    {"", "<p>", "nothing"},
};

TEST_CASE("posts become what WordPress shows") {
  for (const Row& row : rows) {
    INFO(row.reason);
    CHECK(wordpress_markup(row.content) == row.markup);
  }
}

TEST_CASE("brackets without end take linear time") {
  std::string content;
  for (int i = 0; i < 1'000'000; ++i) content += "[a[/b";
  const auto start = std::chrono::steady_clock::now();
  CHECK_FALSE(wordpress_markup(content).empty());
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(20));
}

}  // namespace
}  // namespace hemero
