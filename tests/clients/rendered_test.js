// Rendered resources and thumbnails by dicomweb-client (PS3.18 10.4.1.1.3, 10.4.1.1.4, 8.3.5).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { clientOf, named, store } from './client.js';
import { generate } from './objects.js';
import { startNode, temporaryFolder } from './node_under_test.js';

let node, client, ct, cine;

before(async () => {
  node = await startNode();
  const folder = temporaryFolder();
  ct = generate(`${folder}/ct`, { seed: 41, rows: 64, columns: 96 });
  cine = generate(`${folder}/cine`, { seed: 42, modality: 'US', frames: 4, rows: 64, columns: 64 });
  await store(node, [...ct, ...cine]);
  client = clientOf(node);
});
after(() => node.stop());

// Width and height from IHDR, or from the first SOFn of a JPEG stream.
function sizeOf(picture) {
  const bytes = Buffer.from(picture);
  if (bytes.toString('latin1', 1, 4) === 'PNG') return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  assert.equal(bytes.readUInt16BE(0), 0xffd8, 'neither PNG nor JPEG');
  let at = 2;
  while (![0xc0, 0xc1, 0xc2].includes(bytes[at + 1])) at += 2 + bytes.readUInt16BE(at + 2);
  return [bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5)];
}

const jpeg = [{ mediaType: 'image/jpeg' }];
const png = [{ mediaType: 'image/png' }];

test('an instance is rendered as asked', async () => {
  const rendered = async (options = {}) => (await client.retrieveInstanceRendered({ ...named(ct[0]), ...options }))[0];
  assert.deepEqual(sizeOf(await rendered()), [96, 64]);
  assert.deepEqual(sizeOf(await rendered({ mediaTypes: png })), [96, 64]);
  assert.deepEqual(sizeOf(await rendered({ mediaTypes: jpeg, queryParams: { viewport: '48,48' } })), [48, 32]);
  const wide = await rendered({ mediaTypes: png, queryParams: { window: '40,4000,linear' } });
  const narrow = await rendered({ mediaTypes: png, queryParams: { window: '40,40,linear' } });
  assert.notEqual(Buffer.compare(Buffer.from(wide), Buffer.from(narrow)), 0);
  const fine = await rendered({ mediaTypes: jpeg, queryParams: { quality: 95 } });
  const coarse = await rendered({ mediaTypes: jpeg, queryParams: { quality: 5 } });
  assert.ok(fine.byteLength > coarse.byteLength);
});

test('a frame is rendered as asked', async () => {
  const options = { ...named(cine[0]), frameNumbers: [3], mediaTypes: png };
  const [third] = await client.retrieveInstanceFramesRendered(options);
  const [first] = await client.retrieveInstanceFramesRendered({ ...options, frameNumbers: [1] });
  assert.deepEqual(sizeOf(third), [64, 64]);
  assert.notEqual(Buffer.compare(Buffer.from(third), Buffer.from(first)), 0);
});

test('thumbnails come with and without a media type', async () => {
  for (const mediaTypes of [undefined, jpeg]) {
    const options = mediaTypes ? { ...named(ct[0]), mediaTypes } : named(ct[0]);
    const [thumbnail] = await client.retrieveInstanceThumbnail(options);
    assert.ok(sizeOf(thumbnail)[0] > 0);
  }
  const [small] = await client.retrieveInstanceThumbnail({ ...named(ct[0]), queryParams: { viewport: '32,32' } });
  assert.ok(Math.max(...sizeOf(small)) <= 32);
  const [frame] = await client.retrieveInstanceFramesThumbnail({ ...named(cine[0]), frameNumbers: [2] });
  assert.ok(sizeOf(frame)[0] > 0);
});

test('parameters that mean nothing are 400', async () => {
  const queryParams = { window: 'bright' };
  const bad = error => error.status === 400;
  await assert.rejects(client.retrieveInstanceRendered({ ...named(ct[0]), queryParams }), bad);
});
