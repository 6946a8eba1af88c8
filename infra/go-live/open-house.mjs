/** What a command of whoever runs the server works on: settings and database of the environment, or of the house that runs on the data folder. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { childEnvironment } from '../embedded/child-environment.mjs';
import { runningDatabase } from '../embedded/postgres.mjs';
import { loadSecrets } from '../embedded/secrets.mjs';
import { readSettings } from '../embedded/settings.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const NONE = { masterKey: '', webhookSecret: 'none', sandboxKey: 'none' };

/** What the api is told, as `npm start` tells it. @returns {Promise<NodeJS.ProcessEnv | null>} null where no database is to be found */
async function environment() {
  const settings = readSettings([], process.env);
  const databaseUrl = settings.databaseUrl ?? (await runningDatabase(settings.dataDir));
  if (!databaseUrl) return null;
  // Looking makes no keys: those of `npm start`, where it was ever used here.
  const secrets = existsSync(join(settings.dataDir, 'secrets.json')) ? loadSecrets(settings.dataDir) : NONE;
  const ports = { api: settings.port, worker: settings.port + 1, sandbox: settings.port + 2 };
  return childEnvironment({ settings, secrets, databaseUrl, ports }).api;
}

/**
 * Opens the house without starting it, does the work and closes it again.
 * @template Answer
 * @param {string} name in the database's list of connections
 * @param {(house: { services: import('@xihuo/platform').Services, contexts: readonly import('@xihuo/platform').ContextParts[],
 *   require: NodeJS.Require }) => Promise<Answer>} work `require` takes the TypeScript of the house
 * @returns {Promise<Answer>}
 * @throws where no database is to be found
 */
export async function withHouse(name, work) {
  const env = await environment();
  if (!env)
    throw new Error(
      'No database is named by DATABASE_URL, and no embedded one is running: start the house with npm start.',
    );
  process.env.SWC_NODE_PROJECT = join(root, 'tsconfig.base.json');
  process.env.SWCRC = 'true';
  process.chdir(root);
  const require = createRequire(import.meta.url);
  require('@swc-node/register');
  require('reflect-metadata');
  /** @type {typeof import('@xihuo/platform')} */
  const { loadConfig, createLog, openServices } = require('../../libs/platform/index.ts');
  /** @type {{ contexts: readonly import('@xihuo/platform').ContextParts[] }} */
  const { contexts } = require('../../apps/api/contexts.ts');
  const services = await openServices(loadConfig(env), createLog('silent', name), contexts, name);
  try {
    return await work({ services, contexts, require });
  } finally {
    await services.close();
  }
}
