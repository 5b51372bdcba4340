// SEC-03 EXP-02: an adviser in a basement asks without network; a tablet changes hands while something waits; signing out
// wipes. What waits leaves once, under its author alone, and no word of it is lost or shown to anybody else.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { check, close, enter, open } from '../lib/browser.mjs';
import { demo } from '../lib/relais.mjs';

let relais;
before(async () => { relais = await demo(); });
after(async () => { await close(); await relais?.stop(); });

const NARROW = { viewport: { width: 360, height: 740 } };
const ask = () => `${relais.base}/questions/new`;

/** Without network each request that fails is an error in the console, and none of ours. */
const forgive = (visit) => {
  const ours = visit.errors.filter((text) => !/ERR_(INTERNET_DISCONNECTED|FAILED)|status of (401|409)/.test(text));
  visit.errors.splice(0, visit.errors.length, ...ours);
};

/** Everything that this browser holds, as text. */
const held = (page) => page.evaluate(async () => {
  const rows = [];
  if ((await indexedDB.databases()).some(({ name }) => name === 'relais')) {
    const opening = indexedDB.open('relais');
    await new Promise((done) => { opening.onsuccess = done; });
    const all = opening.result.transaction('waiting').objectStore('waiting').getAll();
    await new Promise((done) => { all.onsuccess = done; });
    opening.result.close();
    for (const row of all.result) {
      rows.push({ author: row.author, refused: row.refused, told: new TextDecoder('latin1').decode(row.words.bytes), photo: row.photo?.bytes.byteLength ?? 0 });
    }
  }
  const pages = [];
  for (const name of await caches.keys()) {
    for (const request of await (await caches.open(name)).keys()) {
      const answer = await caches.match(request);
      pages.push({ path: new URL(request.url).pathname, text: /html/.test(answer.headers.get('content-type')) ? await answer.text() : '' });
    }
  }
  return { rows, pages };
});

/** Asks the page again and again: a condition that has to wait for the browser is not one that `waitForFunction` awaits. */
async function until(page, condition, what) {
  for (const end = Date.now() + 20_000; Date.now() < end; await new Promise((next) => { setTimeout(next, 50); })) {
    if (await page.evaluate(condition).catch(() => false)) return;
  }
  throw new Error(`it never came to be: ${what}`);
}

/** Waits until the form is kept and the worker speaks for the page. */
const ready = (page) => until(page, async () => (await caches.has('relais-form'))
  && (await (await caches.open('relais-form')).keys()).length === 1
  && (await navigator.serviceWorker.ready).active?.state === 'activated', 'the form is kept');

async function write(page, text) {
  await page.getByText('Internet', { exact: true }).tap();
  await page.getByLabel('Que se passe-t-il ?').fill(text);
}

