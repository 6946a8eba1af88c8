import { randomUUID } from 'node:crypto';
import { money, time } from '@xihuo/kernel';
import { openField, type Field } from '@xihuo/testing';
import type { AccountKey } from '../rules/chart';
import { expireDueSql } from '../store/books.sql';
import { openAccounts, postTransfers, type NewTransfer, type RefusedGroup, type Resolution } from './post-transfers';

let field: Field;
const clearing: AccountKey = { code: 'orderClearing', ownerId: null };
const TODAY = '2026-11-23';

beforeAll(async () => {
  field = await openField();
});
afterAll(() => field.close());

const booked = () => ({
  ...{ id: randomUUID(), groupId: randomUUID(), code: 'test.aside', sourceKind: 'test', sourceId: randomUUID() },
  ...{ ruleVersion: 'test@1', businessDate: TODAY },
});
const move = (debit: AccountKey, credit: AccountKey, fen: number): NewTransfer => ({
  ...booked(),
  ...{ debit, credit, amountFen: money.fen(fen) },
});
const setAside = (from: AccountKey, fen: number, expiresOn: string | null = null): NewTransfer => ({
  ...move(from, clearing, fen),
  aside: { expiresOn },
});
const resolve = (pendingId: string, how: 'post' | 'void', fen?: number): Resolution => ({
  ...booked(),
  ...{ pendingId, how },
  ...(fen === undefined ? {} : { amountFen: money.fen(fen) }),
});

const post = (...transfers: (NewTransfer | Resolution)[]): Promise<RefusedGroup[]> =>
  field.does(async (tx) => {
    await openAccounts(
      tx,
      transfers.flatMap((item) => ('debit' in item ? [item.debit, item.credit] : [])),
    );
    return postTransfers(tx, transfers);
  });
const refusal = async (...transfers: (NewTransfer | Resolution)[]) =>
  (await post(...transfers)).map(({ reason }) => reason);

async function funded(fen: number): Promise<AccountKey> {
  const account: AccountKey = { code: 'supplierPayable', ownerId: randomUUID() };
  expect(await post(move(clearing, account, fen))).toEqual([]);
  return account;
}

/** What it holds and what of it is set aside. */
async function standing({ code, ownerId }: AccountKey): Promise<{ balance: number; aside: number }> {
  const [row] = await field.rows<{ balance: string; aside: string }>(
    `select balance_fen as balance, pending_fen as aside
       from ledger.balance_v join ledger.account on id = account_id where code = $1 and owner_id = $2`,
    [code, ownerId],
  );
  return { balance: Number(row!.balance), aside: Number(row!.aside) };
}

test('what is set aside is there, and may not be spent otherwise', async () => {
  const from = await funded(100);
  expect(await post(setAside(from, 60))).toEqual([]);
  expect(await standing(from)).toEqual({ balance: 100, aside: 60 });
  expect(await refusal(move(from, clearing, 41))).toEqual(['exceedsBalance']);
  expect(await refusal(setAside(from, 41))).toEqual(['exceedsBalance']);
  expect(await post(move(from, clearing, 40))).toEqual([]);
});

test.each([
  ['posted whole', 'post', undefined, { balance: 40, aside: 0 }],
  ['posted in part, the rest given back', 'post', 25, { balance: 75, aside: 0 }],
  ['given back', 'void', undefined, { balance: 100, aside: 0 }],
] as const)('%s', async (_name, how, fen, after) => {
  const from = await funded(100);
  const aside = setAside(from, 60);
  await post(aside);
  const resolution = resolve(aside.id, how, fen);
  expect(await post(resolution)).toEqual([]);
  // The same once more is the same.
  expect(await post(resolution)).toEqual([]);
  expect(await standing(from)).toEqual(after);
  expect(await refusal(resolve(aside.id, 'post'))).toEqual(['pendingResolved']);
  expect(await refusal(resolve(aside.id, 'void'))).toEqual(['pendingResolved']);
  expect(await standing(from)).toEqual(after);
});

test('nothing is posted beyond what was set aside, from nowhere, or twice in one call', async () => {
  const from = await funded(100);
  const aside = setAside(from, 60);
  await post(aside);
  expect(await refusal(resolve(aside.id, 'post', 61))).toEqual(['pendingExceeded']);
  expect(await refusal(resolve(aside.id, 'void', 59))).toEqual(['pendingExceeded']);
  expect(await refusal(resolve(randomUUID(), 'post'))).toEqual(['pendingUnknown']);
  const plain = move(from, clearing, 1);
  await post(plain);
  expect(await refusal(resolve(plain.id, 'post'))).toEqual(['pendingUnknown']);
  expect(await refusal(resolve(aside.id, 'post'), resolve(aside.id, 'void'))).toEqual(['pendingResolved']);
  expect(await standing(from)).toEqual({ balance: 39, aside: 0 });
});

test('what two resolve at the same moment is resolved once', async () => {
  const from = await funded(100);
  const aside = setAside(from, 60);
  await post(aside);
  const letGo = await field.hold('select from ledger.balance for update');
  const answers = Promise.all([post(resolve(aside.id, 'post')), post(resolve(aside.id, 'post'))]);
  await field.untilWaiting(2);
  await letGo();
  expect((await answers).flat().map(({ reason }) => reason)).toEqual(['pendingResolved']);
  expect(await standing(from)).toEqual({ balance: 40, aside: 0 });
});

