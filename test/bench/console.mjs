// The console at size: results over ten million order lines, from what is kept of them.
import { fillResults } from './results-data.mjs';
import { Stage } from './stage.mjs';

const lines = Number(process.env.BENCH_RESULT_LINES ?? 10_000_000);
const MOST_MS = 500;

/** @typedef {{ table: string, rows: number, orders: number, first: number, ms: number }} Read */

/** @param {import('./report.mjs').Report} report */
export async function consoles(report) {
  const stage = new Stage('console');
  try {
    await stage.emptyDatabase();
    const owner = await stage.owner();
    const began = performance.now();
    const rows = await fillResults(owner, lines);
    report.say(
      `${lines} order lines of a year, and as many of the year before, in ${rows} kept rows, written in ${((performance.now() - began) / 1000).toFixed(0)} s`,
    );
    /** @type {Read[]} */
    const tables = JSON.parse(await stage.tool('test/bench/console-work.mjs'));
    for (const { table, rows: shown, orders, first, ms } of tables) {
      if (orders !== lines) throw new Error(`${table} tells of ${orders} lines`);
      report.say(`${table}: ${shown} rows, first ${first.toFixed(0)} ms, then ${ms.toFixed(0)} ms`);
    }
    const slowest = Math.max(...tables.map(({ ms }) => ms));
    report.figure({
      figure: 'results10m',
      value: slowest,
      unit: 'ms',
      limit: MOST_MS,
      said: 'the slowest table, with the year before',
    });
  } finally {
    await stage.down();
  }
}
