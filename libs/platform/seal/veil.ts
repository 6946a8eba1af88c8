import { AsyncLocalStorage } from 'node:async_hooks';

const veiled = new AsyncLocalStorage<true>();
const VEIL = '•••';

/** Whatever is read within opens no seal: of what is sealed its shape is told, and no word of it. */
export const underVeil = <Read>(read: () => Read): Read => veiled.run(true, read);

/** What was sealed, as it may be told here. */
export const unlessVeiled = (plain: string): string => (veiled.getStore() ? veil(plain) : plain);

function veil(plain: string): string {
  try {
    return JSON.stringify(JSON.parse(plain), (_, part: unknown) =>
      typeof part === 'string' || typeof part === 'number' ? VEIL : part,
    );
  } catch {
    return VEIL;
  }
}
