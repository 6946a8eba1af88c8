/**
 * What our own actions ask the database, kept once and asked again by a bare server: the same statements, prepared under the same
 * names, with the same values.
 */

/** @typedef {{ name: string, text: string, values: unknown[] }} Query */

/**
 * @template T
 * @param {{ read(statement: { name: string, text: string }, values: unknown[]): Promise<any> }} database
 * @param {(database: any) => Promise<T>} action
 * @returns {Promise<{ answer: T, steps: Query[][] }>} statements that were sent together stand in one step
 */
export async function record(database, action) {
  /** @type {Query[][]} */
  const steps = [];
  let running = 0;
  const answer = await action({
    async read(/** @type {{ name: string, text: string }} */ { name, text }, /** @type {unknown[]} */ values = []) {
      if (running === 0) steps.push([]);
      steps.at(-1)?.push({ name, text, values });
      running += 1;
      return database.read({ name, text }, values).finally(() => (running -= 1));
    },
  });
  return { answer, steps };
}

/** @param {import('pg').Pool} pool @param {Query[][]} steps @returns {Promise<any[][]>} */
export async function replay(pool, steps) {
  const results = [];
  for (const step of steps) results.push(...(await Promise.all(step.map((query) => pool.query(query)))));
  return results.map(({ rows }) => rows);
}
