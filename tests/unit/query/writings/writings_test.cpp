#include "tests/unit/query/writings/writing_rows.h"

// Words that are printed in several ways: closed up or apart, in capitals, abbreviated, in the spelling of 1990.

namespace hemero {
namespace {

const WritingRow closed_rows[] = {
    {"BFM TV", "Le ministre était l’invité de BFMTV mercredi matin.", true, ""},
    {"bfmtv", "Invité de BFM TV, le ministre a nié.", true, ""},
    {"bfm tv", "Un sondage Elabe pour BFM-TV paru jeudi.", true, ""},
    {"\"BFM TV\"", "Sur BFMTV, la porte-parole a répondu.", true, "phrase, closed"},
    {"\"bfmtv\"", "Sur BFM TV, la porte-parole a répondu.", true, "phrase typed closed, printed apart"},
    {"cnews", "La chaîne C News a été mise en demeure.", true, ""},
    {"C News", "La chaîne CNews a été mise en demeure.", true, ""},
    {"tf1", "Le JT de TF 1 a réuni six millions de personnes.", true, ""},
    {"YouTube", "Une vidéo publiée sur You Tube par la victime.", true, ""},
    {"you tube", "Une vidéo publiée sur Youtube par la victime.", true, ""},
    {"Mac Donald", "Le McDonald’s et le MacDonald de la zone.", true, ""},
    {"bfmtv", "La chaîne BFM a perdu la TV en couleurs.", false, "apart, not side by side"},
    {"pourtant", "Il est parti pour tant de raisons.", false, "a word of grammar is not two words"},
    {"parfois", "La ville fut prise par Foix.", false, ""},
    {"\"TV BFM\"", "Sur BFMTV, la porte-parole.", false, ""},
};

const WritingRow cut_rows[] = {
    {"Rochefort", "À Rochefort, la frégate ; de Rochefort à Royan, la côte.", true, ""},
    {"Rochefort", "Le port de Ro-chefort, où le mot fut coupé.", true, "cut at a line's end"},
    {"Rochefort", "Un ro, un chefort, un Ro chefort.", false, "a hyphen hardly ever printed makes no two words"},
    {"weekend", "Un week-end, deux week-ends, trois weekends.", true, ""},
    {"weekend", "Le week end prochain.", true, "most print it with the hyphen"},
};

const WritingRow hashtag_rows[] = {
    {"balance ton porc", "Le mot-dièse #BalanceTonPorc a deux ans.", true, ""},
    {"#BalanceTonPorc", "Le mouvement « balance ton porc » a deux ans.", true, ""},
    {"balancetonporc", "Le mot-dièse #BalanceTonPorc a deux ans.", true, ""},
    {"#balancetonporc", "Le mot-dièse #BalanceTonPorc a deux ans.", true, ""},
    {"\"je suis charlie\"", "Le slogan #JeSuisCharlie a fait le tour du monde.", true, ""},
    {"gilets jaunes", "Sous le mot-clé #GiletsJaunes, on s’organise.", true, ""},
    {"#GiletsJaunes", "Les gilets jaunes s’organisent.", true, ""},
    {"pinson", "Le mot-dièse #EpinSon de la forêt.", false, ""},
};

const WritingRow capital_rows[] = {
    {"été", "SOLDES D’ETE : LES BONNES AFFAIRES", true, "capitals without accents"},
    {"États-Unis", "LES ETATS-UNIS QUITTENT L’ACCORD DE PARIS", true, ""},
    {"sûr", "UN HOMME SUR DE LUI", true, "capitals without accents may be sûr"},
    {"élève", "ELEVE POIGNARDE A LA SORTIE DU LYCEE", true, ""},
    {"poignardé", "ELEVE POIGNARDE A LA SORTIE DU LYCEE", true, ""},
    {"dés", "IL JOUE AUX DES DEPUIS DIX ANS", true, "dés in capitals"},
    {"maïs", "LE MAIS EST DANS LES CHAMPS", true, ""},
    {"maïs", "Il pleut mais il fait chaud.", false, "mais"},
    {"dès", "La fin des haricots.", false, ""},
    {"cœur", "CHIRURGIE A COEUR OUVERT", true, ""},
};

const WritingRow inversion_rows[] = {
    {"y a t il", "Y a-t-il un pilote dans l’avion ?", true, ""},
    {"y-a-t-il", "Y a-t-il un pilote dans l’avion ?", true, ""},
    {"\"y a t il\"", "Combien y a-t-il de gilets jaunes ?", true, ""},
    {"a-t-on", "Qu’a-t-on appris du procès ?", true, ""},
    {"\"qu a t on appris\"", "Qu’a-t-on appris du procès ?", true, ""},
    {"\"va t il\"", "Que va-t-il se passer ?", true, ""},
    {"est ce que", "Est-ce que le procès aura lieu ?", true, ""},
    {"\"pense t elle\"", "Le procès, pense-t-elle, aura lieu.", true, ""},
};

const WritingRow title_rows[] = {
    {"Mme Hidalgo", "Madame Hidalgo a présenté ses vœux.", true, ""},
    {"madame Hidalgo", "Mme Hidalgo a présenté ses vœux.", true, ""},
    {"\"monsieur Macron\"", "M. Macron a répondu aux maires.", true, ""},
    {"M. Macron", "Monsieur Macron a répondu aux maires.", true, ""},
    {"docteur Péchier", "Le Dr Péchier nie les empoisonnements.", true, ""},
    {"Dr Péchier", "Le docteur Péchier nie les empoisonnements.", true, ""},
    {"maître Dupond-Moretti", "Me Dupond-Moretti a plaidé.", true, ""},
    {"Mgr Aupetit", "Monseigneur Aupetit a célébré la messe.", true, ""},
    {"professeur Raoult", "Le Pr Raoult est contesté.", true, ""},
    {"Mlle Chanel", "Mademoiselle Chanel ouvrit sa boutique.", true, ""},
    {"MM. Valls et Hollande", "Messieurs Valls et Hollande se sont vus.", true, ""},
    {"Sainte-Soline", "La bassine de Ste-Soline.", true, ""},
    {"monsieur", "L’usine 3M et les tailles M ou L.", false, "a bare M is no monsieur"},
    {"me", "Maître Corbeau sur un arbre perché.", false, "the pronoun"},
    {"maître", "Il me regarde.", false, "the pronoun is no title"},
};

const WritingRow street_rows[] = {
    {"bd Saint-Michel", "Un incendie boulevard Saint-Michel.", true, ""},
    {"boulevard Saint-Germain", "Un incendie bd. St-Germain.", true, ""},
    {"avenue Foch", "Un appartement av. Foch à Paris.", true, ""},
    {"av. Foch", "Un appartement avenue Foch à Paris.", true, ""},
};

const WritingRow acronym_rows[] = {
    {"PTT", "L’agence des P. T. T. a fermé.", true, ""},
    {"P.T.T.", "L’agence des P. T. T. a fermé.", true, ""},
    {"S.N.C.F.", "La S. N. C. F. annonce des retards.", true, ""},
    {"\"P. T. T.\"", "Un facteur des PTT.", true, ""},
    {"URSS", "La fin de l’U. R. S. S. en 1991.", true, ""},
    {"B.1.1.7", "Le variant B.1.1.7 circule.", true, ""},
    {"B.1.1.7", "Le variant B.1.617.2 circule.", false, ""},
    {"b1617", "Le variant B.1.617 circule.", true, ""},
    {"J.K. Rowling", "La romancière J. K. Rowling a réagi.", true, ""},
    {"\"J. K. Rowling\"", "La romancière J.K. Rowling a réagi.", true, ""},
    {"JK Rowling", "La romancière J. K. Rowling a réagi.", true, ""},
    {"J.-P. Raffarin", "L’ancien premier ministre J. P. Raffarin.", true, ""},
};

const WritingRow rectified_rows[] = {
    {"événement", "Un évènement rare.", true, ""},
    {"oignon", "La soupe à l’ognon.", true, ""},
    {"nénuphar", "Un nénufar dans l’étang.", true, ""},
    {"week-ends", "Les weekends de mai.", true, ""},
    {"porte-monnaie", "Un portemonnaie volé.", true, ""},
    {"portemonnaie", "Un porte-monnaie volé.", true, ""},
    {"porte monnaie", "Un porte-monnaie volé.", true, ""},
    {"connaître", "Il faut connaitre ses voisins.", true, ""},
    {"ambiguë", "Une réponse ambigüe du ministre.", true, ""},
    {"charriot", "Un chariot de supermarché.", true, ""},
    {"imbécillité", "Une imbécilité de plus.", true, ""},
    {"chausse-trappe", "Une chaussetrape de plus.", true, ""},
    {"combatif", "Un syndicat combattif.", true, ""},
    {"interpeller", "Vingt personnes interpelées hier.", true, "interpeler"},
    {"interpeler", "Vingt personnes interpellées hier.", true, ""},
    {"dentellière", "Une dentelière du Puy.", true, ""},
    {"relais", "Un relai colis a brûlé.", true, ""},
    {"des après-midi", "Les après-midis de juin.", true, ""},
    {"sèche-cheveu", "Des sèche-cheveux en promotion.", true, ""},
    {"gratte-ciels", "Un gratte-ciel de 200 mètres.", true, ""},
    {"vingt et un", "Vingt-et-un blessés dans l’accident.", true, ""},
    {"\"vingt et un\"", "Vingt-et-un blessés dans l’accident.", true, ""},
    {"médias", "Les media sont là, le médium aussi.", true, ""},
    {"matches", "Deux matchs sont prévus.", true, ""},
    {"asséner", "Un coup de couteau assené hier.", true, ""},
    {"réglementer", "La règlementation européenne : il faut règlementer.", true, ""},
    {"jeûne", "Le jeune homme.", true, "blind to accents, as documented"},
    {"relais", "La relation est rompue.", false, ""},
};

const WritingRow grammar_rows[] = {
    {"sons graves", "Un son grave résonne.", true, "a noun that is written like a possessive, behind an article"},
    {"sons", "Elle a perdu son chat.", false, "a possessive"},
    {"tons", "Le ton monte entre Paris et Rome.", true, ""},
    {"cars", "Une voiture a heurté son car.", true, ""},
    {"cars", "Il reste, car il pleut.", false, "a conjunction"},
    {"les étés", "L’été sera chaud.", true, ""},
    {"étés", "Il a été élu.", false, "a participle"},
    {"êtres humains", "Un être humain a été vu.", true, ""},
    {"avoirs", "L’avoir fiscal disparaît.", true, ""},
    {"andré le notre", "André Le Nôtre a dessiné le parc.", true, "no possessive follows an article"},
    {"le votre", "Cet avis est aussi le vôtre.", true, ""},
    {"notre parc", "André Le Nôtre a dessiné le parc.", false, "a word of grammar typed bare finds itself only"},
    {"taire", "Il s’est tu.", true, "a participle that is written like a pronoun"},
    {"taire", "Le ministre s’était tu depuis.", true, ""},
    {"taire", "Où vas-tu ?", false, "a pronoun"},
};

TEST_CASE("two words are found closed up, and a closed one apart") { check_writings(closed_rows); }
TEST_CASE("a word is two where it is mostly printed so") { check_writings(cut_rows); }
TEST_CASE("a hashtag is its words") { check_writings(hashtag_rows); }
TEST_CASE("capitals hide accents") { check_writings(capital_rows); }
TEST_CASE("an inversion is typed without its hyphens") { check_writings(inversion_rows); }
TEST_CASE("titles are abbreviated") { check_writings(title_rows); }
TEST_CASE("streets are abbreviated") { check_writings(street_rows); }
TEST_CASE("letters of an acronym stand apart") { check_writings(acronym_rows); }
TEST_CASE("a noun that is written like a word of grammar stands behind an article") { check_writings(grammar_rows); }
TEST_CASE("the spellings of 1990 are those before") { check_writings(rectified_rows); }

}  // namespace
}  // namespace hemero
