// Stands before the api where the api alone is not enough: speaks TLS (--https), serves the web from source (--watch).
import { createServer as createPlain, request as ask } from 'node:http';
import { createServer as createTls } from 'node:https';

/**
 * @typedef {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => void} Answer
 *
 * @param {object} options
 * @param {number} options.port
 * @param {string} options.host
 * @param {number} options.api port of the api
 * @param {string | null} options.sandbox address of the sandbox, whose cashier a phone must reach too
 * @param {{ key: string, cert: string } | null} options.tls
 * @param {(server: import('node:http').Server) => Promise<{ answer: Answer, stop: () => Promise<unknown> }>} [options.openWeb]
 */
export async function openFront({ port, host, api, sandbox, tls, openWeb }) {
  /** @type {Answer} */
  let web = (request, response) => forward(request, response, api, Boolean(tls));
  const cashier = sandbox ? Number(new URL(sandbox).port) : null;
  /** @type {Answer} */
  const answer = (request, response) => {
    const path = request.url ?? '/';
    if (cashier && path.startsWith('/cashier/')) forward(request, response, cashier, Boolean(tls));
    else if (/^\/(api|health|metrics)([/?]|$)/.test(path)) forward(request, response, api, Boolean(tls));
    else web(request, response);
  };
  const server = tls ? createTls(tls, answer) : createPlain(answer);
  const source = await openWeb?.(/** @type {import('node:http').Server} */ (server));
  if (source) web = source.answer;
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(undefined));
  });
  return {
    name: 'front',
    stop: async () => {
      await source?.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** How long a reader waits while the api is being restarted after a change. */
const patience = 10_000;

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {number} port
 * @param {boolean} secure
 */
function forward(request, response, port, secure, since = Date.now()) {
  const headers = {
    ...request.headers,
    'x-forwarded-for': request.socket.remoteAddress ?? '',
    'x-forwarded-proto': secure ? 'https' : 'http',
    'x-forwarded-host': request.headers.host ?? '',
  };
  const onward = ask({ host: '127.0.0.1', port, path: request.url, method: request.method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
    const isReading = request.method === 'GET' || request.method === 'HEAD';
    if (error.code === 'ECONNREFUSED' && isReading && Date.now() - since < patience) {
      setTimeout(() => forward(request, response, port, secure, since), 100);
      return;
    }
    if (!response.headersSent) response.writeHead(502, { 'content-type': 'application/problem+json' });
    response.end(
      JSON.stringify({ type: 'about:blank', status: 502, title: 'The api does not answer', code: 'API_AWAY' }),
    );
  });
  response.once('close', () => onward.destroy());
  request.pipe(onward);
}
