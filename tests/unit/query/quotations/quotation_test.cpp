#include "query/quotations/quotation.h"

#include "tests/support/catch.h"
#include "tests/unit/query/quotations/lined_article.h"

namespace hemero {
namespace {

/// The speakers of a text's quotations, with bars between them: "?" for none, "~" before one whom the context tells,
/// "+" before one who goes on.
std::string speakers_of(std::string_view lines) {
  const Article article = lined_article(lines);
  std::string speakers;
  for (const Quotation& quotation : find_quotations(article.text, article.zones)) {
    if (!speakers.empty()) speakers += '|';
    if (quotation.source == SpeakerSource::carried) speakers += '~';
    if (quotation.source == SpeakerSource::continued) speakers += '+';
    CHECK((quotation.source == SpeakerSource::none) == quotation.speaker.empty());
    speakers += quotation.speaker.empty() ? "?" : quotation.speaker;
  }
  return speakers;
}

struct Row {
  const char* text;
  const char* speakers;
  const char* reason;
};

void check(const Row& row) {
  INFO(row.text << "\n" << row.reason);
  CHECK(speakers_of(row.text) == row.speakers);
}

TEST_CASE("who says what is quoted stands behind it") {
  const Row rows[] = {
      {"« Le pont ne rouvrira pas avant mars », a prévenu jeudi au micro de France Bleu la maire de Blois, Odile "
       "Garnier.",
       "Odile Garnier", "in apposition to what she is, behind when and where"},
      {"\"Nous tiendrons jusqu'au printemps\", glisse un conseiller d'Yves Morel.", "?",
       "a name that another noun governs is not the speaker's"},
      {"\"Il faudra choisir\", a tranché le député LR Alain Brissac.", "Alain Brissac", "a party is no part of a name"},
      {"\"On verra bien en juin\", a répondu le préfet de police de Paris Didier Larché.", "Didier Larché",
       "nor is a place"},
      {"\"La digue tiendra encore\", explique le président du groupe Horizon Vert.", "?", "the name of a group"},
      {"\"Nous avons dormi dehors\", témoignait il y a peu à l'AFP le père Luc Amar.", "Luc Amar",
       "“il y a” tells when, not who"},
      {"\"Quel dommage pour la ville !\", a réagi sur Twitter Sonia Perrin.", "Sonia Perrin",
       "what is quoted has a mark of its own"},
      {"\"Je ne dirai rien ce soir.\nNous parlerons demain\", a promis Anne Le Roux.", "Anne Le Roux",
       "over the end of a paragraph"},
      {"\"Le juge m'a dit \"revenez lundi\" et je suis revenu\", raconte Ali Saïdi.", "Ali Saïdi",
       "a quotation in a quotation"},
      {"« Nous attendrons le vote », met en garde, dans les colonnes du Télégramme, Mme Kerloc’h.", "Mme Kerloc’h",
       "a locution; a name as printed"},
      {"« Nous attendrons le vote », a écrit Act Up. Le vote a eu lieu.", "Act Up", "the stop ends the sentence"},
      {"« Nous attendrons le vote », a écrit J. Bel.", "J. Bel", "the stop is an initial's"},
      {"« Nous attendrons le vote », note le Dr J.-M. Bel.", "Dr J.-M. Bel", "of a double one too"},
      {"« Il a plu toute la nuit », selon Le Courrier du Sud.", "?", "a newspaper is nobody"},
      {"« Il a plu toute la nuit », dit un Français.", "?", "nor is one of many"},
      {"« Il a plu toute la nuit », dit l'Américain Xavier Bel.", "Xavier Bel", "but he has a name"},
      {"« Il a plu toute la nuit », ajoute l'Institut dans une note.", "?", "nor is a common noun with a capital"},
  };
  for (const Row& row : rows) check(row);
}

TEST_CASE("who says what is quoted stands elsewhere in the sentence") {
  const Row rows[] = {
      {"\"C'est fini pour nous, confie au Télégramme Léa Quéméner. Le port ne repartira pas.\"", "Léa Quéméner",
       "within the marks"},
      {"Jean-Yves Le Gall, patron de l'agence, s'est dit mardi \"très confiant pour la suite\".", "Jean-Yves Le Gall",
       "before them, with an apposition between subject and verb"},
      {"Cette règle \"n'a plus aucun sens\" depuis la réforme, a jugé Karim Belaïd, avocat.", "Karim Belaïd",
       "at the sentence's end"},
      {"La route est \"dangereuse pour tous\" et \"mal entretenue depuis dix ans\", déplore Rose Tessier.",
       "Rose Tessier|Rose Tessier", "one verb for two quotations"},
      {"Le député LR Alain Brissac a dénoncé « un marché de dupes ».", "Alain Brissac", "a party is no part of a name"},
      {"Rose Tessier juge la route \"dangereuse pour tous\" et \"mal entretenue depuis dix ans\".",
       "Rose Tessier|Rose Tessier", "and before both"},
      {"Selon Marc Ollivier, \"la récolte sera faible cette année\".", "Marc Ollivier", "by what he is the source of"},
      {"Selon le parquet, l'homme a dit \"ne se souvenir de rien\".", "?", "the subject has no name"},
      {"Il aurait franchi le Rhône et, note le rapport, « le parking d’un centre commercial ».", "?",
       "the subject follows its verb"},
      {"Toucher à la demande d'Yves Morel « serait une faute grave ».", "?", "a noun that is written like a verb"},
  };
  for (const Row& row : rows) check(row);
}

TEST_CASE("who says what is quoted is told by the context") {
  const Row rows[] = {
      {"\"Je pars demain matin\", a déclaré Paul Aubry. \"Rien ne me retient plus ici.\"", "Paul Aubry|+Paul Aubry",
       "he goes on"},
      {"\"Je pars demain matin\", a déclaré Paul Aubry.\n\"Rien ne me retient plus ici.\"", "Paul Aubry|?",
       "not over the end of a paragraph"},
      {"\"Je pars demain matin\", a déclaré Paul Aubry. \"Je ne reviendrai plus\", a-t-il ajouté.",
       "Paul Aubry|~Paul Aubry", "a pronoun means who spoke last"},
      {"\"Je pars demain matin\", a déclaré Paul Aubry. \"Je ne reviendrai plus\", a-t-elle ajouté.", "Paul Aubry|?",
       "unless its gender forbids that"},
      {"\"Je pars demain matin\", a déclaré Paul Aubry. Claire Vidal, elle, reste. \"Je me plais ici\", dit-elle.",
       "Paul Aubry|~Claire Vidal", "somebody else was named since"},
      {"\"Je pars demain\", a déclaré Paul Aubry. Il a vu Luc Amar et Ali Bel. \"Je ne reviendrai plus\", dit-il.",
       "Paul Aubry|?", "several people were"},
      {"\"Je pars demain\", a déclaré Paul Aubry. Luc Amar \"ne reviendra plus jamais\", a-t-il ajouté.",
       "Paul Aubry|?", "the other one is whom the quotation is about"},
      {"\"Je pars demain matin\", a déclaré Paul Aubry. « Nous restons », dit un voisin. « Il a tort », ajoute-t-il.",
       "Paul Aubry|?", "somebody without a name spoke since"},
      {"\"Je pars demain matin\", a déclaré Paul Aubry.\nUn.\nDeux.\nTrois.\n« Je ne reviendrai plus », dit-il.",
       "Paul Aubry|?", "too far away"},
      {"\"Nous avons tout perdu\", disent-ils.", "?", "several people are never told"},
  };
  for (const Row& row : rows) check(row);
}

TEST_CASE("not all that stands in quotation marks is a quotation") {
  const Row rows[] = {
      {"Elle a joué dans \"Les Ombres du lac\" et \"La Nuit des loups\".", "", "titles"},
      {"Il est poursuivi pour \"violences en réunion avec arme\".", "", "a charge"},
      {"Les \"gilets jaunes\" ont bloqué le rond-point.", "", "two words"},
      {"« »", "", "nothing"},
      {"", "", "no text"},
      {"Elle juge la route « dangereuse pour les enfants du village ».", "?", "a part of a sentence that is longer"},
      {"« La route est à nous tous. »", "?", "a sentence, whoever says it"},
  };
  for (const Row& row : rows) check(row);
}

TEST_CASE("a quotation's place is that of what stands between its marks") {
  const Article article = lined_article("« \u00A0Le pont est fermé.\u202F », dit Odile Garnier.");
  const auto quotations = find_quotations(article.text, article.zones);
  REQUIRE(quotations.size() == 1);
  const Range& range = quotations[0].range;
  CHECK(article.text.substr(range.begin, range.end - range.begin) == "Le pont est fermé.");
}

TEST_CASE("debris is not read") {
  Article article;
  append_zone(article, ZoneKind::paragraph, "« Je pars demain matin », a déclaré Paul Aubry.");
  append_zone(article, ZoneKind::debris, "« Je reste encore ici », a déclaré Luc Amar.");
  append_zone(article, ZoneKind::paragraph, "« Je ne reviendrai plus », a-t-il ajouté.");
  const auto quotations = find_quotations(article.text, article.zones);
  REQUIRE(quotations.size() == 2);
  CHECK(quotations[1].speaker == "Paul Aubry");
}

}  // namespace
}  // namespace hemero
