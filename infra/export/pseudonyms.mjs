import { createHmac, randomBytes } from 'node:crypto';

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

export const newKey = () => randomBytes(32).toString('base64url');

/**
 * Ids leave under names that only the key leads back from; the same id has the same name everywhere in one export, and another in the
 * next. Also one that stands within other words, and one that the house made of others by a sum that everybody could do again. What is
 * `hidden` is renamed whatever it looks like.
 * @param {string} key
 */
export function pseudonyms(key) {
  /** @param {string} id */
  const nameOf = (id) => `p-${createHmac('sha256', key).update(id.toLowerCase()).digest('base64url').slice(0, 22)}`;
  /** @param {unknown} value @param {boolean} isHidden */
  const renamed = (value, isHidden) => {
    if (typeof value !== 'string') return value;
    return isHidden ? nameOf(value) : value.replace(UUID, nameOf);
  };
  /** @param {Record<string, unknown>} row @param {{ shown: readonly string[], hidden?: readonly string[] }} columns @returns {Record<string, unknown>} */
  return (row, { shown, hidden = [] }) =>
    Object.fromEntries(
      Object.entries(row).map(([column, value]) => [
        column,
        shown.includes(column) ? value : renamed(value, hidden.includes(column)),
      ]),
    );
}
