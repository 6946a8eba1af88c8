import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { money } from '@xihuo/kernel';
import { pageOf, placeIn, sumIn, type Actor, type Database } from '@xihuo/platform';
import { layoutOf } from '../../rules/bank-layouts';
import { isFinance, isOf, isOpen, isSecond, mayDiscard } from '../../rules/second-person';
import {
  accountsOfPayee,
  findAccount,
  findPayee,
  waitingAccounts,
  type AccountRow,
} from '../../store/payout/account.sql';
import {
  batchesOfPayoutRun,
  findBatch,
  findPayoutRun,
  heldSums,
  listHeld,
  itemsByAmount,
  listItems,
  listPayoutRuns,
  type BatchRow,
  type ItemRow,
  type PayoutRunRow,
} from '../../store/payout/view.sql';

export type PayoutRunView = ResponseOf<'GET /settlement/payout-runs/{id}'>;
export type BatchView = PayoutRunView['batches'][number];
export type PayeeAccountView = ResponseOf<'POST /settlement/payee-accounts'>;
type Page = { cursor?: string | undefined; limit: number };

const wire = (fen: bigint | string) => money.toWire(money.fen(BigInt(fen)));

/** Lists are of the whole country: for finance, and for auditors of the whole country. @throws ProblemError NOT_FOUND */
function mustReadAll(actor: Actor): void {
  const grants = actor.kind === 'person' ? actor.grants : [];
  const reads = grants.some(
    ({ role, jurisdiction }) => role === 'finance' || (role === 'auditor' && jurisdiction === null),
  );
  if (!reads) throw fail('NOT_FOUND');
}

function head(row: PayoutRunRow, actor: Actor): Omit<PayoutRunView, 'batches' | 'held'> {
  return {
    ...{ id: row.id, state: row.state, businessDate: row.business_date, hash: row.list_hash, items: row.items },
    ...{ amount: wire(row.amount_fen), drawnBy: row.drawn_by_name, drawnAt: row.drawn_at.toISOString() },
    ...{ approvedBy: row.approved_by_name, approvedAt: row.approved_at?.toISOString() ?? null },
    discardedReason: row.discarded_reason,
    mine: actor.kind === 'person' && isFinance(actor) && actor.personId !== row.drawn_by && row.state === 'drawn',
  };
}

export function batchView(row: BatchRow, actor: Actor): BatchView {
  return {
    ...{ id: row.id, debtor: { id: row.debtor_id, name: row.debtor_name }, state: row.state, hash: row.list_hash },
    ...{ items: row.items, amount: wire(row.amount_fen), instructedAt: row.instructed_at?.toISOString() ?? null },
    layout: layoutOf(row.debtor_bank),
    discardAsked: row.discard_asked_by !== null,
    discardAskedBy: row.discard_asked_by_name,
    mayDiscard: actor.kind === 'person' && isFinance(actor) && mayDiscard(actor.personId, row),
    discardedReason: row.discarded_reason,
    became: row.became.map(({ state, items, fen }) => ({ state, items, amount: wire(fen) })),
  };
}

/** Lists, newest first. @throws ProblemError INVALID_INPUT for a cursor of another list */
export async function viewPayoutRuns(
  database: Database,
  actor: Actor,
  { state, cursor, limit }: InputOf<'GET /settlement/payout-runs'>['query'],
): Promise<ResponseOf<'GET /settlement/payout-runs'>> {
  mustReadAll(actor);
  const rows = await database.read(listPayoutRuns, [placeIn(cursor), limit + 1, state ?? null]);
  return pageOf(
    rows,
    limit,
    (row) => row.id,
    (row) => head(row, actor),
  );
}

/** @throws ProblemError NOT_FOUND */
export async function viewPayoutRun(database: Database, actor: Actor, id: string): Promise<PayoutRunView> {
  mustReadAll(actor);
  const [row] = await database.read(findPayoutRun, [id]);
  if (!row) throw fail('NOT_FOUND');
  const batches = await database.read(batchesOfPayoutRun, [id]);
  const held = await database.read(heldSums, [id]);
  return {
    ...head(row, actor),
    batches: batches.map((batch) => batchView(batch, actor)),
    held: held.map(({ reason, payees, fen }) => ({ reason, payees, amount: wire(fen) })),
  };
}

