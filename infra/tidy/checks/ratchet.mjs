/**
 * A limit with a list of old exceptions that may only shrink: nobody outgrows the limit unlisted, the listed never grow,
 * and one that became smaller is written down at its new size, so that it cannot grow back.
 * @param {string} what shown in the message, such as `lines`
 * @param {number} limit
 * @param {Map<string, number>} sizes everything there is, by name
 * @param {Record<string, number>} listed
 * @returns {string[]} problems
 */
export function ratchet(what, limit, sizes, listed) {
  const problems = [];
  for (const [name, size] of sizes) {
    const allowed = listed[name];
    if (allowed === undefined && size > limit) problems.push(`${name}: ${size} ${what}, the limit is ${limit}`);
    if (allowed !== undefined && size > allowed)
      problems.push(`${name}: ${size} ${what}, an old exception of ${allowed} that may only shrink`);
  }
  for (const [name, allowed] of Object.entries(listed)) {
    const size = sizes.get(name);
    if (size === undefined || size <= limit)
      problems.push(`${name}: needs no exception any more, strike it from infra/tidy/exceptions.json`);
    else if (size < allowed)
      problems.push(`${name}: shrank to ${size} ${what}, write that into infra/tidy/exceptions.json`);
  }
  return problems;
}
