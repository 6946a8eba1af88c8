import { randomUUID } from 'node:crypto';
import { money } from '@xihuo/kernel';
import { openField, type Field } from '@xihuo/testing';
import type { AccountKey } from '../rules/chart';
import { replayBalance } from '../store/ledger.sql';
import { openAccounts, postAll, postTransfers, type NewTransfer, type RefusedGroup } from './post-transfers';

let field: Field;

beforeAll(async () => {
  field = await openField();
});
afterAll(() => field.close());

const clearing: AccountKey = { code: 'orderClearing', ownerId: null };
const payableOf = (ownerId: string): AccountKey => ({ code: 'supplierPayable', ownerId });

function transfer(given: Partial<NewTransfer> & Pick<NewTransfer, 'debit' | 'credit'>, fen = 100): NewTransfer {
  return {
    id: randomUUID(),
    amountFen: money.fen(fen),
    code: 'test.move',
    groupId: randomUUID(),
    sourceKind: 'test',
    sourceId: randomUUID(),
    ruleVersion: 'test@1',
    businessDate: '2026-11-23',
    ...given,
  };
}

const post = (...transfers: NewTransfer[]): Promise<RefusedGroup[]> =>
  field.does(async (tx) => {
    await openAccounts(
      tx,
      transfers.flatMap((item) => [item.debit, item.credit]),
    );
    return postTransfers(tx, transfers);
  });

/** A supplier's account with so many fen on it. */
async function fundedAccount(fen: number): Promise<AccountKey> {
  const account = payableOf(randomUUID());
  expect(await post(transfer({ debit: clearing, credit: account }, fen))).toEqual([]);
  return account;
}

async function balanceOf({ code, ownerId }: AccountKey): Promise<number> {
  return field.count(
    'select balance_fen from ledger.balance_v join ledger.account on id = account_id where code = $1 and owner_id = $2',
    [code, ownerId],
  );
}

const written = (groupId: string) => field.count('select count(*) from ledger.transfer where group_id = $1', [groupId]);

test('money moves from one account to another, once', async () => {
  const [from, to] = [await fundedAccount(500), payableOf(randomUUID())];
  const move = transfer({ debit: from, credit: to }, 200);
  expect(await post(move)).toEqual([]);
  expect([await balanceOf(from), await balanceOf(to)]).toEqual([300, 200]);
});

test('the same transfer again is the same transfer', async () => {
  const from = await fundedAccount(500);
  const move = transfer({ debit: from, credit: clearing }, 200);
  await post(move);
  expect(await post(move)).toEqual([]);
  expect([await written(move.groupId), await balanceOf(from)]).toEqual([1, 300]);
});

test('the same transfer brought by two at the same moment is the same transfer', async () => {
  const from = await fundedAccount(500);
  const moves = [20, 30].map((fen) => transfer({ debit: from, credit: clearing }, fen));
  const letGo = await field.hold('select from ledger.balance for update');
  const answers = Promise.all([post(...moves), post(...moves)]);
  await field.untilWaiting(2);
  await letGo();
  expect(await answers).toEqual([[], []]);
  expect(await balanceOf(from)).toBe(450);
});

test.each<[string, Partial<NewTransfer>]>([
  ['another amount', { amountFen: money.fen(101) }],
  ['another account', { credit: payableOf(randomUUID()) }],
  ['another code', { code: 'test.other' }],
  ['another group', { groupId: randomUUID() }],
  ['another source', { sourceId: randomUUID() }],
])('the same id with %s is refused', async (_name, changed) => {
  const move = transfer({ debit: await fundedAccount(500), credit: clearing });
  await post(move);
  const other = { ...move, ...changed };
  expect(await post(other)).toEqual([{ groupId: other.groupId, reason: 'existsWithOtherContent' }]);
});

test('a group posts whole or not at all, and a bad neighbour does not hold up a good one', async () => {
  const from = await fundedAccount(100);
  const [half, good] = [randomUUID(), randomUUID()];
  const refused = await post(
    transfer({ debit: from, credit: clearing, groupId: half }, 60),
    transfer({ debit: from, credit: clearing, groupId: good }, 40),
    transfer({ debit: from, credit: payableOf(randomUUID()), groupId: half }, 60),
  );
  expect(refused).toEqual([{ groupId: half, reason: 'exceedsBalance' }]);
  expect([await written(half), await written(good), await balanceOf(from)]).toEqual([0, 1, 60]);
});

