// Open pages follow what others change: at once, once, over one connection per browser, and again after a sleep.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { check, close, enter, open } from '../lib/browser.mjs';
import { awake } from '../lib/devtools.mjs';
import { demo } from '../lib/relais.mjs';

let relais;
let evry;
before(async () => {
  relais = await demo();
  const visit = await open('desk');
  await enter(visit, relais.door('Thomas Girard'));
  await visit.page.goto(`${relais.base}/units?q=evry`);
  evry = await visit.page.getByRole('link', { name: 'Évry', exact: true }).getAttribute('href');
  await visit.context.close();
});
after(async () => { await close(); await relais?.stop(); });

/** Somebody with the unit's page before them, marked so that a page loaded anew shows. */
async function reader() {
  const visit = await open('desk');
  await enter(visit, relais.door('Nadège Fournier'));
  await look(visit.page);
  return visit;
}

async function look(page) {
  page.pieces = 0;
  page.streams = new Set();
  page.on('request', (request) => {
    if (request.headers()['x-relais-fragment'] && request.url().endsWith(evry)) page.pieces += 1;
    if (new URL(request.url()).pathname === '/live') page.streams.add(request);
  });
  for (const end of ['requestfinished', 'requestfailed']) page.on(end, (request) => page.streams.delete(request));
  await page.goto(`${relais.base}${evry}`);
  await page.evaluate(() => { window.marked = true; });
}

/** Somebody else, who changes the unit's telephone number again and again. */
async function writer() {
  const visit = await open('desk');
  const { page } = visit;
  await enter(visit, relais.door('Thomas Girard'));
  let last = 0;
  return {
    visit,
    /** Gives the number as the page shows it. */
    async change() {
      last += 1;
      const number = `01 40 00 00 ${String(last).padStart(2, '0')}`;
      await page.goto(`${relais.base}${evry}/edit`);
      await page.getByLabel('Téléphone').first().fill(number);
      await page.getByRole('button', { name: 'Enregistrer' }).click();
      await page.getByText('L’unité est enregistrée.').waitFor();
      return number;
    },
  };
}

const shows = (page, number, timeout = 5_000) => page.getByText(number).waitFor({ timeout });
const pause = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });

test('what one person changes appears on another’s open page, once, and nothing held is lost', async () => {
  const [visit, other] = [await reader(), await writer()];
  const { page } = visit;
  const link = page.locator('main ul.rows a').first();
  await link.focus();
  await page.evaluate(() => { window.scrollTo(0, 40); window.held = document.activeElement; });
  await shows(page, await other.change());
  assert.equal(await page.evaluate(() => window.marked), true, 'the page was not loaded anew');
  assert.equal(await page.evaluate(() => document.activeElement === window.held && window.held.isConnected), true, 'focus stays');
  await shows(page, await other.change());
  await pause(500);
  assert.equal(page.pieces, 2, 'each change is asked for once');
  await check(visit, 'unit-live');

  // Somebody who writes inside is not disturbed until they leave the field.
  await page.evaluate(() => document.querySelector('[data-live]').append(Object.assign(document.createElement('input'), { ariaLabel: 'note' })));
  const field = page.getByLabel('note');
  await field.pressSequentially('à rap');
  const number = await other.change();
  await pause(700);
  assert.equal(await page.getByText(number).count(), 0);
  await field.pressSequentially('peler');
  assert.equal(await field.inputValue(), 'à rappeler');
  await field.blur();
  await shows(page, number);
  assert.equal(page.pieces, 3);
  for (const { context } of [visit, other.visit]) await context.close();
});

test('two tabs share one connection, and the second takes over when the first goes', async () => {
  const [visit, other] = [await reader(), await writer()];
  const first = visit.page;
  const second = await visit.context.newPage();
  await look(second);
  let number = await other.change();
  await Promise.all([shows(first, number), shows(second, number)]);
  assert.deepEqual([first.streams.size, second.streams.size], [1, 0]);
  await first.close();
  number = await other.change();
  await shows(second, number);
  assert.equal(second.streams.size, 1);
  for (const { context } of [visit, other.visit]) await context.close();
});

test('a page that was frozen shows the truth within a second of waking, and asks for it once', async () => {
  const other = await writer();
  const page = await awake();
  try {
    await sleeps(page, other);
  } finally {
    await page.close();
    await other.visit.context.close();
  }
});

async function sleeps(page, other) {
  await page.go(relais.door('Nadège Fournier'));
  await page.until(`document.querySelector('main form button')`);
  await page.evaluate(`document.querySelector('main form button').click()`);
  await page.until(`!location.pathname.startsWith('/demo/') && document.readyState === 'complete'`);
  await page.go(`${relais.base}${evry}`);
  await page.until(`location.pathname === '${evry}' && document.querySelector('[data-live]') && document.readyState === 'complete'`);
  await page.evaluate(`
    window.happened = [];
    for (const name of ['freeze', 'resume']) document.addEventListener(name, () => happened.push(name));
    window.pieces = () => performance.getEntriesByType('resource').filter((one) => one.initiatorType === 'fetch' && one.name.endsWith('${evry}')).length;
  `);
  const shown = (number) => `document.querySelector('main').innerText.includes('${number}')`;
  await page.until(shown(await other.change()));
  assert.equal(await page.evaluate('pieces()'), 1);

  await page.freeze();
  await other.change();
  const number = await other.change();
  await pause(2_000);
  const woken = Date.now();
  await page.wake();
  await page.until(shown(number));
  const took = Date.now() - woken;
  assert.ok(took < 1_000, `${took} ms after waking`);
  assert.deepEqual(await page.evaluate('happened'), ['freeze', 'resume'], 'it was truly asleep');
  await pause(500);
  assert.equal(await page.evaluate('pieces()'), 2, 'two changes in its sleep are one to show');
  await page.until(shown(await other.change()));
}

test('a page that was offline shows the truth within a second of being back', async () => {
  const [visit, other] = [await reader(), await writer()];
  const { page, context } = visit;
  await context.setOffline(true);
  const number = await other.change();
  await pause(2_500);
  assert.equal(await page.getByText(number).count(), 0);
  const back = Date.now();
  await context.setOffline(false);
  await shows(page, number);
  const took = Date.now() - back;
  assert.ok(took < 1_000, `${took} ms after it was back`);
  assert.equal(await page.evaluate(() => window.marked), true);
  for (const { context } of [visit, other.visit]) await context.close();
});
