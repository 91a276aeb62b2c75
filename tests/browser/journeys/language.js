'use strict';
const assert = require('node:assert');

exports.title = 'the same page in the other language, and from there on';
exports.run = async (visit) => {
  await visit.open('/recherche?q=loup');
  const total = async () => Number((await visit.heading()).match(/\d+/)[0]);
  const found = await total();
  await visit.follow(visit.link('This page in English'), 'lang=en');
  assert.equal(await visit.page.locator('html').getAttribute('lang'), 'en');
  assert.equal(await total(), found);
  await visit.follow(visit.link('newest first'), 'sort=newest');
  await visit.follow(visit.page.locator('.hits h2 a').first(), '/article/');
  await visit.follow(visit.link('Cette page en français'), 'lang=fr');
  assert.equal(await visit.page.locator('html').getAttribute('lang'), 'fr');
};
