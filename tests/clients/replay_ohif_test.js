// The requests of OHIF and of cornerstone's image loader, header by header, and what each of them needs in the answer.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { store } from './client.js';
import { boundaryOf, exchange, json, partsOf } from './exchange.js';
import { compress, generate } from './objects.js';
import { startNode, temporaryFolder } from './node_under_test.js';

const dicomJson = 'application/dicom+json';
const octets = 'multipart/related; type="application/octet-stream"';
let node, ct, cine, rle;

before(async () => {
  node = await startNode();
  const folder = temporaryFolder();
  ct = generate(`${folder}/ct`, { seed: 51, studies: 2, series: 2, instances: 3, rows: 64, columns: 64 });
  cine = generate(`${folder}/cine`, { seed: 52, modality: 'US', frames: 5, rows: 64, columns: 64 });
  rle = compress(folder, generate(`${folder}/rle`, { seed: 53, rows: 64, columns: 64 })[0], 'dcmcrle');
  await store(node, [...ct, ...cine, rle]);
});
after(() => node.stop());

const get = (path, Accept, more = {}) => exchange(node.dicomWeb + path, { headers: { ...(Accept ? { Accept } : {}), ...more } });
const study = ({ study: uid }) => `/studies/${uid}`;
const series = object => `${study(object)}/series/${object.series}`;
const instance = object => `${series(object)}/instances/${object.instance}`;
const is = (answer, status, type) => {
  assert.equal(answer.status, status, answer.body.toString('latin1', 0, 300));
  if (type) assert.equal(answer.headers['content-type'], type);
};
const isJpeg = answer => assert.equal(answer.body.readUInt16BE(0), 0xffd8);
const listRow = 'limit=101&offset=0&fuzzymatching=false&includefield=00081030%2C00080060%2C00080090%2C00100030';

test('row 1: the study list', async () => {
  const answer = await get(`/studies?${listRow}`, dicomJson);
  is(answer, 200, dicomJson);
  const rows = json(answer);
  assert.equal(rows.length, 4);
  const shown = ['0020000D', '00080020', '00080030', '00080050', '00100020', '00100010', '00100030', '00201208'];
  for (const row of rows) for (const tag of [...shown, '00081030', '00080061', '00080090']) assert.ok(tag in row, tag);
});

test('row 1: the filters of the study list', async () => {
  const { dataset } = ct[0];
  const name = dataset.PatientName[0].Alphabetic.slice(1, 4);
  const hits = async filter => json(await get(`/studies?${listRow}&${filter}`, dicomJson)).map(row => row['0020000D'].Value[0]);
  const filters = [
    `PatientName=*${encodeURIComponent(name)}*`, `00100020=*${dataset.PatientID.slice(2, 6)}*`,
    `AccessionNumber=*${dataset.AccessionNumber.slice(1)}*`, 'ModalitiesInStudy=CT,MR',
    `StudyDate=${dataset.StudyDate}-${dataset.StudyDate}`, `StudyDescription=*${encodeURIComponent(dataset.StudyDescription.slice(1))}*`,
  ];
  for (const filter of filters) assert.ok((await hits(filter)).includes(ct[0].study), filter);
  const two = [ct[0].study, cine[0].study];
  for (const separator of ['%5C%5C', '%5C', '%2C', ',']) {
    assert.deepEqual((await hits(`StudyInstanceUID=${two.join(separator)}`)).sort(), two.sort(), separator);
  }
  assert.deepEqual((await hits(`StudyInstanceUID=${two[0]}&StudyInstanceUID=${two[1]}`)).sort(), two.sort());
});

test('rows 2 and 3: the series of a study', async () => {
  for (const query of ['?includefield=0008103E,00080021', '', `?SeriesInstanceUID=${ct[0].series}`]) {
    const answer = await get(`${study(ct[0])}/series${query}`, dicomJson);
    is(answer, 200, dicomJson);
    const rows = json(answer);
    assert.equal(rows.length, query.includes('SeriesInstanceUID') ? 1 : 2);
    for (const row of rows) for (const tag of ['0020000E', '00080060', '00200011', '00201209']) assert.ok(tag in row, tag);
  }
  const [row] = json(await get(`${study(ct[0])}/series?includefield=0008103E,00080021`, dicomJson));
  assert.match(row['00080021'].Value[0], /^\d{8}$/);
});

test('row 4: metadata, also when two Accept fields were joined', async () => {
  const joined = `${dicomJson}, multipart/related; type=application/octet-stream; transfer-syntax=*`;
  for (const accept of [dicomJson, joined]) {
    const answer = await get(`${series(ct[0])}/metadata`, accept);
    is(answer, 200, dicomJson);
    const needed = ['00080016', '00080018', '0020000D', '00200032', '00200037', '00280002', '00280004', '00280010', '00280011'];
    needed.push('00280030', '00280100', '00280101', '00280102', '00280103', '00281050', '00281051', '00281052', '00281053');
    for (const one of json(answer)) for (const tag of needed) assert.ok(tag in one, tag);
  }
  const all = await Promise.all([...new Set(ct.map(series))].map(path => get(`${path}/metadata`, dicomJson)));
  for (const answer of all) assert.equal(json(answer).length, 3);
});

