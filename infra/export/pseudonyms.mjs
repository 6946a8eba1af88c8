import { createHmac, randomBytes } from 'node:crypto';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const newKey = () => randomBytes(32).toString('base64url');

/**
 * Ids of people, households and orders leave under names that only the key leads back from; the same id has the same name everywhere
 * in one export, and another in the next.
 * @param {string} key
 */
export function pseudonyms(key) {
  /** @param {string} id */
  const nameOf = (id) => `p-${createHmac('sha256', key).update(id).digest('base64url').slice(0, 22)}`;
  /** @param {Record<string, unknown>} row @param {readonly string[]} shown @returns {Record<string, unknown>} */
  return (row, shown) =>
    Object.fromEntries(
      Object.entries(row).map(([column, value]) => [
        column,
        typeof value === 'string' && UUID.test(value) && !shown.includes(column) ? nameOf(value) : value,
      ]),
    );
}
