'use strict';
// What the first press of Tab finds on every page: the way past its head, which only shows with the focus.

const assert = require('node:assert');
const { after, before, test } = require('node:test');

const { serve } = require('./archive.js');
const { start, visitor } = require('./browser.js');
const pages = require('./pages.js');

let site;
let browser;
before(async () => { [site, browser] = await Promise.all([serve(), start()]); });
after(async () => { await browser.close(); await site.stop(); });

test('the first link leads past the head of a page', async (t) => {
  const visit = await visitor(browser, site, { by: 'keyboard', javaScriptEnabled: false });
  for (const [name, target, refusal] of pages(site)) {
    if (refusal) continue; // has no head
    await t.test(name, async () => {
      await visit.open(target);
      await visit.page.keyboard.press('Tab');
      assert.equal(await visit.page.evaluate(() => document.activeElement.className), 'skip');
      await visit.follow(visit.page.locator('.skip'), '#page');
      assert.equal(await visit.page.evaluate(() => document.activeElement.tagName), 'MAIN');
    });
  }
});
