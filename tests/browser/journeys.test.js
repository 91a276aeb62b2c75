'use strict';
// Each file of journeys/ is a way through the site as somebody goes it: { title, run(visit) }. It is gone with and
// without script, by mouse and by keyboard alone.

const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const { after, before, test } = require('node:test');

const { serve } = require('./archive.js');
const { start, visitor } = require('./browser.js');

let site;
let browser;
before(async () => { [site, browser] = await Promise.all([serve(), start()]); });
after(async () => { await browser.close(); await site.stop(); });

const folder = path.join(__dirname, 'journeys');
for (const file of fs.readdirSync(folder).sort()) {
  const { title, hasKey, run } = require(path.join(folder, file));
  for (const javaScriptEnabled of [true, false]) {
    for (const by of ['mouse', 'keyboard']) {
      test(`${title}, by ${by}, ${javaScriptEnabled ? 'with' : 'without'} script`, async () => {
        const visit = await visitor(browser, site, { by, hasKey, javaScriptEnabled });
        await run(visit);
        assert.deepEqual(visit.complaints, []);
        await visit.page.context().close();
      });
    }
  }
}
