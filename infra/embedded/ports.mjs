import { createServer } from 'node:net';
import { describeListener } from './processes.mjs';
import { StartError } from './start-error.mjs';

/**
 * @param {number} port 0 asks for any
 * @param {string} host
 * @returns {Promise<number | null>} the port when it is free, else null
 */
export function tryPort(port, host = '127.0.0.1') {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === 'EADDRINUSE') resolve(null);
      else if (error.code === 'EACCES')
        reject(
          new StartError(
            `Port ${port} needs more rights than this user has.`,
            'Choose one above 1023: PORT=3000 npm start',
          ),
        );
      else reject(error);
    });
    probe.listen({ port, host, exclusive: true }, () => {
      const { port: bound } = /** @type {import('node:net').AddressInfo} */ (probe.address());
      probe.close(() => resolve(bound));
    });
  });
}

/**
 * The wished port, or any free one when it is taken: for servers that only our own processes call.
 * A port that was promised to another server counts as taken, although nobody listens there yet.
 * @param {number} wished
 * @param {readonly number[]} promised
 * @param {(port: number) => Promise<number | null>} probe
 */
export async function portNear(wished, promised = [], probe = tryPort) {
  let port = promised.includes(wished) ? null : await probe(wished);
  while (port === null || promised.includes(port)) port = await probe(0);
  return port;
}

/**
 * The port people type is never changed behind their back.
 * @param {number} port
 * @param {string} host
 */
export async function demandPort(port, host) {
  if (await tryPort(port, host)) return;
  const holder = describeListener(port) ?? 'another program';
  throw new StartError(
    `Port ${port} is taken by ${holder}.`,
    `Stop that program, or choose another port: PORT=${port + 100} npm start`,
  );
}
