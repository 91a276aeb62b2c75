#pragma once

#include "tests/unit/query/press_archive.h"

namespace hemero {

/// What the tests of searching look through: 40 short articles, each there for a reason that its key hints at.
inline std::vector<Piece> press_of_searches() {
  return {
      // A strike: all, most and some of its words.
      {.key = "strike1",
       .title = "Grève à la SNCF",
       .text = "La grève a commencé jeudi. Les cheminots de la SNCF manifestent contre la réforme des retraites.",
       .date = "2019-12-05",
       .source = "Agence Presse Ouest",
       .author = "APO",
       .section = "Transports"},
      {.key = "strike2",
       .title = "Trafic perturbé",
       .text = "La SNCF annonce un train sur dix.\nLa grève est reconduite contre la réforme.",
       .date = "2019-12-06",
       .source = "Le Courrier de la Lys",
       .author = "Claire Vasseur",
       .section = "Transports"},
      {.key = "strike3", .title = "Les retraites", .text = "La réforme des retraites est votée.", .date = "2019-12-07"},
      {.key = "strike4", .title = "Les ports", .text = "Les dockers votent des grèves.", .date = "2019-11"},
      {.key = "often", .title = "Le rail", .text = "La SNCF, oui la SNCF, encore la SNCF.", .date = "2018"},
      {.key = "twice", .title = "La SNCF", .text = "Elle est la SNCF.", .date = "2018-06-15"},
      // Families and what looks like them.
      {.key = "general", .title = "Défense", .text = "Le général parle aux états généraux."},
      {.key = "generous", .title = "Don", .text = "Un geste généreux."},
      {.key = "organ", .title = "Santé", .text = "Le cœur est un organe."},
      {.key = "organisation", .title = "Fête", .text = "Une organisation sans faille."},
      {.key = "senator", .title = "Palais", .text = "La sénatrice interpelle le ministre."},
      {.key = "town", .title = "Villes", .text = "Elle vit à Paris, elle aime Paris, et encore Paris."},
      {.key = "bet", .title = "Jeux", .text = "Il a gagné son pari."},
      {.key = "maize", .title = "Champs", .text = "Le maïs est mûr."},
      {.key = "but", .title = "Météo", .text = "Il pleut mais il fait doux."},
      {.key = "market", .title = "Halles", .text = "Le marché ouvre."},
      {.key = "walk", .title = "Sentier", .text = "Il marche."},
      // Spellings.
      {.key = "weekend1", .title = "Neige", .text = "Un week-end au ski."},
      {.key = "weekend2", .title = "Soleil", .text = "Un weekend à la mer."},
      {.key = "weekend3", .title = "Anglais", .text = "Il écrit week end en deux mots."},
      {.key = "otan1", .title = "Manœuvres", .text = "L’O.T.A.N. manœuvre."},
      {.key = "otan2", .title = "Alliance", .text = "L'OTAN se réunit à Bruxelles."},
      {.key = "oise", .title = "Val-d’Oise : un incendie", .text = "Rien de grave."},
      {.key = "lodz", .title = "Pologne", .text = "De Łódź à İzmir."},
      {.key = "money", .title = "Budget", .text = "Une dépense de 1 250 000 euros, soit 7,4 % du budget."},
      {.key = "elision", .title = "Mousquetaire", .text = "On joue D’Artagnan, encore D’Artagnan."},
      // Phrases, sentences, paragraphs.
      {.key = "vests", .title = "Rond-point", .text = "Des gilets jaunes se marient."},
      {.key = "lifevests", .title = "Naufrage", .text = "Des gilets de sauvetage jaunes."},
      {.key = "broken", .title = "Un défilé de gilets", .text = "Jaunes sont les feuilles."},
      {.key = "twoparagraphs", .title = "Vestiaire", .text = "Il y a des gilets.\nJaunes sont les feuilles."},
      {.key = "twosentences", .title = "Centrale", .text = "Le ministre sort. La centrale ouvre."},
      {.key = "onesentence", .title = "Centrale", .text = "Le ministre visite hier la nouvelle centrale."},
      {.key = "backwards", .title = "Centrale", .text = "À la centrale, on attend le ministre."},
      {.key = "far",
       .title = "Centrale",
       .text = "Le ministre a dit hier au maire du village voisin que sa centrale fermera."},
      // Fields.
      {.key = "lead", .title = "Kaboul", .text = "Le texte.", .lead = "Une ambassade ferme.", .keyword = "Afghanistan"},
      {.key = "body", .title = "Kaboul", .text = "L’ambassade rouvre.", .url = "https://www.courrier.example/a/1"},
      {.key = "heading", .title = "Dossier", .text = "# Une ambassade fermée\nLe reste."},
      {.key = "debris", .title = "Menu", .text = "Le corps.\n% Lire aussi : une ambassade"},
      {.key = "dated", .title = "Daté", .text = "Une chronique du jour.", .date = "2021-08-11T18:03"},
      {.key = "undated", .title = "Sans date", .text = "Une chronique sans jour."},
  };
}

}  // namespace hemero
