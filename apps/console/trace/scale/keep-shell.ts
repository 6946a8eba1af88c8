const SHELF = 'xihuo-console';
const SHELL = '/console/';

/**
 * Keeps the page itself on the device, so that it opens without a network: the document and the scripts it runs on, nothing that
 * anybody answered. Only where browsers allow it (https, localhost); elsewhere what was entered is kept all the same, and the page
 * opens again with the network.
 */
export async function keepShell(): Promise<void> {
  if (!('serviceWorker' in navigator) || !('caches' in window)) return;
  try {
    await navigator.serviceWorker.register(`${SHELL}offline-worker.js`, { scope: SHELL });
    const shelf = await caches.open(SHELF);
    const assets = performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .filter((name) => name.startsWith(`${window.location.origin}${SHELL}assets/`));
    const wanted = new Set(assets);
    const kept = (await shelf.keys()).map(({ url }) => url);
    await shelf.addAll([SHELL, ...[...wanted].filter((url) => !kept.includes(url))]);
    // Scripts of the version before are of no use to this document.
    const shell = new URL(SHELL, window.location.origin).href;
    await Promise.all(kept.filter((url) => url !== shell && !wanted.has(url)).map((url) => shelf.delete(url)));
  } catch {
    // A full disk or a lost network in the middle: the next opening tries again.
  }
}

/** Whether the page would open now without a network. */
export async function isShellKept(): Promise<boolean> {
  if (!('caches' in window) || !navigator.serviceWorker?.controller) return false;
  return (await caches.match(SHELL)) !== undefined;
}
