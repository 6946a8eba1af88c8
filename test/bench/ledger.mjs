// The ledger: large groups against a bare insert, one clearing account against a thousand, and a page of a long account.
import { arraysOf, BARE, fillAccount, openAccounts, openClearing, POST } from './ledger-data.mjs';
import { interleave, median } from './rounds.mjs';
import { Stage } from './stage.mjs';

const groupSize = 8_000;
const rounds = 9;
const clients = 16;
const clientSeconds = 3;
const clientRounds = 5;
const longAccount = 10_000_000;
const pageReads = 2_000;

/** @param {import('./report.mjs').Report} report */
export async function ledger(report) {
  const stage = new Stage('ledger');
  try {
    await stage.emptyDatabase();
    const owner = await stage.owner();
    const clearing = await openClearing(owner);
    await batch(report, owner, clearing);
    await manyClients(report, stage, owner, clearing);
    await statement(report, owner);
  } finally {
    await stage.down();
  }
}

/** @param {import('pg').Client} owner @param {number} count @returns {Promise<string[]>} */
async function newIds(owner, count) {
  const { rows } = await owner.query('select uuidv7() as id from generate_series(1, $1)', [count]);
  return rows.map(({ id }) => id);
}

/**
 * Groups of 8,000 from the clearing account to a thousand households, whose balances are limited.
 * @param {import('./report.mjs').Report} report @param {import('pg').Client} owner @param {string} clearing
 */
async function batch(report, owner, clearing) {
  const households = await openAccounts(owner, 'householdPayable', 'credit', true, 1_000);
  await owner.query('create table bench_transfer (like ledger.transfer including all)');
  const once = (/** @type {{ name: string, text: string }} */ query) => async () => {
    const ids = await newIds(owner, groupSize);
    const values = arraysOf({
      ids,
      groups: ids.map(() => ids[0] ?? ''),
      debits: ids.map(() => clearing),
      credits: ids.map((_, at) => households[at % households.length] ?? ''),
    });
    const began = performance.now();
    const { rows } = await owner.query({ ...query, values });
    if (rows.length > 0) throw new Error(`refused: ${JSON.stringify(rows)}`);
    return groupSize / ((performance.now() - began) / 1000);
  };
  await interleave(2, { post: once(POST), bare: once(BARE) });
  const { post = [], bare = [] } = await interleave(rounds, { post: once(POST), bare: once(BARE) });
  await assertWritten(owner);
  report.say(`post: ${post.map(Math.round).join(' ')} transfers/s; bare insert: ${bare.map(Math.round).join(' ')}`);
  const value = median(post);
  report.figure({ figure: 'batch8000', value, unit: 'transfers/s', limit: 12_000, atLeast: 1, said: 'stated floor' });
  const said = 'bare insert of the same rows with the same indexes';
  report.figure({ figure: 'batch8000-bare', value, unit: 'transfers/s', limit: median(bare), atLeast: 0.25, said });
}

/** Both sides wrote the same number of rows. @param {import('pg').Client} owner */
async function assertWritten(owner) {
  const { rows } = await owner.query(
    'select (select count(*) from ledger.transfer) = (select count(*) from bench_transfer) as same',
  );
  if (!rows[0].same) throw new Error('the two sides did not write the same number of transfers');
}

/**
 * Sixteen clients, each posting single transfers: all through one clearing account, spread over a thousand, and against one
 * account with a limit.
 * @param {import('./report.mjs').Report} report @param {Stage} stage @param {import('pg').Client} owner @param {string} clearing
 */
async function manyClients(report, stage, owner, clearing) {
  const payables = await openAccounts(owner, 'supplierPayable', 'credit', false, clients * 8);
  const thousand = await openAccounts(owner, 'supplierDebt', 'debit', false, 1_000);
  const [limited = ''] = await openAccounts(owner, 'householdPayable', 'credit', true, 1);
  const lines = await Promise.all(Array.from({ length: clients }, () => stage.owner()));
  const pick = (/** @type {string[]} */ from) => from[Math.floor(Math.random() * from.length)] ?? '';
  const run = (/** @type {() => string} */ debit, /** @type {() => string} */ credit) => async () => {
    const until = performance.now() + clientSeconds * 1000;
    let done = 0;
    await Promise.all(lines.map((line) => postUntil(line, until, debit, credit, () => (done += 1))));
    return done / clientSeconds;
  };
  const loads = {
    one: run(
      () => clearing,
      () => pick(payables),
    ),
    spread: run(
      () => pick(thousand),
      () => pick(payables),
    ),
    hot: run(
      () => clearing,
      () => limited,
    ),
  };
  await interleave(1, loads);
  const { one = [], spread = [], hot = [] } = await interleave(clientRounds, loads);
  const name = (/** @type {number[]} */ rates) => rates.map(Math.round).join(' ');
  report.say(
    `one clearing account: ${name(one)}; over a thousand: ${name(spread)}; one with a limit: ${name(hot)} transfers/s`,
  );
  const limit = median(spread);
  const said = 'the same load over 1,000 accounts';
  report.figure({ figure: 'clearing', value: median(one), unit: 'transfers/s', limit, atLeast: 0.8, said });
  report.figure({ figure: 'constrainedHot', value: median(hot), unit: 'transfers/s', limit, atLeast: 0, said });
}

/** @param {import('pg').Client} line @param {number} until @param {() => string} debit @param {() => string} credit @param {() => void} count */
async function postUntil(line, until, debit, credit, count) {
  const ids = await newIds(line, 4_000);
  for (const id of ids) {
    if (performance.now() >= until) return;
    const values = arraysOf({ ids: [id], groups: [id], debits: [debit()], credits: [credit()] });
    const { rows } = await line.query({ ...POST, values });
    if (rows.length > 0) throw new Error(`refused: ${JSON.stringify(rows)}`);
    count();
  }
  throw new Error('too few ids for the time: the figure would be too small');
}

/** @param {import('./report.mjs').Report} report @param {import('pg').Client} owner */
async function statement(report, owner) {
  const counter = await openClearing(owner, 'institution', 'debit');
  report.say(`${longAccount} transfers are being written to one account`);
  const account = await openClearing(owner, 'platformFee', 'credit');
  // The triggers that keep the ledger are no matter of speed; the writer is left out, since it was measured above.
  await fillAccount(owner, account, counter, longAccount, 5_000);
  await owner.query('vacuum (analyze) ledger.transfer');
  const places = await owner.query(
    `select written_by::text, id from ledger.transfer tablesample bernoulli (0.05) where credit_account = $1 limit ${pageReads}`,
    [account],
  );
  const read = {
    name: 'statement',
    text: 'select * from ledger.statement($1::uuid, $2::xid8, $3::uuid, 50)',
  };
  const times = [];
  for (const { written_by, id } of places.rows) {
    const began = performance.now();
    const { rows } = await owner.query({ ...read, values: [account, written_by, id] });
    times.push(performance.now() - began);
    if (rows.length === 0 && times.length > 5) report.say('a page was empty');
  }
  times.sort((a, b) => a - b);
  const p99 = times[Math.floor(times.length * 0.99)] ?? 0;
  report.say(
    `${times.length} pages anywhere in it: p50 ${times[times.length >> 1]?.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms`,
  );
  report.figure({ figure: 'statement', value: p99, unit: 'ms', limit: 20 });
}
