'use strict';
const assert = require('node:assert');

exports.title = 'a deadline: the first article, its second passage, how to cite it';
exports.run = async (visit) => {
  await visit.open('/');
  await visit.search('ambassade kaboul');
  const first = visit.page.locator('.hits h2 a').first();
  const title = await first.innerText();
  await visit.follow(first, '/article/');
  assert.equal(await visit.heading(), title);
  await visit.follow(visit.link(/^2$/), '#m2');
  const place = visit.page.locator('mark:target');
  assert.ok(await place.evaluate((mark) => mark.getBoundingClientRect().top < innerHeight), 'it is in view');
  assert.ok((await visit.page.locator('.citation').innerText()).includes(title));
};
