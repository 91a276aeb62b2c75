#include "indexer/formats/xml/xml_reader.h"

#include <string>
#include <vector>

#include "indexer/input/file_head.h"
#include "tests/support/catch.h"
#include "tests/support/string_input.h"

namespace hemero {
namespace {

using Texts = std::vector<std::string>;

/// What a reader gives, in a line each: "2:markup" for an item in line 2, "!reason:3" for a fault.
Texts read_all(const std::string& bytes) {
  StringInput input(bytes);
  XmlReader reader(input, {"item", "atom:entry"});
  Texts texts;
  while (auto result = reader.next()) {
    if (const auto* fault = std::get_if<XmlFault>(&*result)) {
      texts.push_back("!" + std::string(fault->reason) + ":" + std::to_string(fault->line));
      CHECK_FALSE(fault->message.empty());
    } else {
      const auto& item = std::get<XmlItem>(*result);
      texts.push_back(std::to_string(item.line) + ":" + markup_of(item.element));
    }
  }
  return texts;
}

std::string utf16(const std::string& text, bool mark) {
  std::string bytes = mark ? "\xFF\xFE" : "";
  for (const char byte : text) (bytes += byte) += '\0';
  return bytes;
}

std::string repeated(const std::string& text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

struct Row {
  std::string bytes;
  Texts texts;
  const char* reason;
};

const Row rows[] = {
    {"<rss><item><t>Un</t></item>\n<item>Deux</item></rss>", {"1:<t>Un</t>", "2:Deux"}, "items"},
    {"\n <?xml version='1.0'?><rss><item>Un</item></rss>", {"2:Un"}, "blanks before the declaration"},
    {repeated("Deprecated: x in a.php on line 5\n", 1000) + "<?xml version='1.0'?><rss><item>Un</item></rss>",
     {"1001:Un"},
     "many messages of PHP before it"},
    {"<rss><item>a<![CDATA[<b>&]]>c</item></rss>", {"1:a&lt;b>&amp;c"}, "CDATA is text"},
    {"<rss><item>&eacute;&nbsp;&zut;</item></rss>", {"1:é\u00A0&amp;zut;"}, "entities of HTML, and one of nobody"},
    {"<rss><item a='&eacute;b&amp;c&zut;'><t u='&lt;&#233;'/></item></rss>", {"1:<t u=\"&lt;é\"></t>"}, "attributes"},
    {"<rss xmlns:x='http://www.w3.org/2005/Atom'><x:entry><x:id>1</x:id></x:entry></rss>",
     {"1:<id>1</id>"},
     "a namespace, whatever its prefix"},
    {"<rss xmlns:x='https://www.w3.org/2005/Atom/'><x:entry><x:id>1</x:id></x:entry></rss>",
     {"1:<id>1</id>"},
     "… with https, and a slash at its end"},
    {"<rss xmlns:x='http://W3.org/2005/atom'><x:entry><x:id>1</x:id></x:entry></rss>",
     {"1:<id>1</id>"},
     "… without www, in other letters"},
    {"<rss><item><dc:date>x</dc:date></item></rss>", {"1:<date>x</date>"}, "a prefix that nobody declared"},
    {"<rss><item>un\x01 \x0B</item></rss>", {"1:un   "}, "control characters"},
    {"<?xml version='1.0' encoding='ISO-8859-15'?><rss><item>\xBD\xA4</item></rss>", {"1:œ€"}, "a declared charset"},
    {"<?xml version='1.0' encoding='ISO-8859-1'?><rss><item>l\x92\xE9t\xE9</item></rss>",
     {"1:l’été"},
     "windows-1252 under the name of ISO-8859-1"},
    {"<?xml version='1.0' encoding='ISO-8859-1'?><rss><item>été</item></rss>", {"1:été"}, "UTF-8 that says it is not"},
    {"<?xml version='1.0' encoding='UTF-8'?><rss><item>\xE9t\xE9</item></rss>", {"1:été"}, "not UTF-8 that says it is"},
    {utf16("<?xml version='1.0' encoding='UTF-16'?><rss><item>Un</item></rss>", true), {"1:Un"}, "UTF-16"},
    {utf16("<rss><item>Un</item></rss>", false), {"1:Un"}, "UTF-16 without its mark"},
    {"<rss><item>Un</item><item>Deux", {"1:Un", "!broken_xml:1"}, "a file that was cut"},
    {"<rss><item>R&D, a & b, &é; &#1 &#xZ; &1; &;&</item></rss>",
     {"1:R&amp;D, a &amp; b, &amp;é; &amp;#1 &amp;#xZ; &amp;1; &amp;;&amp;"},
     "an & that stands for itself"},
    {"<rss><!-- & --><?x & ?><item u='?a=1&b=2'/><item><![CDATA[a&b]]>&</item></rss>",
     {"1:", "1:a&amp;b&amp;"},
     "… in an attribute, behind sections, and not in them"},
    {utf16("<rss><item>" + repeated("&amp;", 20'000) + "</item></rss>", true),
     {"1:" + repeated("&amp;", 20'000)},
     "references in every place of UTF-16"},
    {"<rss><item>" + repeated("&lt;", 20'000) + "</item></rss>",
     {"1:" + repeated("&lt;", 20'000)},
     "… and without a blank in UTF-8"},
    {"<br />\n<b>Notice</b>: x in <b>a.php</b> on line <b>3</b><br />\n<?xml version='1.0'?><rss><item>Un</item></rss>",
     {"3:Un"},
     "a message of PHP before the declaration"},
    {"<br /><p><?xml version='1.0'?><rss><item>Un</item></rss>", {"!broken_xml:1"}, "… is not any other element"},
    {"<rss><item>Un</item></rss><rss>", {"1:Un", "!broken_xml:1"}, "a second root"},
    {"<!DOCTYPE rss PUBLIC '-//N//DTD' 'http://a.example/x.dtd'><rss><item>Un</item></rss>", {"1:Un"}, "a doctype"},
    {"<!DOCTYPE rss [<!ENTITY a 'ha'>]><rss><item>&a;</item></rss>", {"!broken_xml:1"}, "an entity of its own"},
    {"<!DOCTYPE rss [<!ENTITY a SYSTEM 'file:///etc/hosts'>]><rss><item>&a;</item></rss>",
     {"!broken_xml:1"},
     "an external entity"},
    {"<!DOCTYPE rss [<!ENTITY % a '<!ENTITY b \"ha\">'> %a;]><rss/>", {"!broken_xml:1"}, "a parameter entity"},
    {"<!DOCTYPE rss SYSTEM 'a.dtd' [<!ENTITY % a SYSTEM 'file:///etc/hosts'> %a;]><rss><item>&a;Un</item></rss>",
     {"1:&amp;a;Un"},
     "… that would be loaded, and is not: news agencies name the parts of their DTD so"},
    {"<rss><item>Un</item>" + repeated("<a>", 100'000), {"1:Un", "!broken_xml:1"}, "100,000 levels"},
    {"<rss><item>Un</item><item " + repeated("a='' ", 400'000) + "/></rss>", {"1:Un", "!broken_xml:1"}, "a long tag"},
    {"<rss><item>" + repeated("<a/>", 300'000) + "</item><item>Un</item></rss>",
     {"!too_long:1", "1:Un"},
     "an item that would fill the memory"},
    {"<rss><item>Un prix < 5 euros, a <= b, <3</item></rss>",
     {"1:Un prix &lt; 5 euros, a &lt;= b, &lt;3"},
     "a < before what begins no tag"},
    {"<rss><item>a&#11;b&#x1F;c&#0;d\uFFFE\uFFFF</item></rss>", {"1:a b c d      "}, "what XML forbids, by number too"},
    {"<rss><item>l&#146;&#xE9;t&#xe9; &#55356;&#57311; &#55356;</item></rss>",
     {"1:l’été \U0001F3DF \uFFFD"},
     "bytes of windows-1252 by number, characters in two halves"},
    {"<rss><item>&#60;b&#62; &#38;amp; &#9;</item></rss>",
     {"1:&lt;b> &amp;amp; \t"},
     "signs of XML by number stay text"},
    {"<rss><item>a]]>b<![CDATA[c]]>d]] ></item></rss>", {"1:a]]>bcd]] >"}, "an end of CDATA without its beginning"},
    {"<rss><item>a<!-- b -- & <item>\n -->c</item>\n<item>d</item></rss>", {"1:ac", "3:d"}, "hyphens in a comment"},
    {"<!-- a -->\n<?xml version='1.0' encoding='ISO-8859-15'?><rss><item>\xBD</item></rss>",
     {"2:œ"},
     "a comment before the declaration"},
    {"\xEF\xBB\xBF\n\xEF\xBB\xBF<?xml version='1.0'?><rss><item>Un</item></rss>", {"2:Un"}, "byte order marks"},
    {"<rss><item><t>Un</item>\n<item>Deux</item></rss>", {"!broken_xml:1", "2:Deux"}, "an element without its end"},
    {"<rss><a xmlns:x='http://www.w3.org/2005/Atom'><x:entry>a</b></x:entry><x:entry>Un</x:entry></a></rss>",
     {"!broken_xml:1", "1:Un"},
     "what stood around the items is open again"},
    {"<rss><item><t>Un</t>\n<item>Deux</item></rss>", {"!broken_xml:1", "2:Deux"}, "an item without its end"},
    {"<rss><item>Un<b \n<item>Deux</item></rss>", {"!broken_xml:1", "2:Deux"}, "a tag without its end"},
    {"<rss><item a=b>Un</item><item a='' a=''/><item>Deux</item></rss>",
     {"!broken_xml:1", "!broken_xml:1", "1:Deux"},
     "attributes as XML does not have them"},
    {"<rss xmlns:i='http://purl.org/rss/1.0/modules/image/'><item>Un<i:item>a</i:item></item></rss>",
     {"1:Un<item>a</item>"},
     "an element of the same name in another namespace"},
    {"<rss><t><b></t><item>Un</item></rss>", {"!broken_xml:1", "1:Un"}, "damage before the first item"},
    {"<rss><item>Un</item><b></t><item>Deux</item></u><item>Trois</item></rss>",
     {"1:Un", "!broken_xml:1", "1:Deux", "1:Trois"},
     "between items: told of once, nothing is lost"},
    {"<rss><item>a</b></item>", {"!broken_xml:1"}, "behind damage nothing else"},
    {"<rss><item>a</b></item>\n<item>Un</item>\n<item>Deux", {"!broken_xml:1", "2:Un", "!broken_xml:3"}, "… or a cut"},
    {"<rss>" + repeated("<item>a</b></item>", 10'001) + "<item>Un</item></rss>",
     [] {
       Texts texts(10'002, "!broken_xml:1");
       return texts;
     }(),
     "too much damage"},
    {"<feed><entry><id>1</id></entry></feed>", {"1:<id>1</id>"}, "Atom without its namespace"},
    {"<feed xmlns='http://example.org/feed'><entry><id>1</id></entry></feed>", {"1:<id>1</id>"}, "… in another one"},
    {"<x:feed><x:entry><x:id>1</x:id></x:entry></x:feed>", {"1:<id>1</id>"}, "… with a prefix that nobody declared"},
    {"<rss/>", {}, "no item"},
    {"", {"!broken_xml:1"}, "nothing"},
};

TEST_CASE("XML is cut into items") {
  for (const Row& row : rows) {
    INFO(row.reason);
    CHECK(read_all(row.bytes) == row.texts);
  }
}

TEST_CASE("an item knows what stood before the first one") {
  StringInput input("<rss><channel><title>Un</title><item/><title>Deux</title><item/></channel></rss>");
  XmlReader reader(input, {"item"});
  for (int i = 0; i < 2; ++i) {
    const auto item = std::get<XmlItem>(*reader.next());
    CHECK(item.number == static_cast<std::uint64_t>(i) + 1);
    CHECK(item.head->name == "rss");
    CHECK(line_of(item.head->at({"channel", "title"})) == "Un");
  }
}

TEST_CASE("one item may stand inside of another where a format has that") {
  const auto count = [](bool nest) {
    StringInput input("<a><item><item>Un</item></item><item>Deux</item></a>");
    XmlReader reader(input, {"item"}, {}, nest);
    Texts texts;
    while (auto result = reader.next())
      if (const auto* item = std::get_if<XmlItem>(&*result)) texts.push_back(markup_of(item->element));
    return texts;
  };
  CHECK(count(true) == Texts{"<item>Un</item>", "Deux"});
  CHECK(count(false) == Texts{"Un", "Deux"});
}

TEST_CASE("elements have the prefix that everyone uses, however a file names them") {
  const struct {
    const char* root;
    const char* element;
    const char* name;
  } names[] = {
      {"<rss xmlns:dc='http://purl.org/dc/elements/1.1/'>", "<dc:creator/>", "dc:creator"},
      {"<rss xmlns:d='https://PURL.org/dc/elements/1.1'>", "<d:creator/>", "dc:creator"},
      {"<rss xmlns:c='//purl.org/rss/1.0/modules/content'>", "<c:encoded/>", "content:encoded"},
      {"<rdf:RDF xmlns='http://purl.org/rss/1.0'>", "<title/>", "title"},
      {"<rss xmlns:i='http://purl.org/rss/1.0/modules/image/'>", "<i:item/>", "i:item"},
      {"<rss xmlns:m='https://search.yahoo.com/mrss'>", "<m:text/>", "media:text"},
      {"<rss xmlns:w='https://wordpress.org/export/1.2/'>", "<w:status/>", "wp:status"},
      {"<rss xmlns:w='https://fr.wordpress.org/export/1.2'>", "<w:status/>", "wp:status"},
      {"<rss xmlns:w='https://example.org/1.2/'><w:wxr_version/>", "<w:status/>", "wp:status"},
      {"<rss><w:wxr_version/>", "<w:status/>", "wp:status"},
      {"<rss xmlns:e='http://wordpress.org/export/1.3/excerpt'>", "<e:encoded/>", "excerpt:encoded"},
      {"<nitf xmlns='http://iptc.example/NITF'>", "<body/>", "body"},
      {"<n:nitf xmlns:n='http://iptc.example/NITF'>", "<n:body/>", "body"},
      {"<mets:mets>", "<mods:title/>", "title"},
      {"<mediawiki xmlns='https://www.mediawiki.org/xml/export-0.11'>", "<ns/>", "ns"},
      {"<alto xmlns='http://schema.ccs-gmbh.com/ALTO'>", "<a xmlns='http://www.w3.org/1999/xhtml'/>", "xhtml:a"},
      {"<feed xmlns='http://www.w3.org/2005/Atom/'>", "<id/>", "atom:id"},
      {"<feed xmlns='https://purl.org/atom/ns'>", "<id/>", "atom:id"},
  };
  for (const auto& row : names) {
    const std::string root(row.root);
    const std::string name = root.substr(1, root.find_first_of(" >") - 1);
    StringInput input(root + "<item>" + row.element + "</item></" + name + ">");
    XmlReader reader(input, {"item", "atom:item"});
    const auto result = reader.next();
    INFO(row.root);
    REQUIRE(result);
    CHECK(std::get<XmlItem>(*result).element.children.at(0).name == row.name);
  }
}

TEST_CASE("the first element tells the kind of XML") {
  const struct {
    std::string head;
    const char* root;
    const char* reason;
  } heads[] = {
      {"<rss>", "rss", "at once"},
      {"<?xml version='1.0'?>\n<!-- <a> -->\n<rdf:RDF x=''>", "RDF", "behind declaration and comment, with a prefix"},
      {"<!DOCTYPE rss [<!ENTITY a '>'>]>\n<rss/>", "rss", "behind a doctype and what it holds"},
      {"\xEF\xBB\xBF<feed\n>", "feed", "behind a byte order mark"},
      {"\xEF\xBB\xBF\n\xEF\xBB\xBF<feed>", "feed", "behind two, and a blank line"},
      {"\n<br>\n<b>Warning</b>: x<br>\n<br />\n<b>Warning</b>: y<br />\n<?xml version='1.0'?><rss>", "rss",
       "behind messages of PHP"},
      {"<br />\n<b>Warning</b>: x<br />\n<p>y", "br", "… and nothing else"},
      {"\nWarning: fopen(a.php): x in b.php on line 5\n\nStrict Standards: y in c.php on line 6\n<?xml "
       "version='1.0'?><rss>",
       "rss", "behind messages without markup"},
      {"PHP Deprecated:  x in a.php on line 5\n<?xml version='1.0'?><rss>", "rss", "behind one of a program"},
      {"Warning: this is about <?xml version='1.0'?><rss>", "", "behind what is no message"},
      {"Un titre\n<rss>", "", "not at all"},
      {"<!DOCTYPE", "", "cut"},
      {"<?xml", "", "cut"},
      {"", "", "nothing"},
  };
  for (const auto& row : heads) {
    INFO(row.reason);
    CHECK(root_name(row.head) == row.root);
  }
}

}  // namespace
}  // namespace hemero
