/**
 * A Chromium for the journeys: CHROMIUM_PATH, else one installed on the machine, else the one npm brought along
 * (Linux x64 only), else words that say what to do.
 */
import { execFile } from 'node:child_process';
import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
const macApps = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
  (app) => `/Applications/${app}.app/Contents/MacOS/${app}`,
);

/**
 * Arguments of the packaged browser that we refuse: with the first two, closing one context takes the whole browser
 * down; the next would switch off what the journeys check (same origin, mixed content); headless is Playwright's to say.
 */
const unwanted = /single-process|no-zygote|web-security|insecure-content|site-isolation|IsolateOrigins|headless/;

export const howToGetOne = [
  'No Chromium was found for the browser journeys. One of these helps:',
  '  Debian, Ubuntu:  apt-get install chromium fonts-noto-cjk',
  '  macOS:           install Google Chrome',
  '  elsewhere:       CHROMIUM_PATH=/path/to/chrome npm test',
].join('\n');

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {string | undefined}
 */
export function installedChromium(env = process.env) {
  const onPath = (env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...(process.platform === 'darwin' ? macApps : [])].find(isExecutable);
}

/** Unpacks the packaged browser below a folder of this user: the package shares one folder that only its first user may enter. */
async function packagedChromium() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const shared = process.env.TMPDIR;
  const own = join(tmpdir(), `xihuo-chromium-${userInfo().uid}`);
  mkdirSync(own, { recursive: true, mode: 0o700 });
  // Anybody may make a folder of this name first and put another program into it.
  if (statSync(own).uid !== userInfo().uid) throw new Error(`${own} belongs to somebody else: remove it first.`);
  process.env.TMPDIR = own;
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    const executablePath = await chromium.executablePath();
    return { executablePath, args: chromium.args.filter((arg) => !unwanted.test(arg)) };
  } finally {
    if (shared === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = shared;
  }
}

/** @param {string} executablePath */
async function starts(executablePath) {
  try {
    return /\d+\.\d+/.test((await run(executablePath, ['--version'], { timeout: 20_000 })).stdout);
  } catch {
    return false;
  }
}

/**
 * What `chromium.launch()` of playwright-core wants.
 * @returns {Promise<{ executablePath: string, args: string[] }>}
 */
export async function findChromium(env = process.env) {
  const named = env.CHROMIUM_PATH;
  if (named) {
    if (isExecutable(named)) return { executablePath: named, args: JSON.parse(env.CHROMIUM_ARGS ?? '[]') };
    throw new Error(`CHROMIUM_PATH names ${named}, which cannot be run.\n${howToGetOne}`);
  }
  const installed = installedChromium(env);
  if (installed) return { executablePath: installed, args: [] };
  const packaged = await packagedChromium();
  if (packaged && (await starts(packaged.executablePath))) return packaged;
  throw new Error(howToGetOne);
}
