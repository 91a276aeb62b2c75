#include "indexer/formats/html/html_source.h"

#include "tests/support/catch.h"

namespace hemero {
namespace {

struct Row {
  std::string page;
  std::string markup;
  const char* reason;
};

const Row rows[] = {
    {"<p>Un</p>", "<p>Un</p>", "markup stays"},
    {"a<!-- <p>b -->c", "ac", "comments go"},
    {"<!--[if gt IE 8]><!--><p>Un<!--<![endif]-->", "<p>Un", "conditional comments hide nothing"},
    {"a<!-- b", "a b", "a comment that is never closed hides nothing"},
    {"a<script>if (a < b) x = '</p>';</script>b", "a b", "scripts go, their tags in strings too"},
    {"a<SCRIPT src=x></SCRIPT >b", "a b", "whatever the case"},
    {"a<script>b", "a ", "a script that is never closed reaches to the end"},
    {"a<style>p > b {}</style>b", "ab", "styles go"},
    {"<p title=\"a > b\">c", "<p title=\"a > b\">c", "a tag ends outside quotes"},
    {"<a href=\"x>y</a> <!-- z --> w", "<a href=\"x>y</a>  w", "a quote that is never closed ends with its tag"},
    {"1 < 2 <p>", "1 < 2 <p>", "a sign is no tag"},
    {std::string("a\0b", 3), "ab", "a NUL ends nothing"},
};

TEST_CASE("a page is cut into markup and scripts") {
  for (const Row& row : rows) {
    INFO(row.reason);
    CHECK(read_html_source(row.page).markup == row.markup);
  }
}

TEST_CASE("JSON-LD is kept as written") {
  const auto source = read_html_source(
      "<script type=\"application/ld+json\">{\"a\": \"<b>\"}</script><script>x</script>"
      "<script id=1 type='application/ld+json'>[]</script>");
  CHECK(source.json_ld == std::vector<std::string>{"{\"a\": \"<b>\"}", "[]"});
}

TEST_CASE("a tag with very many attributes keeps the first ones") {
  std::string tag = "<div class=\"texte\"";
  for (int i = 0; i < 100'000; ++i) tag += " a" + std::to_string(i) + "=\"b\"";
  const std::string markup = read_html_source(tag + ">Un").markup;
  CHECK(markup.size() < 4000);
  CHECK(markup.starts_with("<div class=\"texte\""));
  CHECK(markup.ends_with(">Un"));
  CHECK(read_html_source(tag + ">Un", {.attributes = 4}).markup.size() < markup.size() / 10);
  CHECK(read_html_source(tag + ">Un", {.attributes = 1000}).markup.size() > markup.size() * 10);
}

TEST_CASE("the declared charset is found") {
  struct Declared {
    const char* page;
    const char* charset;
  };
  const Declared pages[] = {
      {"<meta charset=utf-8>", "utf-8"},
      {"<META CharSet = \"ISO-8859-1\">", "ISO-8859-1"},
      {"<meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1252\">", "windows-1252"},
      {"<?xml version=\"1.0\" encoding=\"iso-8859-15\"?><html>", "iso-8859-15"},
      {"<meta name=\"description\" content=\"x\"><meta charset='latin1'>", "latin1"},
      {"<p>charset=x</p>", ""},
      {"<meta charset=", ""},
  };
  for (const Declared& row : pages) {
    INFO(row.page);
    CHECK(declared_charset(row.page) == row.charset);
  }
}

TEST_CASE("web pages are told from texts") {
  for (const char* page : {"<!DOCTYPE html>", "\xEF\xBB\xBF\n<!doctype HTML public", "<html lang=fr>", "<HEAD>",
                           "<!-- saved --> <html>", "<?xml version=\"1.0\"?>\n<!DOCTYPE html>"}) {
    INFO(page);
    CHECK(looks_like_html(page));
  }
  for (const char* text :
       {"", "Un titre", "<<", "<!-- rien", "<?xml version=\"1.0\"?><rss>", "Le <html> en dix leçons"}) {
    INFO(text);
    CHECK_FALSE(looks_like_html(text));
  }
}

}  // namespace
}  // namespace hemero
