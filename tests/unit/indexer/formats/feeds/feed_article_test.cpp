#include "indexer/formats/feeds/feed_article.h"

#include <string>

#include "indexer/formats/xml/xml_reader.h"
#include "tests/support/catch.h"
#include "tests/support/string_input.h"

namespace hemero {
namespace {

constexpr const char* atom = "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='fr-FR'><title>L’Écho</title>";
constexpr const char* rss =
    "<rss xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:content='http://purl.org/rss/1.0/modules/content/'>"
    "<channel><title>L’Écho</title><language>fr-fr</language>";

std::variant<Article, Skip> read(const std::string& file, Choices& choices) {
  StringInput input(file);
  XmlReader reader(input, {"item", "atom:entry"});
  auto item = std::make_shared<const XmlItem>(std::get<XmlItem>(*reader.next()));
  return read_feed_item({{}, "flux/a.xml", "a.xml", item->line, 0, item}, choices);
}

Article article_of(const std::string& file) {
  Choices choices;
  auto found = read(file, choices);
  REQUIRE(std::holds_alternative<Article>(found));
  return std::get<Article>(std::move(found));
}

Article in_rss(const std::string& item) { return article_of(rss + ("<item>" + item + "</item></channel></rss>")); }
Article in_atom(const std::string& entry) { return article_of(atom + ("<entry>" + entry + "</entry></feed>")); }

/// "l Lead|h Heading|p Paragraph|d Debris"
std::string outline(const Article& article) {
  std::string text;
  for (const Zone& zone : article.zones)
    text += std::string(text.empty() ? "" : "|") + "lhpd"[static_cast<std::size_t>(zone.kind)] + " " +
            std::string(article.zone_text(zone));
  return text;
}

struct Row {
  const char* item;
  const char* outline;
  const char* reason;
};

const Row texts[] = {
    {"<description>Un loup &amp;amp; deux.</description>", "p Un loup & deux.", "a summary alone is the text"},
    {"<description>Le gouver-\nnement</description>", "p Le gouver-\nnement", "a word that a line's end cuts"},
    {"<description>&lt;p>Un.&lt;/p>&lt;p>Deux.&lt;/p></description>", "p Un.|p Deux.", "HTML, escaped"},
    {"<content:encoded><![CDATA[<h2>Titre</h2><p>Un <b>loup</b>.</p>]]></content:encoded>", "h Titre|p Un loup.",
     "HTML in CDATA"},
    {"<description>Chapô.</description><content:encoded>Un.</content:encoded>", "l Chapô.|p Un.", "a lead"},
    {"<description>Un.</description><content:encoded><![CDATA[<p>Un.</p><p>Deux.</p>]]></content:encoded>",
     "l Un.|p Deux.", "a lead that is the first paragraph"},
    {"<description>Un loup dans la […]</description><content:encoded>Un loup dans la vallée.</content:encoded>",
     "p Un loup dans la vallée.", "the beginning of the text is no lead"},
    {"<description>Un &lt;b>loup&lt;/b> &lt;script>alert(1)&lt;/script></description>", "p Un loup", "no script"},
    {"<description>Un loup.</description><summary>Un loup dort dans la vallée.</summary>",
     "p Un loup dort dans la vallée.", "of two summaries the one that says more"},
    {"<description>Un loup dort.</description><itunes:summary>La nuit.</itunes:summary>", "l La nuit.|p Un loup dort.",
     "… and what the other says in other words"},
    {"<description>&lt;p>Un.&lt;/p>&lt;p>Deux.&lt;/p></description><itunes:summary>Un. Deux.</itunes:summary>",
     "p Un.|p Deux.", "the same without markup"},
    {"<media:group><media:description>Un loup.</media:description></media:group>", "p Un loup.",
     "all that a film says"},
    {"<description>Un.</description><media:group><media:description>Une photo.</media:description></media:group>",
     "p Un.", "… and what is said of its pictures"},
    {"<content:encoded><![CDATA[<p>Un <embed src='a.swf'> loup.</p>]]></content:encoded>", "p Un loup.",
     "what follows a film that nothing closes"},
    {"<content:encoded><![CDATA[<p>Un.</p><p>Partager sur Facebook</p>]]></content:encoded>",
     "p Un.|d Partager sur Facebook", "a known line of debris"},
};

TEST_CASE("texts of feeds") {
  for (const Row& row : texts) {
    INFO(row.reason);
    CHECK(outline(in_rss(row.item)) == row.outline);
  }
}

TEST_CASE("fields of RSS") {
  const Article article = in_rss(
      "<title>Prud&amp;rsquo;hommes : &lt;i>onze&lt;/i> minutes</title><link>https://a.example/1?a=b&amp;c</link>"
      "<guid isPermaLink='false'>k1</guid><pubDate>Sat, 17 Mar 2018 10:55:00 +0100</pubDate>"
      "<dc:creator>Claire Vasseur</dc:creator><dc:creator>Paul Le Goff</dc:creator>"
      "<category>Société</category><category>Douche</category><category>Société</category>");
  CHECK(article.key == "k1");
  CHECK(article.url == "https://a.example/1?a=b&c");
  CHECK(article.title == "Prud’hommes : onze minutes");
  CHECK(to_iso(article.date.value()) == "2018-03-17T10:55");
  CHECK(article.authors == std::vector<std::string>{"Claire Vasseur", "Paul Le Goff"});
  CHECK(article.section == "Société");
  CHECK(article.keywords == std::vector<std::string>{"Douche"});
  CHECK(article.source == "L’Écho");
  CHECK(article.language == "fr-fr");
}

TEST_CASE("keys and addresses of RSS") {
  CHECK(in_rss("<title>T</title>").key == "a.xml:1");
  CHECK(in_rss("<title>T</title><link>https://a.example/1</link>").key == "https://a.example/1");
  CHECK(in_rss("<title>T</title><guid>https://a.example/1</guid>").url == "https://a.example/1");
  CHECK(in_rss("<title>T</title><guid isPermaLink='false'>https://a.example/1</guid>").url.empty());
  CHECK(in_rss("<title>T</title><author>a@b.example (Claire Vasseur)</author>").authors.at(0) == "Claire Vasseur");
  CHECK(in_rss("<title>T</title><author>a@b.example</author>").authors.empty());
}

TEST_CASE("titles and names of feeds in the words of its modules") {
  CHECK(in_rss("<media:title>Un loup</media:title><description>Un.</description>").title == "Un loup");
  CHECK(in_rss("<title>Un loup</title><media:title>Photo : A. B.</media:title>").title == "Un loup");
  CHECK(article_of("<rss><channel><dc:title>L’Écho</dc:title><dc:publisher>Groupe</dc:publisher>"
                   "<item><title>T</title></item></channel></rss>")
            .source == "L’Écho");
}

TEST_CASE("RSS 1.0 says of an item what it is about") {
  const std::string rdf =
      "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
      "xmlns='http://purl.org/rss/1.0/'><item rdf:about='https://a.example/1'><title>T</title>";
  CHECK(article_of(rdf + "</item></rdf:RDF>").url == "https://a.example/1");
  CHECK(article_of(rdf + "</item></rdf:RDF>").key == "https://a.example/1");
  CHECK(article_of(rdf + "<link>https://a.example/un-loup</link></item></rdf:RDF>").url == "https://a.example/un-loup");
}

TEST_CASE("RSS whose names are in other letters") {
  const Article article = article_of(
      "<rss><Channel><TITLE>L’Écho</TITLE><ITEM><Title>Un loup</Title><pubdate>Sat, 17 Mar 2018 10:55:00 "
      "+0100</pubdate>"
      "<Guid isPermaLink='false'>k1</Guid><Link>https://a.example/1</Link><DESCRIPTION>Un.</DESCRIPTION></ITEM>"
      "</Channel></rss>");
  CHECK(article.title == "Un loup");
  CHECK(to_iso(article.date.value()) == "2018-03-17T10:55");
  CHECK(article.key == "k1");
  CHECK(article.url == "https://a.example/1");
  CHECK(article.source == "L’Écho");
  CHECK(outline(article) == "p Un.");
}

using Names = std::vector<std::string>;

struct Signature {
  const char* item;
  Names names;
};

const Signature signatures[] = {
    {"<author>redaction@ex.example (Claire Vasseur)</author>", {"Claire Vasseur"}},
    {"<author>Claire Vasseur (redaction@ex.example)</author>", {"Claire Vasseur"}},
    {"<author>Claire Vasseur &lt;redaction@ex.example></author>", {"Claire Vasseur"}},
    {"<author>\"Claire Vasseur\" &lt;mailto:redaction@ex.example></author>", {"Claire Vasseur"}},
    {"<author>redaction@ex.example, Claire Vasseur</author>", {"Claire Vasseur"}},
    {"<author>Claire Vasseur - redaction@ex.example</author>", {"Claire Vasseur"}},
    {"<author>redaction@ex.example</author>", {}},
    {"<author>redaction@ex.example (redaction@ex.example)</author>", {}},
    {"<author>&lt;redaction@ex.example></author>", {}},
    {"<author>Claire Vasseur (Le Courrier)</author>", {"Claire Vasseur (Le Courrier)"}},
    {"<author>a@ex.example (Claire Vasseur), b@ex.example (Paul Morin)</author>", {"Claire Vasseur", "Paul Morin"}},
    {"<author>Par Claire Vasseur, Paul Morin et J.-P. Le Bris</author>",
     {"Claire Vasseur", "Paul Morin", "J.-P. Le Bris"}},
    {"<author>Vasseur, Claire</author>", {"Vasseur, Claire"}},
    {"<author>Le Courrier avec AFP</author>", {"Le Courrier avec AFP"}},
    {"<author>@cvasseur</author>", {"@cvasseur"}},
    {"<author><name>Claire Vasseur</name><email>redaction@ex.example</email></author>", {"Claire Vasseur"}},
    {"<author>Claire Vasseur</author><author>Paul Morin</author>", {"Claire Vasseur", "Paul Morin"}},
    {"<dc:creator>Claire Vasseur (redaction@ex.example)</dc:creator>", {"Claire Vasseur"}},
    {"<dc:creator><![CDATA[Claire Vasseur; Paul Morin]]></dc:creator>", {"Claire Vasseur", "Paul Morin"}},
    {"<itunes:author>Claire Vasseur</itunes:author>", {"Claire Vasseur"}},
    {"<a10:author><a10:name>Claire Vasseur</a10:name></a10:author>", {"Claire Vasseur"}},
};

TEST_CASE("authors of RSS, without mail addresses") {
  for (const Signature& row : signatures) {
    INFO(row.item);
    CHECK(in_rss("<title>T</title>" + std::string(row.item)).authors == row.names);
  }
}

TEST_CASE("entries of a blog that are no published posts are skipped") {
  const std::string kind =
      "<category scheme='http://schemas.google.com/g/2005#kind' "
      "term='http://schemas.google.com/blogger/2008/kind#";
  const struct {
    std::string entry;
    const char* reason;  ///< empty for an article
  } rows[] = {
      {kind + "post'/><category term='Vallée'/>", ""},
      {kind + "comment'/>", reason::no_post},
      {kind + "settings'/>", reason::no_post},
      {kind + "post'/><app:control xmlns:app='http://purl.org/atom/app#'><app:draft>yes</app:draft></app:control>",
       reason::unpublished},
      {"<p:control xmlns:p='http://www.w3.org/2007/app'><p:draft>yes</p:draft></p:control>", reason::unpublished},
      {"<p:control xmlns:p='http://www.w3.org/2007/app'><p:draft>no</p:draft></p:control>", ""},
      {"<blogger:type>POST</blogger:type><blogger:status>LIVE</blogger:status>", ""},
      {"<blogger:type>POST</blogger:type><blogger:status>DRAFT</blogger:status>", reason::unpublished},
      {"<blogger:type>POST</blogger:type><blogger:status>SOFT_TRASHED</blogger:status>", reason::unpublished},
      {"<blogger:type>COMMENT</blogger:type><blogger:status>LIVE</blogger:status>", reason::no_post},
  };
  for (const auto& row : rows) {
    INFO(row.entry);
    Choices choices;
    const auto found = read(
        "<feed xmlns='http://www.w3.org/2005/Atom' "
        "xmlns:blogger='http://schemas.google.com/blogger/2018'><entry><title>T</title>" +
            row.entry + "</entry></feed>",
        choices);
    const auto* skip = std::get_if<Skip>(&found);
    CHECK((skip == nullptr ? "" : skip->reason) == row.reason);
  }
  CHECK(in_atom("<title>T</title>" + kind + "post'/><category term='Vallée'/>").section == "Vallée");
}

TEST_CASE("authors of Atom") {
  const auto authors = [](const std::string& entry) { return in_atom("<title>T</title>" + entry).authors; };
  CHECK(authors("<author><name>Claire Vasseur</name></author><author><name>Paul Morin</name></author>") ==
        Names{"Claire Vasseur", "Paul Morin"});
  CHECK(authors("<author><email>redaction@ex.example</email></author>").empty());
  CHECK(authors("<author><name>redaction@ex.example</name></author>").empty());
  CHECK(
      article_of("<feed><author><name>Claire Vasseur</name></author><entry><title>T</title></entry></feed>").authors ==
      Names{"Claire Vasseur"});
}

TEST_CASE("base64 is undone") {
  CHECK(in_atom("<title mode='base64'>Qm9uam91cg==</title>").title == "Bonjour");
  CHECK(outline(
            in_atom("<title>T</title><content type='application/octet-stream'>\n PHA+VW4gbG91cC48\n L3A+</content>")) ==
        "p Un loup.");
  CHECK(outline(in_atom("<title>T</title><content type='image/png'>iVBORw0KGgo=</content>")).empty());
}

TEST_CASE("fields of Atom") {
  const Article article = in_atom(
      "<title type='html'>Un &amp;eacute;t&amp;eacute;</title><link rel='self' href='https://a.example/x'/>"
      "<link href='https://a.example/1'/><id>urn:1</id><published>2018-03-17T10:55:00+01:00</published>"
      "<updated>2019-01-01T00:00:00Z</updated><author><name>Claire Vasseur</name></author>"
      "<category term='societe' label='Société'/><category term='Eau'/><summary>Chapô.</summary>"
      "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>Un <em>loup</em> &amp; deux.</p></div>"
      "</content>");
  CHECK(article.key == "urn:1");
  CHECK(article.url == "https://a.example/1");
  CHECK(article.title == "Un été");
  CHECK(to_iso(article.date.value()) == "2018-03-17T10:55");
  CHECK(article.authors == std::vector<std::string>{"Claire Vasseur"});
  CHECK(article.section == "Société");
  CHECK(article.keywords == std::vector<std::string>{"Eau"});
  CHECK(article.source == "L’Écho");
  CHECK(article.language == "fr-FR");
  CHECK(outline(article) == "l Chapô.|p Un loup & deux.");
}

TEST_CASE("plain text of Atom is not read as HTML") {
  CHECK(in_atom("<title>5 &lt;b> 3 &amp;amp; 2</title>").title == "5 <b> 3 & 2");
}

TEST_CASE("a date of update counts where no other is, and says so") {
  Choices choices;
  const std::string entry = "<entry><title>T</title><updated>2019-01-02</updated></entry></feed>";
  CHECK(to_iso(std::get<Article>(read(atom + entry, choices)).date.value()) == "2019-01-02");
  REQUIRE(choices.size() == 1);
  CHECK(choices.front().field == "date");
}

TEST_CASE("an item of RDF, without namespaces of its own") {
  const Article article = article_of(
      "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>"
      "<channel><title>L’Écho</title></channel><item><title>T</title><link>https://a.example/1</link></item></"
      "rdf:RDF>");
  CHECK(article.title == "T");
  CHECK(article.source == "L’Écho");
}

TEST_CASE("an item without title and text is refused") {
  Choices choices;
  const auto found = read(rss + std::string("<item><link>x</link></item></channel></rss>"), choices);
  REQUIRE(std::holds_alternative<Skip>(found));
  CHECK(std::get<Skip>(found).reason == reason::no_text);
}

}  // namespace
}  // namespace hemero
