#include "indexer/formats/html/html_dates.h"

#include <algorithm>

#include "indexer/formats/html/html_article.h"
#include "tests/support/catch.h"

namespace hemero {
namespace {

struct Row {
  std::string head;
  std::string date;  ///< "" for none
  std::string rule;
  const char* reason;
};

const std::string title = "<h1>Un loup dans la vallée</h1>";
const std::string text =
    "<p>Il est tard, mardi soir, et il reste du café sous la bâche tendue entre deux peupliers.</p>";

const std::string json_ld =
    "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"datePublished\":\"2021-01-01\"}</script>";
const std::string json_ld_update =
    "<script "
    "type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"x\",\"dateModified\":\"2021-01-01\"}</script>";
const std::string meta = "<meta property=article:published_time content=2021-02-02T10:00:00+01:00>";
const std::string itemprop = "<meta itemprop=datePublished content=2021-03-03>";
const std::string other_meta = "<meta name=dc.date content=2021-04-04>";
const std::string time_tag = "<time datetime=2021-05-05>5 mai</time>";
const std::string address = "<link rel=canonical href=\"https://matin.example/2021/06/06/un-loup.html\">";
const std::string byline = "<p>Publié le 7 juillet 2021 à 18h03</p>";

const Row rows[] = {
    {byline + address + time_tag + other_meta + itemprop + meta + json_ld, "2021-01-01", "json-ld datePublished",
     "JSON-LD first"},
    {byline + address + time_tag + other_meta + itemprop + meta, "2021-02-02T10:00", "meta article:published_time",
     "then OpenGraph"},
    {byline + address + time_tag + other_meta + itemprop, "2021-03-03", "itemprop datePublished", "then microdata"},
    {byline + address + time_tag + other_meta, "2021-04-04", "meta dc.date", "then other metadata"},
    {byline + address + time_tag, "2021-05-05", "<time>", "then <time>"},
    {byline + address, "2021-06-06", "address", "then the address"},
    {byline, "2021-07-07T18:03", "byline", "then French text"},
    {"<p>Par&nbsp;Claire Vasseur le 7&nbsp;juillet 2021</p>", "2021-07-07", "byline", "no-break spaces in a byline"},
    {"", "", "", "no date"},
    {json_ld_update, "", "", "an update in JSON-LD is no publication"},
    {"<meta property=article:modified_time content=2021-02-02>", "", "", "… in OpenGraph"},
    {"<time itemprop=dateModified datetime=2021-02-02>hier</time>", "", "", "… in microdata"},
    {"<p>Mis à jour le <time datetime=2021-02-02>2 février</time></p>", "", "", "… in words"},
    {"<time class=updated datetime=2021-02-02>2 février</time>", "", "", "… in a class"},
    {"<p>Mis à jour le 2 février 2021</p>", "", "", "… in a byline"},
    {"<aside><time datetime=2021-02-02>2 février</time></aside>", "", "", "another article's"},
    {text + text + text + "<div id=comments><span itemprop=datePublished content=2021-02-02></span>" + text + "</div>",
     "", "", "a comment's"},
    {"<meta property=article:published_time content=hier>" + itemprop, "2021-03-03", "itemprop datePublished",
     "what is no date is passed over"},
    {"<meta property=article:published_time content=\"2021-02-02 10:00:00 +01:00\">", "2021-02-02T10:00",
     "meta article:published_time", "a blank before the zone"},
    {"<time>5 mai 2021</time>", "2021-05-05", "<time>", "the text of a <time>"},
    {"<link rel=canonical href=\"https://matin.example/a/un-loup-20210606.php\">", "2021-06-06", "address",
     "digits in a row"},
    {"<link rel=canonical href=\"https://matin.example/a/un-loup-32021060612.php\">", "", "", "a longer number"},
    {"<link rel=canonical href=\"https://matin.example/2021/06/un-loup.php\">", "", "", "a month alone"},
    {"<abbr class=published title=2021-05-05>il y a deux jours</abbr>", "2021-05-05", "class published", "hCard"},
    {"<p class='dt-published'>le 5 mai 2021</p>", "2021-05-05", "class dt-published", "microformats 2"},
    {"<p class='entry-date updated' title=2021-05-05>hier</p>", "", "", "a class that says it is an update"},
    {"<meta name=cXenseParse:recs:publishtime content=2021-04-04>", "2021-04-04", "meta cxenseparse:recs:publishtime",
     "other names"},
    {json_ld + "<link rel=canonical href=\"https://matin.example/2020/12/31/a\"><time datetime=2020-12-31></time>",
     "2020-12-31", "<time>", "two that agree against one"},
    {json_ld + "<meta name=date content=2021-01-01><link rel=canonical href=\"https://matin.example/2020/12/31/a\">"
               "<time datetime=2020-12-31></time>",
     "2020-12-31", "<time>", "the earliest that two say"},
    {meta + "<meta property=article:modified_time content=2021-03-03>" + itemprop +
         "<meta name=date content=2021-03-03>",
     "2021-02-02T10:00", "meta article:published_time", "the day of the update, said twice, is none of publication"},
    {json_ld + "<time itemprop=datePublished datetime=2021-03-03></time>", "2021-01-01", "json-ld datePublished",
     "one element does not agree with itself"},
    {"<aside><dl><dt>Mise en ligne</dt><dd>8 août 2021</dd></dl></aside>", "2021-08-08", "label mise en ligne",
     "a label and its date"},
    {"<aside><ul><li><p>Date de publication :</p><p>8 août 2021</p></li></ul></aside>", "2021-08-08",
     "label date de publication", "… with a colon"},
    {"<aside><table><tr><th>Parution</th><td>08/08/2021</td></tr></table></aside>", "2021-08-08", "label parution",
     "… in a table"},
    {"<aside><dl><dt>Mise en ligne</dt><dd>dès demain</dd></dl></aside>", "", "", "a label without a date"},
    {"<aside><dl><dt>Enregistrement</dt><dd>8 août 2021</dd></dl></aside>", "", "", "the date of something else"},
    {byline + "<aside><dl><dt>Mise en ligne</dt><dd>8 août 2021</dd></dl></aside>", "2021-07-07T18:03", "byline",
     "a byline before a label"},
    {"<meta name=date content=2021-06>" + address, "2021-06-06", "address", "a day goes before a month"},
};

TEST_CASE("the date of publication comes from the surest place") {
  for (const Row& row : rows) {
    INFO(row.reason);
    Choices choices;
    const Record record{row.head + "<article>" + title + text + text + "</article>", "a.html", "a.html", 0, 0};
    const auto result = extract_html(record, choices);
    REQUIRE(std::holds_alternative<Article>(result));
    const Article& article = std::get<Article>(result);
    CHECK((article.date ? to_iso(*article.date) : "") == row.date);
    const auto found =
        std::find_if(choices.begin(), choices.end(), [](const Choice& each) { return each.field == "date"; });
    CHECK((found == choices.end() ? "" : found->rule) == row.rule);
  }
}

TEST_CASE("a date of update is told") {
  Choices choices;
  extract_html({json_ld_update + title + text, "a.html", "a.html", 0, 0}, choices);
  const auto found =
      std::find_if(choices.begin(), choices.end(), [](const Choice& each) { return each.field == "updated"; });
  REQUIRE(found != choices.end());
  CHECK(found->value == "2021-01-01");
}

TEST_CASE("other dates are told") {
  Choices choices;
  extract_html({json_ld + address + title + text, "a.html", "a.html", 0, 0}, choices);
  const auto found =
      std::find_if(choices.begin(), choices.end(), [](const Choice& each) { return each.field == "other date"; });
  REQUIRE(found != choices.end());
  CHECK(found->rule == "address");
  CHECK(found->value == "2021-06-06");
}

TEST_CASE("the date is kept as printed") {
  Choices choices;
  const auto result = extract_html({byline + title + text, "a.html", "a.html", 0, 0}, choices);
  CHECK(std::get<Article>(result).date_text == "7 juillet 2021 à 18h03");
}

}  // namespace
}  // namespace hemero
