// A month is settled: share rows a second against a bare insert of the same rows, memory, what a line costs in a month of ten times as
// many, what buyers notice of it, and two workers at once.
import { readFileSync } from 'node:fs';
import { fillShelves, tradeForAWhile } from './order.mjs';
import { bareInsert } from './settle-bare.mjs';
import { fillMonth, PERIOD_END, sizeOf } from './settle-data.mjs';
import { Stage } from './stage.mjs';
import { steadyOrders } from './steady-orders.mjs';

/**
 * BENCH_LINES=100000 measures a smaller month, BENCH_BOUGHT_LINES=100000 one while which orders are placed; what is printed says so.
 * BENCH_ONLY=bought leaves the others out.
 */
const whole = Number(process.env.BENCH_LINES ?? 1_000_000);
const bought = Number(process.env.BENCH_BOUGHT_LINES ?? whole);
const worker = 'test/bench/settle-work.mjs';
const MOST_MS = 4 * 3_600_000;
const perSecond = 20;

/** @typedef {{ ms: number, megabytes: number, statements: [string, number][], asked: Record<string, number> }} Worked */
/** @typedef {ReturnType<typeof sizeOf> & Worked & { bareMs: number }} Measured */

/** @param {import('./report.mjs').Report} report */
export async function settle(report) {
  if (bought !== 1_000_000) report.say(`orders are placed while ${bought} lines are settled; the target is of 1000000`);
  if (process.env.BENCH_ONLY === 'bought') return whileBought(report, sizeOf(bought));
  const tenth = sizeOf(whole / 10);
  const size = sizeOf(whole);
  if (whole !== 1_000_000) report.say(`a month of ${size.lines} lines, by BENCH_LINES; the target is of 1000000`);
  const small = await measured(report, tenth);
  const large = await measured(report, size);
  table(report, [small, large]);
  const said = 'bare insert of the same rows into the same tables';
  const [ours, bare] = [large.shares / (large.ms / 1000), large.shares / (large.bareMs / 1000)];
  report.figure({ figure: 'shares', value: ours, unit: 'rows/s', limit: bare, atLeast: 0.4, said });
  report.figure({ figure: 'memory', value: large.megabytes, unit: 'MB', limit: 250 });
  report.figure({
    ...{ figure: 'line-cost', value: perLine(large), unit: 'ms', limit: 1.2 * perLine(small) },
    said: `1.2 times that of ${tenth.lines} lines`,
  });
  await twoWorkers(report, tenth);
  await whileBought(report, sizeOf(bought));
}

/** @param {Measured} month */
const perLine = ({ ms, lines }) => ms / lines;

/** @param {import('./report.mjs').Report} report @param {Measured[]} months */
function table(report, months) {
  report.say('lines      suppliers  households  share rows    run s  bare s  rows/s  ms/line  MB');
  for (const month of months)
    report.say(
      [
        ...[String(month.lines).padEnd(10), String(month.suppliers).padEnd(10), String(month.households).padEnd(11)],
        ...[
          String(month.shares).padEnd(12),
          (month.ms / 1000).toFixed(1).padStart(6),
          (month.bareMs / 1000).toFixed(1).padStart(7),
        ],
        ...[
          Math.round(month.shares / (month.ms / 1000))
            .toString()
            .padStart(7),
          perLine(month).toFixed(3).padStart(8),
        ],
        month.megabytes.toFixed(0).padStart(4),
      ].join(' '),
    );
}

/**
 * One worker settles a month, then the same rows are written barely.
 * @param {import('./report.mjs').Report} report @param {ReturnType<typeof sizeOf>} size @returns {Promise<Measured>}
 */
async function measured(report, size) {
  const stage = new Stage('settle');
  try {
    await stage.emptyDatabase();
    const owner = await filled(report, stage, size);
    const worked = await work(stage);
    await mustBeSettledOnce(owner, size);
    report.say(`longest: ${worked.statements.map(([name, ms]) => `${name} ${(ms / 1000).toFixed(1)} s`).join(', ')}`);
    return { ...size, ...worked, bareMs: await bareInsert(owner) };
  } finally {
    await stage.down();
  }
}

/** @param {import('./report.mjs').Report} report @param {Stage} stage @param {ReturnType<typeof sizeOf>} size */
async function filled(report, stage, size) {
  report.say(`${size.lines} lines of ${size.suppliers} suppliers are being written`);
  const owner = await stage.owner();
  await fillMonth(owner, size);
  await stage.tool(worker, ['prepare', PERIOD_END], MOST_MS);
  return owner;
}

/** @param {Stage} stage @returns {Promise<Worked>} */
async function work(stage) {
  return JSON.parse(await stage.tool(worker, ['work'], MOST_MS));
}

/** @param {import('pg').Client} owner @param {ReturnType<typeof sizeOf>} size */
async function mustBeSettledOnce(owner, { lines, shares }) {
  const { rows } = await owner.query(
    `select (select count(*)::int from settlement.line) as lines, (select count(*)::int from benefit.share) as shares,
            (select count(*)::int from settlement.run where state = 'posted') as runs,
            (select count(*)::int from settlement.shard) as shards, (select sum(begun)::int from settlement.shard) as begun`,
  );
  const [found] = rows;
  if (found.lines !== lines || found.shares !== shares || found.runs !== 1 || found.begun !== found.shards)
    throw new Error(`not everything was settled once: ${JSON.stringify({ wanted: { lines, shares }, found })}`);
  return found.shards;
}

/** @param {import('./report.mjs').Report} report @param {ReturnType<typeof sizeOf>} size */
async function twoWorkers(report, size) {
  const stage = new Stage('settle-two');
  try {
    await stage.emptyDatabase();
    const owner = await filled(report, stage, size);
    const both = await Promise.all([work(stage), work(stage)]);
    const shards = await mustBeSettledOnce(owner, size);
    const settled = both.map(({ asked }) => asked['settlement.shard_settled'] ?? 0);
    report.say(`two workers at once settled ${settled.join(' and ')} of ${shards} shards, every line and share once`);
    if (settled.reduce((sum, count) => sum + count, 0) !== shards) throw new Error('a shard was settled by both');
  } finally {
    await stage.down();
  }
}

/** A shop sells while a worker settles the month. @param {import('./report.mjs').Report} report @param {ReturnType<typeof sizeOf>} size */
async function whileBought(report, size) {
  const stage = new Stage('settle-bought');
  try {
    await stage.database();
    const seeded = await stage.owner();
    await seeded.query(
      `update ordering.supplier_order set settled_at = now() where state = 'released' and settled_at is null`,
    );
    // What the demonstration has settled lies long before the month.
    await seeded.query(`update settlement.statement set period_end = period_end - 3650`);
    await seeded.query(`update settlement.run set period_end = period_end - 3650`);
    const offersFile = await fillShelves(stage, seeded);
    await filled(report, stage, size);
    await tradeForAWhile(stage, seeded, offersFile);
    const port = await stage.server('api', 'dist/server/apps/api/main.js', '/health/ready');
    const offers = JSON.parse(readFileSync(offersFile, 'utf8'));
    const stop = steadyOrders({ port, offers, perSecond });
    const { ms } = await work(stage);
    const { done, p50, p99 } = await stop();
    report.say(
      `${done} orders while ${size.lines} lines were settled in ${(ms / 1000).toFixed(1)} s: p50 ${p50.toFixed(0)} ms`,
    );
    report.figure({ figure: 'p99-meanwhile', value: p99, unit: 'ms', limit: 300 });
  } finally {
    await stage.down();
  }
}
