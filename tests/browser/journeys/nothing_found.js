'use strict';
const assert = require('node:assert');

exports.title = 'nothing found: without one of the words, then the word that was meant';
exports.run = async (visit) => {
  await visit.open('/recherche?q=conserverie+douches+xqzt');
  assert.equal(await visit.heading(), 'Aucun article');
  await visit.follow(visit.link(/^sans xqzt/), 'q=conserverie douches');
  assert.match(await visit.heading(), /^1 article/);
  await visit.search('grèvve cheminots');
  await visit.follow(visit.link(/^Vouliez-vous dire/), 'cheminots');
  assert.match(await visit.heading(), /^\d+ article/);
};
