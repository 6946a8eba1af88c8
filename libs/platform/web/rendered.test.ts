import type { FastifyInstance, FastifyRequest } from 'fastify';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pageRenderer } from './rendered';

const folder = mkdtempSync(join(tmpdir(), 'xihuo-drawn-'));
const asked: unknown[] = [];
const warned: string[] = [];

/** A build that answers with what the api said to it, and waits or fails where the address says so. */
const PROGRAM = `
exports.isLost = (pathname) => pathname.startsWith('/nowhere');
exports.render = async ({ address, cookie, fetch }, { templates, manifest, origin }) => {
  if (address === '/elsewhere') return null;
  if (address === '/styles') return { status: 200, html: templates['index.html'] };
  if (address === '/broken') throw new Error('broken');
  if (address.startsWith('/waits')) await globalThis.letGo;
  if (address === '/never') await new Promise(() => undefined);
  const answer = await fetch('/api/v1/thing', { headers: { 'accept-language': 'en' } });
  return { status: answer.status, html: [templates['lot.html'], manifest.a.file, origin, cookie, (await answer.json()).said].join(' ') };
};`;

const SHOP =
  '<script type="module" crossorigin src="/a.js"></script><link rel="modulepreload" href="/b.js">' +
  '<link rel="stylesheet" crossorigin href="/a.css">';

beforeAll(() => {
  mkdirSync(join(folder, 'storefront/.vite'), { recursive: true });
  mkdirSync(join(folder, 'storefront-serving'));
  writeFileSync(join(folder, 'storefront/index.html'), SHOP);
  writeFileSync(join(folder, 'storefront/a.css'), "a::before { content: '$&'; }");
  writeFileSync(join(folder, 'storefront/lot.html'), 'lot');
  writeFileSync(join(folder, 'storefront/farmer.html'), 'farmer');
  writeFileSync(join(folder, 'storefront/.vite/manifest.json'), '{"a":{"file":"a.js"}}');
  writeFileSync(join(folder, 'storefront-serving/serving.cjs'), PROGRAM);
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  asked.length = 0;
  warned.length = 0;
});

const server = {
  inject: (request: unknown) => {
    asked.push(request);
    return Promise.resolve({
      statusCode: 200,
      payload: '{"said":"yes"}',
      headers: { 'content-type': 'application/json' },
    });
  },
} as unknown as FastifyInstance;

const visit = (url: string) =>
  ({
    ...{ url, ip: '192.0.2.7', method: 'GET', headers: { cookie: 'lang=en; session=secret' } },
    log: { warn: ({ err }: { err: Error }) => warned.push(err.message) },
  }) as unknown as FastifyRequest;

test('a page is drawn from the build, reading as a guest at the address of whoever wants it', async () => {
  const { draw } = pageRenderer(server, folder, 'https://xihuo.example', 1000);
  expect(await draw(visit('/'))).toEqual({
    status: 200,
    html: 'lot a.js https://xihuo.example lang=en yes',
  });
  expect(asked).toEqual([
    { method: 'GET', url: '/api/v1/thing', headers: { 'accept-language': 'en' }, remoteAddress: '192.0.2.7' },
  ]);
});

test('a drawn page can be read when nothing else has come: its styles stand in it and its scripts come last', async () => {
  const page = await pageRenderer(server, folder, 'https://xihuo.example').draw(visit('/styles'));
  expect(page?.html).toBe(
    '<meta name="begin" content="/a.js" /><meta name="later" content="/b.js" />' +
      "<style>a::before { content: '$&'; }</style>" +
      '<link disabled rel="stylesheet" crossorigin href="/a.css">',
  );
});

test('what is not drawn here, what fails and what is not built is left to the browser', async () => {
  const { draw } = pageRenderer(server, folder, 'https://xihuo.example', 1000);
  expect(await draw(visit('/elsewhere'))).toBeNull();
  expect(warned).toEqual([]);
  expect(await draw(visit('/broken'))).toBeNull();
  expect(warned).toEqual(['broken']);
  expect(await pageRenderer(server, tmpdir(), 'https://xihuo.example').draw(visit('/'))).toBeNull();
});

test('of a rush eight pages are drawn at once, and the ninth is not waited for', async () => {
  const { draw } = pageRenderer(server, folder, 'https://xihuo.example', 1000);
  let letGo: () => void = () => undefined;
  (globalThis as { letGo?: Promise<void> }).letGo = new Promise((done) => (letGo = done));
  const eight = Array.from({ length: 8 }, (_, number) => draw(visit(`/waits/${number}`)));
  expect(await draw(visit('/'))).toBeNull();
  letGo();
  expect((await Promise.all(eight)).every((page) => page?.status === 200)).toBe(true);
  expect(await draw(visit('/'))).not.toBeNull();
});

test('who comes for the same page at the same time is shown the same one, and it is read once', async () => {
  const { draw } = pageRenderer(server, folder, 'https://xihuo.example', 1000);
  const [one, other] = await Promise.all([draw(visit('/')), draw(visit('/'))]);
  expect(one).toBe(other);
  expect(asked).toHaveLength(1);
  expect(await draw(visit('/?q=1'))).not.toBe(one);
});

test('one address has a hundred and twenty pages drawn a minute; the others its browser draws', async () => {
  const { draw } = pageRenderer(server, folder, 'https://xihuo.example', 1000);
  // Within one minute, however long it takes here.
  const now = jest.spyOn(performance, 'now').mockReturnValue(7000);
  const pages: unknown[] = [];
  for (let number = 0; number < 121; number += 1) pages.push(await draw(visit(`/${number}`)));
  expect(pages.filter((page) => page === null)).toHaveLength(1);
  now.mockRestore();
  expect(pages.at(-1)).toBeNull();
});

test('all together have so many drawn a second, and what leads nowhere is drawn once for all', async () => {
  const { draw, isLost } = pageRenderer(server, folder, 'https://xihuo.example', 2);
  const now = jest.spyOn(performance, 'now').mockReturnValue(7000);
  const from = (ip: string, url: string) => draw({ ...visit(url), ip } as FastifyRequest);
  const lost = await from('192.0.2.1', '/nowhere/1');
  expect(lost).not.toBeNull();
  expect(await from('192.0.2.2', '/nowhere/2')).toBe(lost);
  expect(await from('192.0.2.3', '/1')).not.toBeNull();
  expect(await from('192.0.2.4', '/2')).toBeNull();
  now.mockReturnValue(8000);
  expect(await from('192.0.2.4', '/2')).not.toBeNull();
  now.mockRestore();
  expect([await isLost('/nowhere'), await isLost('/p/ping-guo')]).toEqual([true, false]);
  expect(await pageRenderer(server, tmpdir(), 'https://xihuo.example').isLost('/nowhere')).toBe(false);
});

test('a page that is not drawn in time is left to the browser', async () => {
  const { draw } = pageRenderer(server, folder, 'https://xihuo.example', 1000);
  await draw(visit('/'));
  jest.useFakeTimers();
  const late = draw(visit('/never'));
  await jest.advanceTimersByTimeAsync(3_000);
  expect(await late).toBeNull();
  expect(warned).toEqual(['not drawn within 3000 ms']);
  jest.useRealTimers();
});
