'use strict';
const assert = require('node:assert');

exports.title = 'a search saved and deleted, an article put into a dossier and taken out';
exports.run = async (visit) => {
  const { page } = visit;
  const name = `Kaboul ${visit.by} ${await page.evaluate(() => Date.now())}`;
  const fold = (text) => visit.use(page.getByText(text, { exact: true }));
  const press = async (button, to) => {
    await visit.use(button);
    await page.waitForURL((url) => decodeURIComponent(url.href).replaceAll('+', ' ').endsWith(to));
  };

  await visit.open('/recherche?q=kaboul&from=2000');
  await fold('Enregistrer cette recherche');
  await page.getByLabel('nom de la recherche').fill(name);
  await press(page.getByRole('button', { name: 'Enregistrer la recherche' }), '/recherches');
  const saved = page.getByRole('listitem').filter({ has: page.getByRole('link', { name }) });
  assert.match(await saved.innerText(), /kaboul · depuis 2000/);
  await visit.use(saved.getByText('Modifier'));
  await press(saved.getByRole('button', { name: 'Supprimer cette recherche' }), '/recherches');
  await page.getByRole('link', { name }).waitFor({ state: 'detached' });

  await visit.open(`/article/${visit.site.numbers.kaboul}`);
  const title = await visit.heading();
  await fold('Mettre cet article dans un dossier');
  await page.getByLabel('dossier, nouveau ou existant').fill(name);
  await page.getByLabel('étiquettes').fill('à relire, urgent');
  await page.getByLabel('note', { exact: true }).fill('Voir « Kaboul »');
  await press(page.getByRole('button', { name: 'L’y mettre' }), `/dossiers?name=${name}`);
  const filed = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: title }) });
  assert.match(await filed.innerText(), /urgent · à relire[^]*Voir « Kaboul »/);
  await visit.use(filed.getByText('Modifier'));
  await press(filed.getByRole('button', { name: 'Retirer cet article' }), `/dossiers?name=${name}`);
  await filed.waitFor({ state: 'detached' });
  await fold('Modifier le dossier');
  await press(page.getByRole('button', { name: 'Supprimer ce dossier' }), '/dossiers');
};
