// QIDO-RS by dicomweb-client (PS3.18 10.6).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { clientOf, named, store } from './client.js';
import { generate } from './objects.js';
import { startNode, temporaryFolder } from './node_under_test.js';

let node, client, ct, cine;

before(async () => {
  node = await startNode();
  const folder = temporaryFolder();
  ct = generate(`${folder}/ct`, { seed: 11, studies: 3, series: 2, instances: 3, rows: 32, columns: 32 });
  cine = generate(`${folder}/cine`, { seed: 7, modality: 'US', frames: 5, rows: 32, columns: 32 });
  await store(node, [...ct, ...cine]);
  client = clientOf(node);
});
after(() => node.stop());

const value = (match, tag) => match[tag]?.Value?.[0];
const uids = (matches, tag) => matches.map(match => value(match, tag)).sort();
const distinct = (objects, name) => [...new Set(objects.map(object => object[name]))].sort();

test('all studies come with the attributes of PS3.18 Table 10.6.3-3', async () => {
  const studies = await client.searchForStudies();
  assert.deepEqual(uids(studies, '0020000D'), distinct([...ct, ...cine], 'study'));
  const required = ['00080005', '00080020', '00080030', '00080050', '00080056', '00080061', '00080090'];
  required.push('00081190', '00100010', '00100020', '00100030', '00100040', '0020000D', '00200010', '00201206', '00201208');
  for (const study of studies) for (const tag of required) assert.ok(tag in study, `${tag} is missing`);
});

test('all series come with the attributes of PS3.18 Table 10.6.3-4', async () => {
  const series = await client.searchForSeries({ studyInstanceUID: ct[0].study });
  const mine = ct.filter(object => object.study === ct[0].study);
  assert.deepEqual(uids(series, '0020000E'), distinct(mine, 'series'));
  for (const one of series) {
    for (const tag of ['00080005', '00080060', '00081190', '0020000E', '00200011', '00201209']) {
      assert.ok(tag in one, `${tag} is missing`);
    }
    assert.equal(value(one, '00201209'), 3);
  }
});

test('all instances come with the attributes of PS3.18 Table 10.6.3-5', async () => {
  const instances = await client.searchForInstances(named(cine[0]));
  assert.deepEqual(uids(instances, '00080018'), [cine[0].instance]);
  const required = ['00080005', '00080016', '00080018', '00080056', '00081190', '00200013', '00280010', '00280011'];
  for (const tag of [...required, '00280100', '00280008']) assert.ok(tag in instances[0], `${tag} is missing`);
  assert.equal(value(instances[0], '00280008'), 5);
});

test('the six resources answer (PS3.18 Table 10.6.1-1)', async () => {
  const { study, series } = ct[0];
  const counted = async options => (await client.searchForInstances(options)).length;
  assert.equal((await client.searchForSeries()).length, 7);
  assert.equal(await counted({}), 19);
  assert.equal(await counted({ studyInstanceUID: study }), 6);
  assert.equal(await counted({ studyInstanceUID: study, seriesInstanceUID: series }), 3);
});

test('keys match by keyword and by tag, with wildcards, ranges and lists (PS3.4 C.2.2.2)', async () => {
  const { dataset } = ct[0];
  const family = dataset.PatientName[0].Alphabetic.split('^')[0];
  const expected = distinct([...ct, ...cine].filter(({ dataset: other }) =>
    other.PatientName[0].Alphabetic.startsWith(family)), 'study');
  const found = async queryParams => uids(await client.searchForStudies({ queryParams }), '0020000D');
  assert.deepEqual(await found({ PatientName: `${family}*` }), expected);
  assert.deepEqual(await found({ '00100010': `*${family.slice(1)}*` }), expected);
  assert.deepEqual(await found({ StudyInstanceUID: ct[0].study }), [ct[0].study]);
  assert.deepEqual(await found({ StudyDate: dataset.StudyDate, AccessionNumber: dataset.AccessionNumber }), [ct[0].study]);
  assert.ok((await found({ StudyDate: `${dataset.StudyDate}-` })).includes(ct[0].study));
  assert.deepEqual(await found({ StudyDate: '18000101-18001231' }), []);
  assert.deepEqual(await found({ ModalitiesInStudy: 'US' }), [cine[0].study]);
  assert.deepEqual(await found({ StudyInstanceUID: `${ct[0].study},${cine[0].study}` }), [ct[0].study, cine[0].study].sort());
});

test('fuzzy matching finds a name without its accents and its case (PS3.18 8.3.4.2)', async () => {
  const { dataset, study } = cine[0];
  const given = dataset.PatientName[0].Alphabetic.split('^')[0];
  const plain = given.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const found = await client.searchForStudies({ queryParams: { PatientName: plain, fuzzymatching: true } });
  assert.ok(uids(found, '0020000D').includes(study));
});

test('pages are cut from one order, and beyond the end there is nothing (PS3.18 8.3.4.4)', async () => {
  const page = (offset, limit) => client.searchForInstances({ queryParams: { offset, limit } });
  const whole = uids(await page(0, 100), '00080018');
  const pieces = [];
  for (let offset = 0; offset < 21; offset += 7) pieces.push(...(await page(offset, 7)));
  assert.deepEqual(uids(pieces, '00080018'), whole);
  assert.deepEqual(await page(19, 7), []);
  assert.deepEqual(await page(1000, 7), []);
});

test('includefield adds attributes that only the objects hold (PS3.18 8.3.4.3)', async () => {
  const [plain] = await client.searchForInstances({ ...named(ct[0]), queryParams: { limit: 1 } });
  assert.ok(!('00200032' in plain));
  const queryParams = { limit: 1, includefield: '00200032,RescaleSlope' };
  const [more] = await client.searchForInstances({ ...named(ct[0]), queryParams });
  assert.ok('00200032' in more);
  assert.ok('00281053' in more);
});
