// The requests of Weasis 4, header by header, and what it needs in the answer.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { gunzipSync } from 'node:zlib';

import { store } from './client.js';
import { exchange, partsOf } from './exchange.js';
import { generate } from './objects.js';
import { startNode, temporaryFolder } from './node_under_test.js';

const shown = '00080020,00080030,00080050,00080061,00080090,00081030,00100010,00100020,00100021,00100030,00100040,0020000D,00200010';
let node, ct;

before(async () => {
  node = await startNode();
  ct = generate(`${temporaryFolder()}/ct`, { seed: 71, series: 2, instances: 7, rows: 64, columns: 64 });
  await store(node, ct);
});
after(() => node.stop());

const get = (path, headers = {}) =>
  exchange(path.startsWith('http') ? path : node.dicomWeb + path, { headers: { 'Accept-Encoding': 'gzip', ...headers } });

async function search(path) {
  const answer = await get(path, { Accept: 'application/dicom+json' });
  if (answer.status === 204) return [];
  assert.equal(answer.status, 200, `${path}: ${answer.body}`);
  assert.equal(answer.headers['content-type'], 'application/dicom+json');
  const plain = answer.headers['content-encoding'] === 'gzip' ? gunzipSync(answer.body) : answer.body;
  return JSON.parse(plain.toString('utf8'));
}
const values = (rows, tag) => rows.map(row => row[tag].Value[0]);

test('patient look-ups, with the empty parameter that they begin with', async () => {
  const { PatientID, AccessionNumber } = ct[0].dataset;
  const repeated = shown.split(',').map(tag => `includefield=${tag}`).join('&');
  const paths = [
    `/studies?&00100020=${PatientID}&includefield=${shown}`, `/studies?&00100020=${PatientID}&${repeated}`,
    `/studies?0020000D=${ct[0].study}&includefield=${shown}`, `/studies?00080050=${AccessionNumber}&includefield=${shown}`,
    `/studies?&00100020=${PatientID}&includefield=${shown}&limit=10&offset=0`,
  ];
  for (const path of paths) assert.deepEqual(values(await search(path), '0020000D'), [ct[0].study], path);
  assert.deepEqual(await search(`/studies?&00100020=${PatientID}&includefield=${shown}&limit=10&offset=10`), []);
  assert.deepEqual(values(await search(`/series?0020000E=${ct[0].series}`), '0020000E'), [ct[0].series]);
  assert.deepEqual(values(await search(`/instances?00080018=${ct[0].instance}`), '00080018'), [ct[0].instance]);
});

test('series with their Retrieve URL, their count, and their instances page by page', async () => {
  const series = await search(`/studies/${ct[0].study}/series?includefield=0008103E,00080060,0020000E,00200011,00081190`);
  assert.equal(series.length, 2);
  for (const one of series) assert.ok(one['00081190'].Value[0].endsWith(one['0020000E'].Value[0]));
  const [counted] = await search(`/studies/${ct[0].study}/series?0020000E=${ct[0].series}&includefield=00201209`);
  assert.equal(counted['00201209'].Value[0], 7);
  const path = `/studies/${ct[0].study}/series/${ct[0].series}/instances?includefield=00080016,00080018,00200013`;
  const seen = [];
  for (let page = []; seen.length === 0 || page.length === 3; seen.push(...page)) {
    page = values(await search(`${path}&offset=${seen.length}&limit=3`), '00080018');
  }
  assert.equal(new Set(seen).size, 7);
});

test('the thumbnail at the Retrieve URL, and what it falls back on', async () => {
  const [series] = await search(`/studies/${ct[0].study}/series?includefield=00081190`);
  const answer = await get(`${series['00081190'].Value[0]}/thumbnail?viewport=96%2C96`, { Accept: 'image/jpeg' });
  assert.equal(answer.status, 200);
  assert.equal(answer.headers['content-type'], 'image/jpeg');
  const middle = await search(`/studies/${ct[0].study}/series/${ct[0].series}/instances?includefield=00080018&limit=1&offset=3`);
  assert.equal(middle.length, 1);
  const path = `/studies/${ct[0].study}/series/${ct[0].series}/instances/${middle[0]['00080018'].Value[0]}`;
  const rendered = await get(`${path}/rendered?viewport=96%2C96`, { Accept: 'image/jpeg' });
  assert.equal(rendered.status, 200);
  assert.equal(rendered.headers['content-type'], 'image/jpeg');
});

test('a whole series in whatever transfer syntax it was stored', async () => {
  const Accept = 'multipart/related;type="application/dicom";transfer-syntax=*';
  const answer = await get(`/studies/${ct[0].study}/series/${ct[0].series}`, { Accept });
  assert.equal(answer.status, 200);
  const stored = ct.filter(object => object.series === ct[0].series).map(object => object.bytes.toString('latin1')).sort();
  assert.deepEqual(partsOf(answer).map(part => part.bytes.toString('latin1')).sort(), stored);
});

test('STOW-RS with an unquoted boundary is answered in XML', async () => {
  const body = Buffer.concat([
    Buffer.from('--weasis\r\nContent-Type: application/dicom\r\n\r\n'), ct[0].bytes, Buffer.from('\r\n--weasis--\r\n'),
  ]);
  const headers = { Accept: 'application/dicom+xml', 'Content-Type': 'multipart/related;type="application/dicom";boundary=weasis' };
  for (const [path, status, sequence] of [['/studies', 200, 'ReferencedSOPSequence'], ['/studies/1.2.3', 409, 'FailedSOPSequence']]) {
    const answer = await exchange(node.dicomWeb + path, { method: 'POST', headers, body });
    assert.equal(answer.status, status);
    assert.equal(answer.headers['content-type'], 'application/dicom+xml');
    const text = answer.body.toString('utf8');
    assert.match(text, /<NativeDicomModel/);
    assert.ok(text.includes(`keyword="${sequence}"`) && text.includes(ct[0].instance));
  }
});

test('WADO-URI of the object and of a picture (PS3.18 9)', async () => {
  const uids = `studyUID=${ct[0].study}&seriesUID=${ct[0].series}&objectUID=${ct[0].instance}`;
  const base = `${node.origin}/wado?requestType=WADO&${uids}`;
  const object = await get(`${base}&contentType=application/dicom`, { 'Accept-Encoding': 'identity' });
  assert.equal(object.status, 200);
  assert.equal(object.body.toString('latin1', 128, 132), 'DICM');
  const picture = await get(`${base}&contentType=image/jpeg&imageQuality=75&rows=32&columns=32`);
  assert.equal(picture.status, 200);
  assert.equal(picture.headers['content-type'], 'image/jpeg');
});
