'use strict';
const assert = require('node:assert');
const fs = require('node:fs');

exports.title = 'all that was found is taken along in every form';
exports.run = async (visit) => {
  await visit.open('/recherche?q=loup');
  await visit.use(visit.page.getByText('Tout emporter'));
  for (const link of await visit.page.locator('.exports a').all()) {
    const ending = (await link.getAttribute('href')).match(/^\/recherche\.([a-z.]+)\?/)?.[1];
    if (!ending || ending === 'atom') continue; // is shown, not kept
    await visit.reach(link);
    const [kept] = await Promise.all([visit.page.waitForEvent('download'), visit.use(link)]);
    assert.ok(kept.suggestedFilename().endsWith(ending.split('.').at(-1)), `${kept.suggestedFilename()}, ${ending}`);
    assert.ok(fs.statSync(await kept.path()).size > 500, ending);
  }
};
