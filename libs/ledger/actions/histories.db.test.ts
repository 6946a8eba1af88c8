import { randomUUID } from 'node:crypto';
import { money } from '@xihuo/kernel';
import { openField, type Field } from '@xihuo/testing';
import fc from 'fast-check';
import { ACCOUNTS, history } from '../fixtures/histories';
import { Model, type Move } from '../fixtures/model';
import type { AccountKey } from '../rules/chart';
import { openAccounts, postTransfers, type NewTransfer, type Resolution } from './post-transfers';

let field: Field;
beforeAll(async () => {
  field = await openField({ pool: 18 });
});
afterAll(() => field.close());

/** The accounts of one history: its own, so that histories do not meet; institutions grow by debits and are left out. */
async function openWorld() {
  const owners = ACCOUNTS.map(() => randomUUID());
  const keys: AccountKey[] = owners.map((ownerId) => ({ code: 'supplierPayable', ownerId }));
  await field.does((tx) => openAccounts(tx, keys));
  // The chart limits every payable; what a history calls unlimited loses its balance row before anything is posted.
  await field.rows(
    `delete from ledger.balance where account_id in (select id from ledger.account where owner_id = any ($1))`,
    [owners.filter((_, at) => !ACCOUNTS[at]!.constrained)],
  );
  const names = new Map<string, string>();
  const name = (kind: string, place: number) => {
    const key = `${kind}${place}`;
    if (!names.has(key)) names.set(key, randomUUID());
    return names.get(key)!;
  };
  const transfer = (move: Move): NewTransfer | Resolution => {
    const booked = {
      ...{ id: name('id', move.id), groupId: name('group', move.group), code: `h.${move.kind}`, sourceKind: 'test' },
      ...{ sourceId: owners[0]!, ruleVersion: 'test@1', businessDate: '2026-11-23' },
    };
    if (move.pending !== null) {
      const how = move.kind === 'postPending' ? ('post' as const) : ('void' as const);
      return { ...booked, pendingId: name('id', move.pending), how, amountFen: money.fen(move.fen) };
    }
    const sides = { debit: keys[move.debit]!, credit: keys[move.credit]!, amountFen: money.fen(move.fen) };
    return { ...booked, ...sides, ...(move.kind === 'pending' ? { aside: { expiresOn: null } } : {}) };
  };
  return { owners, transfer, group: (place: number) => name('group', place) };
}

async function standingsOf(owners: readonly string[]) {
  const rows = await field.rows<{ owner_id: string; posted: string; aside: string }>(
    `select owner_id, credits_fen - debits_fen as posted,
            (select coalesce(sum(pending.amount_fen), 0) from ledger.transfer pending
              where pending.debit_account = account.id and pending.kind = 'pending'
                and not exists (select from ledger.transfer resolution where resolution.pending_id = pending.id)) as aside
       from ledger.account cross join lateral ledger.balance_now(account.id) where owner_id = any ($1)`,
    [owners],
  );
  const of = new Map(rows.map((row) => [row.owner_id, { posted: Number(row.posted), aside: Number(row.aside) }]));
  return owners.map((owner) => of.get(owner)!);
}

test('random histories end where the plainest ledger ends, refusals and all, folded at any moment', async () => {
  await fc.assert(
    fc.asyncProperty(history, fc.nat(3), async (calls, foldAt) => {
      const world = await openWorld();
      const model = new Model(ACCOUNTS);
      for (const [at, moves] of calls.entries()) {
        const refused = await field.does((tx) => postTransfers(tx, moves.map(world.transfer)));
        const expected = [...model.post(moves)].map(([group, reason]) => `${world.group(group)} ${reason}`);
        expect(refused.map(({ groupId, reason }) => `${groupId} ${reason}`).sort()).toEqual(expected.sort());
        if (at === foldAt) await field.rows('select ledger.fold(1)');
      }
      expect(await standingsOf(world.owners)).toEqual(model.standings);
    }),
    { numRuns: 200 },
  );
});

test('every balance row says what its transfers say, and none is below its limit', async () => {
  const wrong = await field.rows(
    `select balance.* from ledger.balance join ledger.account on account.id = account_id
      cross join lateral ledger.balance_now(account_id) replay
      where (debits_posted_fen, credits_posted_fen) is distinct from (replay.debits_fen, replay.credits_fen)
         or debits_posted_fen + debits_pending_fen > credits_posted_fen`,
  );
  expect(wrong).toEqual([]);
  const [even] = await field.rows(
    `select sum(debits_fen) = sum(credits_fen) as even from ledger.trial_balance('2026-11-23')`,
  );
  expect(even).toEqual({ even: true });
});

test('under sixteen posters at once no limited account is overdrawn, and every balance is its replay', async () => {
  const owners = Array.from({ length: 8 }, () => randomUUID());
  const keys: AccountKey[] = owners.map((ownerId) => ({ code: 'householdPayable', ownerId }));
  const clearing: AccountKey = { code: 'orderClearing', ownerId: null };
  const move = (debit: AccountKey, credit: AccountKey, fen: number, groupId = randomUUID()): NewTransfer => ({
    ...{ id: randomUUID(), groupId, debit, credit, amountFen: money.fen(fen), code: 'test.race', sourceKind: 'test' },
    ...{ sourceId: randomUUID(), ruleVersion: 'test@1', businessDate: '2026-11-23' },
  });
  await field.does(async (tx) => {
    await openAccounts(tx, [clearing, ...keys]);
    await postTransfers(
      tx,
      keys.map((key) => move(clearing, key, 300)),
    );
  });
  let refusals = 0;
  const poster = async (seed: number) => {
    for (let round = 0; round < 15; round += 1) {
      const pick = (step: number) => keys[(seed * 5 + round * step + step) % keys.length]!;
      const groupId = randomUUID();
      const moves = [
        move(pick(1), clearing, 20 + seed, groupId),
        move(pick(2), clearing, 5, groupId),
        move(pick(3), clearing, 90),
      ];
      refusals += (await field.does((tx) => postTransfers(tx, moves))).length;
    }
  };
  await Promise.all(Array.from({ length: 16 }, (_, seed) => poster(seed)));
  expect(refusals).toBeGreaterThan(0);
  const balances = await field.rows<{ balance: string; replay: string }>(
    `select balance_fen as balance, credits_fen - debits_fen as replay
       from ledger.balance_v join ledger.account on account.id = account_id
       cross join lateral ledger.balance_now(account_id) where owner_id = any ($1)`,
    [owners],
  );
  for (const { balance, replay } of balances) {
    expect(balance).toBe(replay);
    expect(Number(balance)).toBeGreaterThanOrEqual(0);
  }
  expect(balances).toHaveLength(8);
});
