import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { money } from '@xihuo/kernel';
import { cursorAt, placeIn, type Actor, type Database } from '@xihuo/platform';
import {
  firstHousehold,
  ownAccounts,
  ownPayouts,
  ownPayoutSums,
  type OwnAccountRow,
  type OwnPayoutRow,
} from '../../store/payout/own.sql';

type OwnPayoutsView = ResponseOf<'GET /me/payouts'>;

const wire = (fen: bigint) => money.toWire(money.fen(fen));

/**
 * What a household was paid, is being paid and is still to be paid: the one named, which has to be its reader's own, or the first by
 * name, as on the page of what it earned.
 *
 * @throws ProblemError NOT_FOUND, INVALID_INPUT for a cursor of another list
 */
export async function viewOwnPayouts(
  database: Database,
  actor: Actor,
  { household, cursor, limit }: InputOf<'GET /me/payouts'>['query'],
): Promise<OwnPayoutsView> {
  const own = actor.kind === 'person' ? actor.grants.flatMap(({ householdId }) => householdId ?? []) : [];
  const wanted = household === undefined ? own : own.filter((id) => id === household);
  const [first] = await database.read(firstHousehold, [wanted]);
  if (!first) throw fail('NOT_FOUND');
  const [[sums], accounts, rows] = await Promise.all([
    database.read(ownPayoutSums, [first.id]),
    database.read(ownAccounts, [first.id]),
    database.read(ownPayouts, [first.id, placeIn(cursor), limit + 1]),
  ]);
  const shown = rows.slice(0, limit);
  return {
    householdId: first.id,
    due: wire(sums!.due_fen),
    underWay: wire(sums!.under_way_fen),
    paidThisMonth: wire(sums!.month_fen),
    paidThisYear: wire(sums!.year_fen),
    ...accountsView(accounts),
    data: shown.map(payoutView),
    nextCursor: rows.length > limit ? cursorAt(shown.at(-1)!.id) : null,
  };
}

function accountsView(accounts: readonly OwnAccountRow[]): Pick<OwnPayoutsView, 'account' | 'waiting'> {
  const account = accounts.find(({ waits }) => !waits);
  const waiting = accounts.find(({ waits }) => waits);
  return {
    account: account
      ? {
          ...{ bankName: account.bank_name, numberTail: account.number_tail },
          state: account.state === 'returned' ? 'returned' : 'confirmed',
        }
      : null,
    waiting: waiting
      ? {
          ...{ id: waiting.id, bankName: waiting.bank_name, numberTail: waiting.number_tail },
          state: waiting.state === 'proposed' ? 'proposed' : 'confirmed',
          heldUntil: waiting.held_until.toISOString(),
        }
      : null,
  };
}

function payoutView(row: OwnPayoutRow): OwnPayoutsView['data'][number] {
  return {
    ...{ id: row.id, supplierName: row.supplier_name, purpose: row.purpose, amount: wire(row.amount_fen) },
    ...{ state: row.state, bankName: row.bank_name, numberTail: row.number_tail, on: row.day, reason: row.reason },
  };
}
