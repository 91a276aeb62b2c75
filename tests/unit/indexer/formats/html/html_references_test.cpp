#include "indexer/formats/html/html_references.h"

#include "tests/support/catch.h"

namespace hemero {
namespace {

struct Row {
  const char* text;
  const char* meant;
  const char* reason;
};

const Row rows[] = {
    {"", "", "nothing"},
    {"L&#8217;&eacute;t&eacute;", "L’été", "by number and by name"},
    {"&#xE9;t&#XE9;", "été", "hexadecimal"},
    {"l&#146;&#156;uvre &#150; 5 &#128;", "l’œuvre – 5 €", "bytes of windows-1252, as browsers read them"},
    {"la suite&hellip; 5&nbsp;&euro; &laquo;&nbsp;oui&nbsp;&raquo;", "la suite… 5\u00A0€ «\u00A0oui\u00A0»", "signs"},
    {"Marks &amp; Spencer, l&apos;an", "Marks & Spencer, l'an", "those of XML"},
    {"l&amp;#8217;&amp;eacute;t&amp;amp;eacute;", "l’été", "escaped once or twice more"},
    {"a &amp;&amp; b", "a && b", "… but not an & that was meant"},
    {"R&D, AT&T; &", "R&D, AT&T; &", "no name that HTML knows"},
    {"&eacute", "&eacute", "nothing ends it"},
    {"&;&#;&#x;&#12a;&#xZZ;", "&;&#;&#x;&#12a;&#xZZ;", "no number"},
    {"&#55356;&#57311;&#xD83C;&#xDFDF;", "\U0001F3DF\U0001F3DF", "a character in two halves"},
    {"&#55357;&#57311;&#55357;a&#x110000;&#99999999999999999999;", "\U0001F7DF\uFFFDa\uFFFD\uFFFD",
     "half a one, too large"},
    {"a&#11;b&#0;c", "a b c", "control characters"},
};

TEST_CASE("references in text that is no markup mean letters") {
  for (const Row& row : rows) {
    INFO(row.reason << ": " << row.text);
    CHECK(with_references_read(row.text) == row.meant);
  }
}

TEST_CASE("references that were escaped once more are references again, but for the signs of markup") {
  const Row escaped_rows[] = {
      {"l&amp;#8217;&amp;eacute;t&amp;#xE9;", "l&#8217;&eacute;t&#xE9;", "by name and by number"},
      {"&amp;amp;eacute;", "&eacute;", "twice more"},
      {"Recherche &amp; d&eacute;veloppement", "Recherche &amp; d&eacute;veloppement", "escaped once, as it must be"},
      {"M&amp;M&amp;amp;S &amp;lt;p&amp;gt; &amp;#38;", "M&amp;M&amp;amp;S &amp;lt;p&amp;gt; &amp;#38;",
       "signs of markup"},
      {"R&D &amp;inconnu; &", "R&D &amp;inconnu; &", "what is no reference"},
  };
  for (const Row& row : escaped_rows) {
    INFO(row.reason);
    CHECK(with_references_unescaped(row.text) == row.meant);
  }
}

}  // namespace
}  // namespace hemero
