// A photo is made smaller on the phone before it is sent, shown, and taken away again; without a script it is a plain file.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { check, close, enter, open } from '../lib/browser.mjs';
import { demo } from '../lib/relais.mjs';

let relais;
before(async () => { relais = await demo(); });
after(async () => { await close(); await relais?.stop(); });

const FIELD = '#photo-one';
const SAID = '#photo-one-said';

/** A photo as a camera makes it: large, lying on its side, with notes that say so. */
async function taken(page) {
  const plain = Buffer.from(await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 3000, height: 2000 });
    const pen = canvas.getContext('2d');
    pen.fillStyle = '#b22';
    pen.fillRect(0, 0, 3000, 1000);
    pen.fillStyle = '#22b';
    pen.fillRect(0, 1000, 3000, 1000);
    const blob = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.95));
    return [...new Uint8Array(await blob.arrayBuffer())];
  }));
  const lying = [0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0];
  const note = Buffer.from([...Buffer.from('Exif\0\0'), ...lying]);
  const head = Buffer.from([0xff, 0xe1, 0, note.length + 2]);
  return Buffer.concat([plain.subarray(0, 2), head, note, plain.subarray(2)]);
}

/** What the form would send now. */
const chosen = (page) => page.evaluate(async (field) => {
  const file = document.querySelector(field).files[0];
  if (!file) return null;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const told = { name: file.name, type: file.type, size: file.size, notes: new TextDecoder('latin1').decode(bytes).includes('Exif') };
  try {
    const photo = await createImageBitmap(file);
    return { ...told, width: photo.width, height: photo.height };
  } catch {
    return told;
  }
}, FIELD);

test('SEC-05 a photo leaves the phone small, upright and without its notes', async () => {
  for (const size of ['phone', 'desk']) {
    const visit = await open(size);
    await enter(visit, relais.door('Inès Marchal'));
    const { page } = visit;
    await page.goto(`${relais.base}/gallery`);
    const photo = await taken(page);
    await page.setInputFiles(FIELD, { name: 'IMG_0042.JPG', mimeType: 'image/jpeg', buffer: photo });
    await page.locator(SAID).getByText(/^Photo prête. Elle est réduite sur cet appareil.*\sko$/).waitFor();
    const sent = await chosen(page);
    assert.deepEqual([sent.name, sent.type, sent.width, sent.height, sent.notes], ['photo.jpg', 'image/jpeg', 1067, 1600, false]);
    assert.ok(sent.size < photo.length, `${sent.size} of ${photo.length}`);

    const shot = page.locator('.file', { has: page.locator(FIELD) }).locator('.shot');
    assert.ok(await shot.getByRole('img', { name: 'Aperçu de la photo choisie' }).isVisible());
    const remove = shot.getByRole('button', { name: 'Retirer la photo' });
    assert.ok((await remove.boundingBox()).height >= 44);
    await shot.scrollIntoViewIfNeeded();
    await check(visit, 'photo-chosen');

    await remove.click();
    await page.locator(SAID).getByText(/^La photo est retirée/).waitFor();
    assert.equal(await chosen(page), null);
    assert.ok(await shot.isHidden());
    assert.ok(await page.locator(FIELD).evaluate((field) => field === document.activeElement), 'the focus has a place');

    // What this browser cannot read goes as it is: the server looks at it.
    await page.setInputFiles(FIELD, { name: 'IMG_0043.HEIC', mimeType: 'image/heic', buffer: Buffer.from('no photo') });
    await page.locator(SAID).getByText(/^Photo prête. Elle sera réduite à l’arrivée/).waitFor();
    assert.deepEqual([(await chosen(page)).name, await shot.isHidden()], ['IMG_0043.HEIC', true]);

    // What is too heavy also for the server is told before it is sent.
    await page.setInputFiles(FIELD, { name: 'film.mov', mimeType: 'video/quicktime', buffer: Buffer.alloc(15_000_001) });
    await page.locator(SAID).getByText('Ce fichier dépasse 15 Mo').waitFor();
    assert.equal(await page.locator(FIELD).evaluate((field) => field.checkValidity()), false);
    await page.setInputFiles(FIELD, { name: 'small.jpg', mimeType: 'image/jpeg', buffer: photo });
    await page.locator(SAID).getByText(/^Photo prête. Elle est réduite/).waitFor();
    assert.equal(await page.locator(FIELD).evaluate((field) => field.checkValidity()), true);
    await visit.context.close();
  }
});

test('a browser that falsifies what is drawn sends the photo as it is', async () => {
  const visit = await open('phone');
  await visit.page.addInitScript(() => {
    const read = CanvasRenderingContext2D.prototype.getImageData;
    CanvasRenderingContext2D.prototype.getImageData = function (...where) {
      const points = read.apply(this, where);
      points.data.fill(255);
      return points;
    };
  });
  await enter(visit, relais.door('Inès Marchal'));
  await visit.page.goto(`${relais.base}/gallery`);
  const photo = await taken(visit.page);
  await visit.page.setInputFiles(FIELD, { name: 'IMG_0042.JPG', mimeType: 'image/jpeg', buffer: photo });
  await visit.page.locator(SAID).getByText(/^Photo prête. Elle sera réduite à l’arrivée/).waitFor();
  assert.equal((await chosen(visit.page)).size, photo.length);
  await visit.context.close();
});

test('without a script the field is a plain one', async () => {
  const visit = await open('phone', { javaScriptEnabled: false });
  await enter(visit, relais.door('Inès Marchal'));
  await visit.page.goto(`${relais.base}/gallery`);
  assert.ok((await visit.page.locator(FIELD).boundingBox()).height >= 44);
  assert.ok(await visit.page.locator('.shot').first().isHidden());
  await visit.context.close();
});
