// Headless Chromium with one page of the viewer, every wait bounded, and all that the page complains of written down.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { require } from './modules.js';

const { chromium } = require('playwright-core');

const waitMilliseconds = 60_000;

export async function openBrowser(executable, artefacts) {
  mkdirSync(artefacts, { recursive: true });
  const browser = await chromium.launch({
    executablePath: executable,
    headless: true,
    timeout: waitMilliseconds,
    // A container has neither a sandbox nor a graphics card.
    args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'],
  });
  // The study list hides columns in a narrower window.
  const context = await browser.newContext({ viewport: { width: 1400, height: 700 } });
  context.setDefaultTimeout(waitMilliseconds);
  const page = await context.newPage();
  const complaints = [];
  page.on('pageerror', error => complaints.push(`page error: ${error.message}`));
  page.on('console', message => {
    if (/Content Security Policy|Cross-Origin|Refused to/i.test(message.text())) complaints.push(message.text());
  });
  page.on('response', response => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
  });
  page.on('requestfailed', request => {
    // The viewer gives up requests it no longer needs.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') complaints.push(`failed: ${request.url()}`);
  });
  return { browser, page, complaints, shoot: name => page.screenshot({ path: join(artefacts, `${name}.png`) }) };
}

// How grey values spread in a picture of the element: { mean, deviation, values } over its middle.
export async function pixelsOf(page, locator) {
  const png = await locator.screenshot();
  return page.evaluate(async data => {
    const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
    const [width, height] = [picture.width >> 1, picture.height >> 1];
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d');
    context.drawImage(picture, width >> 1, height >> 1, width, height, 0, 0, width, height);
    const { data: bytes } = context.getImageData(0, 0, width, height);
    const greys = Array.from({ length: bytes.length / 4 }, (_, i) => bytes[4 * i + 1]);
    const mean = greys.reduce((sum, grey) => sum + grey, 0) / greys.length;
    const variance = greys.reduce((sum, grey) => sum + (grey - mean) ** 2, 0) / greys.length;
    return { mean, deviation: Math.sqrt(variance), values: new Set(greys).size };
  }, png.toString('base64'));
}

// Looks again, a frame of the page at a time, until `holds` says so of what `look` returns; fails after a while.
export async function eventually(page, what, look, holds) {
  const deadline = Date.now() + waitMilliseconds;
  for (;;) {
    const seen = await look();
    if (holds(seen)) return seen;
    if (Date.now() > deadline) throw new Error(`${what}: last seen ${JSON.stringify(seen)}`);
    await page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  }
}
