// The real binary, serving a folder of its own on ports it picked.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const readyMilliseconds = 60_000;
const stopMilliseconds = 60_000;

export const buildFolder = process.env.CASSETTE_BUILD ?? join(import.meta.url.slice('file://'.length), '../../../build/dev');

// What `promise` becomes, or an error that names what did not happen in time.
export function within(milliseconds, what, promise) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: nothing after ${milliseconds} ms`)), milliseconds);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

// A fresh folder, removed at the end of the process.
export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'cassette-clients-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export async function startNode(flags = []) {
  const folder = temporaryFolder();
  const process_ = spawn(
    join(buildFolder, 'cassette'),
    ['serve', '--data', join(folder, 'data'), '--http', '127.0.0.1:0', '--dimse', '127.0.0.1:0', ...flags],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let log = '';
  process_.stderr.on('data', text => (log = (log + text).slice(-100_000)));
  const ended = new Promise(resolve => process_.once('exit', resolve));
  const kill = () => process_.kill('SIGKILL');
  process.once('exit', kill);

  const ready = new Promise((resolve, reject) => {
    createInterface({ input: process_.stdout }).on('line', line => {
      const address = /^cassette ready http=(\S+) /.exec(line);
      if (address) resolve(address[1]);
    });
    process_.once('error', reject);
    ended.then(code => reject(new Error(`the node ended with ${code}:\n${log}`)));
  });
  const address = await within(readyMilliseconds, 'the ready line', ready);
  return {
    origin: `http://${address}`,
    dicomWeb: `http://${address}/dicom-web`,
    log: () => log,
    async stop() {
      process_.kill('SIGTERM');
      try {
        return await within(stopMilliseconds, 'the end of the node', ended);
      } finally {
        kill();
        process.removeListener('exit', kill);
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}
