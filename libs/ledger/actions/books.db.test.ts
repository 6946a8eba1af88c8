import { randomUUID } from 'node:crypto';
import { money } from '@xihuo/kernel';
import { openField, type Field } from '@xihuo/testing';
import type { AccountKey } from '../rules/chart';
import { foldSql } from '../store/books.sql';
import { closePeriod } from './close-period';
import { openAccounts, postAll, type NewTransfer } from './post-transfers';
import { listAccounts, listEntries, readAccount, readGroup, readTrialBalance } from './read-books';

let field: Field;
const clearing: AccountKey = { code: 'orderClearing', ownerId: null };
const payable: AccountKey = { code: 'supplierPayable', ownerId: randomUUID() };

const move = (fen: number, businessDate: string, back = false): NewTransfer => ({
  ...{ id: randomUUID(), groupId: randomUUID(), code: 'test.move', sourceKind: 'test', sourceId: randomUUID() },
  ...{ ruleVersion: 'test@1', businessDate, amountFen: money.fen(fen) },
  ...(back ? { debit: payable, credit: clearing } : { debit: clearing, credit: payable }),
});

beforeAll(async () => {
  field = await openField();
  await field.does(async (tx) => openAccounts(tx, [clearing, payable]));
});
afterAll(() => field.close());

const post = (...moves: NewTransfer[]) => field.does((tx) => postAll(tx, moves));
const fold = () => field.rows('select ledger.fold(1)');
const idOf = async ({ code }: AccountKey) => (await listAccounts(field.database, true, { code, limit: 1 })).data[0]!.id;
const amount = (fen: number) => ({ amount: String(fen), currency: 'CNY' });

async function pages(id: string, limit: number) {
  const all: Awaited<ReturnType<typeof listEntries>>['data'] = [];
  for (let cursor: string | undefined; ;) {
    const { data, nextCursor } = await listEntries(field.database, true, id, { limit, cursor });
    all.push(...data);
    if (nextCursor === null) return all;
    cursor = nextCursor;
  }
}

test('a statement shows every transfer once with the balance after it, folded or not, in pages of any size', async () => {
  const fens = [500, 120, 30, 7, 200, 1, 2];
  for (const [at, fen] of fens.entries()) {
    await post(move(fen, '2026-11-20', at % 3 === 1));
    if (at % 2 === 0) await fold();
  }
  // Several in one transaction as well.
  await post(move(11, '2026-11-20'), move(12, '2026-11-20', true), move(13, '2026-11-20'));
  for (const account of [payable, clearing]) {
    const id = await idOf(account);
    const whole = await pages(id, 100);
    expect(whole).toHaveLength(10);
    expect(await pages(id, 3)).toEqual(whole);
    let balance = 0n;
    for (const { amount: moved, side, balance: after } of [...whole].reverse()) {
      balance += side === 'credit' ? BigInt(moved.amount) : -BigInt(moved.amount);
      expect(after.amount).toBe(balance.toString());
    }
    expect((await readAccount(field.database, true, id, undefined)).balance.amount).toBe(balance.toString());
  }
});

test('a balance of any moment is what was posted until then, and a moment somebody may still post before is refused', async () => {
  const id = await idOf(clearing);
  const moments: { at: string; balance: string }[] = [];
  for (const fen of [10, 20, 30, 40]) {
    await post(move(fen, '2026-11-20'));
    const [row] = await field.rows<{ at: Date }>('select clock_timestamp() as at');
    const { balance } = await readAccount(field.database, true, id, undefined);
    moments.push({
      at: row!.at
        .toISOString()
        .replace('Z', '999Z')
        .replace(/(\.\d{3})999Z$/, '$1Z'),
      balance: balance.amount,
    });
    if (fen !== 20) await fold();
    // The clock of a moment has milliseconds: the next posting is in a later one.
    await field.rows('select pg_sleep(0.002)');
  }
  const client = await field.hold('select 1');
  for (const { at, balance } of moments) {
    const later = new Date(Date.parse(at) + 1).toISOString();
    expect((await readAccount(field.database, true, id, later)).balance.amount).toBe(balance);
  }
  await client();
  const open = await field.hold(
    `select * from ledger.post(array[uuidv7()], array[(select id from ledger.account where code = 'orderClearing')],
       array[(select id from ledger.account where code = 'supplierPayable')], array[1::bigint], array['test.slow'], array[uuidv7()],
       array['posted'], array[null::uuid], array[null::date], array['test'], array[uuidv7()], array['test@1'], array['2026-11-20'::date])`,
  );
  const future = new Date(Date.now() + 1_000).toISOString();
  await expect(readAccount(field.database, true, id, future)).rejects.toMatchObject({ code: 'LEDGER_MOMENT_OPEN' });
  await open();
});

test('the trial balance is even on every day, also across a closing, and a closed day takes nothing', async () => {
  await post(move(100, '2026-01-10'), move(50, '2026-01-11'), move(20, '2026-01-12', true));
  const before = await Promise.all(
    ['2026-01-09', '2026-01-10', '2026-01-11', '2026-01-12'].map((day) => readTrialBalance(field.database, day)),
  );
  for (const { debits, credits } of before) expect(debits).toEqual(credits);
  expect(before.map(({ debits }) => debits.amount)).toEqual(['0', '100', '150', '170']);

  expect(await field.does((tx) => closePeriod(tx, '2026-01-11'))).toMatchObject({
    closedThrough: '2026-01-11',
    accounts: 2,
  });
  expect((await readTrialBalance(field.database, '2026-01-12')).rows).toEqual(before[3]!.rows);
  expect((await readTrialBalance(field.database, '2026-01-11')).rows).toEqual(before[2]!.rows);
  await expect(post(move(1, '2026-01-11'))).rejects.toMatchObject({ code: 'LEDGER_PERIOD_CLOSED' });
  await post(move(1, '2026-01-12'));
  await expect(field.does((tx) => closePeriod(tx, '2026-01-11'))).rejects.toMatchObject({
    code: 'LEDGER_PERIOD_CLOSED',
  });
  await expect(field.does((tx) => closePeriod(tx, '2999-01-01'))).rejects.toMatchObject({ code: 'PERIOD_NOT_OVER' });
});