async function photo(page) {
  const bytes = await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 400, height: 300 });
    canvas.getContext('2d').fillRect(0, 0, 200, 300);
    const blob = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.9));
    return [...new Uint8Array(await blob.arrayBuffer())];
  });
  await page.setInputFiles('input[name=photo]', { name: 'voyant.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(bytes) });
  await page.getByText(/^Photo prête/).waitFor();
}

const WORDS = 'Au sous-sol : le boîtier n’affiche plus rien, pas même le voyant.';

test('EXP-02 SEC-03 what is asked in a basement leaves once, under its author alone', { timeout: 180_000 }, async () => {
  const tablet = await open('phone', NARROW);
  const { page, context } = tablet;
  await enter(tablet, relais.door('Inès Marchal'));
  await page.goto(ask());
  await ready(page);

  // 1. no network: the form opens all the same, from the app's start as well, and says so
  await context.setOffline(true);
  await page.goto(ask());
  await page.getByText('Pas de réseau').waitFor();
  await page.goto(`${relais.base}/`);
  await page.waitForURL(ask());
  await write(page, WORDS);
  await photo(page);
  await page.getByLabel('Son prénom').fill('Odile');
  await page.getByLabel('Sa référence client').fill('CL-4411');
  forgive(tablet);
  await check(tablet, 'offline-ask');
  await page.getByRole('button', { name: 'Envoyer aux experts' }).tap();
  await page.getByRole('heading', { name: 'Gardé sur cet appareil' }).waitFor();
  await page.getByText(WORDS).waitFor();
  assert.equal(await page.getByLabel('Que se passe-t-il ?').inputValue(), '', 'the form is ready for the next one');
  forgive(tablet);
  await check(tablet, 'offline-kept');
  let here = await held(page);
  assert.equal(here.rows.length, 1);
  assert.ok(here.rows[0].photo > 500, 'with its photo');
  assert.ok(!here.rows[0].told.includes('sous-sol') && !here.rows[0].told.includes('Odile'), 'sealed at rest');
  assert.deepEqual(here.pages.filter(({ text }) => text).map(({ path }) => path), ['/questions/new'], 'no other page is kept');

  // 2. it survives the page; somebody else takes the tablet over, before there was any network
  await page.goto(ask());
  await page.getByText(WORDS).waitFor();
  await context.clearCookies();
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Envoyer maintenant' }).tap();
  await page.getByText('Connectez-vous pour l’envoyer').waitFor();
  await enter(tablet, relais.door('Sarah Lebrun'));
  await page.getByRole('link', { name: '1 demande d’une autre personne attend sa connexion' }).waitFor({ timeout: 20_000 });
  await page.goto(ask());
  await ready(page);
  await page.locator('main').getByText('1 demande d’une autre personne attend sa connexion').waitFor();
  assert.ok(!(await page.content()).includes('sous-sol'), 'no word of it');
  forgive(tablet);
  await check(tablet, 'offline-another');
  here = await held(page);
  const sarah = await page.getAttribute('html', 'data-author');
  assert.notEqual(here.rows[0].author, sarah);
  assert.ok(here.pages.every(({ text }) => !text || text.includes(sarah)), 'the copy is hers');
  assert.ok(here.pages.every(({ text }) => !text.includes(here.rows[0].author)), 'and her predecessor’s is gone, with its key');

  // 3. whatever a page says, the server refuses it under her session
  const refused = await page.evaluate(async (author) => {
    const form = new FormData();
    form.append('author', author);
    form.append('csrf', document.querySelector('form[data-queue] [name=csrf]').value);
    form.append('text', 'Au nom d’une autre.');
    return (await fetch('/questions/new', { method: 'POST', body: form })).status;
  }, here.rows[0].author);
  assert.equal(refused, 409);

  // 4. its author comes back: it leaves by itself, once, also when two pages send
  await context.clearCookies();
  await enter(tablet, relais.door('Inès Marchal'));
  const second = await context.newPage();
  await Promise.all([page.goto(ask()), second.goto(ask())]);
  for (const end = Date.now() + 20_000; (await held(page)).rows.length > 0;) {
    assert.ok(Date.now() < end, 'it left');
    await page.waitForTimeout(50);
  }
  await page.goto(`${relais.base}/questions`);
  await page.getByText(WORDS).first().waitFor();
  assert.equal(await page.locator('main').getByText(WORDS).count(), 1, 'asked once');
  await second.close();
  forgive(tablet);
  await context.close();
});

test('EXP-02 what the server has something to say about comes back to its author whole', { timeout: 120_000 }, async () => {
  const phone = await open('phone', NARROW);
  const { page, context } = phone;
  await enter(phone, relais.door('Inès Marchal'));
  await page.goto(ask());
  await ready(page);
  await context.setOffline(true);
  await page.goto(ask());
  await write(page, 'Le client demande à être rappelé.');
  await photo(page);
  await page.getByLabel('Son prénom').fill('Odile');
  await page.getByLabel('Son téléphone').fill('0899 12 34 56');
  await page.getByText('La personne accepte').tap();
  await page.getByRole('button', { name: 'Envoyer aux experts' }).tap();
  await page.getByRole('heading', { name: 'Gardé sur cet appareil' }).waitFor();
  await context.setOffline(false);
  await page.getByText('un point est à reprendre').waitFor();
  forgive(phone);
  await check(phone, 'offline-refused');
  await page.getByRole('button', { name: 'Reprendre' }).tap();
  await page.locator('.form-errors').waitFor();
  assert.equal(await page.getByLabel('Que se passe-t-il ?').inputValue(), 'Le client demande à être rappelé.');
  await page.getByRole('img', { name: 'Aperçu de la photo choisie' }).waitFor();
  forgive(phone);
  await check(phone, 'offline-mended');
  await page.getByLabel('Son téléphone').fill('06 39 98 11 22');
  await page.getByRole('button', { name: 'Envoyer aux experts' }).tap();
  await page.waitForURL(/\/cases\//);
  await page.getByText('C’est envoyé').waitFor();
  assert.deepEqual((await held(page)).rows, []);

  // Somebody changes their mind.
  await context.setOffline(true);
  await page.goto(ask());
  await write(page, 'Finalement, rien.');
  await page.getByRole('button', { name: 'Envoyer aux experts' }).tap();
  await page.getByRole('button', { name: 'Retirer', exact: true }).tap();
  await page.getByRole('button', { name: 'Retirer pour de bon' }).tap();
  await page.getByRole('heading', { name: 'Gardé sur cet appareil' }).waitFor({ state: 'hidden' });
  assert.deepEqual((await held(page)).rows, []);
  await context.close();
});

test('SEC-03 signing out wipes what was kept and what waits, and says so before', { timeout: 120_000 }, async () => {
  const phone = await open('phone', NARROW);
  const { page, context } = phone;
  await enter(phone, relais.door('Inès Marchal'));
  await page.goto(ask());
  await ready(page);
  await context.setOffline(true);
  await page.goto(ask());
  await write(page, 'Ce qui ne partira pas.');
  await page.getByRole('button', { name: 'Envoyer aux experts' }).tap();
  await page.getByRole('heading', { name: 'Gardé sur cet appareil' }).waitFor();
  // The network is back, but what is sent does not arrive.
  await context.route('**/offline/token', (route) => route.abort());
  await context.setOffline(false);
  await page.goto(`${relais.base}/account`);
  await page.getByRole('link', { name: '1 demande attend le réseau sur cet appareil' }).waitFor({ timeout: 20_000 });
  forgive(phone);
  await check(phone, 'offline-waits');
  await page.locator('.top details.menu:has(form[action="/sign-out"]) > summary').tap();
  await page.getByText('1 demande n’est pas partie. Se déconnecter l’efface.').waitFor();
  forgive(phone);
  await check(phone, 'offline-leaving');
  await page.getByRole('button', { name: 'Se déconnecter' }).tap();
  assert.equal(new URL(page.url()).pathname, '/account', 'nothing is erased unasked');
  assert.equal((await held(page)).rows.length, 1);
  await page.getByText('Effacer quand même').tap();
  await page.getByRole('button', { name: 'Se déconnecter' }).tap();
  await page.waitForURL(/\/sign-in/);
  assert.deepEqual(await held(page), { rows: [], pages: [] });
  await context.setOffline(true);
  await assert.rejects(page.goto(ask()), /ERR_/, 'no form of anybody is left');
  await context.close();
});

test('SEC-03 EXP-02 without a script the same form is sent as forms are', async () => {
  const plain = await open('phone', { ...NARROW, javaScriptEnabled: false });
  const { page, context } = plain;
  await enter(plain, relais.door('Inès Marchal'));
  await page.goto(ask());
  await page.getByText('Internet', { exact: true }).click();
  await page.getByLabel('Que se passe-t-il ?').fill('Sans script.');
  await page.getByRole('button', { name: 'Envoyer aux experts' }).click();
  await page.waitForURL((url) => url.pathname !== '/demo');
  await page.getByText('Sans script.').first().waitFor();
  await context.close();
});

test('EXP-02 the form is light, and there at 400 ms and 400 kbit/s', { timeout: 120_000 }, async () => {
  const phone = await open('phone', NARROW);
  await enter(phone, relais.door('Inès Marchal'));
  const { page, context } = phone;
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.clearBrowserCache');
  await session.send('Network.emulateNetworkConditions', {
    offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000,
  });
  let bytes = 0;
  session.on('Network.loadingFinished', (event) => { bytes += event.encodedDataLength; });
  const began = Date.now();
  await page.goto(ask(), { waitUntil: 'commit' });
  await page.getByLabel('Que se passe-t-il ?').fill('Le voyant clignote.');
  const usable = Date.now() - began;
  await page.getByRole('button', { name: 'Envoyer aux experts' }).waitFor();
  await page.waitForLoadState('load');
  const drawn = Date.now() - began;
  await page.waitForTimeout(4_000);
  console.log(`# the form, cold: ${bytes} bytes, to be written in after ${usable} ms, drawn after ${drawn} ms`);
  assert.ok(bytes > 5_000 && bytes < 60_000, `${bytes} bytes`);
  assert.ok(usable < 5_000, `${usable} ms`);
  await context.close();
});
