import { forgetters } from './forgetters';

/** All that the shop keeps is called so, but for what pages of others at the same address keep: the farmer's and the console. */
const OURS = /^xihuo\.(?!farmer$|console\.)/;

/**
 * Everything at once: after somebody signed out, whoever comes next to this browser finds nothing of theirs. A page has loaded only
 * some of the values that are kept; of the others the storage is emptied all the same.
 */
export function forgetKept(): void {
  for (const forget of forgetters) forget();
  try {
    // Of a write whose answer did not come its key is kept for this tab, with what was written: a name, a street, a phone.
    for (const storage of [localStorage, sessionStorage])
      for (const slot of Object.keys(storage)) if (OURS.test(slot)) storage.removeItem(slot);
  } catch {
    // Nothing can be kept here, so nothing is.
  }
}