test('one fen too much is too much; to the last fen is not', async () => {
  const [one, two] = [await fundedAccount(100), await fundedAccount(100)];
  expect(await post(transfer({ debit: one, credit: clearing }, 101))).toMatchObject([{ reason: 'exceedsBalance' }]);
  expect(await post(transfer({ debit: two, credit: clearing }, 100))).toEqual([]);
  expect([await balanceOf(one), await balanceOf(two)]).toEqual([100, 0]);
});

test('groups are judged in order of arrival: what a refused group would have taken is there for the next', async () => {
  const [first, second] = [await fundedAccount(10), await fundedAccount(100)];
  const [greedy, waiting, tooMuch] = [randomUUID(), randomUUID(), randomUUID()];
  const refused = await post(
    // Takes 90 of the second account as well, but fails on the first.
    transfer({ debit: first, credit: clearing, groupId: greedy }, 11),
    transfer({ debit: second, credit: clearing, groupId: greedy }, 90),
    transfer({ debit: second, credit: clearing, groupId: waiting }, 60),
    transfer({ debit: second, credit: clearing, groupId: tooMuch }, 41),
  );
  expect(refused.map((group) => group.groupId)).toEqual([greedy, tooMuch]);
  expect([await balanceOf(first), await balanceOf(second)]).toEqual([10, 40]);
});

test('a closed period takes nothing; the day after it does', async () => {
  await field.rows(`insert into ledger.closed_period (closed_through, closed_by) values ('2020-06-30', 'test')`);
  const on = (businessDate: string) => transfer({ debit: clearing, credit: payableOf(randomUUID()), businessDate });
  expect(await post(on('2020-06-30'))).toMatchObject([{ reason: 'periodClosed' }]);
  const known = on('2020-07-01');
  expect(await post(known)).toEqual([]);
  await expect(
    field.does((tx) => postAll(tx, [{ ...known, id: randomUUID(), businessDate: '2020-01-01' }])),
  ).rejects.toMatchObject({
    code: 'LEDGER_PERIOD_CLOSED',
  });
});

test.each<[string, Partial<NewTransfer>, string]>([
  ['nothing', { amountFen: money.fen(0) }, 'amountNotPositive'],
  ['less than nothing', { amountFen: money.fen(-1) }, 'amountNotPositive'],
  ['to itself', { credit: clearing }, 'sameAccount'],
  ['more than all money there is', { amountFen: money.fen(9_223_372_036_854_775_807n) }, 'amountTooLarge'],
  ['a fen more than a trillion yuan', { amountFen: money.fen(100_000_000_000_001n) }, 'amountTooLarge'],
])('%s cannot be moved', async (_name, changed, reason) => {
  const move = transfer({ debit: clearing, credit: payableOf(randomUUID()), ...changed });
  expect(await post(move)).toEqual([{ groupId: move.groupId, reason }]);
});

test('nobody moves too much: the others are posted, and the books can still be summed', async () => {
  const [rich, poor] = [payableOf(randomUUID()), await fundedAccount(10)];
  const most = transfer({ debit: clearing, credit: rich, amountFen: money.fen(100_000_000_000_000n) });
  const beyond = transfer({ debit: clearing, credit: rich, amountFen: money.fen(9_223_372_036_854_775_807n) });
  const small = transfer({ debit: poor, credit: clearing }, 10);
  expect(await post(most, beyond, small)).toEqual([{ groupId: beyond.groupId, reason: 'amountTooLarge' }]);
  expect([await balanceOf(rich), await balanceOf(poor)]).toEqual([100_000_000_000_000, 0]);
});

test('a group of 8,192 is posted, one of a transfer more is not, and nothing at all is nothing', async () => {
  const to = await fundedAccount(1);
  const group = (size: number) => {
    const groupId = randomUUID();
    return Array.from({ length: size }, () => transfer({ debit: clearing, credit: to, groupId }, 1));
  };
  const [large, neighbour] = [group(8_193), group(1)];
  expect(await post(...large, ...neighbour)).toEqual([{ groupId: large[0]!.groupId, reason: 'groupTooLarge' }]);
  expect(await balanceOf(to)).toBe(2);
  expect(await post(...group(8_192))).toEqual([]);
  expect(await balanceOf(to)).toBe(8_194);
  expect(await post()).toEqual([]);
});

