// The console at size: what it loads first, lists of a hundred thousand rows, typing on a sheet of two thousand, a thousand of it open at once, and results over ten million
// order lines, from what is kept of them.
import { inp } from './console-inp.mjs';
import { fillLists } from './console-rows.mjs';
import { firstScreen } from './console-screen.mjs';
import { sse1000 } from './console-sse.mjs';
import { fillResults } from './results-data.mjs';
import { fillLines } from './results-lines.mjs';
import { Stage } from './stage.mjs';

const lines = Number(process.env.BENCH_RESULT_LINES ?? 10_000_000);
const MOST_MS = 500;
const ROWS = 100_000;
const MOST_PAGE_MS = 100;

/** @typedef {{ asked: string, rows: number, ms: number, most: number }} Drilled */
/** @typedef {{ table: string, rows: number, orders: number, first: number, ms: number, within: number }} Read */

/** @param {import('./report.mjs').Report} report */
export async function consoles(report) {
  await firstScreen(report);
  await inp(report);
  await sse1000(report);
  await atSize(report);
}

/** @param {import('./report.mjs').Report} report */
async function atSize(report) {
  const stage = new Stage('console');
  try {
    await stage.emptyDatabase();
    const owner = await stage.owner();
    let began = performance.now();
    const rows = await fillResults(owner, lines);
    report.say(
      `${lines} order lines of a year, and as many of the year before, in ${rows} kept rows, written in ${((performance.now() - began) / 1000).toFixed(0)} s`,
    );
    began = performance.now();
    await fillLines(owner, lines);
    report.say(
      `${lines} order lines of the year one by one, written in ${((performance.now() - began) / 1000).toFixed(0)} s`,
    );
    /** @type {{ tables: Read[], drills: Drilled[] }} */
    const { tables, drills } = JSON.parse(await stage.tool('test/bench/console-work.mjs'));
    for (const { table, rows: shown, orders, first, ms, within } of tables) {
      if (orders !== lines) throw new Error(`${table} tells of ${orders} lines`);
      report.say(
        `${table}: ${shown} rows, first ${first.toFixed(0)} ms, then ${ms.toFixed(0)} ms; from within a month ${within.toFixed(0)} ms`,
      );
    }
    const slowest = Math.max(...tables.flatMap(({ ms, within }) => [ms, within]));
    report.figure({
      figure: 'results10m',
      value: slowest,
      unit: 'ms',
      limit: MOST_MS,
      said: 'the slowest table, with the year before',
    });
    for (const { asked, rows: shown, ms, most } of drills)
      report.say(`lines of ${asked}: ${shown} rows, ${ms.toFixed(0)} ms, at most ${most.toFixed(0)} ms`);
    report.figure({
      ...{ figure: 'lines10m', value: Math.max(...drills.map(({ ms }) => ms)), unit: 'ms', limit: MOST_MS },
      said: 'the slowest of the lists of lines behind a figure, a page of a hundred',
    });
    await table100k(report, stage, owner);
  } finally {
    await stage.down();
  }
}

/** @typedef {{ list: string, page: string, first: number, ms: number }} Turned */

/** @param {import('./report.mjs').Report} report @param {Stage} stage @param {import('pg').Client} owner */
async function table100k(report, stage, owner) {
  await fillLists(owner, ROWS);
  /** @type {Turned[]} */
  const pages = JSON.parse(await stage.tool('test/bench/console-rows-work.mjs'));
  for (const { list, page, first, ms } of pages)
    report.say(`${list}, ${page}: first ${first.toFixed(0)} ms, then ${ms.toFixed(1)} ms`);
  report.figure({
    ...{ figure: 'table100k', value: Math.max(...pages.map(({ ms }) => ms)), unit: 'ms', limit: MOST_PAGE_MS },
    said: `the slowest page of a hundred out of ${ROWS} rows, the median of nine; at most`,
  });
}
