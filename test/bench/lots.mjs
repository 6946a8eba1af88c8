// Lots: how long a recall takes to find its parcels among a million, and what the mass balance costs a shipment.
import { createRequire } from 'node:module';
import { deliveries, fillLots, shipments } from './lots-data.mjs';
import { root, Stage } from './stage.mjs';

const recalls = 200;
const moves = 4_000;
const warm = 100;
/** Shipments of one lot at once: they queue on its row, which is the point of it. */
const clients = 8;

/** @param {import('./report.mjs').Report} report */
export async function lots(report) {
  const stage = new Stage('lots');
  try {
    await stage.emptyDatabase();
    const owner = await stage.owner();
    report.say(`${deliveries} deliveries and ${shipments} shipments are being written`);
    await fillLots(owner);
    const load = createRequire(`${root}/dist/server/`);
    await recall(report, owner, load('./libs/trace/store/recall.sql.js').reachOf);
    await balance(report, stage, load('./libs/trace/store/lot.sql.js'));
  } finally {
    await stage.down();
  }
}

/** @param {number[]} times */
function spread(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (/** @type {number} */ part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
  return { p50: at(0.5), p99: at(0.99), most: sorted.at(-1) ?? 0 };
}

/**
 * Of raw lots, so that every recall goes through two makings; the slowest of all is held against the limit.
 * @param {import('./report.mjs').Report} report @param {import('pg').Client} owner @param {{ name: string, text: string }} reachOf
 */
async function recall(report, owner, reachOf) {
  const { rows } = await owner.query(
    `select id from trace.lot where code like 'BENCH-RAW-%' order by md5(code) limit ${recalls}`,
  );
  const times = [];
  let lines = 0;
  for (const { id } of rows) {
    const began = performance.now();
    const found = await owner.query({ name: reachOf.name, text: reachOf.text, values: [[id]] });
    times.push(performance.now() - began);
    lines += found.rows[0].order_lines;
    if (found.rows[0].lots.length !== 3) throw new Error('a recall goes from a raw lot through two makings');
  }
  const { p50, p99, most } = spread(times);
  report.say(
    `${recalls} recalls of one lot, ${Math.round(lines / recalls)} parcels each: p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`,
  );
  report.figure({ figure: 'recall', value: most, unit: 'ms', limit: 200 });
  const many = rows.map(({ id }) => id);
  const began = performance.now();
  const found = await owner.query({ name: reachOf.name, text: reachOf.text, values: [many] });
  const value = performance.now() - began;
  report.say(`${recalls} lots recalled at once: ${found.rows[0].order_lines} parcels in ${value.toFixed(1)} ms`);
  report.figure({ figure: 'recall-wide', value, unit: 'ms', limit: 200 });
}

/**
 * What a shipment waits for its lots: the balance under its lock and the movement, by eight hands over all lots. The commit is
 * the shipment's own.
 * @param {import('./report.mjs').Report} report @param {Stage} stage
 * @param {{ takeFromLots: { name: string, text: string }, insertMovements: { name: string, text: string } }} statements
 */
async function balance(report, stage, { takeFromLots, insertMovements }) {
  const lines = await Promise.all(Array.from({ length: clients }, () => stage.owner()));
  const { rows } = await /** @type {import('pg').Client} */ (lines[0]).query(
    `select id, supplier_id, product_id, uuidv7() as line_id, uuidv7() as shipment_id from trace.lot order by md5(code) limit ${moves}`,
  );
  const now = new Date();
  const move = async (/** @type {import('pg').Client} */ line, /** @type {any} */ lot) => {
    await line.query('begin');
    const began = performance.now();
    const taken = await line.query({ ...takeFromLots, values: [[lot.id], [lot.product_id], ['500'], lot.supplier_id] });
    await line.query({
      ...insertMovements,
      values: [[lot.line_id], [lot.id], [1], ['500'], [lot.shipment_id], now],
    });
    const took = performance.now() - began;
    await line.query('commit');
    if (taken.rows.length !== 1) throw new Error('the goods were not taken');
    return took;
  };
  /** What two statements cost here that do nothing, taken in turn with ours: no balance can cost less. */
  const nothing = async (/** @type {import('pg').Client} */ line) => {
    const began = performance.now();
    for (let trip = 0; trip < 2; trip += 1) await line.query({ name: 'nothing', text: 'select 1' });
    return performance.now() - began;
  };
  /** One after the other, then eight hands at once. */
  const alone = [];
  const trips = [];
  for (const lot of rows.slice(0, moves / 2)) {
    alone.push(await move(lines[0], lot));
    trips.push(await nothing(lines[0]));
  }
  const together = (
    await Promise.all(
      lines.map(async (line, hand) => {
        const times = [];
        for (let at = moves / 2 + hand; at < moves; at += clients) times.push(await move(line, rows[at]));
        return times;
      }),
    )
  ).flat();
  const [one, two, all] = [spread(alone.slice(warm)), spread(trips.slice(warm)), spread(together)];
  report.say(`one hand: p50 ${one.p50.toFixed(2)} ms, p99 ${one.p99.toFixed(2)} ms`);
  report.say(`two statements that do nothing: p50 ${two.p50.toFixed(2)} ms, p99 ${two.p99.toFixed(2)} ms`);
  report.say(`${clients} hands at once: p50 ${all.p50.toFixed(2)} ms, p99 ${all.p99.toFixed(2)} ms`);
  report.figure({ figure: 'balance', value: one.p99, unit: 'ms', limit: 3 });
}
