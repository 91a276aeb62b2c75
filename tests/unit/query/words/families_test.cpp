#include <algorithm>
#include <span>

#include "query/words/forms.h"
#include "tests/unit/query/press_archive.h"

// What an archive teaches about its words: nouns that look like participles, verbs that look like feminines, names.
// Rows say which words a typed one reaches, and which it does not.

namespace hemero {
namespace {

/// "accorde accorde …": enough to tell a verb.
std::string often(std::string_view word) {
  std::string text;
  for (int i = 0; i < 30; ++i) text.append(word) += ' ';
  return text;
}

PressArchive& archive() {
  static PressArchive press({
      {.key = "participles",
       .title = "Étudiants",
       .text =
           "Un étudiant a étudié, une étudiante étudie, les étudiants étudient. Le président préside, les présidents "
           "ont présidé. Un évènement, des évènements. Les arpentants et un arpentant ont arpenté, des arpentants "
           "arpentent. En "
           "faisant ce que font les autres, elle a fait. Le patron a licencié en licenciant. Ils négligent et il "
           "négligeait. Les combattants ont combattu, un combattant combat. Un adhérent, des adhérents : ils adhèrent "
           "et il adhère. Le maire sortant, des élus sortants, une équipe sortante ; elle sort, il faut sortir. " +
           often("participé") + "Il faut participer. Un participant, des participants."},
      {.key = "verbs",
       .title = "Accords",
       .text = "Un accord, des accords : il accorde, elles accordent, il faut accorder, accordé, accordée. Le début "
               "débute, pour débuter. Un petit, une petite, des petites. Il est présent, elle est présente, elles sont "
               "présentes, il "
               "faut présenter, ils présentent, présenté. Un conseil conseille de conseiller. Un rapport "
               "rapporte, rapporter. Le port, les ports, la porte, les portes, porter, porté, ils portent."},
      {.key = "often",
       .title = "Souvent",
       .text = often("accorde") + often("conseille") + often("rapporte") +
               "Il accordait, accordait ; elles accordent, accordent ; on accordera, accordera. " + often("carotte") +
               "Il a carotté. Carotter, des carottes. " + often("message") + "Un messager, des messagers. " +
               often("taxe") + "Un taxi, des taxis. " + often("voie") + "Une voix. " + often("cas") + "Ça et là. " +
               often("baisse") + often("baissent") + often("baissait") +
               "Il faut baisser, baissera, baissera, nous baissons, baissons. La baie. Un vol, un tableau volé. "},
      {.key = "accents",
       .title = "Côtes et côtés",
       .text =
           "La cote du maire, la côte bretonne, des côtes, un côté, des côtés. Des mûres, un mur, des murs. Un jeûne, "
           "des jeunes. Le pêcheur et la pécheresse."},
      {.key = "missing",
       .title = "Formes rares",
       .text =
           "La cheffe, les cheffes, le chef. Une preuve nulle, un cas nul. L’héroïne et le héros. La foule maudit et "
           "maudissait, on l’a maudite. Cela nuisait et nuira. Des inconnus assaillent, assaillaient. Nous finîmes, "
           "il balayera, il balaie. Nous espérons. Nous partageons. Deux cars, des étés, des sons. Une mairesse. Un "
           "moulin qui moulait, du café moulu. Un insoumis, une insoumise, des insoumises. Des gens actifs, une vie "
           "active, des vies actives. Un ami, des amis, une amie. Il révèle, révèle, révèlent, révèlent, révélera, "
           "révélera, il a révélé, révélée, il révélait ; pour révéler. Il paie, il payerait, ils payeraient. Ils "
           "prévoiront, c’est prévu. Un devis, une devise."},
      {.key = "inhabitants",
       .title = "Habitants",
       .text = "Des Mahorais, un Mahorais et les Mahorais ; l’île mahoraise. Avec les Républicains, contre les "
               "Républicains, un sénateur républicain. Avec Adrien, chez Adrien, et Adrienne."},
      {.key = "names",
       .title = "Noms",
       .text =
           "La Marine et un marin. Rachida Dati donne une date. La bande de Gaza a du gaz. La Seine, le sein, une "
           "seine. Un mari, Marie. Elle est claire, dit Claire ; un ciel clair. Une rose, des roses, Rose. Les mers "
           "et Mers. LA MARINE. Le cas, la case. La crise et les cris. Moins de moines."},
      {.key = "irregular",
       .title = "Verbes",
       .text =
           "Il perd, ils perdent, elle a perdu. Elle enverra. Du pain qui est dû : il doit, il devra. Le juif, la "
           "juive. Il est né, elle est née, il naît. Un homme sûr, une femme sûre, des gens sûrs, mais ne va sur Mars "
           "qu’en mai. Du maïs, dès lors, de des dés. Il a tu. Pendant, il pend. Bref, le duc et la duchesse. Éric "
           "Blanc et Blanc, puis Blanc ; "
           "une page blanche. Ils rient, il rit."},
  });
  return press;
}

struct Row {
  const char* typed;
  const char* reached;  ///< words apart by a blank
  const char* left;     ///< out
  const char* reason;
};

const Row participle_rows[] = {
    {"étudiant", "étudiant étudiante étudiants", "étudié étudie étudient", "a noun, as a table says"},
    {"étudiantes", "étudiant étudiante étudiants", "étudié", ""},
    {"étudier", "étudié étudie étudient", "étudiant étudiants", "the verb without it"},
    {"étudié", "étudie étudient", "étudiant étudiante", ""},
    {"président", "président présidents", "préside présidé", "a noun that looks like a third person plural"},
    {"préside", "présidé", "président présidents", ""},
    {"arpentant", "arpentant arpentants", "arpenté arpentent", "no table has it: its plural says it"},
    {"arpenter", "arpenté arpentent", "arpentants", ""},
    {"faire", "faisant fait font", "", "a participle that has no plural"},
    {"licencier", "licencié licenciant", "", ""},
    {"licenciant", "licencié", "", ""},
    {"négliger", "négligent négligeait", "", "a third person"},
    {"adhérent", "adhérent adhérents", "adhère", ""},
    {"adhérer", "adhèrent adhère", "adhérent adhérents", "no noun has this è"},
    {"adhèrent", "adhère", "adhérents", ""},
    {"adherent", "adhérent adhérents adhèrent adhère", "", "typed without accents it may be either"},
    {"évènement", "évènement évènements", "", "an è further from the end"},
    {"combattant", "combattant combattants", "combattu combat", "irregular verbs too"},
    {"combattre", "combattu combat", "combattants", ""},
    {"participer", "participé participant", "participants", "a participle that is a noun too, printed seldom"},
    {"participants", "participant", "participé", "but the noun is no form of the verb"},
    {"sortant", "sortante sortants", "", "an adjective: the participle of an irregular verb with a feminine"},
    {"sortantes", "sortante sortant", "", ""},
};

const Row verb_rows[] = {
    {"accord", "accord accords", "accorde accordée accordent", "« tu accordes » is not printed, accorder is"},
    {"accords", "accord accords", "accorde accordé", ""},
    {"accorde", "accorde accordent accorder accordé accordée", "accord accords", "nor is the verb a form of the noun"},
    {"accordé", "accorde accordée accorder", "accord accords", ""},
    {"début", "début débute", "", "once: it may be a feminine"},
    {"petit", "petit petite petites", "", "a feminine"},
    {"présent", "présent présente présentes", "présenter", "a feminine that looks like a verb"},
    {"présenter", "présente présentes présenté présentent", "présent", ""},
    {"conseil", "conseil", "conseille conseiller", "a double l"},
    {"rapport", "rapport", "rapporte rapporter", ""},
    {"port", "port ports", "porte portes portent porter porté", "strangers, as a table says"},
    {"porter", "porte portes portent porté", "port ports", ""},
    {"carotte", "carotte carottes", "Carotter", "an infinitive printed once beside a common noun shows no verb"},
    {"message", "message", "messager messagers", "a noun in -er is no infinitive, as a table says"},
    {"messager", "messager messagers", "message", ""},
    {"taxe", "taxe", "taxi taxis", ""},
    {"taxi", "taxi taxis", "taxe", ""},
    {"voix", "voix", "voie", "a plural in x has no feminine"},
    {"vol", "vol volé", "", "a noun and a participle: too little is printed to keep them apart"},
    {"baie", "baie", "baisse", "three letters that end like a verb show none"},
    {"baisse", "baissent baissait baisser baissera baissons", "baie", "a verb that shows its endings"},
};

const Row accent_rows[] = {
    {"côtés", "côtés côté", "cote", "forms keep the accents that were typed"},
    {"cotes", "côtes côtés cote côte côté", "", "none were typed: they are blind to them"},
    {"cas", "cas", "Ça", ""},
    {"mûres", "mûres", "mur murs", ""},
    {"jeûnes", "jeûne", "", ""},
    {"pêcheur", "pêcheur", "pécheresse", ""},
};

const Row missing_rows[] = {
    {"chef", "chef cheffe cheffes", "", ""},
    {"nulle", "nul nulle", "", ""},
    {"héros", "héros héroïne", "", ""},
    {"maudire", "maudit maudissait maudite", "", ""},
    {"nuire", "nuisait nuira", "", ""},
    {"assaillir", "assaillent assaillaient", "", ""},
    {"finir", "finîmes", "", ""},
    {"balayer", "balayera balaie", "", ""},
    {"espérer", "espérons", "", "the stemmer leaves -ons apart"},
    {"partagé", "partageons", "", ""},
    {"car", "cars", "", "a noun that looks like a word of grammar takes its plural"},
    {"été", "étés", "", ""},
    {"cars", "cars", "car", "but it is not reached from there"},
    {"moudre", "moulait moulu", "", ""},
    {"maire", "mairesse", "", ""},
    {"insoumise", "insoumis insoumises", "", "the stemmer leaves -is and -ise apart"},
    {"actifs", "active actives", "", ""},
    {"amie", "amis ami", "", "from a feminine to the plural of the masculine"},
    {"révèle", "révélé révélée révélait", "", "an è before a mute e, as in geler, but of révéler"},
    {"payer", "payerait payeraient paie", "", ""},
    {"prévoir", "prévoiront prévu", "", ""},
    {"devis", "devis", "devise", "strangers"},
};

const Row inhabitant_rows[] = {
    {"mahoraise", "mahoraise Mahorais", "", "inhabitants are no names: another form is printed in small letters"},
    {"mahorais", "mahoraise Mahorais", "", ""},
    {"républicain", "républicain Républicains", "", "nor are members of a party"},
    {"républicains", "républicain Républicains", "", ""},
    {"adrien", "Adrien", "Adrienne", "a given name is one"},
};

const Row name_rows[] = {
    {"marin", "marin", "Marine", "a listed name, printed once"},
    {"marins", "marin", "Marine", ""},
    {"date", "date", "Dati", ""},
    {"gaz", "gaz", "Gaza", ""},
    {"sein", "sein seine", "Seine", "its small letters are no name"},
    {"mari", "mari", "Marie", ""},
    {"clair", "clair claire", "Claire", ""},
    {"roses", "rose roses", "Rose", ""},
    {"rose", "rose roses Rose", "", "the word itself, whatever its capital"},
    {"Rose", "rose Rose", "roses", "typed as the name it is not inflected"},
    {"Marine", "Marine MARINE", "marin", ""},
    {"mer", "mers", "Mers", ""},
    {"cas", "cas", "case", "strangers"},
    {"cris", "cris", "crise", ""},
    {"crise", "crise", "cris", ""},
    {"moins", "Moins", "moines", ""},
    {"blanche", "blanche", "Blanc", "a name that the archive teaches, behind an irregular feminine"},
};

const Row irregular_rows[] = {
    {"perdre", "perd perdent perdu", "", ""},
    {"perdu", "perd perdent", "", ""},
    {"envoyer", "enverra", "", ""},
    {"devoir", "doit devra dû", "Du", "a form printed like a word of grammar is left out, but for its accents"},
    {"dû", "dû doit devra", "Du", "so it is when it is typed"},
    {"naître", "né née naît", "ne", ""},
    {"né", "née naît", "ne", ""},
    {"sûre", "sûr sûrs", "sur", ""},
    {"sûr", "sûre sûrs", "sur", ""},
    {"maïs", "maïs", "mai mais", "strangers"},
    {"dès", "dès", "de des dés", "a word of grammar itself"},
    {"taire", "", "tu", ""},
    {"pendre", "pend", "Pendant", ""},
    {"juive", "juif juive", "", ""},
    {"duc", "duc duchesse", "", ""},
    {"rire", "rient rit", "", ""},
};

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    words.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

void check(std::span<const Row> rows) {
  KnownForms known(archive().reader().vocabulary());
  FormFinder finder(known);
  for (const Row& row : rows) {
    const auto forms = finder.family(row.typed).surfaces;
    const auto reaches = [&](const std::string& word) {
      return std::any_of(forms.begin(), forms.end(), [&](const auto& entry) { return entry.surface == word; });
    };
    for (const std::string& word : split(row.reached)) {
      INFO(row.typed << " reaches " << word << ": " << row.reason);
      CHECK(reaches(word));
    }
    for (const std::string& word : split(row.left)) {
      INFO(row.typed << " leaves out " << word << ": " << row.reason);
      CHECK_FALSE(reaches(word));
    }
  }
}

TEST_CASE("a noun in -ant or -ent is no form of its verb") { check(participle_rows); }
TEST_CASE("a verb that looks like a feminine is none") { check(verb_rows); }
TEST_CASE("listed names and strangers stay out") { check(name_rows); }
TEST_CASE("forms keep their accents") { check(accent_rows); }
TEST_CASE("rare forms are reached") { check(missing_rows); }
TEST_CASE("inhabitants and members of parties are no names") { check(inhabitant_rows); }
TEST_CASE("irregular words reach their forms") { check(irregular_rows); }

}  // namespace
}  // namespace hemero
