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
    {"\n <?xml version='1.0'?><rss><item>Un</item></rss>", {"1:Un"}, "blanks before the declaration"},
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
      {utf16("<rss>", false), "rss", "in UTF-16"},
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
