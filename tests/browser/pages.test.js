'use strict';
// Every page, light and dark, on a desk and on telephones: nothing for axe to say, nothing wider than the screen,
// nothing that the browser complains of.

const assert = require('node:assert');
const { after, before, test } = require('node:test');
const { AxeBuilder } = require('@axe-core/playwright');

const { serve } = require('./archive.js');
const { start, visitor } = require('./browser.js');
const pages = require('./pages.js');

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

let site;
let browser;
before(async () => { [site, browser] = await Promise.all([serve(), start()]); });
after(async () => { await browser.close(); await site.stop(); });

/** What axe finds, in short. */
async function violations(page) {
  const { violations: found } = await new AxeBuilder({ page }).withTags(tags).setLegacyMode().analyze(); // no frames
  return found.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 150)).join(' | ')}`);
}

for (const colorScheme of ['light', 'dark']) {
  for (const width of [1280, 375, 320]) {
    test(`${colorScheme}, ${width} px`, async (t) => {
      const visit = await visitor(browser, site, { colorScheme, viewport: { width, height: 900 } });
      for (const [name, target, status] of pages(site)) {
        await t.test(name, async () => {
          visit.complaints.length = 0;
          await visit.open(target, status);
          for (const summary of await visit.page.locator('summary').all()) await summary.click();
          await visit.showPictures();
          assert.equal(await visit.isTooWide(), false, 'no wider than the screen');
          assert.deepEqual(await visit.linksAside(), []);
          assert.deepEqual(visit.complaints, []); // axe causes some itself, so before it
          assert.deepEqual(await violations(visit.page), []);
        });
      }
      await visit.page.context().close();
    });
  }
}
