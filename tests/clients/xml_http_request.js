// XMLHttpRequest as a browser has it, as far as dicomweb-client uses it.
import { exchange } from './exchange.js';

export class XMLHttpRequest {
  readyState = 0;
  status = 0;
  response = null;
  responseType = '';
  sent = {};
  received = {};

  open(method, url) {
    this.method = method.toUpperCase();
    this.url = url;
  }

  // A field that is set twice is joined, which real requests show.
  setRequestHeader(name, value) {
    const known = Object.keys(this.sent).find(other => other.toLowerCase() === name.toLowerCase()) ?? name;
    this.sent[known] = known in this.sent ? `${this.sent[known]}, ${value}` : String(value);
  }

  getResponseHeader(name) {
    return this.received[name.toLowerCase()] ?? null;
  }

  getAllResponseHeaders() {
    return Object.entries(this.received)
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join('');
  }

  async send(data) {
    this.onloadstart?.();
    const accepts = Object.keys(this.sent).some(name => name.toLowerCase() === 'accept');
    const headers = accepts ? this.sent : { ...this.sent, Accept: '*/*' };
    const body = data === undefined ? undefined : Buffer.from(data);
    try {
      const answer = await exchange(this.url, { method: this.method, headers, body });
      this.status = answer.status;
      this.received = answer.headers;
      this.response = this.#converted(answer.body);
    } catch (error) {
      this.error = error;
    }
    this.readyState = 4;
    this.onreadystatechange?.();
    this.onloadend?.();
  }

  #converted(body) {
    if (this.responseType === 'arraybuffer') return new Uint8Array(body).buffer;
    const text = body.toString('utf8');
    if (this.responseType !== 'json') return text;
    return text === '' ? null : JSON.parse(text);
  }
}
