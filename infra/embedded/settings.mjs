// What the command line and the environment say about this start.
import { existsSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StartError } from './start-error.mjs';

export const checkout = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

const oldestNode = [20, 19];
const flags = ['--watch', '--https'];

/**
 * @typedef {object} Settings
 * @property {boolean} watch
 * @property {boolean} https
 * @property {number} port what people type
 * @property {string} host
 * @property {string} origin as browsers see us
 * @property {string} dataDir
 * @property {boolean} production then no demonstration data is loaded
 * @property {string | undefined} databaseUrl
 * @property {string | undefined} redisUrl
 * @property {string | undefined} stripeKey
 *
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Settings}
 */
export function readSettings(args, env) {
  const unknown = args.find((arg) => !flags.includes(arg));
  if (unknown) throw new StartError(`"${unknown}" is not an option.`, `There are ${flags.join(' and ')}.`);
  const https = args.includes('--https');
  const port = Number(env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new StartError(`PORT is "${env.PORT}", not a number between 1 and 65535.`, 'PORT=3000 npm start');
  }
  const address = https ? (lanAddresses()[0] ?? 'localhost') : 'localhost';
  return {
    watch: args.includes('--watch'),
    https,
    port,
    // With --https the point is to be reached from a phone, so every address of the machine is served.
    host: env.HOST || (https ? '0.0.0.0' : '127.0.0.1'),
    origin: env.PUBLIC_ORIGIN || `${https ? 'https' : 'http'}://${address}:${port}`,
    dataDir: resolve(checkout, env.DATA_DIR || '.data'),
    production: env.NODE_ENV === 'production',
    databaseUrl: env.DATABASE_URL || undefined,
    redisUrl: env.REDIS_URL || undefined,
    stripeKey: env.STRIPE_SECRET_KEY || undefined,
  };
}

/** The machine's addresses in its local network. */
export function lanAddresses() {
  return Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);
}

export function checkTools() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (
    major < /** @type {number} */ (oldestNode[0]) ||
    (major === oldestNode[0] && minor < /** @type {number} */ (oldestNode[1]))
  ) {
    throw new StartError(
      `This is Node ${process.versions.node}; ${oldestNode.join('.')} or newer is needed.`,
      'Install the current LTS from https://nodejs.org',
    );
  }
  if (!existsSync(resolve(checkout, 'node_modules/nx/package.json'))) {
    throw new StartError('The packages are not installed.', 'Run `npm ci` first.');
  }
}
