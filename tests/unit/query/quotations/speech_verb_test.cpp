#include "query/quotations/speech_verb.h"

#include "tests/support/catch.h"
#include "tests/unit/query/quotations/lined_article.h"

namespace hemero {
namespace {

TEST_CASE("verbs of speech") {
  const struct {
    const char* text;
    const char* told;  ///< the words up to its end, then its pronoun; empty for none
    const char* reason;
  } rows[] = {
      {"déclare Odile", "déclare", "one word"},
      {"Déclarait Odile", "Déclarait", "any capital"},
      {"a vivement dénoncé Odile", "a vivement dénoncé", "an adverb before the participle"},
      {"ont-ils dit hier", "ont-ils dit ils", "a pronoun joined to the auxiliary"},
      {"ajoute-t-elle encore", "ajoute-t-elle elle", "and to the verb"},
      {"ironise t-elle encore", "ironise t-elle elle", "nearly joined"},
      {"s'est dit mardi", "s'est dit", "reflexive"},
      {"s’indigne Odile", "s’indigne", "any apostrophe"},
      {"indigne Odile", "", "only reflexive"},
      {"est dit à Odile", "", "nobody says what is said"},
      {"lui a répondu Odile", "lui a répondu", "a pronoun that is no subject"},
      {"met en garde Odile", "met en garde", "a locution"},
      {"met en scène Odile", "", "another one"},
      {"a mangé Odile", "", "no speech"},
      {"a", "", "the text ends"},
      {"met en", "", "within a locution"},
  };
  for (const auto& row : rows) {
    INFO(row.text << ": " << row.reason);
    const Article article = lined_article(row.text);
    const std::vector<SpeechWord> words = speech_words(article.text, article.zones);
    const auto verb = speech_verb_at(words, 0);
    std::string told;
    if (verb) told = article.text.substr(0, words[verb->end - 1].end);
    if (verb && !verb->pronoun.empty()) told += " " + std::string(verb->pronoun);
    CHECK(told == row.told);
  }
}

}  // namespace
}  // namespace hemero
