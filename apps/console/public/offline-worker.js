/*
 * Opens the console without a network, for the scale. Hashed scripts come from the shelf that the scale's page has filled
 * (trace/scale/keep-shell.ts), documents from the network first. It never touches /api: what was answered to somebody is
 * kept by no worker.
 */
const SHELF = 'xihuo-console';
const SHELL = '/console/';

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (pathname.startsWith(`${SHELL}assets/`)) event.respondWith(shelfFirst(request));
  else if (request.mode === 'navigate') event.respondWith(netFirst(request));
});

async function shelfFirst(request) {
  const shelf = await caches.open(SHELF);
  return (await shelf.match(request)) ?? fetch(request);
}

async function netFirst(request) {
  try {
    return await fetch(request);
  } catch (lost) {
    const kept = await (await caches.open(SHELF)).match(SHELL);
    if (kept) return kept;
    throw lost;
  }
}
