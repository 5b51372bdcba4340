// SEC-03: a tablet goes from one adviser to another. It locks by itself, each enters with a code of their own, and nobody
// finds on it what somebody else had on the screen.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { check, close, enter, open } from '../lib/browser.mjs';
import { demo } from '../lib/relais.mjs';

const PASSWORD = 'quatre mots faciles à retenir';
const WORDS = 'Un client attend, je reviens dans une minute.';

let relais;
before(async () => { relais = await demo(); });
after(async () => { await close(); await relais?.stop(); });

const NARROW = { viewport: { width: 360, height: 740 } };
const forgive = (visit) => {
  const ours = visit.errors.filter((text) => !/ERR_(INTERNET_DISCONNECTED|FAILED)|status of (401|423)/.test(text));
  visit.errors.splice(0, visit.errors.length, ...ours);
};

/** A password for somebody of the demo, by the letter that they get. */
async function chooses(admin, given, email) {
  const own = await open('phone');
  await own.page.goto(`${relais.base}/sign-in/forgotten`);
  await own.page.getByLabel('Adresse électronique').fill(email);
  await own.page.getByRole('button', { name: 'Recevoir un lien' }).click();
  await own.page.getByText('Regardez votre messagerie').waitFor();
  let link;
  for (const end = Date.now() + 20_000; !link;) {
    assert.ok(Date.now() < end, 'the letter came');
    await admin.page.goto(`${relais.base}/administration/letters`);
    const letter = admin.page.locator('main li, main tr').filter({ hasText: email }).getByRole('link').first();
    if (await letter.count()) {
      await letter.click();
      link = /http\S+\/enter\/[\w-]+/.exec(await admin.page.textContent('main'))?.[0];
    }
  }
  await own.page.goto(link);
  await own.page.getByLabel('Nouveau mot de passe').fill(PASSWORD);
  await own.page.getByLabel('Le même, une seconde fois').fill(PASSWORD);
  await own.page.getByRole('button', { name: 'Enregistrer et entrer' }).click();
  await own.page.waitForURL((url) => !url.pathname.startsWith('/enter'));
  await own.context.close();
}

async function signIn(page, email) {
  await page.goto(`${relais.base}/sign-in`);
  await page.getByLabel('Adresse électronique').fill(email);
  await page.getByLabel('Mot de passe').fill(PASSWORD);
  if (!(await page.getByLabel('Appareil partagé').isChecked())) await page.getByText('Appareil partagé', { exact: true }).click();
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.waitForURL((url) => url.pathname === '/');
}

async function code(page, pin) {
  await page.goto(`${relais.base}/account/pin`);
  await page.getByLabel('Mot de passe actuel').fill(PASSWORD);
  await page.getByLabel('Code', { exact: true }).fill(pin);
  await page.getByLabel('Le même code, une seconde fois').fill(pin);
  await page.getByRole('button', { name: 'Enregistrer mon code' }).click();
  await page.getByText('Votre code est enregistré').waitFor();
}

async function unlock(page, name, pin) {
  await page.getByText(name, { exact: true }).click();
  await page.getByLabel('Code', { exact: true }).fill(pin);
  await page.getByRole('button', { name: 'Entrer', exact: true }).click();
}

