#include "query/markup/html.h"

#include <stdexcept>

#include "tests/support/catch.h"

namespace hemero {
namespace {

TEST_CASE("markup is ours, and whatever else stands in it is a text") {
  Html html;
  html.open("p", {{"title", "\"<&'"}, {"class", ""}}).text("<b> & \"a\"").single("img", {{"src", "/x?a=1&b=2"}});
  html.element("a", {{"href", "/"}}, "</a>").close();
  CHECK(html.document() ==
        "<!doctype html>\n<p title=\"&quot;&lt;&amp;'\">&lt;b&gt; &amp; &quot;a&quot;<img src=\"/x?a=1&amp;b=2\">"
        "<a href=\"/\">&lt;/a&gt;</a></p>\n");
}

TEST_CASE("a document is given away once all its elements have ended") {
  Html html;
  html.open("p");
  CHECK_THROWS_AS(html.document(), std::logic_error);
  html.close();
  CHECK_NOTHROW(html.document());
  CHECK_THROWS_AS(html.close(), std::logic_error);
}

}  // namespace
}  // namespace hemero
