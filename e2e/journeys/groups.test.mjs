// The life of a group: head office changes it, its people talk, an answer is judged, thanked for and kept, its figures are read,
// and it closes while a question waits. Four people.
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

const QUESTION = 'Le boîtier redémarre toutes les dix minutes depuis hier soir.';

test('EXP-04 EXP-06 EXP-07 EXP-11 EXP-12 a group lives, knows, is read, and closes', { timeout: 300_000 }, async () => {
  // 1. head office changes it: a theme, the people, the departments
  const helene = await open('desk');
  await enter(helene, server.door('Hélène Kowalski'));
  await helene.page.goto(`${server.base}/groups`);
  await helene.page.getByRole('link', { name: 'Experts 91-94' }).click();
  await helene.page.getByRole('link', { name: 'Modifier le groupe' }).click();
  await helene.page.getByLabel('Départements').fill('91, 94, 999');
  await helene.page.getByLabel('Thèmes').fill('Internet\nMobile\nFacture\nCommande\nBoîtiers');
  await check(helene, 'group-edit');
  await helene.page.getByRole('button', { name: 'Enregistrer' }).click();
  await helene.page.getByText(/999.*n’est pas un département/).first().waitFor();
  assert.match(await helene.page.getByLabel('Thèmes').inputValue(), /Boîtiers/, 'nothing typed is lost');
  await check(helene, 'group-edit-refused');
  await helene.page.getByLabel('Départements').fill('91, 94');
  await helene.page.getByRole('button', { name: 'Enregistrer' }).click();
  await helene.page.getByText('Le groupe est à jour').waitFor();
  await check(helene, 'group-changed');
  const group = new URL(helene.page.url()).pathname;

  // 2. an adviser asks about the new theme and says on which device
  const ines = await open('phone');
  await enter(ines, server.door('Inès Marchal'));
  await ines.page.goto(`${server.base}/questions/new`);
  await ines.page.getByText('Boîtiers', { exact: true }).tap();
  await ines.page.getByLabel('Que se passe-t-il ?').fill(QUESTION);
  await ines.page.getByLabel('Sur quel appareil ?').fill('Box 6');
  await check(ines, 'group-asking');
  await ines.page.getByRole('button', { name: /^Envoyer (aux experts|quand même)$/ }).first().tap();
  await ines.page.waitForURL(/\/questions\/[0-9a-f]/);
  const asked = new URL(ines.page.url()).pathname;

  // 3. an expert reads the device, answers, and keeps the answer
  const karim = await open('desk');
  await enter(karim, server.door('Karim Benseddik'));
  await karim.page.goto(server.base + asked);
  await karim.page.getByText(/Appareil.*Box 6/).waitFor();
  await karim.page.getByLabel('Votre réponse').fill('1. Débrancher dix secondes.\n2. Mettre à jour depuis le menu.');
  await karim.page.getByRole('button', { name: 'Répondre', exact: true }).click();
  await karim.page.getByText('En faire une fiche').click();
  await karim.page.getByLabel('Titre').fill('Un boîtier qui redémarre sans cesse');
  await check(karim, 'group-entry');
  await karim.page.getByRole('button', { name: 'Enregistrer et valider' }).click();
  await karim.page.waitForURL(/\/knowledge\/[0-9a-f]/);
  await check(karim, 'group-entry-valid');
  await karim.page.goto(`${server.base}/knowledge`);
  await karim.page.getByText('Un boîtier qui redémarre').first().waitFor();
  await check(karim, 'group-knowledge');

  // 4. the adviser says that it helped, and thanks; the expert alone reads it, and shows it to the group
  await ines.page.goto(server.base + asked);
  await ines.page.getByText('Débrancher dix secondes.').waitFor();
  await ines.page.getByRole('button', { name: 'Cela m’a aidé' }).tap();
  await ines.page.locator('summary', { hasText: 'Remercier' }).tap();
  await ines.page.getByLabel('Un mot pour qui a répondu').fill('Le client est reparti content, merci !');
  await ines.page.getByRole('button', { name: 'Remercier' }).tap();
  await ines.page.getByText('C’est dit').waitFor();
  await check(ines, 'group-thanked');
  await karim.page.goto(`${server.base}/thanks`);
  await karim.page.getByText('reparti content').waitFor();
  await check(karim, 'group-thanks');
  await karim.page.getByRole('button', { name: 'Le montrer au groupe' }).first().click();
  await karim.page.getByText('Le groupe le lit, sans nom.').waitFor();

  // 5. the people of the group among themselves, then its figures
  await karim.page.goto(`${server.base}${group}/feed`);
  await karim.page.getByText('reparti content').waitFor();
  await karim.page.getByLabel('Votre mot au groupe').fill('La mise à jour de jeudi règle les redémarrages.');
  await karim.page.getByRole('button', { name: 'Publier' }).click();
  await karim.page.getByText('La mise à jour de jeudi').waitFor();
  await check(karim, 'group-feed');
  const manager = await open('phone');
  await enter(manager, server.door('Nadège Fournier'));
  for (const [place, name] of [[`${group}/board`, 'group-board'], [`${group}/tool`, 'group-tool'],
    ['/groups/cooperation', 'group-cooperation'], ['/knowledge/needs', 'group-needs'], ['/cases/handoffs', 'group-handoffs']]) {
    await manager.page.goto(server.base + place);
    await check(manager, name);
  }
  const feed = await manager.page.goto(`${server.base}${group}/feed`);
  assert.equal(feed.status(), 404, 'who leads people of a group does not read its feed');
  manager.errors.length = 0;

  // 6. it closes while a question waits; nobody is left between two groups
  await ines.page.goto(`${server.base}/questions/new`);
  await ines.page.getByText('Boîtiers', { exact: true }).tap();
  await ines.page.getByLabel('Que se passe-t-il ?').fill('Un autre boîtier chauffe beaucoup.');
  await ines.page.getByRole('button', { name: /^Envoyer (aux experts|quand même)$/ }).first().tap();
  await ines.page.waitForURL(/\/questions\/[0-9a-f]/);
  const waits = ines.page.url();
  await helene.page.goto(`${server.base}${group}/close`);
  await check(helene, 'group-close');
  await helene.page.getByText('À aucun autre groupe').click();
  await helene.page.getByRole('button', { name: 'Fermer le groupe' }).click();
  await helene.page.getByText('Ce qu’il avait promis reste tenu').waitFor();
  await ines.page.goto(server.base + group);
  await ines.page.getByText(/Fermé le/).waitFor();
  await check(ines, 'group-closed');
  await karim.page.goto(waits);
  await karim.page.getByLabel('Votre réponse').fill('Le remplacer : c’est l’alimentation.');
  await karim.page.getByRole('button', { name: 'Répondre', exact: true }).click();
  await ines.page.goto(waits);
  await ines.page.getByText('Le remplacer').waitFor();
});
