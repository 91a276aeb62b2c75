#include "query/answer/suggestion.h"

#include "query/answer/searcher.h"
#include "query/slips/correction.h"
#include "tests/support/catch.h"
#include "tests/unit/query/press_archive.h"

namespace hemero {
namespace {

/// Words of an archive by how often it prints them.
PressArchive& press() {
  static PressArchive archive = [] {
    const auto repeated = [](const char* words, int times) {
      std::string text;
      for (int i = 0; i < times; ++i) text += words + std::string(". ");
      return text;
    };
    return PressArchive({
        {.key = "a", .text = repeated("le taliban et le président Macron", 120)},
        {.key = "b", .text = repeated("les gilets jaunes à Strasbourg", 8) + "Un talban."},
        {.key = "c", .text = repeated("une réforme des retraites", 5) + " le covid-19 et Khalilzad"},
        {.key = "d", .text = "un rond et un fond"},
        {.key = "e", .text = repeated("l’état d’urgence, un bateau et la pharmacie", 60)},
        {.key = "f", .text = repeated("l’ambassadeur de Saint-Étienne", 9) + "Un état-major."},
        {.key = "g", .text = "Le bureau de Talban. Un Macronn."},
    });
  }();
  return archive;
}

struct Row {
  const char* query;
  const char* suggestion;  ///< empty for none
  const char* reason;
};

TEST_CASE("a word that may be mistyped is replaced by the likeliest of the archive") {
  const Row rows[] = {
      {"macronn", "Macron", "a letter too many, printed once"},
      {"macrn", "Macron", "one too few"},
      {"mcaron", "Macron", "two neighbours swapped"},
      {"strasborug", "Strasbourg", "in a long word"},
      {"stasborg", "Strasbourg", "two edits in a long word"},
      {"presidant macron", "président macron", "the other words stay as they are"},
      {"khalilzda", "Khalilzad", "a rare word is better than none"},
      {"giletsjaunes", "gilets jaunes", "two words typed together"},
      {"talban", "taliban", "printed twice, beside a neighbour that is printed more than fifty times as often"},
      {"farmassie", "pharmacie", "written by ear, many letters away"},
      {"bato", "bateau", ""},
      {"etatdurgence", "état d'urgence", "three words and an apostrophe"},
      {"durgence", "d'urgence", "an apostrophe that was left out"},
      {"ambas sadeur", "ambassadeur", "a word that was cut in two"},
      {"l'ambasadeur", "l'ambassadeur", "behind an elided word"},
      {"saint-ettienne", "saint-Étienne", "a part of a compound that is not printed"},
      {"ambasadeur de strasborug", "ambassadeur de Strasbourg", "several words at once"},
      {"saint etienne", "", "printed with a hyphen: no word was cut"},
      {"khalilzad", "", "printed once, without such a neighbour"},
      {"rond", "", "printed as seldom as its neighbour"},
      {"macron", "", "known"},
      {"président", "", "known, in other words"},
      {"zzyzx", "", "nothing near"},
      {"\"macronn\"", "", "what is in quotation marks is meant so"},
      {"=macronn", "", "an exact form too"},
      {"-macronn taliban", "", "what is excluded may well be unknown"},
      {"macronn*", "", ""},
  };
  for (const Row& row : rows) {
    INFO(row.query << ": " << row.reason);
    SearchRequest request;
    request.text = row.query;
    CHECK(Searcher(press().reader()).search(request).suggestion.value_or("") == row.suggestion);
  }
}

TEST_CASE("what there was no time to compare a word with is compared when there is") {
  std::string words;  // that begin like it, and come before the one that is meant
  for (char second = 'a'; second <= 'h'; ++second)
    for (char third = 'a'; third <= 'z'; ++third)
      for (const char* ending : {"a", "e", "o"}) words += std::string("m") + second + third + third + ending + " ";
  std::string ministers;
  for (int i = 0; i < 60; ++i) ministers += "Le ministre arrive. ";
  PressArchive many({{.key = "words", .text = words + "minstre."}, {.key = "ministers", .text = ministers}});
  Searcher searcher(many.reader());
  SearchRequest request;
  request.text = "minstre";
  request.match = MatchMode::any;
  request.deadline = 1e-9;
  CHECK(searcher.search(request).notices.size() == 1);  // that the time was over
  request.deadline.reset();
  REQUIRE(searcher.search(request).notices.size() == 1);
  CHECK(searcher.search(request).notices[0] == "“minstre” is hardly ever printed: “ministre” was looked for too");
}

TEST_CASE("the likeliest word for one that is not printed, for whoever asks") {
  KnownForms known(press().reader().vocabulary());
  FormFinder forms(known);
  KnownCorrections corrections;
  Corrector corrector(forms, corrections);
  const auto correction = [&](const char* word) {
    const auto likeliest = corrector.likeliest(word);
    return likeliest ? likeliest->text : std::string();
  };
  CHECK(correction("farmacie") == "pharmacie");
  CHECK(correction("zzyzx").empty());
  CHECK(correction("abc").empty());
  CHECK(correction("covid91").empty());
  CHECK(correction("").empty());
}

}  // namespace
}  // namespace hemero
