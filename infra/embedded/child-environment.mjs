import { join } from 'node:path';
import { checkout, lanAddresses } from './settings.mjs';

/**
 * What each of our programs is told. Built from the runner's own environment, so that settings of the README's table
 * reach them untouched.
 * @param {object} options
 * @param {import('./settings.mjs').Settings} options.settings
 * @param {ReturnType<typeof import('./secrets.mjs').loadSecrets>} options.secrets
 * @param {string} options.databaseUrl
 * @param {{ api: number, worker: number, sandbox: number }} options.ports
 * @returns {Record<'api' | 'worker' | 'sandbox', NodeJS.ProcessEnv>}
 */
export function childEnvironment({ settings, secrets, databaseUrl, ports }) {
  const provider = settings.stripeKey
    ? { STRIPE_SECRET_KEY: settings.stripeKey, STRIPE_WEBHOOK_SECRET: process.env.STRIPE_WEBHOOK_SECRET }
    : {
        STRIPE_SECRET_KEY: secrets.sandboxKey,
        STRIPE_WEBHOOK_SECRET: secrets.webhookSecret,
        STRIPE_API_BASE: `http://127.0.0.1:${ports.sandbox}`,
        // A phone cannot reach the sandbox's own address, so what stands before the api passes the cashier on.
        ...(ports.api === settings.port ? {} : { CASHIER_ORIGIN: settings.origin }),
      };
  const common = {
    ...process.env,
    ...provider,
    NODE_ENV: process.env.NODE_ENV || 'development',
    // Behind a front of ours nobody else needs to reach the api.
    HOST: ports.api === settings.port ? settings.host : '127.0.0.1',
    PORT: String(ports.api),
    ...(ports.api === settings.port ? {} : { TRUSTED_PROXIES: 'loopback' }),
    WORKER_PORT: String(ports.worker),
    PUBLIC_ORIGIN: settings.origin,
    DATABASE_URL: databaseUrl,
    DATABASE_OWNER_URL: process.env.DATABASE_OWNER_URL || databaseUrl,
    // Mail and SMS of a demo end on the sandbox's page; in production nobody but a real carrier may take them.
    ...(needsSandbox(settings)
      ? { MESSAGE_CARRIER_URL: carrierOf(ports.sandbox), CARRIER_FEED_URL: `http://127.0.0.1:${ports.sandbox}` }
      : {}),
    MASTER_KEY: process.env.MASTER_KEY || secrets.masterKey,
    DATA_DIR: settings.dataDir,
    // In watch mode the web comes from source, through Vite.
    WEB_DIR: settings.watch ? '' : join(checkout, 'dist'),
  };
  const sandbox = {
    PATH: process.env.PATH,
    NODE_ENV: common.NODE_ENV,
    SANDBOX_PORT: String(ports.sandbox),
    SANDBOX_STATE_FILE: join(settings.dataDir, 'sandbox.journal'),
    SANDBOX_WEBHOOK_URL: `http://127.0.0.1:${ports.api}/api/v1/webhooks/stripe`,
    SANDBOX_RETURN_ORIGINS: ownOrigins(settings).join(','),
    STRIPE_SECRET_KEY: secrets.sandboxKey,
    STRIPE_WEBHOOK_SECRET: secrets.webhookSecret,
  };
  return { api: common, worker: common, sandbox };
}

/** The sandbox stands in for the provider, for the carrier of messages, or for both. @param {import('./settings.mjs').Settings} settings */
export function needsSandbox({ stripeKey }) {
  return !stripeKey || (!process.env.MESSAGE_CARRIER_URL && process.env.NODE_ENV !== 'production');
}

/** @param {number} sandboxPort */
function carrierOf(sandboxPort) {
  return process.env.MESSAGE_CARRIER_URL || `http://127.0.0.1:${sandboxPort}/_sandbox/messages`;
}

/** Every origin under which a browser may have come to us. @param {import('./settings.mjs').Settings} settings */
export function ownOrigins({ origin, https, port }) {
  const hosts = ['localhost', '127.0.0.1', ...(https ? lanAddresses() : [])];
  return [...new Set([origin, ...hosts.map((host) => `${https ? 'https' : 'http'}://${host}:${port}`)])];
}
