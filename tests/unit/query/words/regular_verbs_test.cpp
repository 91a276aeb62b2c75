#include "query/words/regular_verbs.h"

#include <algorithm>

#include "tests/support/catch.h"

// Which regular verbs a folded word may be a form of. An archive tells whether they are verbs: families_test.

namespace hemero {
namespace {

struct Row {
  const char* word;
  const char* form;
  const char* reason;
};

const Row forms[] = {
    {"voter", "vote", "verbs in -er"},
    {"votent", "voter", ""},
    {"voter", "votera", ""},
    {"voter", "votaient", ""},
    {"votee", "voter", ""},
    {"voter", "voterent", ""},
    {"votons", "votez", ""},
    {"negociions", "negocie", ""},
    {"osa", "osent", "a stem of two letters"},
    {"manger", "mangeons", "-ger keeps its e"},
    {"mangeait", "mange", ""},
    {"commencer", "commenca", "-cer loses its cedilla in folding"},
    {"acheter", "achete", ""},
    {"feuilleter", "feuillette", "-eter may double its t"},
    {"ruisselle", "ruisseler", "-eler its l"},
    {"balayer", "balaie", "-yer may lose its y"},
    {"balayera", "balayer", "or keep it"},
    {"essuie", "essuyait", ""},
    {"cotoient", "cotoyer", ""},
    {"finir", "finissent", "verbs in -ir like finir"},
    {"finit", "fini", ""},
    {"reunies", "reunissant", ""},
    {"finimes", "finir", ""},
};

const Row no_forms[] = {
    {"votant", "votants", "an adjective"},
    {"port", "porter", "no verb in -er has forms without an ending"},
    {"partir", "part", "irregular"},
    {"vas", "vont", "a stem of one letter"},
};

/// True when some verb that the word may be a form of has the other form.
bool share_a_verb(std::string_view word, std::string_view form) {
  const auto readings = verb_readings(word);
  return std::any_of(readings.begin(), readings.end(), [&](const VerbReading& reading) {
    const auto is = [&](const VerbEnding& ending) { return reading.stem + ending.folded == form; };
    const Conjugation& verb = *reading.conjugation;
    return is(verb.infinitive) || std::any_of(verb.of_verbs.begin(), verb.of_verbs.end(), is) ||
           std::any_of(verb.of_nouns.begin(), verb.of_nouns.end(), is);
  });
}

TEST_CASE("forms of a regular verb know each other") {
  for (const Row& row : forms) {
    INFO(row.word << " " << row.form << ": " << row.reason);
    CHECK(share_a_verb(row.word, row.form));
    CHECK(share_a_verb(row.form, row.word));
  }
}

TEST_CASE("what no regular verb has is no form of one") {
  for (const Row& row : no_forms) {
    INFO(row.word << " " << row.form << ": " << row.reason);
    CHECK_FALSE(share_a_verb(row.word, row.form));
  }
}

TEST_CASE("endings keep their accents") {
  const auto readings = verb_readings("voterent");
  REQUIRE_FALSE(readings.empty());
  const auto& endings = readings.front().conjugation->of_verbs;
  const auto is = [](const VerbEnding& ending) { return ending.printed == "èrent" && ending.folded == "erent"; };
  CHECK(std::any_of(endings.begin(), endings.end(), is));
}

}  // namespace
}  // namespace hemero
