// E2E-10, the administrator: installs on an empty instance, imports units and people, backs up and restores elsewhere.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { check, close, open, SIZES } from '../lib/browser.mjs';
import { command, folder, serve } from '../lib/relais.mjs';

const PASSWORD = 'quatre mots faciles à retenir';
const SHOPS = ['Évry', 'Brunoy', 'Massy', 'Palaiseau', 'Créteil', 'Vitry', 'Villejuif', 'Champigny'];

const started = [];
after(async () => {
  await close();
  for (const stop of started.reverse()) await stop();
});

/** An instance of its own: a folder, a settings file, a free port. */
async function instance() {
  const place = await folder();
  const port = await new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
  const config = join(place.path, 'relais.toml');
  await writeFile(config, `listen = "127.0.0.1:${port}"\ndata = "${place.path}"\n\n[metrics]\nlisten = "off"\n`);
  started.push(place.remove);
  return { path: place.path, config, base: `http://127.0.0.1:${port}` };
}

async function running(at) {
  const server = await serve(['--config', at.config, 'serve']);
  started.push(server.stop);
  return server;
}

const units = () => 'code;nom;type;département;ville;région\n'
  + SHOPS.map((name, n) => `S${n + 1};${name};boutique;${n < 4 ? '91' : '94'};${name};Île-de-France Sud`).join('\n');

/** 120 people, of whom three cannot be read: an unknown unit, an unreadable day, a staff number given twice. */
function people() {
  const lines = ['matricule;prénom;nom;courriel;unité;fonction;depuis'];
  for (let n = 1; n <= 120; n += 1) {
    const unit = n === 17 ? 'S99' : `S${((n - 1) % 8) + 1}`;
    const day = n === 42 ? 'avant-hier' : '01/02/2026';
    const number = n === 90 ? 'M001' : `M${String(n).padStart(3, '0')}`;
    const job = n <= 8 ? 'manager' : 'adviser';
    lines.push(`${number};Prénom${n};Étienne-${n};p${n}@clairlien.example;${unit};${job};${day}`);
  }
  return Buffer.from(lines.join('\r\n'), 'latin1');
}

for (const size of Object.keys(SIZES)) {
  test(`E2E-10 an administrator begins, imports, and moves to another machine (${size})`, { timeout: 240_000 }, async () => {
    const first = await instance();
    const said = await command(['--config', first.config, 'organisation', 'add', '--name', 'Clairlien', '--given-name',
      'Thomas', '--family-name', 'Girard', '--email', 'thomas@clairlien.example']);
    const link = /http\S+\/enter\/\S+/.exec(said)?.[0];
    assert.ok(link, said);
    const server = await running(first);
    const visit = await open(size);
    const { page } = visit;

    // 1. the first day: an invitation, and nothing in the network yet
    await page.goto(link);
    await check(visit, 'invitation');
    await page.getByLabel('Nouveau mot de passe').fill(PASSWORD);
    await page.getByLabel('Le même, une seconde fois').fill(PASSWORD);
    await page.getByRole('button', { name: 'Enregistrer et entrer' }).click();
    await page.waitForURL(`${first.base}/`);
    await check(visit, 'first-day');
    await page.goto(`${first.base}/units`);
    await check(visit, 'first-day-units');
    await page.goto(`${first.base}/people`);
    await check(visit, 'first-day-people');

    // 2. units, then people with three lines that cannot be
    await page.goto(`${first.base}/imports`);
    await check(visit, 'imports-none');
    await imported(visit, first, 'Unités', { name: 'boutiques.csv', mimeType: 'text/csv', buffer: Buffer.from(`\ufeff${units()}`) }, async () => {
      await page.getByLabel('Créer les régions', { exact: false }).check();
    });
    await page.goto(`${first.base}/units`);
    await page.getByText('8 unités').first().waitFor();
    await imported(visit, first, 'Personnes', { name: 'personnes.csv', mimeType: 'text/csv', buffer: people() }, undefined, 3);
    await page.goto(`${first.base}/people`);
    await page.getByText('118 personnes').first().waitFor();
    await page.locator('main input[type=search]').fill('etienne-120');
    await page.getByText('Une personne', { exact: true }).first().waitFor();
    await check(visit, 'people-found');
    await page.getByRole('link', { name: /Prénom120/ }).click();
    await check(visit, 'person');
    assert.ok(!(await page.textContent('body')).includes('Ã'), 'accents of Windows-1252 are read');

    // 3. a backup while it runs, restored on a second machine: the same people, the same sign-in
    const backup = join(first.path, 'night.relais');
    await command(['--config', first.config, 'backup', '--to', backup]);
    const second = await instance();
    await command(['--config', second.config, 'restore', backup]);
    await running(second);
    await visit.context.clearCookies();
    await page.goto(`${second.base}/sign-in`);
    await page.getByLabel('Adresse électronique').fill('thomas@clairlien.example');
    await page.getByLabel('Mot de passe', { exact: true }).fill(PASSWORD);
    await check(visit, 'sign-in');
    await page.getByRole('button', { name: 'Se connecter' }).click();
    await page.waitForURL(`${second.base}/`);
    await page.goto(`${second.base}/people`);
    await page.getByText('118 personnes').first().waitFor();
    assert.ok(server.base);
    await visit.context.close();
  });
}

/** A file from its choice to its end, on every page of the way. */
async function imported(visit, at, kind, file, options, faults = 0) {
  const { page } = visit;
  await page.goto(`${at.base}/imports/new`);
  await check(visit, 'import-choose');
  await page.getByRole('radio', { name: new RegExp(kind) }).check();
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: 'Déposer' }).click();
  await page.getByRole('button', { name: 'Vérifier le fichier' }).waitFor();
  await check(visit, `import-columns-${kind}`);
  await options?.();
  await page.getByRole('button', { name: 'Vérifier le fichier' }).click();
  await page.getByRole('heading', { name: 'Ce que ferait ce fichier' }).waitFor({ timeout: 60_000 });
  await check(visit, `import-checked-${kind}`);
  if (faults > 0) {
    const rows = page.locator('section[aria-labelledby=faults] tbody tr');
    assert.equal(await rows.count(), faults);
  }
  await page.locator('form[action$="/apply"] button').click();
  await page.getByText(/Annuler cet import/).first().waitFor({ timeout: 60_000 });
  await check(visit, `import-done-${kind}`);
}
