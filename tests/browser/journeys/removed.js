'use strict';
const assert = require('node:assert');

exports.title = 'an article that was removed: when, why, and a way on';
exports.run = async (visit) => {
  await visit.open(`/article/${visit.site.numbers.removed}`, 410);
  assert.match(await visit.heading(), /^Cet article a été retiré le \d+(er)?\s\S+\s\d{4}\./);
  assert.equal(await visit.page.getByText('à la demande de la mairie').count(), 1);
  await visit.follow(visit.link('Hemero'), '/recherche');
  await visit.search('"place du marché" mairie loup');
  assert.equal(await visit.page.locator(`a[href^="/article/${visit.site.numbers.removed}"]`).count(), 0);
};
