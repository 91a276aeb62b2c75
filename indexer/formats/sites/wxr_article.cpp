#include "indexer/formats/sites/wxr_article.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "common/base/dates/date_reader.h"
#include "common/base/message.h"
#include "indexer/formats/html/html_fragment.h"
#include "indexer/formats/html/html_parser.h"
#include "indexer/formats/sites/wordpress_text.h"
#include "indexer/formats/xml/xml_fields.h"
#include "indexer/formats/xml/xml_records.h"
#include "indexer/input/format.h"

namespace hemero {

namespace {

std::string plain_line(const XmlElement* element) { return element == nullptr ? "" : plain_text(text_of(*element)); }

/// True for posts, and for the kinds that are called after what articles are, as themes and plugins for magazines make
/// them: "article", "actualites", "magazine-article", "news_item". What a type is called begins with whose it is.
bool holds_articles(std::string_view type) {
  constexpr std::array<std::string_view, 29> kinds{
      "post",   "article",   "articles",   "actu",     "actus",     "actualite",  "actualites", "breve",
      "breves", "chronique", "chroniques", "depeche",  "depeches",  "dossier",    "dossiers",   "edito",
      "editos", "editorial", "enquete",    "enquetes", "entretien", "entretiens", "interview",  "interviews",
      "news",   "reportage", "reportages", "tribune",  "tribunes"};
  for (const std::string_view one : {"_item", "-item", "_items", "-items", "_post", "-post", "_posts", "-posts"})
    if (type.ends_with(one)) type.remove_suffix(one.size());
  type.remove_prefix(type.find_last_of("_-") + 1);
  return std::find(kinds.begin(), kinds.end(), type) != kinds.end();
}

/// dc:creator is a login; the export begins with the names behind the logins.
std::string author_name(const XmlElement& channel, const std::string& login) {
  for (const XmlElement& child : channel.children) {
    if (child.name != "wp:author" || line_of(child.child("wp:author_login")) != login) continue;
    const std::string name = plain_line(child.child("wp:author_display_name"));
    if (!name.empty()) return name;
  }
  return login;
}

void set_date(const XmlElement& post, Article& article) {
  for (const char* name : {"wp:post_date", "pubDate"}) {
    article.date_text = line_of(post.child(name));
    article.date = read_date(article.date_text);
    if (article.date) return;
  }
}

/// The first category is the section; other categories and the tags are keywords.
void set_categories(const XmlElement& post, Article& article) {
  for (const XmlElement& child : post.children) {
    if (child.name != "category") continue;
    const std::string name = plain_line(&child);
    const bool tag = child.attribute("domain") == "post_tag";
    if (!tag && child.attribute("domain") != "category") continue;
    if (!tag && article.section.empty())
      article.section = name;
    else if (!name.empty())
      article.keywords.push_back(name);
  }
}

void set_text(const XmlElement& post, Article& article) {
  if (const XmlElement* content = first_of(post, {"content:encoded"}))
    append_fragment(article, wordpress_markup(text_of(*content)));
  if (const XmlElement* excerpt = first_of(post, {"excerpt:encoded"}))
    add_summary(article, wordpress_markup(text_of(*excerpt)));
}

}  // namespace

bool is_wordpress_post(const XmlElement& item) {
  return item.child("wp:status") != nullptr || item.child("wp:post_type") != nullptr;
}

std::variant<Article, Skip> read_wxr_item(const Record& record) {
  const XmlElement& post = record.xml->element;
  const std::string type = line_of(post.child("wp:post_type"));
  const std::string status = line_of(post.child("wp:status"));
  if (!type.empty() && !holds_articles(type))
    return refuse(record, reason::no_post, message("“{}”, not a post", type), markup_of(record.xml->element));
  if (!status.empty() && status != "publish")
    return refuse(record, reason::unpublished, message("“{}”, not published", status), markup_of(record.xml->element));
  if (!line_of(post.child("wp:post_password")).empty())
    return refuse(record, reason::unpublished, message("behind a password"), markup_of(record.xml->element));
  const XmlElement none;
  const XmlElement* found = record.xml->head->child("channel");
  const XmlElement& channel = found == nullptr ? none : *found;
  Article article;
  article.key = line_of(post.child("guid"));
  article.url = line_of(post.child("link"));
  article.title = plain_line(post.child("title"));
  article.source = plain_line(channel.child("title"));
  article.language = line_of(channel.child("language"));
  if (const std::string login = line_of(post.child("dc:creator")); !login.empty())
    article.authors.push_back(author_name(channel, login));
  set_date(post, article);
  set_categories(post, article);
  set_text(post, article);
  return finished(std::move(article), record);
}

namespace {

/// It is RSS that names this, with http or https before it.
Likeness wxr_likeness(const Format& format, const FileHead& head) {
  const bool wordpress = head.text().find("wordpress.org/export") != std::string::npos;
  return wordpress ? root_likeness(format, head) : Likeness::none;
}

}  // namespace

const Format wxr_format{
    .name = "wxr",
    .title = "exports of WordPress (WXR)",
    .endings = {{".xml"}},
    .roots = {"rss"},
    .items = {"item"},
    .likeness = wxr_likeness,
    .cut = cut_items,
    .make_extractor = make_extractor_of<PlainExtractor<read_wxr_item>>,
};

}  // namespace hemero
