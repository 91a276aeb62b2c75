#include "indexer/formats/html/html_parser.h"

#include <chrono>

#include "tests/support/catch.h"

namespace hemero {
namespace {

/// A tree in one line: "p(a 'Un' 'Deux')" with "?" for elements that HTML does not have.
std::string outline(const HtmlTree& tree, std::uint32_t index = 0) {
  const HtmlNode& node = tree.node(index);
  if (node.flow == HtmlFlow::text) return "'" + std::string(tree.text(node)) + "'";
  std::string text = index == 0 ? "" : node.tag.empty() ? "?(" : std::string(node.tag) + "(";
  for (std::uint32_t i = index + 1; i < node.end; i = tree.node(i).end)
    text += (i > index + 1 ? " " : "") + outline(tree, i);
  return index == 0 ? text : text + ")";
}

struct Row {
  const char* markup;
  const char* tree;
  const char* reason;
};

const Row rows[] = {
    {"<p>Un</p><p>Deux</p>", "p('Un') p('Deux')", "elements and text"},
    {"<p>Un<p>Deux", "p('Un') p('Deux')", "a paragraph ends where the next begins"},
    {"<body><div><b>Un</div>Deux", "body(div(b('Un')) 'Deux')", "what is left open ends with what it stands in"},
    {"<body></b></div>Un", "body('Un')", "end tags that match nothing"},
    {"<article><p>Un</article>", "article(p('Un'))", "elements of HTML 5"},
    {"<my-card>Un</my-card>", "?('Un')", "elements of one's own"},
    {"<body><br>Un<br/>", "body(br() 'Un' br())", "elements without content"},
    {"<p>Un<embed src=x> deux</p><p>Trois", "p('Un' embed() ' deux') p('Trois')", "the same, new in HTML 5"},
    {"<p>Un<embed>deux</embed> trois</p>", "p('Un' embed() 'deux trois')", "closed in spite of that"},
    {"<div>Un<wbr><b>deux<wbr></b></div>trois", "div('Un' wbr() b('deux' wbr())) p('trois')", "one in another element"},
    {"<video><source src=x><track src=y></video>Un", "video(source() ?()) p('Un')", "one behind the other"},
    {"<body>&eacute;&#233;&#xE9;&rsquo;&nbsp;x", "body('ééé’\u00A0x')", "entities"},
    {"<body>&bidon; & AT&T", "body('&bidon; & AT&T')", "no entities"},
    {"<p>L&rsquo;&oelig;uvre</p>", "p('L’œuvre')", "text between entities is one"},
    {"<body><![CDATA[x]]>Un", "body('<![CDATA[x]]>Un')", "sections of XML are text"},
    {"", "", "nothing"},
};

TEST_CASE("any markup gives a tree") {
  for (const Row& row : rows) {
    INFO(row.reason);
    CHECK(outline(parse_html(row.markup)) == row.tree);
  }
}

TEST_CASE("attributes are read, the first of two that have one name") {
  const HtmlTree tree = parse_html("<p CLASS='a &amp; b' class=c hidden>Un");
  const HtmlNode& node = tree.node(1);
  CHECK(tree.attribute(node, "class") == "a & b");
  CHECK(tree.has_attribute(node, "hidden"));
  CHECK(tree.attribute(node, "id").empty());
}

TEST_CASE("a line is the text of a subtree") {
  CHECK(parse_html("<p> Un\n <b>deux</b>,<br>trois<script>x</script> <i>quatre</i>").line_of(0) ==
        "Un deux, trois quatre");
  CHECK(plain_text("Prud&rsquo;hommes : l&#039;<b>enjeu</b> ") == "Prud’hommes : l'enjeu");
  CHECK(plain_text("Plain ") == "Plain");
}

double seconds_to_parse(const std::string& markup) {
  const auto start = std::chrono::steady_clock::now();
  parse_html(markup);
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

std::string repeated(const std::string& text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

TEST_CASE("depth has no end, the text in it stays") {
  const HtmlTree tree = parse_html(repeated("<div>", 100'000) + "Un loup" + repeated("</div>", 100'000) + "<p>Fin");
  CHECK(tree.truncated());
  CHECK(tree.line_of(0) == "Un loup Fin");
  CHECK_FALSE(parse_html(repeated("<div>", 300) + "Un").truncated());
}

TEST_CASE("depth and size of the tree are as the limits say") {
  CHECK(parse_html(repeated("<div>", 20) + "Un", {.nesting = 10}).truncated());
  CHECK_FALSE(parse_html(repeated("<div>", 1000) + "Un", {.nesting = 2000}).truncated());
  CHECK(parse_html(repeated("<p>Un</p>", 100), {.nodes = 50}).truncated());
  CHECK_FALSE(parse_html(repeated("<p>Un</p>", 100), {.nodes = 500}).truncated());
}

TEST_CASE("hostile pages take no longer than their size asks for") {
  constexpr double patience = 10;  // seconds, on a slow machine with sanitizers
  struct Hostile {
    std::string page;
    const char* reason;
  };
  const Hostile pages[] = {
      {repeated("<b>", 200'000) + repeated("</i>", 200'000), "end tags that match nothing, below many elements"},
      {repeated("<p><a>", 200'000), "links that are never closed"},
      {repeated("<table><tr><td>", 100'000), "tables in tables"},
      {"<p title=\"" + std::string(8 << 20, 'x') + "\">Un", "an attribute of 8 MiB"},
      {repeated("&amp;", 1'000'000), "entities"},
      {repeated("<", 1'000'000), "signs"},
      {repeated("<b></b>", 1'200'000), "more elements than are read"},
  };
  for (const Hostile& hostile : pages) {
    INFO(hostile.reason);
    CHECK(seconds_to_parse(hostile.page) < patience);
  }
}

}  // namespace
}  // namespace hemero
