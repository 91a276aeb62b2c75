'use strict';
// What the script adds to pages that are whole without it.

const assert = require('node:assert');
const { after, before, beforeEach, test } = require('node:test');

const { serve } = require('./archive.js');
const { start, visitor } = require('./browser.js');

let site;
let browser;
let visit;
before(async () => { [site, browser] = await Promise.all([serve(), start()]); });
beforeEach(async () => { visit = await visitor(browser, site); });
after(async () => { await browser.close(); await site.stop(); });

const press = async (...keys) => { for (const key of keys) await visit.page.keyboard.press(key); };
const focused = () => visit.page.evaluate(() => document.activeElement.textContent);

test('a key leads to the field, in which it is a character like others', async () => {
  await visit.open('/recherche?q=loup');
  await press('/', '/');
  assert.equal(await visit.page.getByRole('searchbox').inputValue(), '/');
});

test('keys go from article to article, and stop at the ends', async () => {
  await visit.open('/recherche?q=loup');
  const titles = await visit.page.locator('.hits h2').allInnerTexts();
  await press('j', 'j');
  assert.equal(await focused(), titles[1]);
  await press('k', 'k');
  assert.equal(await focused(), titles[0]);
  await press(...titles.map(() => 'j'));
  assert.equal(await focused(), titles.at(-1));
});

test('keys go from passage to passage, which do not pile up behind the way back', async () => {
  await visit.open('/recherche?q=loup');
  await visit.follow(visit.page.locator('.hits h2 a').first(), '/article/');
  await press('j', 'j');
  assert.equal(await visit.page.evaluate(() => location.hash), '#m2');
  await visit.back();
  assert.match(visit.address(), /^\/recherche/);
});

test('keys with others are left to the browser', async () => {
  await visit.open('/recherche?q=loup');
  await press('Control+j', 'Alt+j');
  assert.equal(await visit.page.evaluate(() => document.activeElement === document.body), true);
});

test('keys can be turned off, here and from then on', async () => {
  await visit.open('/aide');
  const heeded = visit.page.getByRole('checkbox');
  assert.equal(await heeded.isChecked(), true);
  await heeded.uncheck();
  await visit.open('/recherche?q=loup');
  await press('j');
  assert.equal(await visit.page.evaluate(() => document.activeElement === document.body), true);
  await visit.open('/aide');
  assert.equal(await heeded.isChecked(), false);
});

test('the citation is copied by a button, which says so', async () => {
  await visit.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await visit.open(`/article/${site.numbers.kaboul}`);
  await visit.page.getByRole('button', { name: 'Copier' }).click();
  await visit.page.getByRole('status').getByText('Copié').waitFor();
  assert.equal(await visit.page.evaluate(() => navigator.clipboard.readText()),
    await visit.page.locator('.citation').innerText());
});

test('without script nothing is offered that needs it', async () => {
  visit = await visitor(browser, site, { javaScriptEnabled: false });
  await visit.open(`/article/${site.numbers.kaboul}`);
  assert.equal(await visit.page.getByRole('button').count(), 1, 'that of the search');
  await visit.open('/aide');
  assert.equal(await visit.page.getByRole('checkbox').count(), 0);
});