test('what expires goes back by itself, once, and may not be posted any more', async () => {
  const from = await funded(100);
  const [past, today] = [setAside(from, 60, time.addDays(TODAY, -1)), setAside(from, 10, TODAY)];
  await post(past, today);
  expect(await refusal(resolve(past.id, 'post'))).toEqual(['pendingExpired']);
  const expire = () => field.does((tx) => tx.sql(expireDueSql, [TODAY, 100]));
  expect(await expire()).toEqual([{ expired: 1 }]);
  expect(await expire()).toEqual([{ expired: 0 }]);
  expect(await standing(from)).toEqual({ balance: 100, aside: 10 });
  expect(await refusal(resolve(past.id, 'void'))).toEqual(['pendingResolved']);
});

test('what was set aside is posted between the same accounts, and expires after its last day, not on it', async () => {
  const [from, other] = [await funded(100), await funded(100)];
  const aside = setAside(from, 60, TODAY);
  await post(aside);
  const by = (kind: string, account: AccountKey, day: string) =>
    field.rows<{ reason: string }>(
      `select refused.reason from (select id from ledger.account where code = $1 and owner_id = $2) debit
        cross join (select id from ledger.account where code = 'orderClearing') credit
        cross join lateral ledger.post(array[uuidv7()], array[debit.id], array[credit.id], array[60::bigint], array['test'], array[uuidv7()],
          array[$3], array[$4::uuid], array[null::date], array['test'], array[uuidv7()], array['test@1'], array[$5::date]) refused`,
      [account.code, account.ownerId, kind, aside.id, day],
    );
  expect(await by('postPending', other, TODAY)).toEqual([{ reason: 'pendingElsewhere' }]);
  expect(await by('expirePending', from, TODAY)).toEqual([{ reason: 'notExpired' }]);
  expect(await by('postPending', from, time.addDays(TODAY, 1))).toEqual([{ reason: 'pendingExpired' }]);
  expect(await standing(from)).toEqual({ balance: 100, aside: 60 });
  expect(await by('postPending', from, TODAY)).toEqual([]);
  expect(await standing(from)).toEqual({ balance: 40, aside: 0 });
});

test('money that a pending transfer would bring is not there yet', async () => {
  const [from, to] = [await funded(100), await funded(1)];
  const aside: NewTransfer = { ...move(from, to, 60), aside: { expiresOn: null } };
  await post(aside);
  expect(await refusal(move(to, clearing, 2))).toEqual(['exceedsBalance']);
  await post(resolve(aside.id, 'post'));
  expect(await post(move(to, clearing, 61))).toEqual([]);
});

describe('groups', () => {
  test('one that was posted takes nothing more', async () => {
    const from = await funded(100);
    const first = move(from, clearing, 10);
    await post(first);
    expect(await refusal({ ...move(from, clearing, 10), groupId: first.groupId })).toEqual(['groupPosted']);
    // Not even together with what it holds.
    expect(await refusal(first, { ...move(from, clearing, 10), groupId: first.groupId })).toEqual(['groupPosted']);
    expect(await standing(from)).toEqual({ balance: 90, aside: 0 });
  });

  test('two that bring the same group at the same moment with other transfers: one of them has it', async () => {
    const from = await funded(100);
    const groupId = randomUUID();
    const letGo = await field.hold('select from ledger.balance for update');
    const answers = Promise.all([10, 20].map((fen) => post({ ...move(from, clearing, fen), groupId })));
    await field.untilWaiting(2);
    await letGo();
    expect((await answers).flat()).toEqual([{ groupId, reason: 'groupPosted' }]);
    expect(await field.count('select count(*) from ledger.transfer where group_id = $1', [groupId])).toBe(1);
  });

  test('an id that is named twice in one call is one transfer, or a contradiction', async () => {
    const from = await funded(100);
    const one = move(from, clearing, 10);
    expect(await post(one, one)).toEqual([]);
    const two = move(from, clearing, 10);
    const contradictions: Partial<NewTransfer>[] = [
      { amountFen: money.fen(11) },
      ...[{ code: 'test.other' }, { businessDate: time.addDays(TODAY, -1) }, { ruleVersion: 'test@2' }],
      ...[{ sourceKind: 'other' }, { sourceId: randomUUID() }, { credit: await funded(1) }],
    ];
    for (const other of contradictions)
      expect(await refusal(two, { ...two, ...other })).toEqual(['existsWithOtherContent']);
    // In a group of its own, the group that names it second is the one that is wrong.
    const elsewhere = { ...two, groupId: randomUUID() };
    expect(await post(two, elsewhere)).toEqual([{ groupId: elsewhere.groupId, reason: 'existsWithOtherContent' }]);
    expect(await standing(from)).toEqual({ balance: 80, aside: 0 });
  });

  test('of many that overdraw, each that fits what is left is posted, in order of arrival', async () => {
    const from = await funded(100);
    const wanted = Array.from({ length: 400 }, (_, at) => move(from, clearing, at % 2 === 0 ? 60 : 1));
    const refused = await post(...wanted);
    // The first sixty, then forty times one; nothing of what comes after.
    expect(refused).toHaveLength(400 - 41);
    expect(await standing(from)).toEqual({ balance: 0, aside: 0 });
  });
});
