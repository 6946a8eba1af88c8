import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';

const ORIGIN = 'https://shop.example';
const WORKER = readFileSync(join(__dirname, '../public/offline-worker.js'), 'utf8');

/** What is asked of the worker; how it answers, and what it goes on with beside that. */
class Asked {
  answer: Promise<Response> | undefined;
  readonly beside: Promise<unknown>[] = [];
  readonly request: { url: string; method: string; mode: string };
  constructor(path: string, { method = 'GET', mode = 'cors' } = {}) {
    this.request = { url: new URL(path, ORIGIN).href, method, mode };
  }
  respondWith(answer: Promise<Response>) {
    this.answer = answer;
  }
  waitUntil(work: Promise<unknown>) {
    this.beside.push(work);
  }
}

/** A browser's shelves, as far as the worker uses them. */
class Shelf {
  readonly known = new Map<string, Response>();
  constructor(private readonly load: (url: string) => Promise<Response>) {}
  put = async (path: string, response: Response) => {
    const { href } = new URL(path, ORIGIN);
    this.known.delete(href);
    this.known.set(href, response);
  };
  add = async (path: string) => {
    const response = await this.load(path);
    if (!response.ok) throw new TypeError('Request failed');
    await this.put(path, response);
  };
  match = async (path: string) => this.known.get(new URL(path, ORIGIN).href)?.clone();
  keys = async () => [...this.known.keys()].map((url) => ({ url }));
  delete = async ({ url }: { url: string }) => this.known.delete(url);
}

/** A browser with the worker in it; `network` answers by the path, and is lost where it throws. */
function browser(network: (path: string) => Response) {
  const shelves = new Map<string, Shelf>();
  const listeners = new Map<string, (event: object) => unknown>();
  const asked: string[] = [];
  const fetch = async (what: string | { url: string }) => {
    const { pathname, search } = new URL(typeof what === 'string' ? what : what.url, ORIGIN);
    asked.push(pathname + search);
    return network(pathname + search);
  };
  const open = async (name: string) => {
    const shelf = shelves.get(name) ?? new Shelf(fetch);
    shelves.set(name, shelf);
    return shelf;
  };
  const self = {
    location: { origin: ORIGIN },
    addEventListener: (name: string, listener: (event: object) => unknown) => void listeners.set(name, listener),
    skipWaiting: async () => undefined,
  };
  const caches = { open, delete: async (name: string) => shelves.delete(name), keys: async () => [...shelves.keys()] };
  runInContext(WORKER, createContext({ self, caches, fetch, Response, URL }));
  const ask = async (...how: ConstructorParameters<typeof Asked>) => {
    const event = new Asked(...how);
    listeners.get('fetch')!(event);
    const answer = await event.answer;
    await Promise.all(event.beside);
    return answer;
  };
  const tell = async (name: string, data?: object) => {
    const beside: Promise<unknown>[] = [];
    listeners.get(name)!({ data, waitUntil: (work: Promise<unknown>) => beside.push(work) });
    await Promise.all(beside);
  };
  const kept = () =>
    [...shelves.values()].flatMap(({ known }) => [...known.keys()].map((url) => new URL(url).pathname));
  return { ask, tell, kept, asked };
}

const lost = (): never => {
  throw new TypeError('Failed to fetch');
};
const page = { mode: 'navigate' };

test.each([
  ['a write', '/api/v1/lots/L1/feedback', { method: 'POST' }],
  ['the account', '/api/v1/me', {}],
  ['a guest’s order', '/api/v1/orders/o-1', {}],
  ['a guest’s cart', '/api/v1/cart?region=510107', {}],
  ['what is typed into the search', '/api/v1/search/suggestions?q=p', {}],
  ['own words about a lot', '/api/v1/lots/L1/feedback/f-1', {}],
  ['a film of goods', '/api/v1/pictures/a.mp4', {}],
  ['a photo of a review', '/api/v1/reviews/r-1/photos/1', {}],
  ['the paper of a certificate', '/api/v1/certificates/c-1/picture', {}],
  ['another’s host', 'https://js.stripe.com/v3', {}],
])('%s is left to the network', async (_what, path, how) => {
  const { ask, tell, kept } = browser(() => new Response('answered'));
  expect(await ask(path, how)).toBeUndefined();
  await tell('message', { keep: [path] });
  expect(kept()).toEqual([]);
});

