#include "indexer/formats/named/publication_state.h"

#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "indexer/formats/named/csv_article.h"
#include "indexer/formats/named/jsonl_article.h"
#include "tests/support/catch.h"

namespace hemero {
namespace {

constexpr const char* article = "";

std::string reason_of(const std::variant<Article, Skip>& read) {
  const auto* skip = std::get_if<Skip>(&read);
  return skip == nullptr ? article : skip->reason;
}

std::string of_json(const std::string& members, KeyMap keys = {}) {
  return reason_of(JsonArticleReader(std::move(keys))
                       .read({R"({"title": "T", "text": "Un.", )" + members + "}", "a.jsonl", "a.jsonl"}));
}

std::string of_row(std::vector<std::string> columns, const std::string& cells) {
  columns.insert(columns.begin(), {"titre", "texte"});
  Record row{"T,Un.," + cells, "a.csv", "a.csv"};
  row.header = std::make_shared<const CsvHeader>(CsvHeader{',', false, std::move(columns)});
  return reason_of(CsvArticleReader(KeyMap{}).read(row));
}

TEST_CASE("what a record says of itself that it was not published is believed, as each program says it") {
  const struct {
    const char* members;
    const char* reason;
  } rows[] = {
      // Ghost: exports, and the answers of its two interfaces. Who may read it all is another question.
      {R"("slug": "t", "type": "post", "status": "draft", "published_at": null)", reason::unpublished},
      {R"("slug": "t", "type": "post", "status": "scheduled")", reason::unpublished},
      {R"("slug": "t", "type": "post", "status": "published", "visibility": "public")", article},
      {R"("slug": "t", "type": "post", "status": "sent", "visibility": "members")", article},
      {R"("slug": "t", "type": "page", "status": "published")", reason::no_post},
      // WordPress' REST interface
      {R"("slug": "t", "type": "post", "status": "publish", "content": {"rendered": "", "protected": false})", article},
      {R"("slug": "t", "type": "post", "status": "future")", reason::unpublished},
      {R"("slug": "t", "type": "post", "status": "pending")", reason::unpublished},
      {R"("slug": "t", "type": "post", "status": "private")", reason::unpublished},
      {R"("slug": "t", "type": "post", "status": "trash")", reason::unpublished},
      {R"("slug": "t", "type": "page", "status": "publish")", reason::no_post},
      {R"("slug": "t", "type": "attachment", "status": "inherit")", reason::no_post},
      {R"("slug": "t", "type": "enquete", "status": "publish")", article},
      {R"("slug": "t", "content": {"rendered": "", "protected": true})", reason::unpublished},
      // its table of posts
      {R"("post_type": "post", "post_status": "publish", "post_password": "")", article},
      {R"("post_type": "post", "post_status": "auto-draft")", reason::unpublished},
      {R"("post_type": "post", "post_status": "inherit")", reason::unpublished},
      {R"("post_type": "revision", "post_status": "inherit")", reason::no_post},
      {R"("post_type": "nav_menu_item", "post_status": "publish")", reason::no_post},
      {R"("post_type": "post", "post_status": "publish", "post_password": "sésame")", reason::unpublished},
      {R"("post_password": "NULL")", article},
      // Drupal: JSON:API, nodes as JSON, content moderation
      {R"("attributes": {"drupal_internal__nid": 1, "status": false})", reason::unpublished},
      {R"("attributes": {"drupal_internal__nid": 1, "status": true})", article},
      {R"("nid": [{"value": 1}], "status": [{"value": false}])", reason::unpublished},
      {R"("nid": "1", "status": "0")", reason::unpublished},
      {R"("nid": "1", "status": "1")", article},
      {R"("moderation_state": "draft")", reason::unpublished},
      // Strapi, versions 4 and 5
      {R"("attributes": {"createdAt": "2021-08-11", "publishedAt": null})", reason::unpublished},
      {R"("attributes": {"createdAt": "2021-08-11", "publishedAt": "2021-08-11"})", article},
      {R"("documentId": "a1", "publishedAt": null)", reason::unpublished},
      {R"("documentId": "a1", "publishedAt": "2021-08-11")", article},
      // SPIP
      {R"("id_rubrique": 3, "statut": "prepa")", reason::unpublished},
      {R"("id_rubrique": 3, "statut": "prop")", reason::unpublished},
      {R"("id_rubrique": 3, "statut": "poubelle")", reason::unpublished},
      {R"("id_rubrique": 3, "statut": "publie")", article},
      // Blogger
      {R"("selfLink": "https://x", "status": "SOFT_TRASHED")", reason::unpublished},
      {R"("selfLink": "https://x", "status": "LIVE")", article},
      // Hugo, Jekyll, Django
      {R"("draft": true)", reason::unpublished},
      {R"("draft": false)", article},
      {R"("published": false)", reason::unpublished},
      {R"("published": true)", article},
      {R"("published": "2021-08-11")", article},
      {R"("is_published": 0)", reason::unpublished},
      // ninjs
      {R"("headline": "T", "versioncreated": "2021-08-11T18:03:00Z", "pubstatus": "usable")", article},
      {R"("headline": "T", "versioncreated": "2021-08-11T18:03:00Z", "pubstatus": "withheld")", reason::unpublished},
      {R"("headline": "T", "versioncreated": "2021-08-11T18:03:00Z", "pubstatus": "canceled")", reason::unpublished},
      // references, as CSL and Zotero's tables have them
      {R"("type": "article-newspaper", "issued": {"date-parts": [[2021, 8, 11]]})", article},
      {R"("type": "webpage", "issued": {"date-parts": [[2021]]})", article},
      {R"("type": "book", "issued": {"date-parts": [[2021]]})", reason::no_article},
      {R"("type": "paper-conference", "issued": {"date-parts": [[2021]]})", reason::no_article},
      {R"("Item Type": "bookSection")", reason::no_article},
      {R"("Item Type": "newspaperArticle")", article},
      // typed by people
      {R"("Statut de publication": "Brouillon")", reason::unpublished},
      {R"("État": "non publié")", reason::unpublished},
      {R"("Statut": "Publié")", article},
  };
  for (const auto& row : rows) {
    INFO(row.members);
    CHECK(of_json(row.members) == row.reason);
  }
}

TEST_CASE("a status that tells something else says nothing of the publication") {
  for (const char* members : {
           R"("status": 200)",                                    // of an answer
           R"("status": "ok")",                                   //
           R"("status": 0)",                                      // no error
           R"("status": false)",                                  //
           R"("status": "active")",                               // of an account, a subscription
           R"("status": "pending")",                              // of a task
           R"("status": "scheduled")",                            // of a match
           R"("status": "Paid")",                                 //
           R"("type": "book")",                                   // that is reviewed
           R"("type": "page")",                                   // of the web
           R"("type": "NewsArticle", "slug": "t")",               //
           R"("state": "private", "author": "Claire Vasseur")",   //
           R"("statut": "refuse")",                               // without what only SPIP has
           R"("publishedAt": null)",                              // an agency that does not know it
           R"("publishedAt": null, "createdAt": "2021-08-11")",   //
           R"("published": 0)",                                   // a feed reader that does not know it
           R"("published": null)",                                //
           R"("date": false)",                                    //
           R"("author": {"name": "Claire", "status": "draft"})",  // of something within
           R"("visibility": "private")",                          // who reads it
       }) {
    INFO(members);
    CHECK(of_json(members) == article);
  }
}

TEST_CASE("rows of tables are believed as objects are") {
  const struct {
    std::vector<std::string> columns;
    const char* cells;
    const char* reason;
  } rows[] = {
      {{"post_status", "post_type"}, "publish,post", article},
      {{"post_status", "post_type"}, "draft,post", reason::unpublished},
      {{"post_status", "post_type"}, "inherit,revision", reason::no_post},
      {{"Statut"}, "Brouillon", reason::unpublished},
      {{"Statut"}, "Publié", article},
      {{"published"}, "False", reason::unpublished},
      {{"published"}, "0", article},
      {{"nid", "status"}, "12,0", reason::unpublished},
      {{"code", "status"}, "12,0", article},
      {{"documentId", "publishedAt"}, "a1,", reason::unpublished},
      {{"attributes.publishedAt"}, "NaN", reason::unpublished},
      {{"publishedAt"}, "NaN", article},
      {{"slug", "content.protected"}, "t,True", reason::unpublished},
  };
  for (const auto& row : rows) {
    INFO(row.cells);
    CHECK(of_row(row.columns, row.cells) == row.reason);
  }
}

TEST_CASE("a key that the user gives to a field says nothing of the publication, and messages name what was said") {
  CHECK(of_json(R"("status": "draft")", {{"section", "status"}}) == article);
  const auto message_of = [](const std::string& members) {
    return std::get<Skip>(
               JsonArticleReader(KeyMap{}).read({R"({"title": "T", )" + members + "}", "a.jsonl", "a.jsonl"}))
        .message;
  };
  CHECK(message_of(R"("status": "draft")") == "“draft”, not published");
  CHECK(message_of(R"("published": false)") == "“published: false”, not published");
  CHECK(message_of(R"("documentId": "a", "publishedAt": null)") == "“publishedAt: null”, not published");
  CHECK(message_of(R"("slug": "t", "type": "page")") == "“page”, not a post");
}

}  // namespace
}  // namespace hemero
