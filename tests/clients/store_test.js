// STOW-RS by dicomweb-client, of objects that dcmjs made (PS3.18 10.5).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { clientOf } from './client.js';
import { dcmjs, naturalise, parse, syntax } from './objects.js';
import { startNode } from './node_under_test.js';

const { DicomMetaDictionary, DicomDict } = dcmjs.data;
let node, client;

before(async () => {
  node = await startNode();
  client = clientOf(node);
});
after(() => node.stop());

function made(attributes = {}) {
  const pixels = Uint16Array.from({ length: 64 * 64 }, (_, i) => i);
  const dataset = {
    SOPClassUID: '1.2.840.10008.5.1.4.1.1.7', SOPInstanceUID: DicomMetaDictionary.uid(),
    StudyInstanceUID: DicomMetaDictionary.uid(), SeriesInstanceUID: DicomMetaDictionary.uid(),
    SpecificCharacterSet: 'ISO_IR 192', PatientName: 'Grün^Jürgen', PatientID: 'MADE-1', StudyDate: '20240229',
    StudyTime: '101112', AccessionNumber: 'A1', Modality: 'OT', SeriesNumber: '1', InstanceNumber: '1',
    Rows: 64, Columns: 64, BitsAllocated: 16, BitsStored: 16, HighBit: 15, PixelRepresentation: 0,
    SamplesPerPixel: 1, PhotometricInterpretation: 'MONOCHROME2', PixelData: [pixels.buffer],
    _vrMap: { PixelData: 'OW' }, ...attributes,
  };
  const meta = {
    MediaStorageSOPClassUID: dataset.SOPClassUID, MediaStorageSOPInstanceUID: dataset.SOPInstanceUID,
    TransferSyntaxUID: syntax.explicit, ImplementationClassUID: '1.2.826.0.1.3680043.8.498.1',
    FileMetaInformationVersion: new Uint8Array([0, 1]).buffer, _vrMap: { FileMetaInformationVersion: 'OB' },
  };
  const file = new DicomDict(DicomMetaDictionary.denaturalizeDataset(meta));
  file.dict = DicomMetaDictionary.denaturalizeDataset(dataset);
  return { dataset, bytes: file.write() };
}

const answered = response => (typeof response === 'string' ? JSON.parse(response) : response);
const references = (response, tag) => answered(response)[tag]?.Value?.map(item => item['00081155'].Value[0]) ?? [];

test('an object of dcmjs is stored, found and read back', async () => {
  const { dataset, bytes } = made();
  const response = await client.storeInstances({ datasets: [bytes] });
  assert.deepEqual(references(response, '00081199'), [dataset.SOPInstanceUID]);
  assert.ok(answered(response)['00081190'].Value[0].endsWith(`/studies/${dataset.StudyInstanceUID}`));
  const [study] = await client.searchForStudies({ queryParams: { PatientID: 'MADE-1', StudyDate: '20240229' } });
  assert.equal(study['00100010'].Value[0].Alphabetic, 'Grün^Jürgen');
  const back = await client.retrieveInstance({
    studyInstanceUID: dataset.StudyInstanceUID, seriesInstanceUID: dataset.SeriesInstanceUID,
    sopInstanceUID: dataset.SOPInstanceUID,
  });
  assert.equal(Buffer.compare(Buffer.from(back), Buffer.from(bytes)), 0);
  assert.equal(naturalise(parse(back)).PatientName[0].Alphabetic, 'Grün^Jürgen');
});

test('several objects of one study go to the study, and twice is as good as once', async () => {
  const study = DicomMetaDictionary.uid();
  const objects = [1, 2, 3].map(() => made({ StudyInstanceUID: study, PatientID: 'MADE-2' }));
  const request = { datasets: objects.map(({ bytes }) => bytes), studyInstanceUID: study };
  for (const _ of ['once', 'twice']) {
    const stored = references(await client.storeInstances(request), '00081199');
    assert.deepEqual(stored.sort(), objects.map(({ dataset }) => dataset.SOPInstanceUID).sort());
  }
  assert.equal((await client.searchForInstances({ studyInstanceUID: study })).length, 3);
});

test('an object of another study is refused, and the client learns why (PS3.18 10.5.3.1)', async () => {
  const { bytes, dataset } = made();
  await assert.rejects(client.storeInstances({ datasets: [bytes], studyInstanceUID: '1.2.3' }), error => {
    assert.equal(error.status, 409);
    assert.deepEqual(references(error.response, '00081198'), [dataset.SOPInstanceUID]);
    return true;
  });
});

test('one bad part does not sink the others', async () => {
  const { bytes, dataset } = made();
  const response = await client.storeInstances({ datasets: [new Uint8Array(300).buffer, bytes] });
  assert.deepEqual(references(response, '00081199'), [dataset.SOPInstanceUID]);
});

test('nothing but garbage is an error', async () => {
  const failed = error => [400, 409].includes(error.status);
  await assert.rejects(client.storeInstances({ datasets: [new Uint8Array(300).buffer] }), failed);
});
