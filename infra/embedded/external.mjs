// Checks of the parts that somebody brings along, before anything is built on them.
import { connect } from 'node:net';
import pg from 'pg';
import { StartError } from './start-error.mjs';

const oldestServer = 180_000;

/** @param {string} url */
export async function checkDatabase(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (error) {
    // The message names host and port; the address itself stays unsaid, since it holds a password.
    throw new StartError(
      `DATABASE_URL: the database does not answer (${/** @type {Error} */ (error).message}).`,
      'Start it or mend the address; without DATABASE_URL an embedded PostgreSQL is used.',
    );
  }
  try {
    const { rows } = await client.query('show server_version_num');
    const version = Number(rows[0].server_version_num);
    if (version < oldestServer) {
      throw new StartError(
        `DATABASE_URL: the server is PostgreSQL ${Math.floor(version / 10_000)}; 18 or newer is needed.`,
        'Point DATABASE_URL at a newer one, or leave it out to use the embedded PostgreSQL.',
      );
    }
  } finally {
    await client.end();
  }
}

/** @param {string} url @returns {Promise<void>} */
export function checkRedis(url) {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port || 6379), timeout: 5_000 });
    const refuse = () => {
      socket.destroy();
      reject(
        new StartError(
          `REDIS_URL: nothing answers at ${hostname}:${port || 6379}.`,
          'Start Redis or mend the address; without REDIS_URL the queues live in PostgreSQL.',
        ),
      );
    };
    socket.once('error', refuse).once('timeout', refuse);
    socket.once('connect', () => {
      socket.destroy();
      resolve();
    });
  });
}
