#include "indexer/formats/print/alto_page.h"

#include <string>

#include "tests/support/catch.h"
#include "tests/support/string_input.h"

namespace hemero {
namespace {

AltoPage page_of(const std::string& layout, const std::string& before = "") {
  StringInput input("<alto xmlns='http://www.loc.gov/standards/alto/ns-v3#'>" + before +
                    "<Layout><Page ID='P1' PHYSICAL_IMG_NR='4'><PrintSpace>" + layout +
                    "</PrintSpace></Page></Layout></alto>");
  return read_alto_page(input);
}

std::string text_of_block(const std::string& lines) {
  const AltoPage page = page_of("<TextBlock ID='B'>" + lines + "</TextBlock>");
  return page.blocks.empty() ? "" : page.blocks[0].text;
}

struct Row {
  std::string lines;
  const char* text;
  const char* reason;
};

const Row rows[] = {
    {"<TextLine><String CONTENT='Le'/><SP/><String CONTENT='Roi'/></TextLine><TextLine><String "
     "CONTENT='part.'/></TextLine>",
     "Le Roi part.", "words and lines stand apart"},
    {"<TextLine><String CONTENT='1'/><String CONTENT='er'/><SP/><String CONTENT='août'/></TextLine>", "1er août",
     "words without a space between them touch, where the line has spaces"},
    {"<TextLine><String CONTENT='Le'/><String CONTENT='Roi'/></TextLine>", "Le Roi", "… else they do not"},
    {"<TextLine><String CONTENT='l&apos;in' SUBS_TYPE='HypPart1' SUBS_CONTENT='l&apos;insurrection'/><HYP CONTENT='-'/>"
     "</TextLine><TextLine><String CONTENT='surrection' SUBS_TYPE='HypPart2' SUBS_CONTENT='l&apos;insurrection'/>"
     "</TextLine>",
     "l'insurrection", "a word in two parts"},
    {"<TextLine><String CONTENT='quit-' SUBS_TYPE='HypPart1' SUBS_CONTENT='quit-ter'/></TextLine><TextLine>"
     "<String CONTENT='ter' SUBS_TYPE='HypPart2' SUBS_CONTENT='quit-ter'/></TextLine>",
     "quitter", "… of a producer who never drops the hyphen"},
    {"<TextLine><String CONTENT='ci' SUBS_TYPE='HypPart1' SUBS_CONTENT='ciaprès'/><HYP "
     "CONTENT='-'/></TextLine><TextLine>"
     "<String CONTENT='après' SUBS_TYPE='HypPart2' SUBS_CONTENT='ciaprès'/></TextLine>",
     "ci-après", "… of one who always does"},
    {"<TextLine><String CONTENT='gou-' SUBS_TYPE='HypPart1' SUBS_CONTENT='gouvernés'/></TextLine><TextLine>"
     "<String CONTENT='vernes' SUBS_TYPE='HypPart2' SUBS_CONTENT='gouvernés'/></TextLine>",
     "gouvernés", "… of one who corrected it"},
    {"<TextLine><String CONTENT='gouver'/><HYP CONTENT='-'/></TextLine><TextLine><String CONTENT='nement'/></TextLine>",
     "gouvernement", "a hyphen without more"},
    {"<TextLine><String CONTENT='gouver-'/></TextLine><TextLine><String CONTENT='nement'/></TextLine>", "gouvernement",
     "… in the word itself"},
    {"<TextLine><String CONTENT='celui-'/></TextLine><TextLine><String CONTENT='ci'/></TextLine>", "celui-ci",
     "… that belongs to the word"},
    {"<TextLine><String CONTENT='gouver-'/></TextLine>", "gouver-", "a word that goes on elsewhere stays cut"},
    {"<TextLine><String CONTENT='Paris -'/></TextLine><TextLine><String CONTENT='Berlin'/></TextLine>",
     "Paris - Berlin", "a dash cuts no word"},
    {"<TextLine><String CONTENT='  '/><String CONTENT=''/></TextLine>", "", "blanks are no words"},
};

TEST_CASE("lines of a block become a paragraph") {
  for (const Row& row : rows) {
    INFO(row.reason);
    CHECK(text_of_block(row.lines) == row.text);
  }
}

TEST_CASE("blocks know their names, headings and confidence") {
  const AltoPage page = page_of(
      "<ComposedBlock ID='C'><TextBlock ID='B1' TAGREFS='T9 T1'><TextLine><String CONTENT='Titre' WC='0.5'/></TextLine>"
      "</TextBlock></ComposedBlock><TextBlock ID='B2'><TextLine><String CONTENT='Un' WC='1'/><String CONTENT='mot' "
      "WC='0.25'/><String CONTENT='de' WC='7'/></TextLine></TextBlock>",
      "<Tags><StructureTag ID='T1' LABEL='title'/></Tags>");
  CHECK(page.id == "P1");
  CHECK(page.number == "4");
  REQUIRE(page.blocks.size() == 2);
  CHECK(page.blocks[0].ids == std::vector<std::string>{"C", "B1"});
  CHECK(page.blocks[0].heading);
  CHECK_FALSE(page.blocks[1].heading);
  CHECK(page.blocks[1].rated == 2);
  CHECK(page.blocks[1].confidence == Approx(1.25));
}

TEST_CASE("a page that breaks off keeps what came before") {
  StringInput input(
      "<alto><Layout><Page><TextBlock ID='B'><TextLine><String CONTENT='Un'/></TextLine></TextBlock><Text");
  const AltoPage page = read_alto_page(input);
  CHECK(page.blocks.size() == 1);
  CHECK(page.fault.has_value());
}

}  // namespace
}  // namespace hemero