test.each<[string, string, string]>([
  ['without a side', `clearing, null, 1, 'posted', null, null`, 'unbalanced'],
  ['to an account nobody opened', `clearing, uuidv7(), 1, 'posted', null, null`, 'accountUnknown'],
  ['of no known kind', `clearing, payable, 1, 'gift', null, null`, 'kindUnsound'],
  ['that expires though it is not set aside', `clearing, payable, 1, 'posted', null, '2030-01-01'`, 'kindUnsound'],
  ['of no kind', `clearing, payable, 1, null, null, null`, 'kindUnsound'],
])('what reaches the function itself %s is refused by name', async (_name, given, reason) => {
  await fundedAccount(1);
  const rows = await field.rows<{ reason: string }>(
    `with known as (select (select id from ledger.account where code = 'orderClearing') as clearing,
                           (select id from ledger.account where code = 'supplierPayable' limit 1) as payable),
          item (debit, credit, amount, kind, pending, expiry) as (
            select given.* from known cross join lateral (values (${given})) given)
     select refused.reason from item cross join lateral ledger.post(array[uuidv7()], array[debit], array[credit::uuid],
       array[amount::bigint], array['test'], array[uuidv7()], array[kind::text], array[pending::uuid], array[expiry::date],
       array['test'], array[uuidv7()], array['test@1'], array['2026-11-23'::date]) refused`,
  );
  expect(rows).toEqual([{ reason }]);
});

test('postAll undoes the whole transaction when one group is refused', async () => {
  const from = await fundedAccount(10);
  const [good, bad] = [transfer({ debit: from, credit: clearing }, 5), transfer({ debit: from, credit: clearing }, 6)];
  await expect(field.does((tx) => postAll(tx, [good, bad]))).rejects.toMatchObject({
    code: 'LEDGER_GROUP_REFUSED',
    detail: 'exceedsBalance',
  });
  expect([await written(good.groupId), await balanceOf(from)]).toEqual([0, 10]);
});

test('more than ten thousand transfers a call are refused', async () => {
  const to = await fundedAccount(1);
  const many = (count: number) => Array.from({ length: count }, () => transfer({ debit: clearing, credit: to }, 1));
  await expect(post(...many(10_001))).rejects.toMatchObject({ code: 'LEDGER_CALL_TOO_LARGE' });
  expect(await post(...many(10_000))).toEqual([]);
  expect(await balanceOf(to)).toBe(10_001);
});

test('no table of the ledger lets the application insert, change, delete or empty it: PostgreSQL itself refuses', async () => {
  const tables = await field.rows<{ name: string; column: string }>(
    `select distinct on (table_name) format('ledger.%I', table_name) as name, column_name as column
       from information_schema.columns join pg_tables on (schemaname, tablename) = (table_schema, table_name)
      where table_schema = 'ledger' order by table_name, ordinal_position`,
  );
  expect(tables.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['ledger.account', 'ledger.balance', 'ledger.closed_period', 'ledger.transfer']),
  );
  for (const { name, column } of tables) {
    for (const sql of [
      `insert into ${name} select * from ${name} limit 0`,
      `update ${name} set ${column} = ${column} where false`,
      `delete from ${name} where false`,
      `truncate ${name}`,
    ]) {
      const refusal = await field.database.pool.query(sql).catch((error: { code: string }) => error.code);
      expect([sql, refusal]).toEqual([sql, '42501']);
    }
  }
});

test.each(['alter table ledger.transfer disable trigger all', `select * from ledger.overdrawing('{}')`])(
  'the application may not: %s',
  async (sql) => {
    await expect(field.database.pool.query(sql)).rejects.toMatchObject({ code: '42501' });
  },
);

test('under eight writers at once every balance stays what its transfers say', async () => {
  const accounts = await Promise.all(Array.from({ length: 6 }, () => fundedAccount(1_000)));
  const writer = async (seed: number) => {
    for (let round = 0; round < 12; round += 1) {
      const pick = (step: number) => accounts[(seed * 7 + round * step) % accounts.length]!;
      const moves = [1, 5, 11].map((step, index) => {
        const debit = pick(step);
        const credit = pick(step + 1 + index);
        return transfer(
          { debit, credit: credit === debit ? clearing : credit },
          40 + ((seed * 13 + round * step) % 400),
        );
      });
      await post(...moves);
    }
  };
  await Promise.all(Array.from({ length: 8 }, (_, index) => writer(index)));

  const balances = await field.rows<{ account_id: string; debits_posted_fen: string; credits_posted_fen: string }>(
    'select account_id, debits_posted_fen, credits_posted_fen from ledger.balance',
  );
  for (const { account_id, debits_posted_fen, credits_posted_fen } of balances) {
    const [replayed] = await field.database.read(replayBalance, [account_id]);
    expect(replayed).toEqual({ debits: BigInt(debits_posted_fen), credits: BigInt(credits_posted_fen) });
    expect(replayed!.debits <= replayed!.credits).toBe(true);
  }
  expect(
    await field.count(`select count(*) from ledger.transfer where debit_account = any ($1)`, [
      balances.map((row) => row.account_id),
    ]),
  ).toBeGreaterThan(50);
});
