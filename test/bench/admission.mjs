// Watching, re-assessment and the public register at the size of a country.
import { availableParallelism, loadavg } from 'node:os';
import {
  addCertificates,
  addFindings,
  addSignals,
  addStricterStandard,
  addSuppliers,
  certificatesEach,
  daysOfSignals,
} from './admission-data.mjs';
import { interleave, median } from './rounds.mjs';
import { Stage } from './stage.mjs';

const watched = 10_000;
const registered = 100_000;
const nights = 5;
const nightLimitMs = 20_000;
const doublingLimit = 2.4;
const suppliersPerSecond = 1_200;
const megabytes = 300;
const connections = 16;
const seconds = 8;
const registerRounds = 3;
const registerLimitMs = 80;

/** @param {import('./report.mjs').Report} report */
export async function admission(report) {
  sayLoad(report);
  const stage = new Stage('admission');
  try {
    await stage.emptyDatabase();
    await work(stage, 'prepare');
    const owner = await nightly(report, stage);
    report.say(`${registered} suppliers are being written`);
    await addSuppliers(owner, 2 * watched + 1, registered);
    await addFindings(owner);
    await owner.query('analyze');
    await reassess(report, stage, owner);
    await register(report, stage, owner);
    sayLoad(report);
  } finally {
    await stage.down();
  }
}

/**
 * What is written here fits by the way it is made: asking so for ten million rows, one by one, takes longer than the measuring.
 * @param {Stage} stage
 */
async function writer(stage) {
  const owner = await stage.owner();
  await owner.query('set session_replication_role = replica');
  return owner;
}

/** How busy the machine is beside: absolute limits mean little on one that others use. @param {import('./report.mjs').Report} report */
function sayLoad(report) {
  report.say(
    `load average ${loadavg()
      .map((load) => load.toFixed(1))
      .join(' ')} on ${availableParallelism()} cores`,
  );
}

/** @param {Stage} stage @param {string[]} args @returns {Promise<any>} */
async function work(stage, ...args) {
  return JSON.parse(await stage.tool('test/bench/admission-work.mjs', args));
}

/** @param {import('./report.mjs').Report} report @param {{ statements: [string, number][] }} done */
function sayStatements(report, { statements }) {
  report.say(`  of it ${statements.map(([name, ms]) => `${name} ${Math.round(ms)} ms`).join(', ')}`);
}

/** @typedef {{ url: string, owner: import('pg').Client, suppliers: number, day: number }} Side */

/**
 * Nights of a database and of one twice as large, in turn, so that a busy minute of the machine falls on both.
 * @param {import('./report.mjs').Report} report @param {Stage} stage
 * @returns {Promise<import('pg').Client>} a connection to the larger, which the stage stays with
 */
async function nightly(report, stage) {
  const first = await writer(stage);
  await grow(report, first, 1, watched);
  await first.end();
  const doubled = await stage.copyDatabase('doubled');
  /** @type {Side} */
  const small = { url: stage.databaseUrl, owner: await writer(stage), suppliers: watched, day: 0 };
  stage.databaseUrl = doubled;
  /** @type {Side} */
  const large = { url: doubled, owner: await writer(stage), suppliers: 2 * watched, day: 0 };
  await grow(report, large.owner, watched + 1, 2 * watched);

  const night = (/** @type {Side} */ side) => async () => {
    side.day += 1;
    await side.owner.query('select platform.set_clock_offset(make_interval(days => $1))', [side.day]);
    stage.databaseUrl = side.url;
    const done = await work(stage, 'night');
    sayNight(report, side, done);
    return /** @type {number} */ (done.ms);
  };
  report.say('the first round of each takes everybody over and does not count');
  const sides = { small: night(small), large: night(large) };
  await interleave(1, sides);
  const { small: once = [], large: twice = [] } = await interleave(nights, sides);
  report.figure({ figure: 'nightly', value: median(once), unit: 'ms', limit: nightLimitMs });
  report.figure({
    figure: 'nightly-doubled',
    value: median(twice) / median(once),
    unit: 'times',
    limit: doublingLimit,
  });
  stage.databaseUrl = large.url;
  return large.owner;
}

