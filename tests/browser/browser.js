'use strict';

const { chromium } = require('playwright-core');

const { Visit } = require('./visit.js');

const start = () => chromium.launch({ executablePath: '/usr/bin/chromium' });

/** Somebody with a browser of one's own, who has the key or not. Options are those of a browser's context. */
async function visitor(browser, site, { by = 'mouse', hasKey = true, ...options } = {}) {
  const context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 1280, height: 900 }, ...options });
  context.setDefaultTimeout(20000);
  const visit = new Visit(await context.newPage(), site, by);
  if (hasKey) await visit.page.goto(site.address);
  return visit;
}

module.exports = { start, visitor };
