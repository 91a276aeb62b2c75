#include "indexer/prose/paragraphs.h"

#include <string>
#include <vector>

#include "tests/support/catch.h"

namespace hemero {
namespace {

using Texts = std::vector<std::string>;

Texts split(const std::string& text) {
  const auto paragraphs = split_paragraphs(text);
  return {paragraphs.begin(), paragraphs.end()};
}

struct Row {
  std::string text;
  Texts paragraphs;
  const char* reason;
};

const std::string long_line(250, 'x');

const Row rows[] = {
    {"", {}, "nothing"},
    {" \n\t\n\u00A0\n", {}, "blanks only"},
    {"Un.", {"Un."}, "a line"},
    {"Un.\n\nDeux.", {"Un.", "Deux."}, "a blank line separates"},
    {"Un.\r\n\r\nDeux.\r\n", {"Un.", "Deux."}, "CRLF"},
    {"Un.\n \u00A0\t\nDeux.", {"Un.", "Deux."}, "a line of blanks is blank"},
    {"  Un.  \n\n\u202FDeux.\u00A0", {"Un.", "Deux."}, "blanks around go, no-break ones too"},
    {"\uFEFFUn.", {"Un."}, "a byte order mark goes"},
    {"Accueil\nMenu\nSports", {"Accueil", "Menu", "Sports"}, "lines too short to be wrapped"},
    {"Le maire a ouvert le marché.\nLa foule était là.",
     {"Le maire a ouvert le marché.", "La foule était là."},
     "short sentences, one a line"},
    {"On n’avait plus joué au stade Marcel-Ravel depuis octobre, mais la\n"
     "buvette était ouverte, jeudi soir, et ce n’était pas pour un match.\n"
     "Devant trois cent quarante sociétaires masqués, assis.",
     {"On n’avait plus joué au stade Marcel-Ravel depuis octobre, mais la\n"
      "buvette était ouverte, jeudi soir, et ce n’était pas pour un match.\n"
      "Devant trois cent quarante sociétaires masqués, assis."},
     "wrapped lines are one paragraph, also where a full line ends a sentence"},
    {"On n’avait plus joué au stade Marcel-Ravel depuis octobre, mais la bu-\n"
     "vette était ouverte.",
     {"On n’avait plus joué au stade Marcel-Ravel depuis octobre, mais la bu-\nvette était ouverte."},
     "the hyphen of a cut word and its line feed stay: the tokenizer joins them"},
    {"Les supporteurs détiendront désormais la moitié des parts, puis ils\n"
     "éliront.\n"
     "Sur le terrain, rien n’est simple pour autant, dit l’entraîneur, qui\n"
     "compose.",
     {"Les supporteurs détiendront désormais la moitié des parts, puis ils\néliront.",
      "Sur le terrain, rien n’est simple pour autant, dit l’entraîneur, qui\ncompose."},
     "a short line that ends a sentence ends its paragraph"},
    {"Les supporteurs détiendront désormais la moitié des parts\n"
     "Un mot\n"
     "L’entraîneur",
     {"Les supporteurs détiendront désormais la moitié des parts\nUn mot", "L’entraîneur"},
     "a line that had room for the next word was not wrapped"},
    {"Première phrase d’une brève qui tient sur une ligne assez longue.\n"
     "Deuxième phrase de la même brève, à peu près aussi longue qu’elle.",
     {"Première phrase d’une brève qui tient sur une ligne assez longue.",
      "Deuxième phrase de la même brève, à peu près aussi longue qu’elle."},
     "lines that all end sentences are paragraphs"},
    {"Titre court\n" + long_line, {"Titre court", long_line}, "beside a long line every line is a paragraph"},
    {"Un titre qui pourrait être une ligne coupée à soixante-dix colonnes, ou\npas\n\n" + long_line,
     {"Un titre qui pourrait être une ligne coupée à soixante-dix colonnes, ou", "pas", long_line},
     "… in the whole text: it was not wrapped"},
};

TEST_CASE("texts are cut into paragraphs") {
  for (const Row& row : rows) {
    INFO(row.reason);
    CHECK(split(row.text) == row.paragraphs);
  }
}

TEST_CASE("whether a part was wrapped can be told by who knows the whole") {
  const std::string part = "Un titre qui pourrait être une ligne coupée à soixante-dix colonnes, ou\npas";
  CHECK(split_paragraphs(part, true).size() == 1);
  CHECK(split_paragraphs(part, false).size() == 2);
  CHECK(may_be_wrapped(part));
  CHECK_FALSE(may_be_wrapped(part + "\n\n" + long_line));
}

TEST_CASE("paragraphs are slices of the text, in order") {
  const std::string text = "  Un.\n\nDeux,\ntrois.\n" + long_line + "\n\n Quatre ";
  const char* end = text.data();
  for (const auto paragraph : split_paragraphs(text)) {
    CHECK(paragraph.data() >= end);
    end = paragraph.data() + paragraph.size();
    CHECK(end <= text.data() + text.size());
  }
}

TEST_CASE("ends of sentences") {
  const char* ending[] = {"Oui.",          "Oui !",  "Oui ?",  "Oui…",   "« Oui. »",
                          "« Oui.\u00A0»", "“Oui.”", "(Oui.)", "Oui.\"", "Oui. "};
  const char* open[] = {"", "Oui", "Oui,", "Oui :", "« Oui »", "Oui;", "»", "(AFP)"};
  for (const char* text : ending) {
    INFO(text);
    CHECK(ends_sentence(text));
  }
  for (const char* text : open) {
    INFO(text);
    CHECK_FALSE(ends_sentence(text));
  }
}

TEST_CASE("texts are trimmed of every blank") {
  CHECK(trimmed(" \t\u00A0\u202F\u200B\uFEFFa b\n ") == "a b");
  CHECK(trimmed("") == "");
  CHECK(trimmed(" \u00A0 ") == "");
  CHECK(trimmed("\xC3") == "\xC3");  // half a character is no blank
}

TEST_CASE("lines are trimmed, empty ones kept") {
  const auto lines = trimmed_lines(" a \n\nb\r\n\n");
  CHECK(Texts(lines.begin(), lines.end()) == Texts{"a", "", "b", ""});
}

}  // namespace
}  // namespace hemero
