/**
 * Both sides in turn, so that a busy minute of the machine falls on both; the first of them changes from round to round.
 * @template T
 * @param {number} rounds
 * @param {Record<string, () => Promise<T>>} sides
 * @returns {Promise<Record<string, T[]>>}
 */
export async function interleave(rounds, sides) {
  const names = Object.keys(sides);
  /** @type {Record<string, T[]>} */
  const results = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    const turn = round % 2 === 0 ? names : [...names].reverse();
    for (const name of turn) results[name]?.push(await /** @type {() => Promise<T>} */ (sides[name])());
  }
  return results;
}

/** @param {number[]} values */
export function median(values) {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) throw new Error('nothing was measured');
  return sorted.length % 2 === 1 ? Number(sorted[middle]) : (Number(sorted[middle - 1]) + Number(sorted[middle])) / 2;
}