test('SEC-03 a tablet locks, changes hands and gives each their own back', { timeout: 240_000 }, async () => {
  const admin = await open('desk');
  await enter(admin, relais.door('Thomas Girard'));
  await admin.page.goto(`${relais.base}/administration/settings/directory.locks_after`);
  await admin.page.locator('main input[name=value]').fill('1');
  await admin.page.locator('main form button').first().click();
  await admin.page.waitForURL((url) => url.pathname === '/administration/settings');
  await chooses(admin, 'Inès', 'ines.marchal@clairlien.example');
  await chooses(admin, 'Sarah', 'sarah.lebrun@clairlien.example');

  const tablet = await open('phone', NARROW);
  const { page, context } = tablet;
  await signIn(page, 'sarah.lebrun@clairlien.example');
  await page.goto(`${relais.base}/account/pin`);
  await check(tablet, 'shared-pin');
  await code(page, '8264');
  await page.locator('.top details.menu:has(form[action="/lock"]) > summary').click();
  await page.getByRole('button', { name: 'Verrouiller' }).click();
  await page.waitForURL(/\/unlock/);
  await check(tablet, 'shared-unlock-one');
  await signIn(page, 'ines.marchal@clairlien.example');
  await code(page, '190374');

  // Inès writes to her team and is called away; the screen goes by itself.
  await page.goto(`${relais.base}/pebbles/new`);
  await page.getByLabel('Ce qui se passe').fill(WORDS);
  await page.getByText('Cet appareil s’est verrouillé').waitFor({ timeout: 90_000 });
  forgive(tablet);
  await check(tablet, 'shared-held');
  assert.ok(!(await page.content()).includes(WORDS), 'nothing of it is in the page');
  await page.getByRole('button', { name: 'Continuer' }).click();
  await page.getByLabel('Code', { exact: true }).waitFor();
  await check(tablet, 'shared-unlock');
  await unlock(page, 'Inès M.', '9999');
  await page.getByText('Ce n’est pas le code').first().waitFor();
  await check(tablet, 'shared-unlock-refused');
  await unlock(page, 'Inès M.', '190374');
  await page.locator('p', { hasText: WORDS }).waitFor();
  await check(tablet, 'shared-found');
  await page.getByRole('button', { name: 'Envoyer maintenant' }).click();
  await page.getByText('C’est dit.').waitFor();

  // She asks the experts, and is called away again: what she wrote waits under her name, whoever takes the tablet.
  await page.goto(`${relais.base}/questions/new`);
  await page.getByText('Internet', { exact: true }).click();
  await page.getByLabel('Que se passe-t-il ?').fill('Le boîtier ne répond plus.');
  await page.waitForURL(/\/unlock/, { timeout: 90_000 });
  await unlock(page, 'Sarah L.', '8264');
  await page.waitForURL((url) => url.pathname === '/');
  await page.goBack().catch(() => undefined);
  await page.waitForTimeout(1_000);
  assert.ok(!(await page.content()).includes('Le boîtier ne répond plus.'), 'going back shows nothing of hers');
  await page.goto(`${relais.base}/questions/new`);
  await page.locator('main').getByText('1 demande d’une autre personne attend sa connexion').waitFor();
  forgive(tablet);
  await check(tablet, 'shared-another');
  assert.ok(!(await page.content()).includes('Le boîtier'));
  await page.locator('.top details.menu:has(form[action="/lock"]) > summary').click();
  await page.getByRole('button', { name: 'Verrouiller' }).click();
  await page.waitForURL(/\/unlock/);
  await unlock(page, 'Inès M.', '190374');
  await page.waitForURL((url) => url.pathname === '/');
  await page.goto(`${relais.base}/questions/new`);
  await page.getByText('Le boîtier ne répond plus.').waitFor();
  await page.getByRole('button', { name: 'Reprendre' }).waitFor();
  forgive(tablet);
  await check(tablet, 'shared-own-again');
  await context.close();
  await admin.context.close();
});

test('SEC-03 without a script a shared device locks all the same', { timeout: 180_000 }, async () => {
  const plain = await open('desk', { javaScriptEnabled: false, colorScheme: 'dark' });
  const { page, context } = plain;
  await page.goto(`${relais.base}/sign-in`);
  await page.getByLabel('Adresse électronique').fill('sarah.lebrun@clairlien.example');
  await page.getByLabel('Mot de passe').fill(PASSWORD);
  await page.getByText('Appareil partagé', { exact: true }).click();
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.waitForURL((url) => url.pathname === '/');
  await page.goto(`${relais.base}/pebbles/new`);
  await page.getByLabel('Ce qui se passe').fill(WORDS);
  await page.waitForTimeout(62_000);
  await page.getByRole('button', { name: 'Envoyer' }).click();
  await page.getByText('Cet appareil s’est verrouillé').waitFor();
  await page.goto(`${relais.base}/`);
  await page.waitForURL(/\/unlock/);
  await page.getByText('Personne n’a encore de code ici').waitFor();
  await context.close();
});
