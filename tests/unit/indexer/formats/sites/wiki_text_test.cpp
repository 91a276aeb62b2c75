#include "indexer/formats/sites/wiki_text.h"

#include <chrono>
#include <string>

#include "tests/support/catch.h"

namespace hemero {
namespace {

/// "p Paragraph|h Heading"
std::string outline(const std::string& markup) {
  std::string text;
  for (const WikiBlock& block : read_wiki_text(markup).blocks)
    text += std::string(text.empty() ? "" : "|") + (block.kind == WikiBlock::Kind::heading ? "h " : "p ") + block.text;
  return text;
}

struct Row {
  const char* markup;
  const char* outline;
  const char* reason;
};

const Row rows[] = {
    {"Un loup.\nDeux.\n\nTrois.", "p Un loup. Deux.|p Trois.", "a blank line ends a paragraph"},
    {"== La nuit ==\nUn.", "h La nuit|p Un.", "a heading"},
    {"=== La nuit ===", "h La nuit", "… of the third rank"},
    {"1 = 1", "p 1 = 1", "no heading"},
    {"* Un\n** Deux\n# Trois\n: Quatre", "p Un|p Deux|p Trois|p Quatre", "items"},
    {"Il est '''très''' ''tard'', '''''tard'''''.", "p Il est très tard, tard.", "bold and italics"},
    {"L''''État''' d'ici", "p L'État d'ici", "bold behind an elision"},
    {"[[Paris]], [[Paris|la ville]] et [[:Catégorie:Loup|loups]].", "p Paris, la ville et loups.", "links"},
    {"Un [[Fichier:Loup.jpg|thumb|Un [[loup]] à [[Die]].]]loup.", "p Un loup.", "files go with their captions"},
    {"Un [http://example.org/a loup], [http://example.org] deux.", "p Un loup, deux.", "links to other sites"},
    {"Un [sic] loup", "p Un [sic] loup", "brackets that are none"},
    {"Un{{Infobox|a={{b|c}}|d=[[e]]}} loup.", "p Un loup.", "templates in templates"},
    {"Le {{w|Die|nom}}, {{w|Crest}}, {{lang|en|wolf}}.", "p Le nom, Crest, wolf.", "templates that set words"},
    {"{{citation|Il est tard}}, {{unité|10|km}}, {{formatnum:1234}}, {{XXe siècle}}",
     "p Il est tard, 10 km, 1234, XXe siècle", "… quotations and numbers"},
    {"Un\n{| class='x'\n| a || {{b}}\n|}\nloup.", "p Un|p loup.", "tables"},
    {"Un<ref>Note</ref> loup<ref name='a' /> ici<!-- non -->.", "p Un loup ici.", "references and comments"},
    {"Un<ref>loup", "p Unloup", "a reference that is never closed hides nothing"},
    {"Un<br/>deux<nowiki>''</nowiki> <small>trois</small> 1 < 2", "p Un deux trois 1 < 2", "HTML"},
    {"Un {{loup", "p Un loup", "a template that is never closed hides nothing"},
    {"Un [[loup", "p Un loup", "… nor does a link"},
    {"Un }} loup ]]", "p Un }} loup", "what closes nothing"},
    {"{{a|[[b}} c]] d", "p c d", "pairs that cross"},
    {"Un&nbsp;loup &amp; co", "p Un\u00A0loup & co", "entities"},
    {"__NOTOC__\n----\nUn.", "p Un.", "switches and rules"},
    {"[[Catégorie:Loup]][[en:Wolf]]Un.", "p Un.", "categories and other languages"},
    {"", "", "nothing"},
};

TEST_CASE("wiki markup becomes text") {
  for (const Row& row : rows) {
    INFO(row.reason);
    CHECK(outline(row.markup) == row.outline);
  }
}

TEST_CASE("categories and the date are told") {
  const WikiText text = read_wiki_text("{{date|6 août 2009}}[[Catégorie:Loup]] [[category:Die|x]]{{date|7|août}}");
  CHECK(text.date == "6 août 2009");
  CHECK(text.categories == std::vector<std::string>{"Loup", "Die"});
  CHECK(text.blocks.empty());
}

TEST_CASE("hostile markup takes linear time") {
  const auto begin = std::chrono::steady_clock::now();
  for (const std::string part :
       {"{{", "[[", "{|", "{{a|", "[[a|", "[http://a ", "<ref>", "<!--", "''", "<br", "{{{", "[[[", "}}", "{{a}}"}) {
    std::string markup;
    for (int i = 0; i < 100'000; ++i) markup += part;
    read_wiki_text(markup);
    read_wiki_text(markup + std::string(100'000, '}') + std::string(100'000, ']'));
  }
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(20));
}

}  // namespace
}  // namespace hemero
