#include "indexer/formats/documents/pdf_layout.h"

#include <string>
#include <vector>

#include "tests/support/catch.h"

namespace hemero {
namespace {

using Kind = DocumentBlock::Kind;

/// A line of letters so high, from a place on the page: 5 points a letter, when nothing else is said.
PdfLine line(double left, double top, const std::string& text, double size = 10, double width = 0) {
  return {left, top, left + (width > 0 ? width : 5 * static_cast<double>(text.size())), top + size, text};
}

/// Lines below one another, as wide as a column but for the last.
PdfBlock block(double left, double top, const std::vector<std::string>& texts, double size = 10) {
  PdfBlock lines;
  for (const std::string& text : texts) {
    const bool last = &text == &texts.back();
    lines.push_back(line(left, top, text, size, last ? 0 : 240));
    top += 1.2 * size;
  }
  return lines;
}

std::vector<std::string> texts(const std::vector<PdfPage>& pages) {
  std::vector<std::string> texts;
  for (const DocumentBlock& block : read_layout(pages)) {
    const char* kind = block.kind == Kind::title     ? "title: "
                       : block.kind == Kind::heading ? "heading: "
                       : block.kind == Kind::debris  ? "debris: "
                                                     : "";
    texts.push_back(kind + block.text);
  }
  return texts;
}

using Texts = std::vector<std::string>;

TEST_CASE("lines become paragraphs, and words cut at their ends are made whole") {
  CHECK(texts({{842, {block(50, 200, {"Le maire a deman-", "dé aux familles de", "monter."})}}}) ==
        Texts{"Le maire a demandé aux familles de monter."});
}

TEST_CASE("an indented line begins a paragraph, and so does the line behind a short one") {
  PdfBlock indented =
      block(50, 200, {"Il pleut sur la ville depuis", "trois jours et trois nuits.", "Le maire attend"});
  indented[1].right = indented[0].right;
  indented[2].left += 12;
  CHECK(texts({{842, {indented}}}).size() == 2);
  PdfBlock ended = block(50, 200, {"Il pleut sur la ville depuis", "trois jours.", "Le maire attend des secours"});
  ended[1].right = 110;
  ended[2].right = 290;
  CHECK(texts({{842, {ended}}}).size() == 2);
  const PdfBlock apart{line(50, 200, "Il pleut sur la ville depuis"), line(50, 225, "trois jours, dit-on")};
  CHECK(texts({{842, {apart}}}).size() == 2);
}

TEST_CASE("lines that hang below their first are one paragraph") {
  PdfBlock hanging = block(50, 200, {"Il pleut sur la ville depuis", "trois jours et trois nuits,", "dit le maire"});
  hanging[1].left += 12;
  hanging[2].left += 12;
  CHECK(texts({{842, {hanging}}}).size() == 1);
  hanging.pop_back();
  CHECK(texts({{842, {hanging}}}).size() == 1);
}

TEST_CASE("the left column goes before the right one, wherever it begins") {
  const PdfBlock left = block(50, 220, {"Il pleut sur la ville.", "Il neige."});
  const PdfBlock right = block(310, 200, {"Le maire attend.", "Fin."});
  CHECK(texts({{842, {right, left}}}) == texts({{842, {left, right}}}));
}

TEST_CASE("a paragraph goes on in the next column and on the next page") {
  const PdfPage first{842, {block(50, 200, {"Il a promis des renforts et"}), block(310, 200, {"une aide aux"})}};
  const PdfPage second{842, {block(50, 200, {"sinistrés.", "Fin de la page."})}};
  CHECK(texts({first, second}).front().starts_with("Il a promis des renforts et une aide aux sinistrés."));
  const PdfPage ended{842, {block(50, 200, {"Il a promis."}), block(310, 200, {"une aide"})}};
  CHECK(texts({ended}) == Texts{"Il a promis.", "une aide"});
}

TEST_CASE("larger letters are headings, the largest of the first page the title") {
  const PdfBlock body = block(50, 300, {"Les habitants ont été réveillés par le bruit", "de l’eau dans les rues."});
  const PdfPage page{
      842, {block(50, 100, {"Inondation"}, 13), block(50, 150, {"La digue a cédé", "dans la nuit"}, 24), body}};
  const PdfPage next{842, {block(50, 200, {"Une grande annonce"}, 40), body}};
  CHECK(texts({page, next}) == Texts{"heading: Inondation", "title: La digue a cédé dans la nuit",
                                     "Les habitants ont été réveillés par le bruit de l’eau dans les rues.",
                                     "heading: Une grande annonce",
                                     "Les habitants ont été réveillés par le bruit de l’eau dans les rues."});
}

TEST_CASE("a large first letter belongs to its paragraph") {
  const PdfBlock body = block(80, 300, {"es habitants ont été réveillés par le bruit", "de l’eau dans les rues."});
  CHECK(texts({{842, {block(50, 300, {"L"}, 30), body}}}) ==
        Texts{"Les habitants ont été réveillés par le bruit de l’eau dans les rues."});
}

TEST_CASE("running heads, page numbers and lines that run upwards are debris") {
  const auto page = [](const std::string& number, const std::string& text) {
    return PdfPage{842,
                   {block(50, 30, {"Le Courrier du Soir - mardi 12 mars 2019"}), block(50, 300, {text}),
                    PdfBlock{{20, 400, 28, 600, "Crédit : une agence"}}, block(290, 800, {number})}};
  };
  CHECK(texts({page("1", "Il pleut."), page("2", "Il neige.")}) ==
        Texts{"debris: Le Courrier du Soir - mardi 12 mars 2019", "Il pleut.", "debris: Crédit : une agence",
              "debris: 1", "debris: Le Courrier du Soir - mardi 12 mars 2019", "Il neige.",
              "debris: Crédit : une agence", "debris: 2"});
  CHECK(texts({page("un", "Il pleut.")}).front() == "Le Courrier du Soir - mardi 12 mars 2019");  // of one page alone
  const PdfPage higher{842, {block(50, 20, {"Il pleut."})}};
  const PdfPage lower{842, {block(50, 40, {"Il pleut."}), block(50, 300, {"Il neige."})}};
  CHECK(texts({higher, lower}) == Texts{"Il pleut.", "Il pleut.", "Il neige."});  // at another place
}

TEST_CASE("pages without lines give nothing") {
  CHECK(texts({}).empty());
  CHECK(texts({{0, {}}, {842, {{}}}}).empty());
}

}  // namespace
}  // namespace hemero
