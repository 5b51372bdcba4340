// E2E-01 on a day on which the experts are closed: the adviser is told before sending, nobody is promised what cannot be kept,
// the customer follows it all the same, and the answer comes from somebody who was not asked to be there. Three people at once.
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

const QUESTION = 'La fibre est posée, mais le boîtier reste éteint.';

/** A day as a date field takes it, and its field in a week that begins on Monday. */
function inDays(n) {
  const day = new Date(Date.now() + n * 86_400_000);
  const text = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(day);
  return { text, week: `day${new Date(`${text}T12:00:00Z`).getUTCDay() || 7}` };
}

test('E2E-01 E2E-09 the experts are closed, and nobody is left between two people', { timeout: 240_000 }, async () => {
  // 1. a group that opens in three days, for an hour
  const helene = await open('desk');
  await enter(helene, server.door('Hélène Kowalski'));
  await helene.page.goto(`${server.base}/groups/new`);
  await helene.page.getByLabel('Nom du groupe').fill('Experts fibre');
  await helene.page.getByLabel('Thèmes').fill('Fibre optique');
  for (const name of ['Karim Benseddik', 'Rachida Kaya']) {
    await helene.page.getByLabel('Chercher des personnes').fill(name.split(' ')[1]);
    await helene.page.getByRole('button', { name: 'Rechercher', exact: true }).last().click();
    await helene.page.locator('input[name=people]').first().waitFor();
    await helene.page.locator('label.choice', { hasText: name }).first().click();
    await helene.page.locator('label.choice', { hasText: name }).last().click();
  }
  await helene.page.getByText('Heures d’ouverture du groupe').click();
  await helene.page.locator(`input[name=${inDays(3).week}]`).fill('9:00-10:00');
  await helene.page.getByRole('button', { name: 'Ouvrir le groupe' }).click();
  await helene.page.getByText('Le groupe est ouvert').waitFor();
  await check(helene, 'closed-group');

  // 2. the adviser is told before sending that nobody answers before the hour chosen
  const ines = await open('phone');
  await enter(ines, server.door('Inès Marchal'));
  await ines.page.goto(`${server.base}/questions/new`);
  await ines.page.getByText('Fibre optique', { exact: true }).tap();
  await ines.page.getByLabel('Que se passe-t-il ?').fill(QUESTION);
  await ines.page.getByLabel('Sa référence client').fill('CL-2027-90');
  await ines.page.getByText('Choisir une autre heure').tap();
  await ines.page.getByText('une autre heure', { exact: true }).tap();
  await ines.page.locator('input[name=day]').fill(inDays(2).text);
  await ines.page.locator('input[name=at]').fill('11:00');
  await ines.page.getByRole('button', { name: 'Envoyer aux experts' }).tap();
  await ines.page.getByText(/Personne de Experts fibre n’a dit répondre avant .*11\sh/).first().waitFor();
  await check(ines, 'closed-warned');
  assert.equal(await ines.page.getByLabel('Que se passe-t-il ?').inputValue(), QUESTION, 'nothing typed is lost');
  await ines.page.getByRole('button', { name: 'Envoyer quand même' }).tap();
  await ines.page.waitForURL(/\/cases\//);
  const request = ines.page.url();
  await ines.page.getByRole('button', { name: 'Imprimer' }).tap();
  await ines.page.waitForURL(/\/slip$/);
  const address = (await ines.page.locator('.slip-address').textContent()).trim();

  // 3. the customer reads what was promised, and by when, without an account
  const customer = await open('phone', { javaScriptEnabled: false });
  await customer.page.goto(`${server.base}/s/${address.split('/s/')[1]}`);
  const promised = await customer.page.textContent('main');
  assert.match(promised, /11\sh/);
  assert.ok(!promised.includes('vous appelons'), 'nobody is promised a call who left no number');
  assert.ok(!promised.includes('Inès') && !promised.includes('Karim'), 'nobody is named');

  // 4. an expert who happens to look takes it and answers; it shows on the adviser's open page by itself
  const karim = await open('desk');
  await enter(karim, server.door('Karim Benseddik'));
  await karim.page.goto(`${server.base}/questions`);
  await ines.page.goto(request);
  await karim.page.getByText(QUESTION).first().click();
  await karim.page.waitForURL(/\/questions\/[0-9a-f]/);
  await karim.page.getByLabel('Votre réponse').fill('1. Vérifier le câble jaune.\n2. Rallumer le boîtier.');
  await karim.page.getByRole('button', { name: 'Répondre', exact: true }).click();
  await karim.page.getByText('La réponse est donnée').waitFor();
  await ines.page.getByText('Rallumer le boîtier.').first().waitFor();
  await check(ines, 'closed-answered');

  // 5. the customer comes back with the slip, is told, and the page says how it ended
  await ines.page.getByText('Terminer', { exact: true }).tap();
  await ines.page.getByText('Résolu', { exact: true }).tap();
  await ines.page.getByText('De vive voix').tap();
  await ines.page.getByRole('button', { name: 'Terminer la demande' }).tap();
  await ines.page.getByText('C’est terminé, et le client le sait.').waitFor();
  await customer.page.reload();
  assert.match(await customer.page.textContent('main'), /facile/);
  await customer.page.screenshot({ path: new URL('../shots/closed-customer.png', import.meta.url).pathname, fullPage: true });
});
