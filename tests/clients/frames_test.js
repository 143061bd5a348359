// Frames and bulk data by dicomweb-client, compared with what dcmjs reads from the stored object (PS3.18 10.4).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { clientOf, named, store } from './client.js';
import { compress, dcmjs, describe, generate, realFiles, syntax } from './objects.js';
import { startNode, temporaryFolder } from './node_under_test.js';

const anySyntax = [{ mediaType: 'application/octet-stream', transferSyntaxUID: '*' }];
let node, client, cine, compressed, report;

before(async () => {
  node = await startNode();
  const folder = temporaryFolder();
  cine = generate(`${folder}/cine`, { seed: 31, modality: 'US', frames: 6, rows: 32, columns: 48 });
  const still = seed => generate(`${folder}/${seed}`, { seed, modality: 'OT', frames: 2, rows: 32, columns: 32 })[0];
  compressed = [
    compress(folder, still(32), 'dcmcrle'),
    compress(folder, still(33), 'dcmcjpeg', '+e1'),
    compress(folder, still(34), 'dcmcjpls'),
    compress(folder, still(35), 'dcmcjpls', '+en'),
  ];
  report = reportWithDocument();
  await store(node, [...cine, ...compressed, report]);
  client = clientOf(node);
});
after(() => node.stop());

// An Encapsulated PDF by dcmjs: a bulk value that is no Pixel Data.
function reportWithDocument() {
  const document = Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(200_000, 'x')]);
  const { DicomMetaDictionary, DicomDict } = dcmjs.data;
  const uid = () => DicomMetaDictionary.uid();
  const dataset = {
    SOPClassUID: '1.2.840.10008.5.1.4.1.1.104.1', SOPInstanceUID: uid(), StudyInstanceUID: uid(),
    SeriesInstanceUID: uid(), PatientName: 'Paper^Work', PatientID: 'PAPER', Modality: 'DOC',
    MIMETypeOfEncapsulatedDocument: 'application/pdf', EncapsulatedDocument: [new Uint8Array(document).buffer],
    _vrMap: { EncapsulatedDocument: 'OB' },
  };
  const meta = {
    MediaStorageSOPClassUID: dataset.SOPClassUID, MediaStorageSOPInstanceUID: dataset.SOPInstanceUID,
    TransferSyntaxUID: syntax.explicit, ImplementationClassUID: '1.2.826.0.1.3680043.8.498.1',
    FileMetaInformationVersion: new Uint8Array([0, 1]).buffer, _vrMap: { FileMetaInformationVersion: 'OB' },
  };
  const file = new DicomDict(DicomMetaDictionary.denaturalizeDataset(meta));
  file.dict = DicomMetaDictionary.denaturalizeDataset(dataset);
  return {
    bytes: Buffer.from(file.write()), document,
    study: dataset.StudyInstanceUID, series: dataset.SeriesInstanceUID, instance: dataset.SOPInstanceUID,
  };
}

// A frame as dcmjs cuts it out of the object: native, in one fragment a frame, or one frame in many fragments. Where several
// frames share or split fragments it does not know.
function frameOf(object, number) {
  const frames = object.dataset.NumberOfFrames ?? 1;
  if (frames === 1) return Buffer.concat(object.pixels);
  if (object.pixels.length > 1) return object.pixels.length === frames ? object.pixels[number - 1] : undefined;
  const size = object.pixels[0].length / frames;
  return object.pixels[0].subarray((number - 1) * size, number * size);
}

const retrieve = (object, frameNumbers, mediaTypes = anySyntax) =>
  client.retrieveInstanceFrames({ ...named(object), frameNumbers, mediaTypes });
const equal = (bytes, expected) => assert.equal(Buffer.compare(Buffer.from(bytes), expected), 0);

test('native frames come in the order asked for', async () => {
  const frames = await retrieve(cine[0], [5, 1, 3]);
  assert.equal(frames.length, 3);
  [5, 1, 3].forEach((number, i) => equal(frames[i], frameOf(cine[0], number)));
  const [last] = await client.retrieveInstanceFrames({ ...named(cine[0]), frameNumbers: [6] });
  equal(last, frameOf(cine[0], 6));
});

