'use strict';
const assert = require('node:assert');

exports.title = 'did we print this first: oldest first, with every copy';
exports.run = async (visit) => {
  await visit.open('/recherche');
  await visit.search('« un TGV sur dix »');
  const titles = visit.page.locator('.hits h2');
  const once = await titles.count();
  await visit.follow(visit.link('anciens d’abord'), 'sort=oldest');
  await visit.follow(visit.link('toutes les parutions'), 'copies=all');
  assert.ok((await titles.count()) > once);
  const dates = await visit.page.locator('.hits .where time').evaluateAll((all) => all.map((time) => time.dateTime));
  assert.deepEqual(dates, [...dates].sort());
};
