// The npm packages are installed outside the source tree (tools/setup: build/clients).
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const folder = process.env.CASSETTE_CLIENT_MODULES ?? fileURLToPath(new URL('../../build/clients', import.meta.url));
export const require = createRequire(`${folder}/`);