/** @throws ProblemError NOT_FOUND, INVALID_INPUT */
export async function viewHeld(
  database: Database,
  actor: Actor,
  id: string,
  { cursor, limit }: Page,
): Promise<ResponseOf<'GET /settlement/payout-runs/{id}/held'>> {
  mustReadAll(actor);
  const [run] = await database.read(findPayoutRun, [id]);
  if (!run) throw fail('NOT_FOUND');
  const rows = await database.read(listHeld, [id, placeIn(cursor), limit + 1]);
  return pageOf(
    rows,
    limit,
    (row) => row.id,
    (row) => ({
      ...{ payee: payeeOf(row), supplierId: row.supplier_id, purpose: row.purpose },
      ...{ amount: wire(row.amount_fen), reason: row.reason },
    }),
  );
}

/** @throws ProblemError NOT_FOUND, INVALID_INPUT */
export async function viewItems(
  database: Database,
  actor: Actor,
  id: string,
  { state, q, sort, cursor, limit }: InputOf<'GET /settlement/payout-batches/{id}/items'>['query'],
): Promise<ResponseOf<'GET /settlement/payout-batches/{id}/items'>> {
  mustReadAll(actor);
  const [batch] = await database.read(findBatch, [id]);
  if (!batch) throw fail('NOT_FOUND');
  const asked = [id, state ?? null, limit + 1, q ?? null];
  if (sort) {
    const rows = await database.read(itemsByAmount[sort], [...asked, ...sumIn(cursor)]);
    return pageOf(rows, limit, (row) => `${row.amount_fen}:${row.id}`, itemView);
  }
  const rows = await database.read(listItems, [...asked, placeIn(cursor)]);
  return pageOf(rows, limit, (row) => row.id, itemView);
}

function itemView(row: ItemRow): ResponseOf<'GET /settlement/payout-batches/{id}/items'>['data'][number] {
  return {
    ...{ id: row.id, payee: payeeOf(row), purpose: row.purpose, amount: wire(row.amount_fen), bankName: row.bank_name },
    ...{ numberTail: row.number_tail, state: row.state, movedAt: row.moved_at.toISOString() },
    ...{ reason: row.reason, bankReference: row.bank_reference },
  };
}

/** What waits for a second person or is still held, for finance; all of one payee for finance and for the payee's own clerks. @throws ProblemError NOT_FOUND */
export async function viewPayeeAccounts(
  database: Database,
  actor: Actor,
  { payeeId, state, cursor, limit }: InputOf<'GET /settlement/payee-accounts'>['query'],
): Promise<ResponseOf<'GET /settlement/payee-accounts'>> {
  const grants = actor.kind === 'person' ? actor.grants : [];
  if (
    !isFinance(actor) &&
    !grants.some(({ role, organisationId }) => role === 'supplier' && organisationId === payeeId)
  ) {
    throw fail('NOT_FOUND');
  }
  const [payee] = payeeId === undefined ? [null] : await database.read(findPayee, [payeeId]);
  if (payee === undefined) throw fail('NOT_FOUND');
  const asked = [placeIn(cursor), limit + 1, state ?? null];
  const rows = payee
    ? await database.read(accountsOfPayee, [payee.id, ...asked])
    : await database.read(waitingAccounts, asked);
  const page = pageOf(
    rows,
    limit,
    (row) => row.id,
    (row) => accountView(row, actor),
  );
  return { ...page, payee: payee && { kind: payee.kind, id: payee.id, name: payee.name } };
}

/** @param actor who reads it */
export async function viewPayeeAccount(database: Database, id: string, actor: Actor): Promise<PayeeAccountView> {
  const [row] = await database.read(findAccount, [id]);
  if (!row) throw fail('NOT_FOUND');
  return accountView(row, actor);
}

function accountView(row: AccountRow, actor: Actor): PayeeAccountView {
  const payee = payeeOf(row);
  const may = {
    confirm: isSecond(actor, payee, row),
    cancel: isFinance(actor) || isOf(actor, payee),
  };
  return {
    ...{ id: row.id, payee, state: row.state, bankName: row.bank_name, cnapsCode: row.cnaps_code },
    ...{
      numberTail: row.number_tail,
      proposedAt: row.proposed_at.toISOString(),
      heldUntil: row.held_until.toISOString(),
    },
    ...{ decidedAt: row.decided_at?.toISOString() ?? null, reason: row.reason },
    may: (['confirm', 'cancel'] as const).filter((decision) => may[decision] && isOpen(row, decision)),
  };
}

function payeeOf(row: { payee_kind: 'household' | 'organisation'; payee_id: string; payee_name: string }) {
  return { kind: row.payee_kind, id: row.payee_id, name: row.payee_name };
}
