#include "common/text/characters/unicode.h"
#include "query/render/link.h"
#include "query/render/render.h"
#include "tests/unit/query/press_archive.h"
#include "tests/unit/store/temporary_folder.h"

// Answers for people: what is printed, where lines are broken, how highlights are marked.

namespace hemero {
namespace {

Hit hit_of(const Piece& piece) {
  Hit hit;
  hit.rank = 1;
  hit.id = ArticleId(42);
  hit.article = to_article(piece);
  return hit;
}

Page page_of(std::vector<Hit> hits) {
  Page page;
  page.total = hits.size();
  page.hits = std::move(hits);
  return page;
}

/// The lines of a hit's snippet, without the margin.
std::string wrapped(const Snippet& snippet, const TextStyle& style) {
  Hit hit = hit_of({.key = "k", .title = "T", .source = "S"});
  hit.snippets = {snippet};
  std::string text = render_text(page_of({hit}), style);
  const std::string before = "1 article\n\n 1. T\n    [42] S\n    ";
  REQUIRE(text.starts_with(before));
  REQUIRE(text.ends_with("\n\n"));
  text = text.substr(before.size(), text.size() - before.size() - 2);
  for (std::size_t at = text.find("\n    "); at != std::string::npos; at = text.find("\n    ", at + 1))
    text.erase(at + 1, 4);
  return text;
}

TEST_CASE("a page for people") {
  Hit first = hit_of({.key = "a",
                      .title = "La grève",
                      .date = "2021-08-11T18:03",
                      .source = "Le Courrier",
                      .author = "Claire Vasseur",
                      .section = "Monde"});
  first.article.authors.emplace_back("Hugo Delattre");
  first.title_highlights = {{3, 9}};
  first.snippets = {{"Une grève dure.", {{4, 10}}, false, true}, {"et une grève.", {{7, 13}}, true, false}};
  Hit second = hit_of({.key = "b/2.txt"});
  second.rank = 2;
  second.id = ArticleId(7);
  second.partial = true;
  second.missing = {"sncf", "loi"};
  Page page = page_of({first, second});
  page.total = 1;
  page.notices = {"a notice"};
  page.suggestion = "la grève";
  CHECK(render_text(page, {}) ==
        "Note: a notice\n"
        "Did you mean: la grève\n"
        "1 article\n"
        "\n"
        " 1. La **grève**\n"
        "    [42] 2021-08-11 · Le Courrier · Monde · Claire Vasseur, Hugo Delattre\n"
        "  – Une **grève** dure. …\n"
        "  – … et une **grève**.\n"
        "\n"
        " 2. (no title)\n"
        "    [7] b/2.txt\n"
        "    without: sncf, loi\n"
        "\n");
}

TEST_CASE("when none has all of the words, the best of those with some are announced") {
  Page page = page_of({hit_of({.key = "b/2.txt"})});
  page.total = 0;
  CHECK(render_text(page, {}).starts_with(
      "No article has all of these words.\n\nThe best of those with some of them:\n\n"));
}

TEST_CASE("how many articles") {
  const auto first_line = [](std::uint64_t total, bool exact) {
    Page page;
    page.total = total;
    page.exact = exact;
    return render_text(page, {});
  };
  CHECK(first_line(0, true) == "No article has all of these words.\n\n");
  CHECK(first_line(1, true) == "1 article\n\n");
  CHECK(first_line(2, true) == "2 articles\n\n");
  CHECK(first_line(1000, false) == "At least 1,000 articles\n\n");
}

TEST_CASE("how many distinct texts, when copies are collapsed") {
  const auto first_line = [](std::uint64_t total, DistinctTexts texts) {
    Page page;
    page.total = total;
    page.exact = texts.exact;
    page.texts = texts;
    return render_text(page, {});
  };
  CHECK(first_line(0, {0, true}) == "No article has all of these words.\n\n");
  CHECK(first_line(3, {3, true}) == "3 articles\n\n");
  CHECK(first_line(25, {3, true}) == "25 articles, 3 distinct texts\n\n");
  CHECK(first_line(1000, {900, false}) == "At least 1,000 articles, at least 900 distinct texts\n\n");
}

TEST_CASE("other printings of a text, and the first of them") {
  const auto line = [](const Copies& copies) {
    Hit hit = hit_of({.key = "k", .title = "T", .source = "S"});
    hit.copies = copies;
    return render_text(page_of({hit}), {});
  };
  const std::string before = "1 article\n\n 1. T\n    [42] S\n    ";
  CHECK(line({2, ArticleId(7), parse_iso_date("2021-08-11T18:03"), "Le Courrier"}) ==
        before + "and 1 other printing, the first: [7] 2021-08-11 · Le Courrier\n\n");
  CHECK(line({23, ArticleId(7), std::nullopt, ""}) == before + "and 22 other printings, the first: [7]\n\n");
  CHECK(line({23, ArticleId(42), parse_iso_date("2021"), "S"}) ==
        before + "and 22 other printings; this is the first\n\n");
}

const std::string words = "Le maire a dit que la grève des trains ne durera pas plus d’une semaine, sauf accord.";

TEST_CASE("lines are broken at blanks, as wide as the terminal") {
  CHECK(wrapped({words, {}, false, false}, {.columns = 40}) ==
        "Le maire a dit que la grève des\n"
        "trains ne durera pas plus d’une\n"
        "semaine, sauf accord.");
  CHECK(wrapped({words, {}, false, false}, {.columns = 80}) ==
        "Le maire a dit que la grève des trains ne durera pas plus d’une semaine,\n"
        "sauf accord.");
  CHECK(wrapped({words, {}, true, true}, {.columns = 40}) ==
        "… Le maire a dit que la grève des\n"
        "trains ne durera pas plus d’une\n"
        "semaine, sauf accord. …");
  CHECK(wrapped({"Plus de 1\u00A0250\u00A0000\u00A0euros", {}, false, false}, {.columns = 20}) ==
        "Plus de\n"
        "1\u00A0250\u00A0000\u00A0euros");
}

TEST_CASE("wide characters take two columns, marks none") {
  CHECK(wrapped({"北京 北京 北京 北京", {}, false, false}, {.columns = 22}) == "北京 北京 北京 北\n京");
  CHECK(wrapped({"😀😀 😀😀 😀😀 😀😀", {}, false, false}, {.columns = 22}) == "😀😀 😀😀 😀😀\n😀😀");
  CHECK(wrapped({"e\u0301e\u0301e\u0301e\u0301 abcd efgh ijk", {}, false, false}, {.columns = 23}) ==
        "e\u0301e\u0301e\u0301e\u0301 abcd efgh ijk");
}

TEST_CASE("lines are broken where the writing allows it") {
  CHECK(wrapped({"北京市政府宣布了新规定。", {}, false, false}, {.columns = 16}) == "北京市政府宣\n布了新规定。");
  CHECK(wrapped({"Il dit : « Non ! » et part", {}, false, false}, {.columns = 16}) == "Il dit :\n« Non ! » et\npart");
  CHECK(wrapped({"plus de 20 % ou 30 % ?", {}, false, false}, {.columns = 16}) == "plus de 20 %\nou 30 % ?");
}

TEST_CASE("marks take room, colours do not") {
  const Snippet snippet{"Un mot, deux mots", {{0, 2}, {13, 17}}, false, false};
  CHECK(wrapped(snippet, {.columns = 21}) == "**Un** mot, deux\n**mots**");
  CHECK(wrapped(snippet, {.columns = 21, .colour = true}) == "\x1b[1;31mUn\x1b[0m mot, deux \x1b[1;31mmots\x1b[0m");
}

TEST_CASE("a highlight may span words and lines") {
  const Snippet snippet{"Des gilets jaunes ici", {{4, 17}}, false, false};
  CHECK(wrapped(snippet, {.columns = 80}) == "Des **gilets jaunes** ici");
  CHECK(wrapped(snippet, {.columns = 18}) == "Des **gilets\njaunes** ici");
  CHECK(wrapped(snippet, {.columns = 80, .colour = true}) == "Des \x1b[1;31mgilets\x1b[0m \x1b[1;31mjaunes\x1b[0m ici");
  CHECK(wrapped({"ab", {{0, 1}, {1, 2}}, false, false}, {}) == "**a****b**");
  CHECK(wrapped({"L’œuvre.", {{4, 10}}, true, false}, {}) == "… L’**œuvre**.");
}

TEST_CASE("no line is wider than the terminal, but for one word") {
  const std::string texts[] = {words + " " + words, "北京 京北 人 " + words + " 😀 " + words,
                               words + " a" + std::string(90, 'b') + " c"};
  for (const std::string& text : texts)
    for (const std::size_t columns : {20U, 40U, 80U, 120U}) {
      std::string lines = wrapped({text, {{0, 2}}, true, true}, {.columns = columns - 4});
      lines += '\n';
      while (!lines.empty()) {
        const std::string line = lines.substr(0, lines.find('\n'));
        lines.erase(0, line.size() + 1);
        INFO(columns << ": " << line);
        CHECK((display_width(line) + 4 <= columns || line.find(' ') == std::string::npos));
      }
    }
}

TEST_CASE("where a hit is found: its address, else its file") {
  const auto place = [](const std::string& url, const std::string& path, const TextStyle& style) {
    Hit hit = hit_of({.key = "k", .title = "T", .source = "S"});
    hit.article.url = url;
    hit.article.path = path;
    const std::string text = render_text(page_of({hit}), style);
    const std::string before = "1 article\n\n 1. T\n    [42] S\n";
    REQUIRE(text.starts_with(before));
    return text.substr(before.size(), text.size() - before.size() - 1);
  };
  const std::string address = "https://a.example/politique/2021/08/11/un-tres-long-titre-de-page.html";
  CHECK(place(address, "a.jsonl", {.columns = 40}) == "    " + address + "\n");
  CHECK(place("", "un dossier/a.txt", {}) == "    un dossier/a.txt\n");
  CHECK(place("", "", {}).empty());
  CHECK(place("https://a.example/été", "", {.links = true}) ==
        "    \x1b]8;;https://a.example/%C3%A9t%C3%A9\x1b\\https://a.example/été\x1b]8;;\x1b\\\n");
  CHECK(place(address, "", {.columns = 24, .links = true}) ==
        "    \x1b]8;;" + address + "\x1b\\https://a.example/p…\x1b]8;;\x1b\\\n");
  CHECK(place("javascript:alert(1)", "", {.links = true}) == "    javascript:alert(1)\n");
}

std::string link(const std::string& url, const std::string& path) {
  Article article;
  article.url = url;
  article.path = path;
  return link_to(article).value_or("none");
}

TEST_CASE("addresses that a browser is given") {
  const struct {
    const char* url;
    const char* link;
    const char* reason;
  } rows[] = {
      {"https://a.example/b?c=d&e=%20#f", "https://a.example/b?c=d&e=%20#f", "an address as it is"},
      {"HTTP://A.example/", "HTTP://A.example/", "schemes are in whatever case"},
      {"file:///a/b.html", "file:///a/b.html", "a page of this machine"},
      {"https://a.example/été d\x1b]8;;", "https://a.example/%C3%A9t%C3%A9%20d%1B]8;;", "nothing but printable ASCII"},
      {"https://a.example/\"'`$(x)", "https://a.example/%22'%60$(x)", "quotes are none of an address"},
      {"javascript:alert(1)", "none", "a program is no page"},
      {"data:text/html,x", "none", ""},
      {"ftp://a.example/b", "none", ""},
      {"--help", "none", "an option of a browser"},
      {"a.example/b", "none", "without a scheme it may be anything"},
      {"", "none", "no address"},
  };
  for (const auto& [url, expected, reason] : rows) {
    INFO(reason);
    CHECK(link(url, "") == expected);
  }
}

TEST_CASE("the file, where there is no address") {
  const TemporaryFolder folder;
  const auto file = std::filesystem::canonical(folder.path()) / "a b?#%é.txt";
  std::ofstream(file) << "x";
  const std::string expected = "file://" + file.parent_path().string() + "/a%20b%3F%23%25%C3%A9.txt";
  CHECK(link("", file.string()) == expected);
  CHECK(link("ftp://a.example/", file.string()) == expected);
  CHECK(link("https://a.example/", file.string()) == "https://a.example/");
  CHECK(link("", file.string() + ".gone") == "none");
}

TEST_CASE("what is known of a hit is broken into lines as well") {
  Hit hit = hit_of({.key = "k", .title = "T", .date = "2021-08-11", .source = "Le Courrier de la Lys"});
  hit.article.section = "Affaires municipales";
  hit.article.authors = {"Claire Vasseur", "Hugo Delattre"};
  CHECK(render_text(page_of({hit}), {.columns = 40}) ==
        "1 article\n\n"
        " 1. T\n"
        "    [42] 2021-08-11 · Le Courrier de la\n"
        "    Lys · Affaires municipales · Claire\n"
        "    Vasseur, Hugo Delattre\n\n");
}

TEST_CASE("control characters never reach the terminal") {
  Hit hit = hit_of({.key = "k\x1b[2J", .title = "a\x1b[31mb\nc"});
  hit.snippets = {{"x\x1b]0;titre\x07 y\u009B31m z", {}, false, false}};
  hit.article.url = "https://a.example/\x1b[2J";
  StoredArticle stored;
  stored.article = hit.article;
  append_zone(stored.article, ZoneKind::paragraph, "q\x1b[31m\u0085r");
  for (const std::string& text : {render_text(page_of({hit}), {}), render_article_text(stored, {})}) {
    INFO(text);
    for (const char c : text) CHECK((static_cast<unsigned char>(c) >= 0x20 || c == '\n'));
    CHECK(text.find("\u009B") == std::string::npos);
  }
}

TEST_CASE("long names and ranks") {
  Hit hit = hit_of({.key = "k", .title = words, .source = "S"});
  hit.rank = 100;
  CHECK(render_text(page_of({hit}), {.columns = 40}) ==
        "1 article\n\n"
        "100. Le maire a dit que la grève des\n"
        "    trains ne durera pas plus d’une\n"
        "    semaine, sauf accord.\n"
        "    [42] S\n\n");
}

TEST_CASE("an article for people: all of it but debris") {
  StoredArticle stored;
  stored.article = to_article({.key = "k",
                               .title = "Titre",
                               .text = "# Inter\n" + words + "\n% Menu",
                               .lead = "Chapô.",
                               .date = "2021-08",
                               .source = "S",
                               .url = "https://a.example/1"});
  stored.id = ArticleId(7);
  stored.article.path = "a.txt";
  CHECK(render_article_text(stored, {.columns = 50}) ==
        "Titre\n"
        "[7] 2021-08 · S\n"
        "https://a.example/1\n"
        "key: k\n"
        "file: a.txt\n"
        "\n"
        "Chapô.\n"
        "\n"
        "Inter\n"
        "\n"
        "Le maire a dit que la grève des trains ne durera\n"
        "pas plus d’une semaine, sauf accord.\n");
}

}  // namespace
}  // namespace hemero