test('row 5: one frame, quoted and unquoted, in the shape that the image loader parses', async () => {
  const accepts = [
    `${octets}; transfer-syntax="*"`, 'multipart/related; type=application/octet-stream; transfer-syntax=*',
    'multipart/related; type="image/jpeg"; transfer-syntax="1.2.840.10008.1.2.4.50"; transfer-syntax="*"',
  ];
  for (const [object, accept] of [[cine[0], accepts[0]], [cine[0], accepts[1]], [rle, accepts[0]], [rle, accepts[1]], [rle, accepts[2]]]) {
    const answer = await get(`${instance(object)}/frames/1`, accept);
    is(answer, 200);
    assert.match(answer.headers['content-type'], /^multipart\/related/);
    loadedAsCornerstone(answer, object.syntax, accept !== accepts[2]);
  }
});

// As dicom-image-loader reads it: the first line that starts with "--" is the boundary, the field name has its capitals, the
// bytes go from the first empty line to two bytes before the next boundary, and the syntax stands without quotes.
function loadedAsCornerstone(answer, syntax, asStored) {
  const text = answer.body.toString('latin1');
  const boundary = text.split('\r\n').find(line => line.startsWith('--'));
  assert.equal(boundary, `--${boundaryOf(answer.headers['content-type'])}`);
  const start = text.indexOf('\r\n\r\n') + 4;
  const head = text.slice(0, start);
  assert.ok(start < 1000, 'dicomweb-client reads a head of 1000 bytes at most');
  assert.match(head, /\r\nContent-Type: [a-z]+\/[-a-z.+]+; transfer-syntax=[0-9.]+(;|\r\n)/);
  if (asStored) assert.ok(head.includes(`transfer-syntax=${syntax}`));
  const end = text.indexOf(boundary, start) - 2;
  assert.equal(text.slice(end, end + 2), '\r\n');
  assert.ok(text.trimEnd().endsWith(`${boundary}--`));
  assert.ok(end > start);
}

test('row 5: the whole ladder of transfer syntaxes never ends in 406 where "*" stands', async () => {
  const types = { 50: 'image/jpeg', 57: 'image/jpeg', 70: 'image/jpeg', 51: 'image/dicom+jpeg', 80: 'image/jls', 90: 'image/jp2', 92: 'image/jpx' };
  for (const [last, type] of Object.entries(types)) {
    const accept = `multipart/related; type="${type}"; transfer-syntax="1.2.840.10008.1.2.4.${last}"; transfer-syntax="*"`;
    for (const object of [cine[0], rle]) is(await get(`${instance(object)}/frames/1`, `${accept}, ${octets}; transfer-syntax="*"`), 200);
  }
});

test('row 6b: the thumbnail of an <img>', async () => {
  const image = 'image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8';
  for (const path of [study(ct[0]), series(ct[0]), instance(ct[0])]) {
    const answer = await get(`${path}/thumbnail?accept=image/jpeg`, image);
    is(answer, 200, 'image/jpeg');
    isJpeg(answer);
  }
});

test('row 6c: a thumbnail asked for as octets is a thumbnail all the same', async () => {
  const resources = [study(ct[0]), series(ct[0]), instance(ct[0])].map(path => `${path}/thumbnail`);
  for (const resource of [...resources, `${instance(ct[0])}/rendered`]) {
    const single = await get(`${resource}?accept=image%2Fjpeg`, octets);
    is(single, 200, 'image/jpeg');
    isJpeg(single);
    const plain = await get(resource, octets);
    is(plain, 200);
    const bytes = plain.headers['content-type'].startsWith('multipart') ? partsOf(plain)[0].bytes : plain.body;
    assert.equal(bytes.readUInt16BE(0), 0xffd8);
  }
});

test('row 6d: thumbnails with a viewport, and the instance to fall back on', async () => {
  for (const path of [study(cine[0]), series(cine[0]), instance(cine[0])]) {
    const answer = await get(`${path}/thumbnail?viewport=256%2C256`, 'image/jpeg', { Authorization: 'Bearer none' });
    is(answer, 200, 'image/jpeg');
    isJpeg(answer);
  }
  const rows = json(await get(`${series(cine[0])}/instances?limit=1&includefield=00080018`, dicomJson));
  assert.deepEqual(rows.map(row => row['00080018'].Value[0]), [cine[0].instance]);
});

test('row 7: bulk data by every spelling of the URI', async () => {
  const [metadata] = json(await get(`${instance(cine[0])}/metadata`, dicomJson));
  const uri = new URL(metadata['7FE00010'].BulkDataURI, node.dicomWeb + instance(cine[0])).href;
  const pixels = Buffer.concat(cine[0].pixels);
  for (const accept of [octets, `multipart/related; type="application/pdf", ${octets}`]) {
    const answer = await exchange(uri, { headers: { Accept: accept } });
    is(answer, 200);
    const bytes = answer.headers['content-type'].startsWith('multipart') ? partsOf(answer)[0].bytes : answer.body;
    assert.equal(Buffer.compare(bytes, pixels), 0);
  }
});

test('streaming: ranges of a frame alone, with Content-Range', async () => {
  const headers = { Range: 'bytes=0-1023' };
  const answer = await get(`${instance(cine[0])}/frames/2`, 'application/octet-stream; transfer-syntax=*', headers);
  is(answer, 206);
  assert.match(answer.headers['content-range'], /^bytes 0-1023\/\d+$/);
  assert.equal(answer.body.length, 1024);
});