/** @param {import('./report.mjs').Report} report @param {import('pg').Client} owner @param {number} from @param {number} to */
async function grow(report, owner, from, to) {
  await addSuppliers(owner, from, to);
  await addCertificates(owner, from, to);
  await addSignals(owner, from, to);
  await owner.query('vacuum (analyze)');
  report.say(`${to} suppliers, ${to * certificatesEach} certificates, ${to * daysOfSignals} signals`);
}

/**
 * @param {import('./report.mjs').Report} report @param {Side} side
 * @param {{ steps: { step: string, found: number }[], ms: number, megabytes: number, statements: [string, number][] }} done
 */
function sayNight(report, { suppliers, day }, done) {
  const found = done.steps.filter((one) => one.found > 0).map((one) => `${one.step} ${one.found}`);
  report.say(
    `${suppliers}, day ${day}: ${Math.round(done.ms)} ms, ${Math.round(done.megabytes)} MB; ${found.join(', ')}`,
  );
  sayStatements(report, done);
}

/** @param {import('./report.mjs').Report} report @param {Stage} stage @param {import('pg').Client} owner */
async function reassess(report, stage, owner) {
  await addStricterStandard(owner, 'stricter');
  const rates = [];
  let most = 0;
  for (let round = 0; round < 3; round += 1) {
    const done = await work(stage, 'reassess', 'stricter', '2026-11-23');
    rates.push(done.suppliers / (done.ms / 1000));
    most = Math.max(most, done.megabytes);
    report.say(`${done.suppliers} suppliers, ${done.differences} differences in ${Math.round(done.ms)} ms`);
    sayStatements(report, done);
  }
  const floor = { unit: 'suppliers/s', limit: suppliersPerSecond, atLeast: 1, said: 'stated floor' };
  report.figure({ figure: 'reassess', value: median(rates), ...floor });
  report.figure({ figure: 'reassess-memory', value: most, unit: 'MB', limit: megabytes });
}

/**
 * What people type: common names and rare ones, parts of names, a code, a place; pages without words and by standing beside.
 * @param {import('./report.mjs').Report} report @param {Stage} stage @param {import('pg').Client} owner
 */
async function register(report, stage, owner) {
  // A production process refuses to start where the business clock was moved.
  await owner.query(`select platform.set_clock_offset('0')`);
  const port = await stage.server('api', 'dist/server/apps/api/main.js', '/health/ready');
  const { rows } = await owner.query(`select uscc from registry.organisation where reference = 'B77777'`);
  const searches = [
    ...['苹果', '红枣', '丰田', '禾野核桃', '绿山', '源川小米', '牦牛', '枸杞', '和岭蜂蜜'].map((q) => ({ q })),
    ...['77', '专业合作社', '花椒专业', 'cooperative 4711', '没有这样的名字', rows[0].uscc].map((q) => ({ q })),
    { q: '苹果', province: '610000' },
    { q: '合作社', standing: 'suspended' },
    { province: '620000' },
    { standing: 'warned' },
    {},
  ];
  const paths = searches.map((search) => `/api/v1/register/suppliers?${new URLSearchParams(search)}`);
  await describeEach(report, stage, { port, searches, paths });
  const runs = [];
  for (let round = 0; round < registerRounds; round += 1) {
    runs.push(await stage.load({ port, connections, seconds, paths }));
  }
  report.say(
    `${registered} suppliers, ${connections} connections; server, database and load generator share the cores`,
  );
  for (const { perSecond, p50, p99 } of runs) {
    report.say(`${Math.round(perSecond)} requests/s, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`);
  }
  report.figure({
    figure: 'register',
    value: median(runs.map(({ p99 }) => p99)),
    unit: 'ms p99',
    limit: registerLimitMs,
  });
}

/**
 * Each search alone on one connection: where one of them is slow, it is named.
 * @param {import('./report.mjs').Report} report @param {Stage} stage
 * @param {{ port: number, searches: object[], paths: string[] }} asked
 */
async function describeEach(report, stage, { port, searches, paths }) {
  const times = [];
  for (const [place, path] of paths.entries()) {
    const { p50 } = await stage.load({ port, connections: 1, seconds: 0.5, paths: [path] });
    times.push({ search: Object.values(searches[place] ?? {}).join(' ') || 'all', p50 });
  }
  times.sort((one, other) => other.p50 - one.p50);
  report.say(`alone, p50 in ms: ${times.map(({ search, p50 }) => `${search} ${p50.toFixed(1)}`).join(', ')}`);
}
