/** Writes libs/contract/openapi.json: the contract as others read it. `npm run contract`; the drift check holds it fresh. */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
process.env.SWC_NODE_PROJECT = join(root, 'tsconfig.base.json');
process.env.SWCRC = 'true';
process.chdir(root);

const require = createRequire(import.meta.url);
require('@swc-node/register');
require('reflect-metadata');
/** @type {{ openApiDocument: () => unknown }} */
const { openApiDocument } = require('../../libs/platform/openapi/document.ts');

writeFileSync(join(root, 'libs/contract/openapi.json'), `${JSON.stringify(openApiDocument(), null, 1)}\n`);