test('what was read is read again without a network, but for what the server says is not to be kept', async () => {
  let network = (path: string) =>
    new Response(path, { headers: { 'cache-control': path.endsWith('own') ? 'no-store' : 'no-cache' } });
  const { ask, kept } = browser((path) => network(path));
  const paths = ['/api/v1/products?q=own', '/api/v1/products?q=pear', '/api/v1/pictures/a.webp', '/assets/a.js'];
  for (const path of paths) await ask(path);
  await ask('/p/pear', page);
  await ask('/account', page);
  network = lost;
  await expect(ask(paths[0]!)).rejects.toThrow('Failed to fetch');
  for (const path of paths.slice(1)) expect(await (await ask(path))!.text()).toBe(path);
  expect(await (await ask('/p/pear', page))!.text()).toBe('/p/pear');
  // Every other page begins from the shell.
  expect(await (await ask('/account', page))!.text()).toBe('/index.html');
  expect(kept()).not.toContain('/account');
});

test('a page from the shelf says that nothing answered, one from the network does not', async () => {
  const document = '<!doctype html><html lang="zh-CN"><body></body></html>';
  let network = () => new Response(document, { headers: { 'content-security-policy': "script-src 'self'" } });
  const { ask } = browser(() => network());
  expect(await (await ask('/p/pear', page))!.text()).toBe(document);
  network = lost;
  const found = await ask('/p/pear', page);
  expect(await found!.text()).toBe(document.replace('<html', '<html data-lost'));
  expect(found!.headers.get('content-security-policy')).toBe("script-src 'self'");
});

test('files and pictures called by their hash are asked for once', async () => {
  const { ask, asked } = browser((path) => new Response(path));
  for (const path of ['/assets/a.js', '/assets/a.js', '/api/v1/pictures/a.webp', '/api/v1/pictures/a.webp'])
    await ask(path);
  expect(asked).toEqual(['/assets/a.js', '/api/v1/pictures/a.webp']);
});

test('the shell of a new release takes the place of the one before, and a failing house leaves it', async () => {
  let network = () => new Response('first');
  const install = browser(() => network());
  await install.tell('install');
  network = () => new Response('busy', { status: 503 });
  await install.ask('/p/pear', page);
  network = () => new Response('second');
  await install.ask('/p/pear', page);
  network = lost;
  expect(await (await install.ask('/register', page))!.text()).toBe('second');
});

test('a shell takes the place of the one before once the files it names are here, and not while one of them is missing', async () => {
  const shell = (release: string) =>
    new Response(`<link href="/assets/look.css"><script src="/assets/${release}.js"></script><b>${release}</b>`);
  let network = (path: string) => (path === '/index.html' ? shell('first') : new Response(path));
  const { ask, tell, kept, asked } = browser((path) => network(path));
  await tell('install');
  expect(kept()).toEqual(['/assets/look.css', '/assets/first.js', '/index.html']);
  network = (path) => {
    if (path === '/assets/second.js') return new Response('', { status: 404 });
    return path === '/index.html' ? shell('second') : new Response(path);
  };
  await ask('/p/pear', page);
  expect(asked.at(-1)).toBe('/assets/second.js');
  const answered = network;
  network = lost;
  expect(await (await ask('/register', page))!.text()).toContain('<b>first</b>');
  network = (path) => (path === '/assets/second.js' ? new Response(path) : answered(path));
  await ask('/p/pear', page);
  network = lost;
  expect(await (await ask('/register', page))!.text()).toContain('<b>second</b>');
  expect(await (await ask('/assets/second.js'))!.text()).toBe('/assets/second.js');
  // What both are made of was asked for once.
  expect(asked.filter((path) => path === '/assets/look.css')).toHaveLength(1);
});

test('a picture more does not push out what is said', async () => {
  const { ask, kept } = browser((path) => new Response(path));
  await ask('/api/v1/categories');
  for (let nth = 0; nth < 150; nth += 1) await ask(`/api/v1/pictures/${nth}.webp`);
  expect(kept()).toContain('/api/v1/categories');
  expect(kept()).toHaveLength(121);
});

test('a sign-out leaves the shell and the files', async () => {
  const { ask, tell, kept } = browser((path) => new Response(path));
  await tell('install');
  for (const path of ['/api/v1/products', '/api/v1/pictures/a.webp', '/assets/a.js']) await ask(path);
  await ask('/p/pear', page);
  await tell('message', { forget: true });
  expect(kept().sort()).toEqual(['/assets/a.js', '/index.html']);
});
