// A rule is asked about, decided and told; an obstacle goes up and is removed; what works is taken up by another unit.
import { after, before, test } from 'node:test';
import { check, close, enter, open } from '../lib/browser.mjs';
import { demo } from '../lib/relais.mjs';

let relais;
before(async () => { relais = await demo(); });
after(async () => { await close(); await relais?.stop(); });

async function as(name, size) {
  const visit = await open(size);
  await enter(visit, relais.door(name));
  return visit;
}

test('GRP-10 a rule is asked what it is for on a phone, changed with a reason at a desk, and all are told', async () => {
  const ines = await as('Inès Marchal', 'phone');
  await ines.page.goto(`${relais.base}/pebbles`);
  await ines.page.getByRole('link', { name: 'Règles', exact: true }).click();
  await ines.page.getByRole('heading', { name: 'Les règles de la maison' }).waitFor();
  await check(ines, 'rules');
  await ines.page.getByRole('link', { name: /Planning publié/ }).click();
  await check(ines, 'rule');
  await ines.page.getByLabel('Votre question').fill('Un échange volontaire la veille arrange tout le monde.');
  await ines.page.getByRole('button', { name: 'Demander à quoi elle sert' }).click();
  await ines.page.getByText('C’est demandé.').waitFor();
  await check(ines, 'rule-asked');
  const { pathname } = new URL(ines.page.url());

  const helene = await as('Hélène Kowalski', 'desk');
  const card = helene.page.locator('.baton').filter({ hasText: 'Planning publié' });
  await card.getByRole('link', { name: 'Répondre' }).click();
  await helene.page.getByLabel('On la change').check();
  await helene.page.getByRole('button', { name: 'Décider' }).waitFor();
  await check(helene, 'rule-deciding');
  await helene.page.getByRole('textbox', { name: 'Pourquoi' }).fill('La règle voulait de la prévisibilité, pas interdire l’entraide.');
  await helene.page.getByRole('textbox', { name: 'Ce qu’elle dit désormais' }).fill('Le planning ne change plus à moins de sept jours ; un échange voulu par deux collègues se fait jusqu’à la veille.');
  await helene.page.getByRole('button', { name: 'Décider' }).click();
  await helene.page.getByText('tous ceux qui demandaient ont la réponse').waitFor();
  await check(helene, 'rule-decided');

  await ines.page.goto(`${relais.base}/`);
  await ines.page.getByText('règle changée', { exact: true }).first().waitFor();
  await check(ines, 'rule-told');
  await ines.page.goto(`${relais.base}${pathname}`);
  await ines.page.getByText('pas interdire l’entraide').waitFor();
  await ines.page.getByText('Ce qu’elle disait avant').waitFor();
  await ines.page.getByRole('link', { name: 'Dire ce qui se contredit' }).click();
  await check(ines, 'incoherence-new');
  await ines.page.getByRole('textbox', { name: 'Ce que dit le second' }).fill('L’outil de planning refuse tout échange après jeudi.');
  await ines.page.getByRole('button', { name: 'Envoyer' }).click();
  await ines.page.getByText('C’est dit. La décision viendra').waitFor();
  await check(ines, 'incoherence-said');
  await ines.page.goto(`${relais.base}/incoherences`);
  await check(ines, 'incoherences');
  for (const visit of [ines, helene]) await visit.context.close();
});

test('CER-07 an obstacle is put on a phone, held out to the region, taken and removed', async () => {
  const words = 'La livraison arrive à l’heure où la porte du quai est fermée.';
  const ines = await as('Inès Marchal', 'phone');
  await ines.page.goto(`${relais.base}/obstacles`);
  await check(ines, 'obstacles');
  await ines.page.getByRole('link', { name: 'Confier un obstacle' }).first().click();
  await check(ines, 'obstacle-new');
  await ines.page.getByLabel('Ce qui vous empêche').fill(words);
  await ines.page.getByRole('button', { name: 'Envoyer' }).click();
  await ines.page.getByText('C’est confié.').waitFor();
  const path = new URL(ines.page.url()).pathname;

  const nadege = await as('Nadège Fournier', 'desk');
  await nadege.page.goto(`${relais.base}${path}`);
  await check(nadege, 'obstacle-held');
  await nadege.page.getByLabel('Un mot pour la région').fill('Le transporteur n’écoute que la région.');
  await nadege.page.getByRole('button', { name: 'Le proposer à la région' }).click();
  await nadege.page.getByText('C’est proposé.').waitFor();

  const philippe = await as('Philippe Andrieux', 'desk');
  const card = philippe.page.locator('.baton').filter({ hasText: words });
  await card.getByRole('button').first().click();
  await philippe.page.getByText('C’est vous qui le portez.').waitFor();
  await check(philippe, 'obstacle-taken');
  await philippe.page.getByLabel('Il est levé').check();
  await philippe.page.getByLabel('Ce que vous leur dites').fill('La livraison passe à 10 h dès lundi.');
  await philippe.page.getByRole('button', { name: 'Répondre' }).click();
  await philippe.page.getByText('La réponse est donnée').waitFor();

  await ines.page.goto(`${relais.base}${path}`);
  await ines.page.getByText('La livraison passe à 10 h dès lundi.').waitFor();
  await check(ines, 'obstacle-removed');
  for (const visit of [ines, nadege, philippe]) await visit.context.close();
});

test('REF-19 what works is shared without approval and adopted by a unit for itself alone', async () => {
  const ines = await as('Inès Marchal', 'phone');
  await ines.page.goto(`${relais.base}/solutions`);
  await check(ines, 'solutions');
  await ines.page.getByRole('link', { name: /Un galet posé sur le comptoir/ }).click();
  await ines.page.getByLabel('Nous l’adaptons').check();
  await ines.page.getByLabel('Ce que vous en dites').fill('Deux galets, le samedi.');
  await check(ines, 'solution');
  await ines.page.getByRole('button', { name: 'Dire', exact: true }).click();
  await ines.page.getByText('C’est dit pour votre unité.').waitFor();
  await ines.page.getByText('Adapté chez nous').waitFor();
  await ines.page.goto(`${relais.base}/solutions/new`);
  await check(ines, 'solution-new');

  const helene = await as('Hélène Kowalski', 'desk');
  await helene.page.goto(`${relais.base}/solutions`);
  await helene.page.getByRole('link', { name: /Un galet posé sur le comptoir/ }).click();
  // Head office reads where it lives, and has no button to impose it.
  await helene.page.getByText('Deux galets, le samedi.').first().waitFor();
  if (await helene.page.getByRole('button', { name: 'Dire', exact: true }).count()) throw new Error('somebody else speaks for a unit');
  await check(helene, 'solution-read');
  await helene.page.goto(`${relais.base}/board`);
  await check(helene, 'board-network');
  await ines.page.goto(`${relais.base}/board`);
  await check(ines, 'board-unit');
  for (const visit of [ines, helene]) await visit.context.close();
});
