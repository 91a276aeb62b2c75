'use strict';

/** The pages: what each shows, its address, and the status of its answer. A new page is a new row. */
module.exports = ({ numbers }) => [
  ['every article', '/recherche'],
  ['results', '/recherche?q=grève'],
  ['results, narrowed', '/recherche?q=grève&source=Agence+Presse+Ouest&not-author=APO&from=2019'],
  ['some of the words', '/recherche?q=conserverie+douches+xqzt'],
  ['no result', '/recherche?q=xqzt'],
  ['results in English', '/recherche?q=grève&lang=en'],
  ['an article', `/article/${numbers.kaboul}?q=kaboul`],
  ['an article without words', `/article/${numbers.kaboul}`],
  ['concordance', '/concordance?q=kaboul'],
  ['concordance of nothing', '/concordance?q=xqzt'],
  ['words beside', '/voisins?q=kaboul'],
  ['words beside nothing', '/voisins?q=xqzt'],
  ['saved searches', '/recherches'],
  ['what is new', '/recherches?name=Le loup'],
  ['dossiers', '/dossiers'],
  ['a dossier', '/dossiers?name=Bêtes %26 gens'],
  ['no such dossier', '/dossiers?name=xqzt', 404],
  ['help', '/aide'],
  ['state', '/etat'],
  ['accessibility', '/accessibilite'],
  ['no such page', '/nulle-part', 404],
  ['asked wrongly', '/recherche?from=x', 400],
  ['a removed article', `/article/${numbers.removed}`, 410],
];
