#include "indexer/formats/sites/wxr_article.h"

#include <string>

#include "indexer/formats/feeds/feed_article.h"
#include "indexer/formats/xml/xml_reader.h"
#include "indexer/input/format.h"
#include "tests/support/catch.h"
#include "tests/support/format_of.h"
#include "tests/support/string_input.h"

namespace hemero {
namespace {

const std::string head =
    "<rss xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:content='http://purl.org/rss/1.0/modules/content/' "
    "xmlns:excerpt='http://wordpress.org/export/1.2/excerpt/' xmlns:wp='http://wordpress.org/export/1.2/'><channel>"
    "<title>L’Écho</title><language>fr-FR</language><wp:author><wp:author_login>cv</wp:author_login>"
    "<wp:author_display_name><![CDATA[Claire Vasseur]]></wp:author_display_name></wp:author>";

std::variant<Article, Skip> read(const std::string& post) {
  StringInput input(head + "<item>" + post + "</item></channel></rss>");
  XmlReader reader(input, wxr_format.items);
  auto item = std::make_shared<const XmlItem>(std::get<XmlItem>(*reader.next()));
  return read_wxr_item({{}, "a.xml", "a.xml", item->line, 0, item});
}

TEST_CASE("an export of WordPress is told from a feed") {
  CHECK(format_of(head) == "wxr");
  CHECK(format_of("<rss><channel>") == "feed");
  for (const char* address : {"https://wordpress.org/export/1.2/", "http://wordpress.org/export/1.2",
                              "https://www.wordpress.org/export/1.2/", "http://wordpress.org/export"})
    CHECK(format_of("<rss xmlns:wp='" + std::string(address) + "'><channel>") == "wxr");
}

TEST_CASE("a published post") {
  const auto found = read(
      "<title>Un été &amp;amp; un loup</title><link>https://a.example/1</link><guid>https://a.example/?p=1</guid>"
      "<pubDate>Sat, 17 Mar 2018 09:55:00 +0000</pubDate><dc:creator>cv</dc:creator>"
      "<content:encoded><![CDATA[<!-- wp:paragraph -->\n<p>Un <b>loup</b>.</p>\n<!-- /wp:paragraph -->\n\nDeux "
      "loups.\n\n[gallery ids='1']]]></content:encoded><excerpt:encoded>Chapô.</excerpt:encoded>"
      "<wp:post_date>2018-03-17 10:55:00</wp:post_date><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>"
      "<category domain='post_tag'>Loup</category><category domain='category'>Société</category>"
      "<category domain='category'>Nature</category><category domain='post_format'>Aside</category>");
  REQUIRE(std::holds_alternative<Article>(found));
  const Article& article = std::get<Article>(found);
  CHECK(article.key == "https://a.example/?p=1");
  CHECK(article.url == "https://a.example/1");
  CHECK(article.title == "Un été & un loup");
  CHECK(to_iso(article.date.value()) == "2018-03-17T10:55");
  CHECK(article.authors == std::vector<std::string>{"Claire Vasseur"});
  CHECK(article.section == "Société");
  CHECK(article.keywords == std::vector<std::string>{"Loup", "Nature"});
  CHECK(article.source == "L’Écho");
  CHECK(article.language == "fr-FR");
  CHECK(joined_zones(article, ZoneKind::lead) == "Chapô.");
  CHECK(joined_zones(article, ZoneKind::paragraph) == "Un loup.\nDeux loups.");
}

TEST_CASE("what is no published post is skipped") {
  const struct {
    const char* post;
    const char* reason;  ///< empty for an article
  } rows[] = {
      {"<wp:post_type>page</wp:post_type><wp:status>publish</wp:status>", reason::no_post},
      {"<wp:post_type>attachment</wp:post_type><wp:status>inherit</wp:status>", reason::no_post},
      {"<wp:post_type>article</wp:post_type><wp:status>publish</wp:status>", ""},
      {"<wp:post_type>actualites</wp:post_type><wp:status>publish</wp:status>", ""},
      {"<wp:post_type>jetpack-magazine-article</wp:post_type><wp:status>publish</wp:status>", ""},
      {"<wp:post_type>news_item</wp:post_type><wp:status>publish</wp:status>", ""},
      {"<wp:post_type>article</wp:post_type><wp:status>draft</wp:status>", reason::unpublished},
      {"<wp:post_type>article_ad</wp:post_type><wp:status>publish</wp:status>", reason::no_post},
      {"<wp:post_type>newsletter</wp:post_type><wp:status>publish</wp:status>", reason::no_post},
      {"<wp:post_type>feedback</wp:post_type><wp:status>publish</wp:status>", reason::no_post},
      {"<wp:post_type>menu_item</wp:post_type><wp:status>publish</wp:status>", reason::no_post},
      {"<wp:post_type>post</wp:post_type><wp:status>draft</wp:status>", reason::unpublished},
      {"<wp:post_type>post</wp:post_type><wp:status>future</wp:status>", reason::unpublished},
      {"<wp:post_type>post</wp:post_type><wp:status>private</wp:status>", reason::unpublished},
      {"<wp:post_type>post</wp:post_type><wp:status>publish</wp:status>", ""},
      {"<wp:status>publish</wp:status><wp:post_password>sésame</wp:post_password>", reason::unpublished},
      {"<wp:status>publish</wp:status><wp:post_password></wp:post_password>", ""},
      {"", ""},
  };
  for (const auto& row : rows) {
    INFO(row.post);
    const auto found = read("<title>T</title>" + std::string(row.post));
    const auto* skip = std::get_if<Skip>(&found);
    CHECK((skip == nullptr ? "" : skip->reason) == row.reason);
  }
}

TEST_CASE("a draft is known as one however the namespaces are written, and in a file that is read as a feed") {
  const char* post = "<p:post_type>post</p:post_type><p:status>draft</p:status>";
  for (const char* address : {"http://wordpress.org/export/1.2/", "https://wordpress.org/export/1.2/",
                              "https://wordpress.org/export/1.2", "HTTPS://www.WordPress.org/export/1.0/"}) {
    INFO(address);
    StringInput input("<rss xmlns:p='" + std::string(address) + "'><channel><item><title>T</title>" + post +
                      "</item></channel></rss>");
    XmlReader reader(input, wxr_format.items);
    auto item = std::make_shared<const XmlItem>(std::get<XmlItem>(*reader.next()));
    const Record record{{}, "a.xml", "a.xml", item->line, 0, item};
    const auto in_export = read_wxr_item(record);
    REQUIRE(std::holds_alternative<Skip>(in_export));
    CHECK(std::get<Skip>(in_export).reason == reason::unpublished);
    Choices choices;
    const auto in_feed = read_feed_item(record, choices);
    CHECK(std::holds_alternative<Skip>(in_feed));
  }
}

TEST_CASE("a post that was never dated has the date of its feed") {
  const auto found = read(
      "<title>T</title><pubDate>Sat, 17 Mar 2018 09:55:00 +0000</pubDate><wp:post_date>0000-00-00 00:00:00"
      "</wp:post_date>");
  CHECK(to_iso(std::get<Article>(found).date.value()) == "2018-03-17T09:55");
}

}  // namespace
}  // namespace hemero
