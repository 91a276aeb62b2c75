#include "query/quotations/quoted_spans.h"

#include "tests/support/catch.h"
#include "tests/unit/query/quotations/lined_article.h"

namespace hemero {
namespace {

TEST_CASE("quotation marks belong together") {
  const struct {
    const char* text;
    std::vector<std::string> quoted;
    const char* reason;
  } rows[] = {
      {"« a » b “c” d \"e\"", {" a ", "c", "e"}, "all forms"},
      {"« a \"b\" c “d” »", {" a \"b\" c “d” "}, "of those in one another the outermost"},
      {"\"a \"b\" c\"", {"a \"b\" c"}, "straight ones too, by the blanks beside them"},
      {"« a \"b »", {" a \"b "}, "a straight one that is not closed does not hold a guillemet open"},
      {"« a\n« b »", {" a", " b "}, "one that the next paragraph begins again ends with its own"},
      {"« a\nb »", {" a\nb "}, "one that the next paragraph closes"},
      {"« a\nb\nc", {" a"}, "one that is never closed ends with its paragraph"},
      {"« a\nb « c » d", {" a", " c "}, "and with others behind it"},
      {"« a « b » c", {" b "}, "one that was forgotten to be closed"},
      {"a » b", {}, "one that was never opened"},
      {"l'\"a\" (\"b\") \"...c\"", {"a", "b", "...c"}, "behind an apostrophe and a bracket, before points"},
      {"un 21\" et un 17\"", {}, "behind a number nothing is opened"},
      {"", {}, "no text"},
  };
  for (const auto& row : rows) {
    INFO(row.text << ": " << row.reason);
    const Article article = lined_article(row.text);
    std::vector<std::string> quoted;
    for (const QuotedSpan& span : quoted_spans(article.text, article.zones))
      quoted.push_back(article.text.substr(span.begin, span.end - span.begin));
    CHECK(quoted == row.quoted);
  }
}

}  // namespace
}  // namespace hemero
