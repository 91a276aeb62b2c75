'use strict';
const assert = require('node:assert');

exports.title = 'narrowed by what was found, one taken away, and back three times';
exports.run = async (visit) => {
  await visit.open('/recherche?q=le');
  const total = async () => Number((await visit.heading()).match(/\d+/)[0]);
  const narrow = visit.page.getByRole('complementary');
  const all = await total();
  await visit.follow(narrow.getByRole('link', { name: 'sans Le Matin des Boulevards' }), 'not-source=');
  const without = await total();
  await visit.follow(narrow.getByRole('link', { name: 'Le Quotidien du Forez', exact: true }), '&source=');
  const only = await total();
  assert.ok(all > without && without > only && only > 0);
  await visit.follow(visit.link('retirer : sans Le Matin des Boulevards'), '?q=le&source=Le Quotidien du Forez');
  assert.equal(visit.address(), '/recherche?q=le&source=Le Quotidien du Forez');
  assert.equal(await total(), only);
  for (const before of [only, without, all]) {
    await visit.back();
    assert.equal(await total(), before);
  }
};
