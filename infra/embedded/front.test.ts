import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openFront } from './front.mjs';
import { portNear } from './ports.mjs';

jest.setTimeout(20_000);

const open: { stop: () => Promise<unknown> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.stop();
});

function listen(answer: RequestListener, port = 0): Promise<number> {
  const server: Server = createServer(answer);
  open.push({
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  });
  return new Promise((resolve) => {
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

async function front(options: { api: number; sandbox?: string; web?: RequestListener }): Promise<string> {
  const port = await portNear(0);
  const { web, sandbox = null } = options;
  const openWeb = web && (async () => ({ answer: web, stop: async () => undefined }));
  open.push(await openFront({ port, host: '127.0.0.1', api: options.api, sandbox, tls: null, openWeb }));
  return `http://127.0.0.1:${port}`;
}

const echo: RequestListener = (request, response) => {
  let body = '';
  request.on('data', (chunk) => (body += chunk));
  request.on('end', () => {
    response.writeHead(201, { 'set-cookie': ['a=1', 'b=2'] });
    response.end(JSON.stringify({ method: request.method, url: request.url, host: request.headers.host, body }));
  });
};

test('a request goes through as it came: method, path, host, body, status and cookies', async () => {
  const at = await front({ api: await listen(echo) });
  const answer = await fetch(`${at}/api/v1/orders?x=1`, { method: 'POST', body: '{"lines":[]}' });
  expect(answer.status).toBe(201);
  expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  const expected = { method: 'POST', url: '/api/v1/orders?x=1', host: new URL(at).host, body: '{"lines":[]}' };
  expect(await answer.json()).toEqual(expected);
});

test('the api, the cashier and the web each get their own paths', async () => {
  const name =
    (text: string): RequestListener =>
    (_, response) =>
      response.end(text);
  const sandbox = `http://127.0.0.1:${await listen(name('cashier'))}`;
  const at = await front({ api: await listen(name('api')), sandbox, web: name('web') });
  const paths = ['/api/v1/products', '/health/ready', '/cashier/pi_1?client_secret=x', '/', '/apiary', '/console'];
  const answers = await Promise.all(paths.map(async (path) => (await fetch(at + path)).text()));
  expect(answers).toEqual(['api', 'api', 'cashier', 'web', 'web', 'web']);
});

test('a reader waits while the api is being restarted; a writer is told at once', async () => {
  const port = await portNear(0);
  const at = await front({ api: port });
  const written = await fetch(`${at}/api/v1/orders`, { method: 'POST', body: '{}' });
  expect(written.status).toBe(502);
  expect(await written.json()).toMatchObject({ code: 'API_AWAY' });
  const read = fetch(`${at}/api/v1/products`);
  await listen((_, response) => response.end('back'), port);
  expect(await (await read).text()).toBe('back');
});
