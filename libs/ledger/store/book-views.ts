import type { ResponseOf } from '@xihuo/contract';
import { money } from '@xihuo/kernel';
import type { AccountRow, ClosingRow, EntryRow, GroupRow } from './books.sql';

const wire = (fen: bigint) => money.toWire(money.fen(fen));

/** What an account holds, on the side it grows on. */
export function balanceOf({
  normal_side: side,
  debits_fen: debits,
  credits_fen: credits,
}: Pick<AccountRow, 'normal_side' | 'debits_fen' | 'credits_fen'>) {
  return wire(side === 'credit' ? credits - debits : debits - credits);
}

export function accountView(row: AccountRow): ResponseOf<'GET /ledger/accounts'>['data'][number] {
  return {
    id: row.id,
    code: row.code,
    ownerId: row.owner_id,
    normalSide: row.normal_side,
    constrained: row.constrained,
    debits: wire(row.debits_fen),
    credits: wire(row.credits_fen),
    balance: balanceOf(row),
  };
}

export function entryView(row: EntryRow): ResponseOf<'GET /ledger/accounts/{id}/entries'>['data'][number] {
  return {
    ...booked(row),
    groupId: row.group_id,
    side: row.side,
    balance: wire(row.balance_fen),
    counterAccountId: row.counter_account,
  };
}

export function groupEntryView(row: GroupRow): ResponseOf<'GET /ledger/groups/{id}'>['transfers'][number] {
  return {
    ...booked(row),
    debitAccountId: row.debit_account,
    creditAccountId: row.credit_account,
    debitCode: row.debit_code,
    creditCode: row.credit_code,
  };
}

function booked(row: EntryRow | GroupRow) {
  return {
    id: row.id,
    code: row.code,
    kind: row.kind,
    amount: wire(row.amount_fen),
    sourceKind: row.source_kind,
    sourceId: row.source_id,
    ruleVersion: row.rule_version,
    businessDate: row.business_date,
    postedAt: row.posted_at.toISOString(),
  };
}

export function closingView(row: ClosingRow): ResponseOf<'GET /ledger/closings'>['data'][number] {
  return { closedThrough: row.closed_through, closedAt: row.closed_at.toISOString(), closedBy: row.closed_by };
}