test('a closing waits for whoever is posting', async () => {
  const posting = await field.hold('select pg_advisory_xact_lock_shared(7302, 0)');
  const closing = field.does((tx) => closePeriod(tx, '2026-02-01'));
  await field.untilWaiting(1);
  await posting();
  expect((await closing).closedThrough).toBe('2026-02-01');
});

test('of two who close the same day at once, one is told that it is closed', async () => {
  const posting = await field.hold('select pg_advisory_xact_lock_shared(7302, 0)');
  const both = Promise.allSettled([1, 2].map(() => field.does((tx) => closePeriod(tx, '2026-02-02'))));
  await field.untilWaiting(2);
  await posting();
  const ends = await both;
  expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(ends.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'LEDGER_PERIOD_CLOSED' } });
});

test('a posting that waited for the closing of its day is refused', async () => {
  const closing = await field.hold(`select ledger.close_period('2026-02-03', '2026-11-23', 'test')`);
  const posting = post(move(1, '2026-02-03'));
  const caught = posting.catch((error: unknown) => error);
  await field.untilWaiting(1);
  await closing();
  expect(await caught).toMatchObject({ code: 'LEDGER_PERIOD_CLOSED' });
});

/** Transfers that a checkpoint leaves out although it speaks of their time. */
const outside = `select count(*) from ledger.checkpoint join ledger.transfer on written_by >= below and posted_at < watermark_at
                  where account_id in (debit_account, credit_account)`;

test('what is posted while it is folded stands in the checkpoint, or was posted after its watermark', async () => {
  const [{ plain }] = (await field.rows<{ plain: string }>(
    `select pg_get_functiondef('ledger.watermark()'::regprocedure) as plain`,
  )) as [{ plain: string }];
  // Nobody posts any more once it answers: the watermark is then the clock.
  await field.rows(`create or replace function ledger.watermark() returns timestamptz language plpgsql as
    'begin perform pg_advisory_xact_lock_shared(4711, 0); return clock_timestamp(); end'`);
  await post(move(1, '2026-11-20'));
  const posting = await field.hold(`
    select * from ledger.post(array[uuidv7()], array[(select id from ledger.account where code = 'orderClearing')],
      array[(select id from ledger.account where code = 'supplierPayable')], array[1::bigint], array['test.slow'], array[uuidv7()],
      array['posted'], array[null::uuid], array[null::date], array['test'], array[uuidv7()], array['test@1'], array['2026-11-20'::date])`);
  const reading = await field.hold('select pg_advisory_xact_lock(4711, 0)');
  const folding = fold();
  await field.untilWaiting(1);
  await posting();
  await reading();
  await folding;
  await field.rows(plain);
  expect(await field.count(outside)).toBe(0);
});

test('one who has written elsewhere and is not done keeps postings out of a checkpoint, not out of a past balance', async () => {
  const slow = await field.hold('select pg_current_xact_id()');
  await post(move(5, '2026-11-21'));
  const [at] = await field.rows<{ moment: string }>('select clock_timestamp() as moment');
  const balance = () =>
    field.rows(`select balance.* from ledger.account, ledger.balance_at(id, $1) balance where code = 'orderClearing'`, [
      at!.moment,
    ]);
  const before = await balance();
  await fold();
  await slow();
  await post(move(7, '2026-11-21'));
  await fold();
  expect(await balance()).toEqual(before);
  expect(await field.count(outside)).toBe(0);
});

test('a group is shown whole; owned accounts only to those who may read them', async () => {
  const groupId = randomUUID();
  await post({ ...move(5, '2026-11-20'), groupId }, { ...move(6, '2026-11-20'), groupId });
  const { transfers } = await readGroup(field.database, true, groupId);
  expect(transfers.map(({ amount: moved, debitCode, creditCode }) => [moved, debitCode, creditCode])).toEqual([
    [amount(5), 'orderClearing', 'supplierPayable'],
    [amount(6), 'orderClearing', 'supplierPayable'],
  ]);
  await expect(readGroup(field.database, false, groupId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const id = await idOf(payable);
  await expect(readAccount(field.database, false, id, undefined)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(listEntries(field.database, false, id, { limit: 1 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  // What is not for a reader is not named either: it would lead them nowhere.
  const own = await idOf(clearing);
  const entryOf = (sees: boolean) => listEntries(field.database, sees, own, { limit: 1 });
  expect((await entryOf(true)).data[0]).toMatchObject({ counterAccountId: id, groupId });
  expect((await entryOf(false)).data[0]).toMatchObject({ counterAccountId: null, groupId: null });
  expect((await listAccounts(field.database, false, { limit: 10 })).data.map(({ code }) => code)).toEqual([
    'orderClearing',
  ]);
});

test('folding twice folds once', async () => {
  await field.does((tx) => tx.sql(foldSql));
  expect(await field.rows('select ledger.fold(1) as folded')).toEqual([{ folded: 0 }]);
});
