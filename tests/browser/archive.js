'use strict';
// What the browser is shown: data/sample, and one article that was removed.

const { execFileSync, spawn } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const source = path.resolve(__dirname, '../..');
const bin = process.env.HEMERO_BIN || path.join(source, 'build/release/bin');

const removed = {
  id: 'retire',
  title: 'Le loup de la place du marché',
  text: 'Un loup aurait traversé la place du marché.',
  date: '2024-02-01',
  source: 'Le Courrier de la Lys',
};

/** Makes the archive in a folder; tells the numbers of articles that pages and journeys name. */
function makeArchive(folder) {
  const archive = path.join(folder, 'archive');
  const index = (command, ...words) =>
    execFileSync(path.join(bin, 'hemero-index'), [command, '-a', archive, ...words], { stdio: 'pipe' });
  const records = path.join(folder, 'removed.jsonl');
  fs.writeFileSync(records, JSON.stringify(removed) + '\n');
  index('add', path.join(source, 'data/sample'), records);
  const found = (words) => JSON.parse(
    execFileSync(path.join(bin, 'hemero-query'), ['search', '-a', archive, '--format', 'json', '--', words])).hits[0].id;
  const numbers = { removed: found('titre:"place du marché"'), kaboul: found('titre:kaboul antenne') };
  const query = (...words) => execFileSync(path.join(bin, 'hemero-query'), [...words, '-a', archive], { stdio: 'pipe' });
  query('searches', 'save', 'Le loup', 'loup');
  query('dossiers', 'add', 'Bêtes & gens', '--query', 'loup', '--tag', 'à relire', '--note', 'Vu au marché ?');
  index('remove', '--id', numbers.removed, '--reason', 'à la demande de la mairie', '--yes');
  return { archive, numbers };
}

/** Serves such an archive at a free port, until it is stopped. */
async function serve() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hemero-browser-'));
  const { archive, numbers } = makeArchive(folder);
  const env = { ...process.env, HOME: folder, XDG_STATE_HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  const server = spawn(path.join(bin, 'hemero-query'), ['serve', '-a', archive, '--listen', '127.0.0.1:0'],
    { env, stdio: ['ignore', 'pipe', 'inherit'] });
  process.once('exit', () => server.kill()); // where tests broke off
  const address = await new Promise((resolve, reject) => {
    server.stdout.once('data', (data) => resolve(String(data).trim()));
    server.once('exit', (status) => reject(new Error(`hemero-query serve exited ${status}`)));
  });
  const stop = async () => {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill();
    await ended;
    fs.rmSync(folder, { recursive: true });
  };
  return { address, origin: new URL(address).origin, numbers, stop };
}

module.exports = { serve };
