// A pebble is said, joined, taken, planned and done; everybody who waited reads the answer.
import { after, before, test } from 'node:test';
import { check, close, enter, open } from '../lib/browser.mjs';
import { demo } from '../lib/relais.mjs';

let relais;
before(async () => { relais = await demo(); });
after(async () => { await close(); await relais?.stop(); });

const WORDS = 'Le terminal de paiement perd le réseau quand il pleut.';

test('VDT-01 what gets in the way is said on a phone, taken at a desk, and answered to all', async () => {
  const ines = await open('phone');
  await enter(ines, relais.door('Inès Marchal'));
  await ines.page.goto(`${relais.base}/pebbles`);
  await check(ines, 'pebbles');
  await ines.page.getByRole('link', { name: 'Dire ce qui gêne' }).first().click();
  await check(ines, 'pebble-new');
  await ines.page.getByLabel('Ce qui se passe').fill(WORDS);
  await ines.page.getByRole('button', { name: 'Envoyer' }).click();
  await ines.page.getByText('C’est dit.').waitFor();
  await check(ines, 'pebble-said');
  const { pathname } = new URL(ines.page.url());

  const sarah = await open('phone');
  await enter(sarah, relais.door('Sarah Lebrun'));
  await check(sarah, 'batons-deputy');

  const nadege = await open('desk');
  await enter(nadege, relais.door('Nadège Fournier'));
  await nadege.page.getByRole('heading', { name: /un mot de vous/ }).waitFor();
  await check(nadege, 'batons');
  const card = nadege.page.locator('.baton').filter({ hasText: WORDS });
  await card.getByRole('button', { name: 'Je m’en occupe' }).click();
  await nadege.page.getByText('C’est vous qui le portez.').waitFor();
  await check(nadege, 'pebble-held');

  // On the other screens it is no longer to be taken, without anybody loading a page anew.
  await sarah.page.locator('.baton').filter({ hasText: WORDS }).waitFor({ state: 'detached' });

  await nadege.page.getByLabel('C’est fait').check();
  await nadege.page.getByLabel('Ce que vous leur dites').fill('Une antenne est posée au-dessus de la caisse.');
  await nadege.page.getByRole('button', { name: 'Répondre' }).click();
  await nadege.page.getByText('La réponse est donnée').waitFor();
  await check(nadege, 'pebble-done');

  await ines.page.goto(`${relais.base}/`);
  await ines.page.getByText('fait', { exact: true }).first().waitFor();
  await check(ines, 'given');
  await ines.page.goto(`${relais.base}${pathname}`);
  await ines.page.getByText('Une antenne est posée').waitFor();
  for (const visit of [ines, sarah, nadege]) await visit.context.close();
});
