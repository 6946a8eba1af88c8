/**
 * `npm run go-live [-- --lang zh]`: what is missing before real people buy for real money, a line a check, in English, Chinese (`zh`) or
 * both (`en,zh`). Reads the settings and the database of the environment, or of the house that runs on the data folder. Ends with 0 where
 * nothing is missing, with 1 where something is, with 2 where it could not look.
 */
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

/** @param {string[]} languages */
async function main(languages) {
  const env = await environment();
  if (!env) {
    console.error(
      'No database is named by DATABASE_URL, and no embedded one is running: start the house with npm start.',
    );
    return 2;
  }
  process.env.SWC_NODE_PROJECT = join(root, 'tsconfig.base.json');
  process.env.SWCRC = 'true';
  process.chdir(root);
  const require = createRequire(import.meta.url);
  require('@swc-node/register');
  require('reflect-metadata');
  /** @type {typeof import('@xihuo/platform')} */
  const { loadConfig, createLog, openServices } = require('../../libs/platform/index.ts');
  /** @type {typeof import('../../libs/platform/operations/go-live-list')} */
  const { goLiveList } = require('../../libs/platform/operations/go-live-list.ts');
  /** @type {{ contexts: readonly import('@xihuo/platform').ContextParts[] }} */
  const { contexts } = require('../../apps/api/contexts.ts');
  const services = await openServices(loadConfig(env), createLog('silent', 'go-live'), contexts, 'go-live');
  try {
    const lines = await goLiveList(services, contexts);
    for (const { ok, ...line } of lines)
      for (const language of languages)
        console.log(`${MARKS[language === 'zh' ? 'zh' : 'en'][ok ? 0 : 1]}  ${language === 'zh' ? line.zh : line.en}`);
    const missing = lines.filter(({ ok }) => !ok).length;
    for (const language of languages) console.log(language === 'zh' ? sumZh(missing) : sumEn(missing));
    return missing === 0 ? 0 : 1;
  } finally {
    await services.close();
  }
}

const MARKS = { en: ['ready  ', 'missing'], zh: ['已就绪', '未就绪'] };
/** @param {number} missing */
const sumEn = (missing) => (missing === 0 ? 'Nothing is missing.' : `${missing} missing: not ready for real use.`);
/** @param {number} missing */
const sumZh = (missing) => (missing === 0 ? '全部就绪。' : `${missing} 项未就绪，不能用于真实交易。`);

const words = process.argv.slice(2).filter((word) => word !== '--');
const at = words.indexOf('--lang');
const languages = (at < 0 ? 'en' : (words[at + 1] ?? '')).split(',');
if (languages.some((language) => language !== 'en' && language !== 'zh')) {
  console.error('npm run go-live [-- --lang en|zh|en,zh]');
  process.exitCode = 2;
} else {
  process.exitCode = await main(languages).catch((error) => {
    console.error(error instanceof Error ? error.message : error);
    return 2;
  });
}
