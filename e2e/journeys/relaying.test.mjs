// E2E-01 (2 to 4) and E2E-02 (1 and 2): a customer leaves with a promise while an adviser on a phone and an expert at a desk
// look for the answer, and is told. Only the telephone call between them happens elsewhere.
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

const QUESTION = 'Routeur neuf, aucune synchronisation depuis hier soir, même après deux redémarrages.';

test('E2E-01 E2E-02 a customer leaves with a promise, and gets the answer', { timeout: 180_000 }, async () => {
  const ines = await open('phone');
  await enter(ines, server.door('Inès Marchal'));
  const karim = await open('desk');
  await enter(karim, server.door('Karim Benseddik'));
  await karim.page.goto(`${server.base}/questions`);
  await check(karim, 'relaying-list');

  // 1. asked with one thumb: a theme, words, the customer, what they are promised
  await ines.page.goto(`${server.base}/questions/new`);
  await check(ines, 'relaying-ask');
  await ines.page.getByText('Internet', { exact: true }).tap();
  await ines.page.getByLabel('Que se passe-t-il ?').fill(QUESTION);
  await ines.page.getByLabel('Son prénom').fill('Odile');
  await ines.page.getByLabel('Son téléphone').fill('0899 12 34 56');
  await ines.page.getByRole('button', { name: 'Envoyer' }).tap();
  await ines.page.getByText('C’est un numéro surtaxé').first().waitFor();
  await check(ines, 'relaying-ask-refused');
  assert.equal(await ines.page.getByLabel('Que se passe-t-il ?').inputValue(), QUESTION, 'nothing typed is lost');
  await ines.page.getByLabel('Son téléphone').fill('06 39 98 11 22');
  await ines.page.getByText('La personne accepte').tap();
  await ines.page.getByRole('button', { name: 'Envoyer' }).tap();
  await ines.page.waitForURL(/\/cases\//);
  await check(ines, 'relaying-case');
  assert.match(await ines.page.textContent('main'), /Vous lui avez promis des nouvelles avant/);
  assert.ok(!(await ines.page.getByText('06 39 98 11 22').isVisible()), 'a number is not read over a shoulder');
  await ines.page.getByText('Montrer le numéro').tap();
  await ines.page.getByText('06 39 98 11 22').waitFor();

  // 2. it is on the expert's open page by itself; they take it and ask for an explanation
  const asked = karim.page.getByRole('link', { name: new RegExp(QUESTION.slice(0, 30)) }).first();
  await asked.waitFor();
  await karim.page.getByText(QUESTION.slice(0, 40)).first().click();
  await karim.page.waitForURL(/\/questions\//);
  assert.ok(!(await karim.page.textContent('body')).includes('Odile'), 'whoever answers needs no name');
  await karim.page.getByRole('button', { name: 'Je m’en occupe' }).click();
  await karim.page.waitForLoadState();
  await karim.page.getByLabel('Votre réponse').fill('Depuis quand, et le câble est-il neuf ?');
  await karim.page.getByRole('button', { name: 'Demander une précision' }).click();
  await karim.page.getByText('La précision est demandée').waitFor();
  await check(karim, 'relaying-clarified');

  // 3. the adviser answers the group from the customer's page, the expert gives a procedure
  await ines.page.getByRole('link', { name: 'Experts 91-94' }).tap();
  await ines.page.waitForURL(/\/questions\//);
  await check(ines, 'relaying-tell');
  await ines.page.getByLabel('Vos mots').fill('Depuis ce matin, et le câble est neuf.');
  await ines.page.getByRole('button', { name: 'Envoyer' }).tap();
  await ines.page.getByText('C’est ajouté.').waitFor();
  await karim.page.getByText('Depuis ce matin, et le câble est neuf.').waitFor();
  await karim.page.getByLabel('Votre réponse').fill('1. Débrancher.\n2. Attendre dix secondes.\n3. Rebrancher.\n4. Patienter.');
  await karim.page.getByRole('button', { name: 'Répondre', exact: true }).click();
  await karim.page.getByText('La réponse est donnée').waitFor();
  await check(karim, 'relaying-answered');

  // 4. the customer is called; nothing ends before they were told, and "nothing to do" is not on the list
  await ines.page.getByRole('link', { name: 'Le client qui attend' }).tap();
  await ines.page.waitForURL(/\/cases\//);
  assert.match(await ines.page.textContent('main'), /3\. Rebrancher\./);
  await ines.page.getByText('Terminer', { exact: true }).tap();
  const ways = await ines.page.getByRole('radiogroup', { name: /Comment cela se termine/ }).textContent();
  assert.ok(!/rien/i.test(ways), ways);
  await ines.page.getByText('Résolu', { exact: true }).tap();
  await ines.page.getByText('De vive voix').tap();
  await check(ines, 'relaying-ending');
  await ines.page.getByRole('button', { name: 'Terminer la demande' }).tap();
  await ines.page.getByText('C’est terminé, et le client le sait.').waitFor();
  await check(ines, 'relaying-ended');
});

test('E2E-02 an expert says when they answer', { timeout: 60_000 }, async () => {
  const karim = await open('phone');
  await enter(karim, server.door('Karim Benseddik'));
  await karim.page.goto(`${server.base}/groups`);
  await check(karim, 'relaying-groups');
  await karim.page.getByRole('link', { name: 'Experts 91-94' }).tap();
  await karim.page.waitForURL(/\/groups\//);
  await check(karim, 'relaying-group');
});
