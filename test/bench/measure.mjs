// What both kinds of load do: so many at a time, each its next piece of work at the end of the last, for so long.

/** A process that has just begun runs slowly for a moment: what it does then counts as done, but not for the speed. */
const warmSeconds = 0.5;

/**
 * @typedef {object} Outcome
 * @property {number} done everything, the first moment too
 * @property {number} perSecond
 * @property {number} p50 milliseconds
 * @property {number} p95 milliseconds
 * @property {number} p99 milliseconds
 *
 * @param {{ atOnce: number, seconds: number }} wanted
 * @param {(place: number) => Promise<void>} work of one of them
 * @returns {Promise<Outcome>}
 */
export async function measure({ atOnce, seconds }, work) {
  /** @type {number[]} */
  const took = [];
  let done = 0;
  const warm = performance.now() + warmSeconds * 1000;
  const end = warm + seconds * 1000;
  const goOn = async (/** @type {number} */ place) => {
    for (let at = performance.now(); at < end;) {
      await work(place);
      const now = performance.now();
      done += 1;
      if (now > warm) took.push(now - at);
      at = now;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, (_, place) => goOn(place)));
  const measured = (performance.now() - warm) / 1000;
  took.sort((one, other) => one - other);
  const at = (/** @type {number} */ share) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0;
  return { done, perSecond: took.length / measured, p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}
