// `npm start` and `npm run dev`: brings the whole house up, keeps it up, and takes it down on Ctrl-C.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkTools, lanAddresses, readSettings } from './settings.mjs';
import { StartError } from './start-error.mjs';

async function main() {
  checkTools();
  const settings = readSettings(process.argv.slice(2), process.env);
  // Only now: before the check of the packages these could not be loaded.
  const { takeLock } = await import('./lock.mjs');
  const { createProgress } = await import('./progress.mjs');
  const { House } = await import('./house.mjs');
  const { welcome } = await import('./welcome.mjs');

  makeDataFolder(settings.dataDir);
  const lock = takeLock(join(settings.dataDir, 'runner.lock'), {
    origin: settings.origin,
    since: new Date().toISOString(),
  });
  if (!lock.held) throw alreadyRuns(lock.holder, settings);
  const progress = createProgress();
  const house = new House(settings, progress);
  const asked = untilAskedToStop(house);
  try {
    const up = house.up();
    up.catch(() => {});
    const running = await Promise.race([up, asked.then(() => null), house.collapsed]);
    if (running) {
      if (settings.https || settings.watch) {
        house.add(await progress.step('opening the web', () => openWeb(settings, running, progress.note)));
      }
      console.log(welcome({ ...settings, sandbox: running.sandbox, stripe: Boolean(settings.stripeKey) }));
      await Promise.race([asked, house.collapsed]);
    }
    console.log('停止中 stopping');
    await up.catch(() => {});
  } finally {
    await house.down();
    lock.release();
  }
  console.log('已停止，数据保留 stopped, the data stays');
}

/**
 * @param {import('./settings.mjs').Settings} settings
 * @param {import('./house.mjs').Running} running
 * @param {(line: string) => void} log
 */
async function openWeb({ port, host, https, watch, dataDir }, { api, sandbox, services }, log) {
  const { openFront } = await import('./front.mjs');
  const { localCertificate } = await import('./certificate.mjs');
  const tls = https ? localCertificate(dataDir, ['localhost', '127.0.0.1', ...lanAddresses()]) : null;
  if (tls) log(`browsers warn until they trust ${tls.authority} (send it to the phone and install it)`);
  /** @param {import('node:http').Server} server */
  const openWeb = async (server) => (await import('./watch.mjs')).openWebFromSource(server, services, log);
  return openFront({ port, host, api, sandbox, tls, openWeb: watch ? openWeb : undefined });
}

/**
 * Resolves at the first signal. npm passes a Ctrl-C on that the terminal has already sent, so only a later one counts
 * as impatience.
 * @param {import('./house.mjs').House} house
 * @returns {Promise<void>}
 */
function untilAskedToStop(house) {
  return new Promise((resolve) => {
    let first = 0;
    const onSignal = () => {
      if (!first) {
        first = Date.now();
        house.interrupt();
        resolve();
      } else if (Date.now() - first > 1_500) {
        console.log('强制停止 killing what is left; the database recovers at the next start');
        house.killAll();
      }
    };
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, onSignal);
  });
}

/** @param {string} dataDir */
function makeDataFolder(dataDir) {
  try {
    mkdirSync(join(dataDir, 'logs'), { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new StartError(
      `The data folder ${dataDir} cannot be used (${/** @type {Error} */ (error).message}).`,
      'Choose another: DATA_DIR=~/xihuo-data npm start',
    );
  }
}

/** @param {import('./lock.mjs').Holder} holder @param {import('./settings.mjs').Settings} settings */
function alreadyRuns({ pid, note }, { dataDir, port }) {
  return new StartError(
    `Xihuo already runs on ${dataDir}: process ${pid}, since ${note.since}, at ${note.origin}.`,
    `Stop it there with Ctrl-C, or here with: kill ${pid}\nA second one beside it needs its own folder and port: DATA_DIR=.data-2 PORT=${port + 10} npm start`,
  );
}

main().then(
  () => process.exit(0),
  (error) => {
    if (error instanceof StartError) console.error(`\n${error.message}\n\n${error.wayOn}`);
    else console.error(error);
    process.exit(1);
  },
);
