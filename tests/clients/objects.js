// Objects to store: synthetic ones, compressed by DCMTK's tools, and real ones where they are present.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { require } from './modules.js';
import { buildFolder } from './node_under_test.js';

const dcmjs = require('dcmjs');
dcmjs.log.getLogger('validation.dcmjs').setLevel('silent');
export { dcmjs };

const realFolder = fileURLToPath(new URL('../../../shared/data/', import.meta.url));

export const syntax = {
  implicit: '1.2.840.10008.1.2',
  explicit: '1.2.840.10008.1.2.1',
  bigEndian: '1.2.840.10008.1.2.2',
  rle: '1.2.840.10008.1.2.5',
  jpeg: '1.2.840.10008.1.2.4.50',
  jpegLossless: '1.2.840.10008.1.2.4.70',
  jpegLS: '1.2.840.10008.1.2.4.80',
};

export function filesBelow(folder) {
  return readdirSync(folder)
    .sort()
    .map(name => join(folder, name))
    .flatMap(path => (statSync(path).isDirectory() ? filesBelow(path) : [path]));
}

// A data set by dcmjs: an object whose File Meta and elements are as they are in the file. dcmjs knows one character set an
// object and warns of every other on the console.
export function parse(bytes) {
  const buffer = bytes instanceof ArrayBuffer ? bytes : new Uint8Array(bytes).buffer;
  const { warn } = console;
  console.warn = () => {};
  try {
    return dcmjs.data.DicomMessage.readFile(buffer, { ignoreErrors: true });
  } finally {
    console.warn = warn;
  }
}

export function naturalise(file) {
  return dcmjs.data.DicomMetaDictionary.naturalizeDataset(file.dict);
}

export function describe(path) {
  const bytes = readFileSync(path);
  const file = parse(bytes);
  const dataset = naturalise(file);
  return {
    bytes,
    dataset,
    syntax: file.meta['00020010'].Value[0],
    pixels: file.dict['7FE00010']?.Value?.map(value => Buffer.from(value)),
    study: dataset.StudyInstanceUID,
    series: dataset.SeriesInstanceUID,
    instance: dataset.SOPInstanceUID,
  };
}

// cassette-generate with these flags: generate(folder, { modality: 'US', frames: 8 }).
export function generate(folder, flags = {}) {
  const words = Object.entries(flags).flatMap(([flag, value]) => [`--${flag}`, String(value)]);
  execFileSync(join(buildFolder, 'cassette-generate'), [...words, '--out', folder], { stdio: 'ignore' });
  return filesBelow(folder).map(describe);
}

// By one of DCMTK's tools: compress(folder, object, 'dcmcjpeg', '+eb').
export function compress(folder, object, tool, ...flags) {
  const [from, to] = ['from.dcm', 'to.dcm'].map(name => join(folder, name));
  require('node:fs').writeFileSync(from, object.bytes);
  execFileSync(tool, [...flags, from, to], { stdio: 'ignore' });
  return describe(to);
}

// Files below ../shared/data, [] when it is absent, which is said.
export function realFiles(...parts) {
  const path = join(realFolder, ...parts);
  if (existsSync(path)) return statSync(path).isDirectory() ? filesBelow(path) : [path];
  console.error(`NOT TESTED: real objects, for ${path} is absent`);
  return [];
}
