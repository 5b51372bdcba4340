// A day in a shop: said, joined from elsewhere, taken, handed over at the end of the shift, done, and everybody told;
// and one that waited too long, which has climbed and stands in the public list.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { check, close, enter, open } from '../lib/browser.mjs';
import { demo } from '../lib/relais.mjs';

let relais;
before(async () => { relais = await demo(); });
after(async () => { await close(); await relais?.stop(); });

const WORDS = 'Le portillon de la réserve se bloque le matin.';
const LATE = 'Les consignes arrivent par trois canaux';

test('VDT-01 a pebble passes through a shift and everybody hears of it', async () => {
  const ines = await open('phone', { viewport: { width: 360, height: 740 } });
  await enter(ines, relais.door('Inès Marchal'));
  const nadege = await open('desk');
  await enter(nadege, relais.door('Nadège Fournier'));
  const sarah = await open('phone', { viewport: { width: 360, height: 740 } });
  await enter(sarah, relais.door('Sarah Lebrun'));
  const karim = await open('phone');
  await enter(karim, relais.door('Karim Benseddik'));

  await ines.page.goto(`${relais.base}/pebbles/new`);
  // What others said appears while she types; hers is something else.
  await ines.page.getByLabel('Ce qui se passe').pressSequentially('Planning modifié la veille', { delay: 5 });
  await ines.page.getByText('Déjà dit.').waitFor();
  await check(ines, 'day-similar');
  await ines.page.getByLabel('Ce qui se passe').fill(WORDS);
  await ines.page.getByText('Déjà dit.').waitFor({ state: 'detached' });
  await ines.page.getByRole('button', { name: 'Envoyer' }).click();
  await ines.page.getByText('C’est dit.').waitFor();
  const { pathname } = new URL(ines.page.url());

  // It is on her manager's screen by itself.
  const card = nadege.page.locator('.baton').filter({ hasText: WORDS });
  await card.waitFor();

  await karim.page.goto(`${relais.base}/pebbles?place=network`);
  await karim.page.getByRole('link', { name: new RegExp(WORDS) }).click();
  await karim.page.getByRole('button', { name: 'Moi aussi' }).click();
  await karim.page.getByText('Votre voix').first().waitFor();
  await karim.page.goto(`${relais.base}/`);

  await sarah.page.getByRole('button', { name: 'Je suis là aujourd’hui' }).click();
  await sarah.page.getByText('Vous avez dit être là').waitFor();

  await card.getByRole('button', { name: 'Je m’en occupe' }).click();
  await nadege.page.getByText('C’est vous qui le portez.').waitFor();
  await sarah.page.locator('.baton').filter({ hasText: WORDS }).waitFor({ state: 'detached' });

  // The end of the shift: who takes over?
  await nadege.page.goto(`${relais.base}/`);
  await nadege.page.getByRole('link', { name: 'Je pars' }).click();
  await nadege.page.getByText('Il reste à vous').waitFor();
  assert.match(await nadege.page.locator('.choice, label').filter({ hasText: 'Sarah Lebrun' }).first().textContent(), /là aujourd’hui/);
  await check(nadege, 'day-leaving');
  await nadege.page.getByLabel('Sarah Lebrun').check();
  await nadege.page.getByLabel('Un mot pour qui le reprend').fill('Le serrurier rappelle demain à 9 h.');
  await nadege.page.getByRole('button', { name: 'Je confie et je pars' }).click();
  await nadege.page.getByText('Votre relais est proposé').waitFor();
  await check(nadege, 'day-left');

  const held = sarah.page.locator('.baton').filter({ hasText: WORDS });
  await held.waitFor();
  await held.getByRole('link', { name: 'Lire' }).click();
  await sarah.page.getByText('Le serrurier rappelle demain à 9 h.').waitFor();
  await check(sarah, 'day-offered');
  await sarah.page.getByRole('button', { name: 'Je m’en occupe' }).click();
  await sarah.page.getByText('C’est vous qui le portez.').waitFor();
  // Nadège's screen has let go of it.
  await nadege.page.locator('.baton').filter({ hasText: WORDS }).waitFor({ state: 'detached' });

  await sarah.page.getByLabel('C’est fait').check();
  await sarah.page.getByLabel('Ce que vous leur dites').fill('Le portillon a une serrure neuve.');
  await sarah.page.getByRole('button', { name: 'Répondre' }).click();
  await sarah.page.getByText('La réponse est donnée').waitFor();

  // Karim's page has heard it; Inès reads what became of it.
  await karim.page.locator('#given ~ ul li').filter({ hasText: WORDS }).getByText('fait', { exact: true }).waitFor();
  await check(karim, 'day-told-elsewhere');
  await ines.page.goto(`${relais.base}${pathname}`);
  await ines.page.getByText('Le portillon a une serrure neuve.').waitFor();
  await check(ines, 'day-told');
  for (const visit of [ines, nadege, sarah, karim]) await visit.context.close();
});

test('VDT-01 what waits beyond its time climbs, and everybody reads that it does', async () => {
  const ines = await open('phone', { viewport: { width: 360, height: 740 } });
  await enter(ines, relais.door('Inès Marchal'));
  await ines.page.goto(`${relais.base}/pebbles?show=late&place=network`);
  await ines.page.getByText(LATE).waitFor();
  await ines.page.getByText('En retard').first().waitFor();
  await check(ines, 'day-late');
  await ines.context.close();

  // Its ladder has reached those who lead the network.
  const helene = await open('desk');
  await enter(helene, relais.door('Hélène Kowalski'));
  const card = helene.page.locator('.baton').filter({ hasText: LATE });
  await card.waitFor({ timeout: 60_000 });
  await check(helene, 'day-climbed');
  await helene.context.close();
});

test('PRV-05 somebody reads what Relais knows about them, and what their manager sees', async () => {
  const ines = await open('phone', { viewport: { width: 360, height: 740 } });
  await enter(ines, relais.door('Inès Marchal'));
  await ines.page.goto(`${relais.base}/privacy/me`);
  await check(ines, 'me');
  await ines.page.getByRole('link', { name: 'Ce que voit mon responsable' }).click();
  await ines.page.getByText('telle que votre responsable la voit').waitFor();
  await check(ines, 'me-seen');
  await ines.context.close();
  const nadege = await open('desk', { colorScheme: 'dark' });
  await enter(nadege, relais.door('Nadège Fournier'));
  await nadege.page.goto(`${relais.base}/privacy/me`);
  await check(nadege, 'me-dark');
  await nadege.page.goto(`${relais.base}/pebbles/duties`);
  await check(nadege, 'duties-dark');
  await nadege.context.close();
});
