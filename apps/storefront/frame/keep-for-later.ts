import { onForget } from '../ordering/forgetters';

/**
 * Has the worker beside the shop (public/offline-worker.js) keep what is read. Not in a browser that has none, such as the one within
 * WeChat, and not while developing: there every file changes.
 */
export function keepForLater(): void {
  const isBuilt = document.querySelector('script[src^="/assets/"]') !== null;
  if (!isBuilt || !('serviceWorker' in navigator)) return;
  const workers = navigator.serviceWorker;
  onForget(() => void workers.getRegistration().then((ours) => ours?.active?.postMessage({ forget: true })));
  const register = () => {
    const first = workers.controller === null;
    workers
      .register('/offline-worker.js')
      .then(() => workers.ready)
      // This page was here before its worker: it says what it was made of.
      .then(({ active }) => first && active?.postMessage({ keep: readSoFar() }))
      // Forbidden here, or full: the shop works without.
      .catch(() => undefined);
  };
  // After everything else: nobody waits for it.
  if (document.readyState === 'complete') register();
  else window.addEventListener('load', register, { once: true });
}

function readSoFar(): string[] {
  const { pathname, search, origin } = window.location;
  const own = performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => name.startsWith(`${origin}/assets/`) || name.startsWith(`${origin}/api/v1/`))
    .map((name) => name.slice(origin.length));
  return [pathname + search, ...new Set(own)];
}
