// The requests of the Python dicomweb_client, header by header, and what it needs in the answer.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { boundaryOf, exchange, json, partsOf } from './exchange.js';
import { generate, syntax } from './objects.js';
import { startNode, temporaryFolder } from './node_under_test.js';

const dicomJson = 'application/dicom+json, application/json';
const guid = '0f3cf5c0-70e0-41ef-baef-c6f9f65ec3e1';
const multipartType = `multipart/related; type="application/dicom"; boundary="${guid}"`;
const chunkBytes = 1 << 20;
let node, ct, large;

const multipart = objects => Buffer.concat([
  ...objects.flatMap(({ bytes }) => [Buffer.from(`\r\n--${guid}\r\nContent-Type: application/dicom\r\n\r\n`), bytes]),
  Buffer.from(`\r\n--${guid}--`),
]);

const post = (body, path = '/studies', headers = { 'Content-Type': multipartType }) =>
  exchange(node.dicomWeb + path, { method: 'POST', headers, body });

before(async () => {
  node = await startNode();
  const folder = temporaryFolder();
  ct = generate(`${folder}/ct`, { seed: 61, instances: 5, rows: 32, columns: 32 });
  large = generate(`${folder}/large`, { seed: 62, instances: 3, rows: 768, columns: 768 });
  const answer = await post(multipart(ct));
  assert.equal(answer.status, 200);
});
after(() => node.stop());

const get = (path, Accept, more = {}) => exchange(node.dicomWeb + path, { headers: { ...(Accept ? { Accept } : {}), ...more } });
const instance = object => `/studies/${object.study}/series/${object.series}/instances/${object.instance}`;

test('STOW-RS without Accept is answered in exactly one of the types that the client reads', async () => {
  const answer = await post(multipart(ct));
  assert.equal(answer.status, 200);
  const readable = ['application/dicom+json', 'application/json', 'application/dicom+xml', 'application/xml'];
  assert.ok(readable.includes(answer.headers['content-type']), answer.headers['content-type']);
  const stored = json(answer)['00081199'].Value.map(item => item['00081155'].Value[0]);
  assert.deepEqual(stored.sort(), ct.map(object => object.instance).sort());
});

test('STOW-RS of more than a megabyte comes in chunks of a megabyte', async () => {
  const whole = multipart(large);
  const chunks = Array.from({ length: Math.ceil(whole.length / chunkBytes) }, (_, i) =>
    whole.subarray(i * chunkBytes, (i + 1) * chunkBytes));
  assert.ok(chunks.length > 3);
  const answer = await post(chunks);
  assert.equal(answer.status, 200);
  assert.equal(json(answer)['00081199'].Value.length, 3);
  const back = await get(instance(large[1]), 'application/dicom; transfer-syntax=*');
  assert.equal(Buffer.compare(back.body, large[1].bytes), 0);
});

test('a failure is 409 with the reason in the body', async () => {
  const answer = await post(multipart([ct[0]]), '/studies/1.2.3');
  assert.equal(answer.status, 409);
  assert.equal(json(answer)['00081198'].Value[0]['00081155'].Value[0], ct[0].instance);
});

test('get_remaining pages with limit and offset until nothing is left', async () => {
  const seen = [];
  for (let offset = 0, pages = 0; ; ++pages) {
    assert.ok(pages < 10, 'the loop does not end');
    const answer = await get(`/instances?StudyInstanceUID=${ct[0].study}&limit=2&offset=${offset}&fuzzymatching=false`, dicomJson);
    assert.ok([200, 204].includes(answer.status));
    const page = answer.status === 204 ? [] : json(answer);
    if (page.length === 0) break;
    seen.push(...page.map(row => row['00080018'].Value[0]));
    offset += page.length;
  }
  assert.deepEqual(seen.sort(), ct.map(object => object.instance).sort());
});

test('includefield is repeated', async () => {
  const answer = await get(`/studies?includefield=StudyDescription&includefield=00201206&PatientID=${ct[0].dataset.PatientID}`, dicomJson);
  assert.equal(answer.status, 200);
  assert.equal(answer.headers['content-type'], 'application/dicom+json');
  assert.ok('00081030' in json(answer)[0]);
});

test('retrieve: the answer is multipart with a boundary parameter, each part an object', async () => {
  for (const accept of ['multipart/related; type="application/dicom"', 'multipart/related; type="application/dicom"; transfer-syntax=*']) {
    const answer = await get(`/studies/${ct[0].study}`, accept);
    assert.equal(answer.status, 200);
    assert.match(answer.headers['content-type'], /^multipart\/related/);
    assert.ok(boundaryOf(answer.headers['content-type']));
    const parts = partsOf(answer);
    assert.equal(parts.length, 5);
    for (const part of parts) assert.match(part.fields['Content-Type'], /^application\/dicom/);
  }
  const native = await get(instance(ct[0]), `multipart/related; type="application/dicom"; transfer-syntax=${syntax.explicit}`);
  assert.equal(native.status, 200);
});

test('frames and bulk data of any type', async () => {
  const accept = 'multipart/related; type="*/*"';
  const frames = await get(`${instance(ct[0])}/frames/1`, accept);
  assert.equal(frames.status, 200);
  assert.equal(Buffer.compare(partsOf(frames)[0].bytes, ct[0].pixels[0]), 0);
  const [metadata] = json(await get(`${instance(ct[0])}/metadata`, dicomJson));
  const { BulkDataURI, InlineBinary } = metadata['7FE00010'];
  assert.equal(InlineBinary, undefined);
  const bulk = await exchange(new URL(BulkDataURI, node.dicomWeb + instance(ct[0])).href, { headers: { Accept: accept } });
  assert.equal(bulk.status, 200);
  assert.equal(Buffer.compare(partsOf(bulk)[0].bytes, ct[0].pixels[0]), 0);
});

test('rendered comes as a single part of a listed type', async () => {
  const answer = await get(`${instance(ct[0])}/rendered`, 'image/jpeg, image/png');
  assert.equal(answer.status, 200);
  assert.ok(['image/jpeg', 'image/png'].includes(answer.headers['content-type']));
});

test('metadata of the three levels', async () => {
  for (const path of [`/studies/${ct[0].study}`, `/studies/${ct[0].study}/series/${ct[0].series}`, instance(ct[0])]) {
    const answer = await get(`${path}/metadata`, dicomJson);
    assert.equal(answer.status, 200);
    assert.equal(answer.headers['content-type'], 'application/dicom+json');
  }
});

test('DELETE is done or refused as such, never misunderstood', async () => {
  const answer = await exchange(node.dicomWeb + instance(large[0]), { method: 'DELETE' });
  assert.ok([200, 204, 403, 405].includes(answer.status), String(answer.status));
});
