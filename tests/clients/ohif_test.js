// The OHIF viewer that the node serves, in headless Chromium: what a person would see first.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { eventually, openBrowser, pixelsOf } from './browser.js';
import { store } from './client.js';
import { describe, generate, realFiles } from './objects.js';
import { buildFolder, startNode, temporaryFolder } from './node_under_test.js';

const artefacts = process.env.CASSETTE_ARTEFACTS ?? `${buildFolder}/artefacts/ohif`;
let node, window_, page, ct, cine;

before(async () => {
  node = await startNode(process.env.CASSETTE_VIEWER ? ['--viewer', process.env.CASSETTE_VIEWER] : []);
  const folder = temporaryFolder();
  ct = generate(`${folder}/ct`, { seed: 81, series: 2, instances: 12, rows: 256, columns: 256 });
  cine = generate(`${folder}/cine`, { seed: 82, modality: 'XA', frames: 12, rows: 256, columns: 256 });
  await store(node, [...ct, ...cine]);
  window_ = await openBrowser(process.env.CASSETTE_CHROMIUM ?? '/usr/bin/chromium', artefacts);
  page = window_.page;
});
after(async () => {
  await window_?.browser.close();
  await node?.stop();
});

const shownName = ({ dataset }) => dataset.PatientName[0].Alphabetic.replace('^', ', ').split('^')[0];

// Opens a study and waits until all pictures of its first series have been drawn once.
async function open(study, frames) {
  await page.goto(`${node.origin}/viewer/viewer?StudyInstanceUIDs=${study}`);
  const viewport = page.locator('[data-cy="viewport-pane"]').first();
  await viewport.waitFor();
  const skip = page.getByText('Skip all');
  await page.locator('[data-cy="viewport-overlay-bottom-right"]').filter({ hasText: `/${frames})` }).first().waitFor();
  if (await skip.isVisible()) await skip.click();
  return viewport;
}

const isPicture = ({ mean, deviation, values }) => deviation > 10 && values > 10 && mean > 5 && mean < 250;

async function seen(viewport, what) {
  return eventually(page, what, () => pixelsOf(page, viewport), isPicture);
}

// The pictures of the series in the panel beside the viewport.
async function checkThumbnails(count) {
  const thumbnails = page.locator('[data-cy="study-browser-thumbnail"] img');
  const loaded = () => thumbnails.evaluateAll(all => all.filter(image => image.complete && image.naturalWidth >= 64).length);
  assert.equal(await eventually(page, 'thumbnails', loaded, number => number >= count), count);
  for (let i = 0; i < count; ++i) {
    await eventually(page, 'a thumbnail with pixels', () => pixelsOf(page, thumbnails.nth(i)), isPicture);
  }
}

test('the study list shows what is stored, and finds it by name', async () => {
  await page.goto(`${node.origin}/viewer`);
  for (const object of [ct[0], cine[0]]) {
    await page.getByText(object.dataset.AccessionNumber, { exact: true }).waitFor();
    await page.getByText(shownName(object), { exact: true }).first().waitFor();
  }
  await window_.shoot('study-list');
  await page.locator('input').first().fill(shownName(cine[0]).slice(0, 4));
  await page.getByText(ct[0].dataset.AccessionNumber, { exact: true }).waitFor({ state: 'detached' });
  await page.getByText(cine[0].dataset.AccessionNumber, { exact: true }).waitFor();
  await window_.shoot('study-list-filtered');
});

test('the page is isolated, as SharedArrayBuffer wants it', async () => {
  assert.equal(await page.evaluate(() => self.crossOriginIsolated), true);
});

// Turns the wheel until picture `number` of `count` is shown, a picture at a time.
async function scrollTo(viewport, number, count) {
  const overlay = page.locator('[data-cy="viewport-overlay-bottom-right"]').first();
  await viewport.hover();
  for (let next = 2; next <= number; ++next) {
    await page.mouse.wheel(0, 100);
    await overlay.filter({ hasText: `(${next}/${count})` }).waitFor();
  }
}

test('a CT series opens, is drawn, and scrolls', async () => {
  const viewport = await open(ct[0].study, 12);
  await seen(viewport, 'the first slice');
  await checkThumbnails(2);
  await window_.shoot('ct');
  await scrollTo(viewport, 3, 12);
  await seen(viewport, 'the third slice');
});

test('a multi-frame study opens, is drawn, and scrolls', async () => {
  const viewport = await open(cine[0].study, 12);
  await seen(viewport, 'the first frame');
  await checkThumbnails(1);
  await window_.shoot('multi-frame');
  await scrollTo(viewport, 6, 12);
  await seen(viewport, 'the sixth frame');
  await window_.shoot('multi-frame-6');
});

test('a real CT series opens, is drawn, and scrolls', async context => {
  const objects = realFiles('series', 'ct-54').map(describe).filter(({ pixels }) => pixels);
  if (objects.length === 0) return context.skip('../shared/data is absent');
  await store(node, objects);
  const viewport = await open(objects[0].study, objects.length);
  // The first slices show no more than the head's holder.
  await scrollTo(viewport, 24, objects.length);
  await seen(viewport, 'a slice in the middle');
  await window_.shoot('ct-real');
});

test('the viewer had nothing to complain of', () => {
  assert.deepEqual(window_.complaints, []);
});
