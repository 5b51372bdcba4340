// Something is said without a name, on a phone; the night passes; it is answered, asked about, and read with a receipt.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { check, close, enter, open } from '../lib/browser.mjs';
import { demo } from '../lib/relais.mjs';

let relais;
before(async () => { relais = await demo(); });
after(async () => { await close(); await relais?.stop(); });

const WORDS = 'On apprend les changements de planning par les clients.';

test('PRV-07 without a name, on a phone: said, kept on the device, answered, written back', async () => {
  const ines = await open('phone');
  await enter(ines, relais.door('Inès Marchal'));
  await ines.page.goto(`${relais.base}/pebbles/new`);
  await check(ines, 'anonymous-new');
  assert.equal(await ines.page.getByText('D’où cela vient').isVisible(), false);
  await ines.page.getByLabel('Ce qui se passe').fill(WORDS);
  await ines.page.getByLabel('Sans mon nom, pour personne').check();
  await ines.page.getByText('D’où cela vient').waitFor();
  await ines.page.getByLabel('Nommer l’endroit où je travaille').check();
  await check(ines, 'anonymous-chosen');
  await ines.page.getByRole('button', { name: 'Envoyer' }).click();
  await ines.page.getByRole('heading', { name: 'C’est dit, sans votre nom' }).waitFor();
  const code = (await ines.page.locator('#receipt').textContent()).trim();
  assert.match(code, /^([0-9A-Z]{4}-){6}[0-9A-Z]{4}$/);
  await ines.page.getByLabel('Garder le reçu sur cet appareil').check();
  await check(ines, 'anonymous-said');

  await ines.page.goto(`${relais.base}/receipts`);
  await ines.page.getByText('Gardé, pas encore visible').waitFor();
  await check(ines, 'receipts-waiting');
  await ines.page.goto(`${relais.base}/pebbles?show=all&place=network`);
  assert.equal(await ines.page.getByText(WORDS).count(), 0, 'it is not shown before the night');

  // Anybody may let the night pass in the demo, after saying something of their own.
  const sarah = await open('phone');
  await enter(sarah, relais.door('Sarah Lebrun'));
  await sarah.page.goto(`${relais.base}/pebbles/new`);
  await sarah.page.getByLabel('Ce qui se passe').fill('La clé de la réserve manque souvent.');
  await sarah.page.getByLabel('Sans mon nom, pour personne').check();
  await sarah.page.getByRole('button', { name: 'Envoyer' }).click();
  await sarah.page.getByRole('button', { name: 'laisser passer la nuit' }).click();
  await sarah.page.getByText(WORDS).waitFor();
  await sarah.context.close();

  const nadege = await open('desk');
  await enter(nadege, relais.door('Nadège Fournier'));
  await nadege.page.locator('.baton').filter({ hasText: WORDS }).getByRole('button', { name: 'Je m’en occupe' }).click();
  await nadege.page.getByLabel('Votre question').fill('De quels changements s’agit-il ?');
  await check(nadege, 'anonymous-held');
  await nadege.page.getByRole('button', { name: 'Poser la question' }).click();
  await nadege.page.getByText('La question est posée').waitFor();

  await ines.page.goto(`${relais.base}/receipts`);
  await ines.page.getByText('De quels changements s’agit-il ?').waitFor();
  await check(ines, 'receipts-asked');
  await ines.page.getByLabel('Écrire en retour').fill('De ceux du samedi, surtout.');
  await ines.page.getByRole('button', { name: 'Envoyer' }).click();
  await ines.page.getByText('Ce que vous avez écrit paraîtra demain matin.').waitFor();
  await check(ines, 'receipts-replied');

  await nadege.page.getByLabel('C’est prévu').check();
  await nadege.page.getByLabel('Ce que vous leur dites').fill('Sept jours avant, par écrit.');
  await nadege.page.getByLabel('Pour quel jour').fill(new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10));
  await nadege.page.getByRole('button', { name: 'Répondre' }).click();
  await nadege.page.getByText('La réponse est donnée').waitFor();

  // Another device, without a session, without scripts: the code alone counts.
  const paper = await open('desk', { javaScriptEnabled: false });
  await paper.page.goto(`${relais.base}/receipts`);
  await paper.page.getByLabel('Le code du reçu').fill(code.toLowerCase());
  await paper.page.getByRole('button', { name: 'Lire' }).click();
  await paper.page.getByText('Sept jours avant, par écrit.').waitFor();
  assert.equal(paper.page.url(), `${relais.base}/receipts`, 'no address holds the code');

  // Signing out forgets the receipt, with a warning.
  await ines.page.goto(`${relais.base}/receipts`);
  await ines.page.getByText('Sept jours avant, par écrit.').waitFor();
  await check(ines, 'receipts-answered');
  await ines.page.goto(`${relais.base}/`);
  await ines.page.locator('details.menu > summary').last().click();
  await ines.page.getByText('Se déconnecter les efface.').waitFor();
  await check(ines, 'receipts-leaving');
  await ines.page.getByRole('button', { name: 'Se déconnecter' }).click();
  await ines.page.waitForURL(/sign-in/);
  assert.equal(await ines.page.evaluate(() => localStorage.getItem('relais-receipts')), null);
  for (const visit of [ines, nadege, paper]) await visit.context.close();
});
