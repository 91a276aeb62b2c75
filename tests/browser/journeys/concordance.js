'use strict';
const assert = require('node:assert');

exports.title = 'concordance: sorted by the words before, one line opened in its article';
exports.run = async (visit) => {
  await visit.open('/recherche?q=kaboul');
  await visit.follow(visit.link('Concordance'), '/concordance');
  const before = () => visit.page.locator('.kwic td:first-child').allInnerTexts();
  const lines = await before();
  await visit.follow(visit.link('selon ce qui précède'), 'lines=left');
  const sorted = await before();
  assert.notDeepEqual(sorted, lines);
  assert.deepEqual([...sorted].sort(), [...lines].sort());
  await visit.follow(visit.page.locator('.kwic a').first(), '/article/');
  assert.ok((await visit.page.locator('mark').count()) > 0);
};
