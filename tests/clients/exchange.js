// One HTTP exchange with exactly the given header fields (and Host), and the answer as it came.
import http from 'node:http';

const answerMilliseconds = 120_000;

// `body` is a Buffer sent with Content-Length, or a list of Buffers sent chunked.
export function exchange(url, { method = 'GET', headers = {}, body } = {}) {
  return new Promise((resolve, reject) => {
    const chunks = Array.isArray(body) ? body : body === undefined ? [] : [body];
    const framing = body === undefined || Array.isArray(body) ? {} : { 'Content-Length': body.length };
    const request = http.request(url, { method, headers: { ...headers, ...framing }, agent: false });
    request.setTimeout(answerMilliseconds, () => request.destroy(new Error(`${method} ${url}: no answer`)));
    request.on('error', reject);
    request.on('response', response => {
      const pieces = [];
      response.on('data', piece => pieces.push(piece));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(pieces) }),
      );
    });
    for (const chunk of chunks) request.write(chunk);
    request.end();
  });
}

export function json(answer) {
  return JSON.parse(answer.body.toString('utf8'));
}

export function boundaryOf(contentType) {
  const found = /;\s*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType ?? '');
  return found?.[1] ?? found?.[2];
}

// The parts of a multipart answer by the grammar of RFC 2046 5.1.1: [{ head: 'Content-Type: …', fields: {…}, bytes }].
export function partsOf(answer) {
  const boundary = boundaryOf(answer.headers['content-type']);
  if (!boundary) throw new Error(`no boundary in ${answer.headers['content-type']}`);
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  const message = Buffer.concat([Buffer.from('\r\n'), answer.body]);
  const parts = [];
  let at = message.indexOf(delimiter);
  for (;;) {
    const start = at + delimiter.length;
    if (message.toString('latin1', start, start + 2) === '--') return parts;
    const next = message.indexOf(delimiter, start);
    const headEnd = message.indexOf('\r\n\r\n', start);
    if (at < 0 || next < 0 || headEnd < 0 || headEnd > next) throw new Error('the multipart message is cut short');
    const head = message.toString('latin1', start + 2, headEnd);
    const fields = Object.fromEntries(head.split('\r\n').map(line => line.split(/:\s*(.*)/s).slice(0, 2)));
    parts.push({ head, fields, bytes: message.subarray(headEnd + 4, next) });
    at = next;
  }
}
