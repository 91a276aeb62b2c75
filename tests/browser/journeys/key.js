'use strict';
const assert = require('node:assert');

exports.title = 'without the key nothing; with it once, everything from then on';
exports.hasKey = false;
exports.run = async (visit) => {
  await visit.open('/recherche?q=loup', 401);
  assert.equal(await visit.page.getByRole('link').count(), 0);
  await visit.open(visit.site.address);
  assert.ok(!visit.page.url().includes('key='), 'the key does not stay in the address');
  await visit.search('loup');
  assert.match(await visit.heading(), /^\d+ articles/);
  const [cookie] = await visit.page.context().cookies();
  assert.deepEqual([cookie.httpOnly, cookie.sameSite], [true, 'Strict']);
};
