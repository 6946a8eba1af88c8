/*
 * The shop's service worker: what was read before is there again after a reload without a network. Everything is asked of the
 * network first and read from here only where none is; files and pictures that are called by their hash, which never change, are
 * taken from here at once.
 * What belongs to an account is never kept: the server marks whatever it answers to one `no-store`, and of the pages and answers that
 * are one person's by their address none is kept either. At a sign-out everything that was read is thrown away.
 * To be rid of it, ship one whose `install` unregisters.
 */
const PAGES = 'xihuo-shop-pages-2';
const ANSWERS = 'xihuo-shop-answers-1';
/** Apart from the answers: one list has more of them than all the answers of a day. */
const PICTURES = 'xihuo-shop-pictures-1';
const FILES = 'xihuo-shop-files-1';
/** More of each than that, and the oldest goes. One release has some two hundred files. */
const MOST = { [PAGES]: 40, [ANSWERS]: 120, [PICTURES]: 120, [FILES]: 400 };

/** The document that no server drew a page into: whichever address it stands at, the shop's own program finds its way from there. */
const SHELL = '/index.html';
/** Documents and machines of their own, and the provider's form with its own rules. */
const NOT_OURS = /^\/(console|farmer|pay|api|health|metrics)(\/|$)/;
/** Of these there is only the shell: their addresses say whose they are, and of two what somebody types. */
const OF_SOMEBODY =
  /^(\/api\/v1)?\/(me|orders|account|business|checkout|cart|sessions|organisations|search\/suggestions|lots\/[^/]+\/feedback)(\/|$)/;

/**
 * Photos of reviews and papers of certificates, called by no hash: on the shelf of the answers a list of them would push out all that is
 * said, and a paper that is no longer for everybody would still be shown.
 */
const NOT_BY_HASH = /^\/api\/v1\/(reviews|certificates)\//;

/** Called by their hash too, but each is as much as all pictures together, and is asked for in pieces. */
const FILMS = /\.(mp4|webm)$/;

/** On which shelf an address stands that is no page's; null where it is not kept. */
function shelfOf(pathname) {
  if (pathname.startsWith('/assets/')) return FILES;
  if (!pathname.startsWith('/api/v1/') || OF_SOMEBODY.test(pathname)) return null;
  if (NOT_BY_HASH.test(pathname) || FILMS.test(pathname)) return null;
  return pathname.startsWith('/api/v1/pictures/') ? PICTURES : ANSWERS;
}

self.addEventListener('install', (event) => {
  void self.skipWaiting();
  event.waitUntil(keepShell());
});

self.addEventListener('activate', (event) => event.waitUntil(begin()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate') return event.respondWith(NOT_OURS.test(pathname) ? fromNetwork(event) : page(event));
  const name = shelfOf(pathname);
  if (name === ANSWERS) event.respondWith(answer(event));
  else if (name) event.respondWith(file(event, name));
});

self.addEventListener('message', (event) => {
  const { keep: paths, forget: mustForget } = event.data ?? {};
  if (mustForget) event.waitUntil(forget());
  // A page that was there before this worker was says what it is made of, so that the first visit counts too.
  if (Array.isArray(paths)) event.waitUntil(Promise.all(paths.map(String).map(remember)));
});

async function begin() {
  const names = await caches.keys();
  // Of earlier editions of this worker; the console keeps a shelf of its own.
  const old = names.filter((name) => name.startsWith('xihuo-shop-') && !(name in MOST));
  await Promise.all(old.map((name) => caches.delete(name)));
  // The page does not wait until the worker has woken up.
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
}

/** The files that a document names come first: a shell of a new release without its own would stand there and show nothing. */
async function keepShell() {
  const response = await fetch(SHELL);
  if (!response.ok) throw new TypeError(`the shell is answered with ${response.status}`);
  const named = new Set((await response.clone().text()).match(/\/assets\/[\w.-]+/g));
  const files = await caches.open(FILES);
  await Promise.all([...named].map(async (path) => (await files.match(path)) ?? files.add(path)));
  await caches.open(PAGES).then((pages) => pages.put(SHELL, response));
}

let renewed;
/** A new release has another shell, and the files of the one before go: it is asked for anew once each time this worker wakes up. */
function renewShell() {
  renewed ??= keepShell().catch(() => {
    renewed = undefined;
  });
  return renewed;
}

const fromNetwork = async ({ request, preloadResponse }) => (await preloadResponse) ?? fetch(request);

async function page(event) {
  const { url } = event.request;
  try {
    const response = await fromNetwork(event);
    if (!OF_SOMEBODY.test(new URL(url).pathname)) keepBeside(event, PAGES, response);
    if (response.ok) event.waitUntil(renewShell());
    return response;
  } catch (lost) {
    const found = (await kept(PAGES, url)) ?? (await kept(PAGES, SHELL));
    return found ? asLost(found) : Promise.reject(lost);
  }
}

/** A browser may hold itself to be online where nothing answers: the page is told, and says so. */
async function asLost(response) {
  const { status, headers } = response;
  return new Response((await response.text()).replace('<html', '<html data-lost'), { status, headers });
}

async function file(event, name) {
  const known = await kept(name, event.request.url);
  if (known) return known;
  const response = await fetch(event.request);
  keepBeside(event, name, response);
  return response;
}

async function answer(event) {
  try {
    const response = await fetch(event.request);
    keepBeside(event, ANSWERS, response);
    return response;
  } catch (lost) {
    return (await kept(ANSWERS, event.request.url)) ?? Promise.reject(lost);
  }
}

async function remember(path) {
  const { origin, pathname, href } = new URL(path, self.location.origin);
  const isPage = !NOT_OURS.test(pathname) && !OF_SOMEBODY.test(pathname);
  const name = shelfOf(pathname) ?? (isPage ? PAGES : null);
  if (origin !== self.location.origin || name === null) return;
  await fetch(href).then(
    (response) => mayKeep(response) && keep(name, href, response),
    // Lost again already.
    () => undefined,
  );
}

function mayKeep({ status, redirected, headers }) {
  return status === 200 && !redirected && !(headers.get('cache-control') ?? '').includes('no-store');
}

/**
 * While the page reads it already. Its address is what it is known by: language and size are in the page. What is not kept is not
 * copied either: all of a copy that nobody reads is held in memory.
 */
function keepBeside(event, name, response) {
  if (mayKeep(response)) event.waitUntil(keep(name, event.request.url, response.clone()));
}

async function keep(name, url, response) {
  try {
    const shelf = await caches.open(name);
    await shelf.put(url, response);
    const all = (await shelf.keys()).filter((one) => new URL(one.url).pathname !== SHELL);
    await Promise.all(all.slice(0, Math.max(0, all.length - MOST[name])).map((one) => shelf.delete(one)));
  } catch {
    // No room left on this device: what is not kept is read again with a network.
  }
}

/** What was read says what somebody looked at. The shell and the files say nothing. */
async function forget() {
  await Promise.all([ANSWERS, PICTURES].map((name) => caches.delete(name)));
  const shelf = await caches.open(PAGES);
  const read = (await shelf.keys()).filter(({ url }) => new URL(url).pathname !== SHELL);
  await Promise.all(read.map((one) => shelf.delete(one)));
}

async function kept(name, url) {
  return (await caches.open(name)).match(url, { ignoreVary: true });
}
