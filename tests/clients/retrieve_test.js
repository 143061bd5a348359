// WADO-RS by dicomweb-client, read by dcmjs (PS3.18 10.4).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { clientOf, named, store } from './client.js';
import { exchange, partsOf } from './exchange.js';
import { dcmjs, generate, naturalise, parse, syntax } from './objects.js';
import { startNode, temporaryFolder } from './node_under_test.js';

let node, client, ct, bigEndian, implicit;

before(async () => {
  node = await startNode();
  const folder = temporaryFolder();
  ct = generate(`${folder}/ct`, { seed: 21, series: 2, instances: 3, rows: 32, columns: 32 });
  bigEndian = generate(`${folder}/be`, { seed: 22, syntax: 'big-endian', rows: 32, columns: 32 });
  implicit = generate(`${folder}/ile`, { seed: 23, syntax: 'implicit', rows: 32, columns: 32 });
  await store(node, [...ct, ...bigEndian, ...implicit]);
  client = clientOf(node);
});
after(() => node.stop());

const digest = bytes => Buffer.from(bytes).toString('latin1');
const same = (answers, objects) =>
  assert.deepEqual(answers.map(digest).sort(), objects.map(object => digest(object.bytes)).sort());

const inSyntax = (object, uid) => {
  const url = `${node.dicomWeb}/studies/${object.study}/series/${object.series}/instances/${object.instance}`;
  return exchange(url, { headers: { Accept: `multipart/related; type="application/dicom"; transfer-syntax=${uid}` } });
};

test('an instance comes back bit for bit, in whatever transfer syntax it was stored', async () => {
  const bytes = await client.retrieveInstance(named(ct[0]));
  assert.equal(Buffer.compare(Buffer.from(bytes), ct[0].bytes), 0);
  assert.equal(naturalise(parse(bytes)).SOPInstanceUID, ct[0].instance);
  for (const object of [ct[0], bigEndian[0], implicit[0]]) {
    const [part] = partsOf(await inSyntax(object, '*'));
    assert.equal(Buffer.compare(part.bytes, object.bytes), 0);
  }
});

test('without a transfer syntax, dicomweb-client gets objects that it can read', async () => {
  for (const object of [bigEndian[0], implicit[0]]) {
    const dataset = naturalise(parse(await client.retrieveInstance(named(object))));
    assert.equal(dataset.SOPInstanceUID, object.instance);
    assert.equal(dataset.PixelData[0].byteLength, object.dataset.PixelData[0].byteLength);
  }
});

test('a series and a study are their instances, each bit for bit', async () => {
  same(await client.retrieveSeries(named(ct[0])), ct.filter(({ series }) => series === ct[0].series));
  same(await client.retrieveStudy(named(ct[0])), ct);
});

test('an instance comes in another native transfer syntax when that is asked for (PS3.18 8.7.3)', async () => {
  for (const object of [bigEndian[0], implicit[0]]) {
    const [part] = partsOf(await inSyntax(object, syntax.explicit));
    const file = parse(part.bytes);
    assert.equal(file.meta['00020010'].Value[0], syntax.explicit);
    const dataset = naturalise(file);
    assert.equal(dataset.PatientID, object.dataset.PatientID);
    assert.equal(dataset.PixelData[0].byteLength, object.dataset.PixelData[0].byteLength);
  }
});

test('metadata of the three levels become data sets of dcmjs (PS3.18 10.4.1.1.2)', async () => {
  const { naturalizeDataset } = dcmjs.data.DicomMetaDictionary;
  const answers = {
    study: await client.retrieveStudyMetadata(named(ct[0])),
    series: await client.retrieveSeriesMetadata(named(ct[0])),
    instance: await client.retrieveInstanceMetadata(named(ct[0])),
  };
  assert.deepEqual([answers.study.length, answers.series.length, answers.instance.length], [6, 3, 1]);
  for (const metadata of Object.values(answers)) {
    for (const one of metadata) {
      const dataset = naturalizeDataset(one);
      const { dataset: stored } = ct.find(({ instance }) => instance === dataset.SOPInstanceUID);
      const names = ['PatientID', 'StudyInstanceUID', 'Modality', 'Rows', 'Columns', 'BitsAllocated', 'InstanceNumber'];
      for (const name of [...names, 'RescaleSlope', 'ImagePositionPatient', 'ImageOrientationPatient', 'PixelSpacing']) {
        assert.deepEqual(dataset[name], stored[name], name);
      }
      assert.equal(dataset.PatientName[0].Alphabetic, stored.PatientName[0].Alphabetic);
      assert.ok(one['7FE00010'].BulkDataURI, 'Pixel Data are named, not sent');
    }
  }
});

test('what does not exist is 404 (PS3.18 8.5)', async () => {
  const absent = { ...named(ct[0]), sopInstanceUID: '1.2.3' };
  const failed = status => error => error.status === status && /problem\+json/.test(error.request.getResponseHeader('Content-Type'));
  await assert.rejects(client.retrieveInstance(absent), failed(404));
  await assert.rejects(client.retrieveInstanceMetadata(absent), failed(404));
  await assert.rejects(client.retrieveStudyMetadata({ studyInstanceUID: '1.2.3' }), failed(404));
  await assert.rejects(client.retrieveStudy({ studyInstanceUID: '1.2.3' }), failed(404));
  await assert.rejects(client.retrieveInstanceFrames({ ...named(ct[0]), frameNumbers: [99] }), failed(404));
});
