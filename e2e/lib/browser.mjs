// A browser of each size; pages that are checked and photographed as they are opened.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from 'playwright-core';

const SHOTS = new URL('../shots/', import.meta.url).pathname;
export const CHROMIUM = process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(existsSync);
export const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];

export const SIZES = {
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  desk: { viewport: { width: 1360, height: 900 } },
};

let browser;

export async function open(size, options = {}) {
  browser ??= await chromium.launch({ executablePath: CHROMIUM, headless: true, args: FLAGS });
  const context = await browser.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris', ...SIZES[size], ...options });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of (404|422)/.test(message.text())) errors.push(message.text());
  });
  const elsewhere = [];
  page.on('request', (request) => {
    if (!/^(http:\/\/127\.0\.0\.1|data:)/.test(request.url())) elsewhere.push(request.url());
  });
  return { context, page, errors, elsewhere, size };
}

export async function close() {
  await browser?.close();
  browser = undefined;
}

/** The page as it stands: no violation, nothing wider than the window, nothing from elsewhere, no script error. */
export async function check(visit, name) {
  const { page, errors, elsewhere, size } = visit;
  await mkdir(SHOTS, { recursive: true });
  await page.screenshot({ path: `${SHOTS}${name}-${size}.png`, fullPage: true });
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const told = violations.map((v) => `${v.id}: ${v.help}\n  ${v.nodes.map((n) => n.html).slice(0, 3).join('\n  ')}`);
  assert.equal(told.length, 0, `${name} (${size}): ${told.join('\n')}`);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(wider <= 0, `${name} (${size}) is ${wider} px wider than the window`);
  const words = await page.textContent('body');
  assert.ok(!words.includes('⟦'), `${name}: a word is missing: ${words.slice(words.indexOf('⟦')).slice(0, 60)}`);
  assert.deepEqual(errors, [], name);
  assert.deepEqual(elsewhere, [], name);
}

/** Walks into the demo by a link. */
export async function enter(visit, link) {
  await visit.page.goto(link);
  await visit.page.getByRole('button', { name: /^(Entrer|Enter)$/ }).click();
  await visit.page.waitForURL((url) => !url.pathname.startsWith('/demo/'));
}
