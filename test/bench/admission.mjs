// Watching, re-assessment and the public register at the size of a country.
import {
  addCertificates,
  addFindings,
  addSignals,
  addSuppliers,
  certificatesEach,
  daysOfSignals,
} from './admission-data.mjs';
import { median } from './rounds.mjs';
import { Stage } from './stage.mjs';

const watched = 10_000;
const registered = 100_000;
const nights = 3;
const nightLimitMs = 20_000;
const doublingLimit = 2.4;
const suppliersPerSecond = 1_200;
const megabytes = 300;
const connections = 16;
const seconds = 10;
const registerLimitMs = 80;

/** @param {import('./report.mjs').Report} report */
export async function admission(report) {
  const stage = new Stage('admission');
  try {
    await stage.emptyDatabase();
    const owner = await stage.owner();
    await work(stage, 'prepare');
    await nightly(report, stage, owner);
    report.say(`${registered} suppliers are being written`);
    await addSuppliers(owner, 2 * watched + 1, registered);
    await addFindings(owner);
    await owner.query('analyze');
    await reassess(report, stage, owner);
    await register(report, stage);
  } finally {
    await stage.down();
  }
}

/** @param {Stage} stage @param {string[]} args @returns {Promise<any>} */
async function work(stage, ...args) {
  return JSON.parse(await stage.tool('test/bench/admission-work.mjs', args));
}

/** @param {import('./report.mjs').Report} report @param {Stage} stage @param {import('pg').Client} owner */
async function nightly(report, stage, owner) {
  let day = 0;
  const night = async () => {
    day += 1;
    await owner.query('select platform.set_clock_offset(make_interval(days => $1))', [day]);
    const done = await work(stage, 'night');
    const found = done.steps.map(
      (/** @type {{ step: string, found: number }} */ { step, found: count }) => `${step} ${count}`,
    );
    report.say(`day ${day}: ${Math.round(done.ms)} ms, ${Math.round(done.megabytes)} MB; ${found.join(', ')}`);
    return /** @type {number} */ (done.ms);
  };
  const grow = async (/** @type {number} */ from, /** @type {number} */ to) => {
    await addSuppliers(owner, from, to);
    await addCertificates(owner, from, to);
    await addSignals(owner, from, to);
    await owner.query('analyze');
    report.say(
      `${to} suppliers, ${to * certificatesEach} certificates, ${to * daysOfSignals} signals; the first round takes them over`,
    );
    await night();
    const times = [];
    for (let count = 0; count < nights; count += 1) times.push(await night());
    return median(times);
  };
  const once = await grow(1, watched);
  const twice = await grow(watched + 1, 2 * watched);
  report.figure({ figure: 'nightly', value: once, unit: 'ms', limit: nightLimitMs });
  report.figure({ figure: 'nightly-doubled', value: twice / once, unit: 'times', limit: doublingLimit });
}

/** @param {import('./report.mjs').Report} report @param {Stage} stage @param {import('pg').Client} owner */
async function reassess(report, stage, owner) {
  await owner.query(
    `insert into admission.standard (version, published_on, effective_from, criteria, source)
     select 'bench', published_on, effective_from, criteria, source from admission.standard order by effective_from limit 1`,
  );
  const rates = [];
  let most = 0;
  for (let round = 0; round < 3; round += 1) {
    const done = await work(stage, 'reassess', 'bench', '2026-11-23');
    rates.push(done.suppliers / (done.ms / 1000));
    most = Math.max(most, done.megabytes);
    report.say(`${done.suppliers} suppliers, ${done.differences} differences in ${Math.round(done.ms)} ms`);
  }
  const floor = { unit: 'suppliers/s', limit: suppliersPerSecond, atLeast: 1, said: 'stated floor' };
  report.figure({ figure: 'reassess', value: median(rates), ...floor });
  report.figure({ figure: 'reassess-memory', value: most, unit: 'MB', limit: megabytes });
}

/** @param {import('./report.mjs').Report} report @param {Stage} stage */
async function register(report, stage) {
  const port = await stage.server('api', 'dist/server/apps/api/main.js', '/health/ready');
  const words = [
    '苹果',
    '红枣',
    '丰田',
    '禾野核桃',
    '绿山',
    '源川小米',
    '牦牛',
    '枸杞',
    '和岭蜂蜜',
    'B77',
    '专业合作社',
    '花椒专业',
  ];
  const paths = words.map((word) => `/api/v1/register/suppliers?q=${encodeURIComponent(word)}`);
  paths.push('/api/v1/register/suppliers?province=620000', '/api/v1/register/suppliers', `${paths[0]}&province=610000`);
  await stage.load({ port, connections, seconds: 2, paths });
  const run = await stage.load({ port, connections, seconds, paths });
  report.say(
    `${registered} suppliers, ${connections} connections: ${Math.round(run.perSecond)} requests/s, p50 ${run.p50.toFixed(1)} ms`,
  );
  report.figure({ figure: 'register', value: run.p99, unit: 'ms p99', limit: registerLimitMs });
}