test('compressed frames come as they are stored, and dicomweb-client learns their transfer syntax', async () => {
  const syntaxes = new Set();
  for (const object of compressed) {
    const [frame] = await retrieve(object, [2]);
    const expected = frameOf(object, 2);
    // A stored fragment may end in a byte of padding (PS3.5 A.4).
    assert.ok([expected.length, expected.length - 1].includes(frame.byteLength));
    equal(frame, expected.subarray(0, frame.byteLength));
    assert.equal(frame.transferSyntaxUID, object.syntax);
    syntaxes.add(object.syntax);
  }
  assert.equal(syntaxes.size, 4);
});

test('a list of media types with their transfer syntaxes gets what is stored', async () => {
  const mediaTypes = [
    { mediaType: 'application/octet-stream', transferSyntaxUID: syntax.explicit },
    { mediaType: 'image/x-jls', transferSyntaxUID: syntax.jpegLS },
    { mediaType: 'image/jpeg', transferSyntaxUID: syntax.jpegLossless },
    { mediaType: 'image/x-dicom-rle', transferSyntaxUID: syntax.rle },
  ];
  for (const object of [...compressed.slice(0, 3), cine[0]]) {
    const [frame] = await retrieve(object, [1], mediaTypes);
    equal(frame, frameOf(object, 1).subarray(0, frame.byteLength));
  }
});

test('bulk data come by the URI that the metadata give, whole and in ranges', async () => {
  const [metadata] = await client.retrieveInstanceMetadata(named(report));
  const uri = new URL(metadata['00420011'].BulkDataURI, `${node.dicomWeb}/studies/${report.study}/`).href;
  const [whole] = await client.retrieveBulkData({ BulkDataURI: uri });
  equal(Buffer.from(whole).subarray(0, report.document.length), report.document);
  const single = clientOf(node, { singlepart: 'bulkdata' });
  const [alone] = await single.retrieveBulkData({ BulkDataURI: uri });
  equal(Buffer.from(alone).subarray(0, report.document.length), report.document);
  const [piece] = await single.retrieveBulkData({ BulkDataURI: uri, headers: { Range: 'bytes=100-299' } });
  equal(piece, report.document.subarray(100, 300));
  // Of several parts there are no ranges: a client that asks for both is sent all (RFC 9110 14.2).
  const [rest] = await client.retrieveBulkData({ BulkDataURI: uri, byteRange: [100, 299] });
  assert.ok([200, whole.byteLength].includes(rest.byteLength));
});

test('Pixel Data come as bulk data too', async () => {
  const [metadata] = await client.retrieveInstanceMetadata(named(cine[0]));
  const uri = new URL(metadata['7FE00010'].BulkDataURI, `${node.dicomWeb}/studies/${cine[0].study}/`).href;
  const [pixels] = await client.retrieveBulkData({ BulkDataURI: uri });
  equal(pixels, Buffer.concat(cine[0].pixels));
});

test('frames of real objects in many transfer syntaxes equal what dcmjs finds in them', async context => {
  const files = realFiles('objects').filter(path => /\.dcm$/i.test(path));
  if (files.length === 0) return context.skip('../shared/data is absent');
  const perSyntax = new Map();
  for (const path of files) {
    const object = readable(path);
    const usable = object?.study && object.series && object.pixels?.length && frameOf(object, 1);
    if (!usable || object.pixels[0].length > 4_000_000) continue;
    const seen = perSyntax.get(object.syntax) ?? [];
    if (seen.length < 2) perSyntax.set(object.syntax, [...seen, object]);
  }
  for (const object of [...perSyntax.values()].flat()) {
    await store(node, [object]);
    const [frame] = await retrieve(object, [1]);
    equal(frame, frameOf(object, 1).subarray(0, frame.byteLength));
    assert.ok(frame.byteLength > 0);
  }
  context.diagnostic(`${perSyntax.size} transfer syntaxes`);
  assert.ok(perSyntax.size >= 8, `only ${[...perSyntax.keys()]}`);
});

// dcmjs does not read every object that there is.
function readable(path) {
  try {
    return describe(path);
  } catch {
    return undefined;
  }
}
