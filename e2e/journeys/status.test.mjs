// E2E-01 (5) and E2E-09 (1 and 2): a customer follows what they were promised by a link, on paper and by text message, without an
// account and without a script, and says how easy it was.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { check, close, enter, open } from '../lib/browser.mjs';
import { demo } from '../lib/relais.mjs';

let server;
before(async () => { server = await demo(); });
after(async () => {
  await close();
  await server?.stop();
});

const QUESTION = 'Le nouveau routeur ne se synchronise pas depuis hier soir.';
const SMALL = { viewport: { width: 360, height: 740 } };
/** A telephone that runs no script of ours: what is measured runs in a world of its own. */
const telephone = (options = {}) => open('phone', { ...SMALL, ...options });

test('E2E-01 E2E-09 a customer follows their request and says how easy it was', { timeout: 240_000 }, async () => {
  const ines = await open('phone', SMALL);
  await enter(ines, server.door('Inès Marchal'));

  // 1. asked at the counter; the customer has no page yet
  await ines.page.goto(`${server.base}/questions/new`);
  await ines.page.getByText('Internet', { exact: true }).tap();
  await ines.page.getByLabel('Que se passe-t-il ?').fill(QUESTION);
  await ines.page.getByLabel('Son prénom').fill('Odile');
  await ines.page.getByLabel('Son téléphone').fill('06 39 98 11 22');
  await ines.page.getByText('La personne accepte').tap();
  await ines.page.getByRole('button', { name: 'Envoyer' }).tap();
  await ines.page.waitForURL(/\/cases\//);
  const request = ines.page.url();
  await check(ines, 'status-case');

  // 2. the slip, on the telephone, at the desk, and on paper
  await ines.page.getByRole('button', { name: 'Imprimer' }).tap();
  await ines.page.waitForURL(/\/slip$/);
  await check(ines, 'status-slip');
  assert.ok(!(await ines.page.textContent('article')).includes('Odile'));
  await ines.page.emulateMedia({ media: 'print' });
  await ines.page.setViewportSize({ width: 794, height: 1123 });
  await ines.page.screenshot({ path: new URL('../shots/status-slip-paper.png', import.meta.url).pathname });
  await ines.page.emulateMedia({ media: 'screen' });
  await ines.page.setViewportSize(SMALL.viewport);
  const address = (await ines.page.locator('.slip-address').textContent()).trim();
  assert.match(address, /\/s\/([0-9a-z]{4}-){6}[0-9a-z]{4}$/);
  const link = `${server.base}/s/${address.split('/s/')[1]}`;

  // 3. by text message: one part of ours, with the same link
  await ines.page.goto(request);
  await ines.page.getByRole('button', { name: 'Envoyer le lien par SMS' }).tap();
  await ines.page.getByText('Le SMS part maintenant.').waitFor();
  await check(ines, 'status-texted');

  // 4. the customer reads, in the light, in the dark, at a desk, in English, and without a script
  const odile = await telephone();
  const answer = await odile.page.goto(link);
  assert.equal(answer.headers()['referrer-policy'], 'no-referrer');
  await check(odile, 'status-page');
  const words = await odile.page.textContent('body');
  for (const personal of ['Odile', 'Inès', 'Marchal', '06 39', '0639']) assert.ok(!words.includes(personal), personal);
  const weight = await odile.page.evaluate(() => [...performance.getEntriesByType('navigation'),
    ...performance.getEntriesByType('resource')].reduce((sum, entry) => sum + entry.transferSize, 0));
  assert.ok(weight < 30_000, `the first view weighs ${weight} bytes`);
  const dark = await telephone({ colorScheme: 'dark' });
  await dark.page.goto(link);
  await check(dark, 'status-page-dark');
  const desk = await open('desk', { locale: 'en-GB' });
  await desk.page.goto(link);
  await check(desk, 'status-page-english');

  // 5. a word to whoever promised, with a number that is taken out first; no script runs
  const plain = await telephone({ javaScriptEnabled: false });
  await plain.page.goto(link);
  await plain.page.getByText('Nous dire un mot').tap();
  await plain.page.getByText('Je préfère un autre moment').tap();
  await plain.page.getByLabel('Un mot de plus').fill('Après 18 h, au 06 39 98 11 22.');
  await plain.page.getByRole('button', { name: 'Envoyer' }).tap();
  await plain.page.getByText('Relisez-les').first().waitFor();
  assert.equal(await plain.page.getByLabel('Un mot de plus').inputValue(), 'Après 18 h, au [numéro].');
  await plain.page.screenshot({ path: new URL('../shots/status-redacted-phone.png', import.meta.url).pathname, fullPage: true });
  await plain.page.getByLabel('Un mot de plus').fill('Après 18 h.');
  await plain.page.getByRole('button', { name: 'Envoyer' }).tap();
  await plain.page.getByText('C’est transmis').waitFor();
  await ines.page.goto(request);
  await ines.page.getByText('Le client a écrit').waitFor();
  assert.match(await ines.page.textContent('main'), /Après 18 h\./);
  await check(ines, 'status-wrote');

  // 6. the customer is told; the page says how it ended, and asks its one question
  await ines.page.getByText('Terminer', { exact: true }).tap();
  await ines.page.getByText('Résolu', { exact: true }).tap();
  await ines.page.getByText('De vive voix').tap();
  await ines.page.getByRole('button', { name: 'Terminer la demande' }).tap();
  await ines.page.getByText('C’est terminé, et le client le sait.').waitFor();
  await odile.page.goto(link);
  await check(odile, 'status-ended');
  await odile.page.getByRole('button', { name: 'Répondre' }).tap();
  await odile.page.getByRole('radio', { name: '7' }).check();
  await odile.page.getByLabel('Pourquoi cette note').fill('Simple et clair.');
  await odile.page.getByRole('button', { name: 'Répondre' }).tap();
  await odile.page.getByText('Votre réponse est gardée sans votre nom').first().waitFor();
  await check(odile, 'status-answered');
  assert.ok(!(await odile.page.textContent('main')).includes('Simple et clair'), 'nothing leads back to an answer');

  // 7. no more text messages, in one action
  await odile.page.getByRole('button', { name: 'Ne plus recevoir de SMS' }).tap();
  await odile.page.getByText('plus aucun SMS').first().waitFor();
  await check(odile, 'status-stopped');

  // 8. a link that was copied wrongly
  await odile.page.goto(link.slice(0, -1));
  await check(odile, 'status-lost');
});
