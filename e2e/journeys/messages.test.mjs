// « Mes messages »: hours and choices, a device that says yes after a tap, and a call that shows neutral words.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { check, close, enter, open } from '../lib/browser.mjs';
import { demo } from '../lib/relais.mjs';

let relais;
before(async () => { relais = await demo(); });
after(async () => { await close(); await relais?.stop(); });

/** A push service that answers: there is none behind a browser of tests. */
function subscribes() {
  const bytes = (n) => btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(n)))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
  PushManager.prototype.getSubscription = async () => null;
  PushManager.prototype.subscribe = async ({ applicationServerKey }) => {
    if (applicationServerKey.length !== 65) throw new Error('this is no key');
    const point = 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4';
    return { toJSON: () => ({ endpoint: `https://push.example.org/${bytes(8)}`, keys: { p256dh: point, auth: bytes(16) } }) };
  };
}

test('PRV-11 somebody sees their hours, chooses, and lets a phone be called', async () => {
  for (const options of [{}, { colorScheme: 'dark' }]) {
    const desk = await open('desk', options);
    await enter(desk, relais.door('Nadège Fournier'));
    await desk.page.goto(`${relais.base}/account`);
    await desk.page.getByRole('link', { name: 'Mes messages' }).click();
    await desk.page.getByRole('heading', { name: 'Vos heures' }).waitFor();
    await check(desk, `messages${options.colorScheme ? '-dark' : ''}`);
    await desk.page.getByLabel(/me joindre aussi/).check();
    await desk.page.getByRole('button', { name: 'Enregistrer' }).click();
    await desk.page.getByText('C’est noté.').waitFor();
    assert.ok(await desk.page.getByLabel(/me joindre aussi/).isChecked());
    await desk.context.close();
  }

  const narrow = { viewport: { width: 360, height: 740 } };
  const phone = await open('phone', { ...narrow, permissions: ['notifications'] });
  await phone.page.addInitScript(subscribes);
  await enter(phone, relais.door('Inès Marchal'));
  await phone.page.goto(`${relais.base}/my/messages`);
  await check(phone, 'messages');
  await phone.page.getByRole('button', { name: 'Recevoir les appels sur cet appareil' }).click();
  await phone.page.getByText('Cet appareil sera appelé').waitFor();
  await phone.page.getByText('celui-ci', { exact: true }).waitFor();
  await check(phone, 'messages-device');

  // A call arrives.
  const devtools = await phone.context.newCDPSession(phone.page);
  const registered = new Promise((resolve) => {
    devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      if (registrations.length) resolve(registrations[0].registrationId);
    });
  });
  await devtools.send('ServiceWorker.enable');
  const call = { title: 'Un relais vous attend', path: '/', tag: 'one', lang: 'fr' };
  for (const data of [JSON.stringify(call), JSON.stringify(call)]) {
    await devtools.send('ServiceWorker.deliverPushMessage', { origin: relais.base, registrationId: await registered, data });
  }
  const shown = () => phone.page.evaluate(async () => {
    const worker = await navigator.serviceWorker.ready;
    return (await worker.getNotifications()).map(({ title, body, data, tag }) => ({ title, body, data, tag }));
  });
  let told = [];
  for (let tries = 0; tries < 50 && told.length === 0; tries += 1) {
    told = await shown();
    await phone.page.waitForTimeout(100);
  }
  assert.deepEqual(await shown(), [{ title: call.title, body: '', data: '/', tag: 'one' }], 'the same call twice is shown once');

  await phone.page.getByRole('button', { name: 'Ne plus appeler ici' }).click();
  await phone.page.getByText('Cet appareil n’est plus appelé.').waitFor();
  await phone.context.close();
});

test('a browser that says no, and one without scripts, keep the mail', async () => {
  const phone = await open('phone', { permissions: [] });
  await phone.page.addInitScript(() => { Notification.requestPermission = async () => 'denied'; });
  await enter(phone, relais.door('Inès Marchal'));
  await phone.page.goto(`${relais.base}/my/messages`);
  await phone.page.getByRole('button', { name: 'Recevoir les appels sur cet appareil' }).click();
  await phone.page.locator('[data-call-said]').getByText('Votre navigateur n’autorise pas').waitFor();
  await check(phone, 'messages-refused');
  await phone.context.close();

  const plain = await open('phone', { javaScriptEnabled: false });
  await enter(plain, relais.door('Inès Marchal'));
  await plain.page.goto(`${relais.base}/my/messages`);
  await plain.page.getByText('Ce navigateur ne permet pas les appels.').waitFor();
  assert.equal(await plain.page.getByRole('button', { name: 'Recevoir les appels' }).count(), 0);
  await plain.context.close();
});
