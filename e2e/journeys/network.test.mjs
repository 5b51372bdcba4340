// Reading and editing the network, as a manager and as an administrator.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { check, close, enter, open, SIZES } from '../lib/browser.mjs';
import { demo } from '../lib/relais.mjs';

let relais;
before(async () => { relais = await demo(); });
after(async () => { await close(); await relais?.stop(); });

for (const size of Object.keys(SIZES)) {
  test(`NET-01 a manager reads their unit and changes its hours (${size})`, async () => {
    const visit = await open(size);
    const { page } = visit;
    await enter(visit, relais.door('Nadège Fournier'));
    await page.goto(`${relais.base}/units`);
    await check(visit, 'units-manager');
    await page.getByRole('link', { name: 'Évry', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Évry' }).waitFor();
    await check(visit, 'unit-manager');
    await page.getByRole('link', { name: /Modifier les horaires/ }).click();
    await page.getByLabel('Lundi').fill('19-9');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Un point est à reprendre').waitFor();
    assert.equal(await page.getByLabel('Lundi').inputValue(), '19-9');
    await check(visit, 'hours-refused');
    await page.getByLabel('Lundi').fill('14h-19h');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Les horaires sont enregistrés.').waitFor();
    await visit.context.close();
  });

  test(`UXA an administrator finds a unit while typing and edits it (${size})`, async () => {
    const visit = await open(size);
    const { page } = visit;
    await enter(visit, relais.door('Thomas Girard'));
    await page.goto(`${relais.base}/units`);
    await check(visit, 'units-admin');
    await page.locator('main input[type=search]').fill('creteil');
    await page.getByText('Une unité', { exact: true }).first().waitFor();
    await page.getByRole('link', { name: 'Créteil' }).click();
    await page.getByRole('link', { name: /Modifier l’unité/ }).click();
    await check(visit, 'unit-edit');
    await page.getByLabel('Téléphone').first().fill('01 40 00 00 00');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('L’unité est enregistrée.').waitFor();
    await page.goto(`${relais.base}/units/new`);
    await page.getByLabel('Nom').fill('Nouvelle boutique');
    await page.getByRole('button', { name: 'Enregistrer' }).evaluate((button) => { button.form.noValidate = true; button.click(); });
    await page.getByText('points sont à reprendre').waitFor();
    assert.equal(await page.getByLabel('Nom').inputValue(), 'Nouvelle boutique');
    await check(visit, 'unit-new-refused');
    await visit.context.close();
  });

  test(`SEC-01 what is out of reach does not exist (${size})`, async () => {
    const visit = await open(size);
    await enter(visit, relais.door('Karim Benseddik'));
    const answer = await visit.page.goto(`${relais.base}/units/new`);
    assert.equal(answer.status(), 404);
    await check(visit, 'not-found');
    await visit.context.close();
  });

  test(`SEC-03 my account shows my sessions and ends them (${size})`, async () => {
    const visit = await open(size);
    const { page } = visit;
    await enter(visit, relais.door('Claire Vasseur'));
    await page.goto(`${relais.base}/account`);
    await check(visit, 'account');
    await page.goto(`${relais.base}/account/sessions`);
    await check(visit, 'sessions');
    await page.goto(`${relais.base}/account`);
    await page.locator('main').getByRole('button', { name: 'Y aller' }).click();
    await page.waitForURL((url) => url.pathname === '/');
    await page.goto(`${relais.base}/units`);
    await page.getByText('Mamers').first().waitFor();
    await visit.context.close();
  });
}

test('a page works without JavaScript, in English and in the dark', async () => {
  const visit = await open('phone', { javaScriptEnabled: false, colorScheme: 'dark', locale: 'en-GB' });
  const { page } = visit;
  await enter(visit, relais.door('Nadège Fournier'));
  await page.goto(`${relais.base}/units`);
  await page.locator('main input[type=search]').fill('evry');
  await page.locator('main').getByRole('button', { name: /Search|Rechercher/ }).click();
  await page.getByRole('link', { name: 'Évry', exact: true }).waitFor();
  await visit.context.close();
});

async function weighed(path, most) {
  const visit = await open('phone');
  const session = await visit.context.newCDPSession(visit.page);
  await session.send('Network.enable');
  let bytes = 0;
  session.on('Network.loadingFinished', (event) => { bytes += event.encodedDataLength; });
  await enter(visit, relais.door('Nadège Fournier'));
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  // The stream of a live page stays open: what it loads is there a moment after the page.
  await visit.page.waitForTimeout(500);
  bytes = 0;
  await visit.page.goto(`${relais.base}${path}`, { waitUntil: 'load' });
  await visit.page.waitForTimeout(1500);
  console.log(`# first view of ${path}: ${bytes} bytes`);
  assert.ok(bytes > 5_000 && bytes < most, `${bytes} bytes`);
  await visit.context.close();
}

test('the first view of the units on a phone weighs less than 60 kB', () => weighed('/units', 60_000));

test('the first view of « Mes relais » on a phone weighs less than 40 kB', () => weighed('/', 40_000));
