// dicomweb-client as a program under Node.js uses it.
import { require } from './modules.js';
import { XMLHttpRequest } from './xml_http_request.js';

globalThis.XMLHttpRequest = XMLHttpRequest;
const { api } = require('dicomweb-client');

export function clientOf(node, options = {}) {
  return new api.DICOMwebClient({ url: node.dicomWeb, verbose: false, ...options });
}

export async function store(node, objects) {
  const datasets = objects.map(object => new Uint8Array(object.bytes).buffer);
  return clientOf(node).storeInstances({ datasets });
}

// The three UIDs as dicomweb-client names them.
export function named(object) {
  return { studyInstanceUID: object.study, seriesInstanceUID: object.series, sopInstanceUID: object.instance };
}
