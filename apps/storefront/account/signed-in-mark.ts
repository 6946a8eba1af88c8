import { keep } from '../ordering/kept';

/**
 * Whether it is worth asking for what belongs to an account: the session's cookie cannot be seen from here, and to ask without one
 * is a refused request on every guest's visit.
 */
const mark = keep<boolean>('xihuo.account', false, (value): value is boolean => typeof value === 'boolean');

export const useSignedInMark = mark.use;

export function markSignedIn(signedIn: boolean): void {
  if (mark.get() !== signedIn) mark.set(signedIn);
}
