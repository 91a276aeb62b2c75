#include "query/render/xml_escaped.h"

#include "tests/support/catch.h"

namespace hemero {
namespace {

TEST_CASE("a text in XML is no markup, and holds what XML has a place for") {
  CHECK(xml_escaped("<b> & \"c\"") == "&lt;b&gt; &amp; &quot;c&quot;");
  CHECK(xml_escaped("« l’été »\t\n\r") == "« l’été »\t\n\r");
  CHECK(xml_escaped("a\x01\x1b[1mb\uFFFE\uFFFF") == "a[1mb");
  CHECK(xml_escaped("\U0001F600\xE9z") == "\U0001F600\uFFFDz");  // a byte that is no UTF-8
}

}  // namespace
}  // namespace hemero
