// Watch mode: both web apps from source through Vite (hot replacement), the server rebuilt and restarted on a change.
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { createServer } from 'vite';
import { buildServer } from './build.mjs';
import { checkout } from './settings.mjs';

const apps = [
  { name: 'console', base: '/console' },
  { name: 'storefront', base: '/' },
];
const serverSources = ['apps/api', 'apps/worker', 'libs', 'infra/database', 'infra/sandbox'];
/** Editors write a file in several goes. */
const settle = 60;

/**
 * @param {import('node:http').Server} server
 * @param {import('./service.mjs').Service[]} services
 * @param {(line: string) => void} log
 */
export async function openWebFromSource(server, services, log) {
  const opened = await Promise.all(
    apps
      .filter(({ name }) => existsSync(join(checkout, 'apps', name, 'vite.config.mts')))
      .map(async ({ name, base }) => ({ base, vite: await openVite(name, server) })),
  );
  const [first] = opened;
  if (first) restartOnChange(first.vite.watcher, services, log);
  return {
    /** @type {import('./front.mjs').Answer} */
    answer: (request, response) => {
      const path = (request.url ?? '/').split('?')[0] ?? '/';
      const app = opened.find(({ base }) => base === '/' || path === base || path.startsWith(`${base}/`));
      const missing = () => response.writeHead(404).end();
      if (app) app.vite.middlewares(request, response, missing);
      else missing();
    },
    stop: () => Promise.all(opened.map(({ vite }) => vite.close())),
  };
}

/** @param {string} name @param {import('node:http').Server} server */
function openVite(name, server) {
  const folder = join(checkout, 'apps', name);
  return createServer({
    configFile: join(folder, 'vite.config.mts'),
    root: folder,
    clearScreen: false,
    // Any host: a phone on the LAN comes by an address.
    server: { middlewareMode: true, ws: { server }, allowedHosts: true, proxy: {} },
  });
}

/**
 * @param {import('vite').ViteDevServer['watcher']} watcher
 * @param {import('./service.mjs').Service[]} services
 * @param {(line: string) => void} log
 */
function restartOnChange(watcher, services, log) {
  /** @type {NodeJS.Timeout | undefined} */
  let pending;
  /** @type {Promise<unknown>} */
  let running = Promise.resolve();
  /** @type {Set<string>} */
  let changed = new Set();
  watcher.add(serverSources.map((folder) => join(checkout, folder)));
  watcher.on('all', (_, path) => {
    const file = relative(checkout, path);
    if (!isServerSource(file)) return;
    changed.add(file);
    clearTimeout(pending);
    pending = setTimeout(() => {
      const files = [...changed];
      changed = new Set();
      running = running.then(() => rebuild(files, services, log));
    }, settle);
  });
}

/** @param {string[]} files @param {import('./service.mjs').Service[]} services @param {(line: string) => void} log */
async function rebuild(files, services, log) {
  const started = Date.now();
  try {
    await buildServer();
  } catch (error) {
    log(`${/** @type {Error} */ (error).message}\n  The last good build goes on running.`);
    return;
  }
  const sandboxToo = files.some((file) => file.startsWith('infra/sandbox/'));
  await Promise.all(services.filter(({ name }) => name !== 'sandbox' || sandboxToo).map((one) => one.restart()));
  log(`${files.slice(0, 3).join(', ')} changed: rebuilt and restarted in ${Date.now() - started} ms`);
  if (files.some((file) => file.startsWith('infra/database/')))
    log('Migrations and demonstration data are loaded at a start: stop and run npm run dev again.');
}

/** @param {string} file */
function isServerSource(file) {
  return (
    serverSources.some((folder) => file.startsWith(`${folder}/`)) &&
    /\.(ts|sql|json|csv)$/.test(file) &&
    !/\.test\.ts$|^libs\/(ui|testing)\//.test(file)
  );
}
