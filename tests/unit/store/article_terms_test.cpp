#include "common/store/index/article_terms.h"

#include <algorithm>
#include <string>
#include <vector>

#include "common/text/addresses/url_hosts.h"
#include "tests/support/catch.h"

namespace hemero {
namespace {

using Names = std::vector<std::string>;

TEST_CASE("a URL is found under its host and the domains above it") {
  struct Row {
    const char* url;
    Names hosts;
    const char* site;
  };
  const Row rows[] = {
      {"https://www.lemonde.fr/a/b", {"www.lemonde.fr", "lemonde.fr"}, "lemonde.fr"},
      {"http://LeMonde.FR", {"lemonde.fr"}, "lemonde.fr"},
      {"https://a.b.c.example:8080/x?y#z", {"a.b.c.example", "b.c.example", "c.example"}, "a.b.c.example"},
      {"https://example.org?x=http://other.org", {"example.org"}, "example.org"},
      {"www.lemonde.fr/a", {"www.lemonde.fr", "lemonde.fr"}, "lemonde.fr"},
      {"http://www.fr/", {"www.fr"}, "www.fr"},
      {"https://localhost/x", {}, ""},
      {"urn:isbn:1", {}, ""},
      {"", {}, ""},
  };
  for (const Row& row : rows) {
    INFO(row.url);
    CHECK(url_hosts(row.url) == row.hosts);
    CHECK(site_of(row.url) == row.site);
  }
}

Names terms_of(const Article& article) {
  const IndexedVersion indexed = article_terms(VersionId(1), article);
  CHECK(indexed.families.empty());
  Names terms = indexed.names;
  std::sort(terms.begin(), terms.end());
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
  return terms;
}

TEST_CASE("the fields of an article become terms") {
  Article article;
  CHECK(terms_of(article).empty());
  article.authors = {"Claire Vasseur", "Paul Oudart"};
  CHECK(terms_of(article) == Names{"A:claire", "A:oudart", "A:paul", "A:vasseur", "Aclairevasseur", "Apauloudart"});
  article.authors.clear();
  article.source = "Le Matin";
  CHECK(terms_of(article) == Names{"XS:le", "XS:matin", "XSlematin"});
  article.source.clear();
  article.section = "Sports";
  article.keywords = {"Grève"};
  CHECK(terms_of(article) == Names{"K:greve", "Kgreve", "XC:sports", "XCsports"});
  article.section.clear();
  article.keywords.clear();
  article.url = "https://www.lemonde.fr/a";
  CHECK(terms_of(article) == Names{"Hlemonde.fr", "Hwww.lemonde.fr"});
  article.url.clear();
  article.language = "fr";
  CHECK(terms_of(article) == Names{"Lfr"});
}

TEST_CASE("a date has the terms and the value that its precision allows") {
  struct Row {
    const char* iso;
    Names terms;
    const char* value;
  };
  const Row rows[] = {
      {"2021", {"Y2021"}, "2021"},
      {"2021-08", {"M202108", "Y2021"}, "202108"},
      {"2021-08-11", {"D20210811", "M202108", "Y2021"}, "20210811"},
      {"2021-08-11T18:03", {"D20210811", "M202108", "Y2021"}, "202108111803"},
  };
  for (const Row& row : rows) {
    Article article;
    article.date = parse_iso_date(row.iso);
    CHECK(terms_of(article) == row.terms);
    CHECK(article_terms(VersionId(1), article).date == row.value);
  }
}

TEST_CASE("no term is longer than an index takes") {
  Article article;
  article.authors = {std::string(5000, 'x'), "é" + std::string(5000, 'y') + " z"};
  article.source = std::string(300, 'a') + " " + std::string(300, 'b');
  article.url = "https://" + std::string(500, 'h') + ".example/";
  for (const std::string& term : terms_of(article)) CHECK(term.size() <= 245);
}

}  // namespace
}  // namespace hemero
