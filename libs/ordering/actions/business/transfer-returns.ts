import { fail, machines, type InputOf, type ResponseOf } from '@xihuo/contract';
import { money, must, states } from '@xihuo/kernel';
import { openAccounts, postAll } from '@xihuo/ledger';
import { failpoint, newId, pageOf, placeIn, type Database, type Tx } from '@xihuo/platform';
import { lockAccounts } from '../../store/business/account.sql';
import { oweOrders, owePaidAgain } from '../../store/business/receivable.sql';
import {
  creditNow,
  decideReturn as writeDecision,
  insertReturn,
  lockReturn,
  returnById,
  returnList,
  sendReturn,
  type HeldReturn,
} from '../../store/business/transfer-return.sql';
import { endTransfer, lockTransfer, type HeldTransfer } from '../../store/business/transfer.sql';
import { transferReturnView, type TransferReturnView } from '../../store/business/views';
import { booked, creditOf, INSTITUTION, owedBy } from './books';

type Proposal = InputOf<'POST /transfer-returns'>['body'];
type Decision = InputOf<'POST /transfer-returns/{id}/decide'>['body'] & { id: string; by: string };
interface Subject {
  transferId: string | null;
  organisationId: string | null;
  fen: bigint;
}

/**
 * Proposes to reverse a transfer that never came so, to send back one that nobody matches, or to send back what an organisation has to
 * its credit. It moves nothing until somebody else approves.
 *
 * @throws ProblemError NOT_FOUND, TRANSFER_ENDED, TRANSFER_MATCHED (its money is the organisation's credit by now), CREDIT_TOO_SMALL,
 *   NOT_AT_THIS_STEP where one about the same transfer waits already
 */
export async function proposeReturn(tx: Tx, body: Proposal, by: string): Promise<TransferReturnView> {
  const id = newId();
  tx.attempt({ action: 'transferReturn.propose', subjectKind: 'transferReturn', subjectId: id });
  const { transferId, organisationId, fen } = await subjectOf(tx, body);
  const [made] = await tx.sql(insertReturn, [
    ...[id, body.kind, transferId, organisationId, fen.toString(), body.reason, by, tx.now],
  ]);
  if (!made) throw fail('NOT_AT_THIS_STEP');
  tx.audit({
    ...{ action: 'transferReturn.propose', subjectKind: 'transferReturn', subjectId: id },
    after: { kind: body.kind, transferId, organisationId, amountFen: fen.toString(), reason: body.reason },
  });
  return view(tx, id, by);
}

async function subjectOf(tx: Tx, body: Proposal): Promise<Subject> {
  if (body.kind !== 'credit') {
    const held = await hold(tx, body.transferId, body.kind);
    return { transferId: held.id, organisationId: null, fen: held.amount_fen };
  }
  const fen = money.fromWire(body.amount);
  await mustHave(tx, body.organisationId, fen);
  return { transferId: null, organisationId: body.organisationId, fen };
}

/**
 * A second person approves, which takes the money off the organisation's credit so that nothing uses it any more, or refuses; who
 * proposed it may only take it back. What was approved is sent by bank, and told with the bank's own name for it. Reversed, what the
 * transfer had paid is owed again: also of goods whose supplier has been paid since, which is then for the platform to bring in.
 * The second factor is asked for by whoever calls.
 *
 * @throws ProblemError NOT_FOUND, FOUR_EYES, NOT_AT_THIS_STEP, TRANSFER_ENDED, TRANSFER_MATCHED, TRANSFER_SPENT, CREDIT_TOO_SMALL
 */
export async function decideReturn(tx: Tx, { id, decision, reason, by }: Decision): Promise<TransferReturnView> {
  tx.attempt({ action: `transferReturn.${decision}`, subjectKind: 'transferReturn', subjectId: id });
  const [row] = await tx.sql(lockReturn, [id]);
  if (!row) throw fail('NOT_FOUND');
  const next = states.transition(machines.buying.transferReturnStates, row.state, decision);
  if (next === null || (next === 'sent' && row.kind === 'reversal')) throw fail('NOT_AT_THIS_STEP');
  if (next !== 'sent' && (decision === 'withdraw') !== (row.proposed_by === by)) throw fail('FOUR_EYES');
  if (next === 'sent') must((await tx.sql(sendReturn, [id, reason, tx.now]))[0], 'what is held is sent once');
  else {
    const whose = next === 'approved' ? await takeOff(tx, row) : row.organisation_id;
    must((await tx.sql(writeDecision, [id, next, by, tx.now, whose, reason]))[0], 'what is held is decided once');
  }
  failpoint('transferReturn.decide:beforeCommit');
  tx.audit({
    ...{ action: `transferReturn.${decision}`, subjectKind: 'transferReturn', subjectId: id },
    before: { state: row.state },
    after: { state: next, kind: row.kind, amountFen: row.amount_fen.toString(), reason },
  });
  return view(tx, id, by);
}

/** @returns whose account it was taken off; null where the money was on nobody's */
async function takeOff(tx: Tx, row: HeldReturn): Promise<string | null> {
  if (row.kind === 'credit') {
    must(row.organisation_id, 'a credit is an organisation’s');
    await tx.sql(lockAccounts, [[row.organisation_id]]);
    await mustHave(tx, row.organisation_id, row.amount_fen);
    await post(tx, row, { organisationId: row.organisation_id, code: 'transfer.returned' });
    return row.organisation_id;
  }
  must(row.transfer_id, 'what is no credit is a transfer');
  const held = await hold(tx, row.transfer_id, row.kind);
  await tx.sql(endTransfer, [held.id, row.kind === 'reversal' ? 'reversed' : 'returned', tx.now]);
  if (!held.matched) return null;
  must(held.organisation_id, 'what is matched is somebody’s');
  await oweAgain(tx, held.organisation_id, held);
  await post(tx, row, { organisationId: held.organisation_id, code: 'transfer.reversed' });
  return held.organisation_id;
}

/** What of a transfer is not to the organisation's credit any more has paid something: that is owed again. */
async function oweAgain(tx: Tx, organisationId: string, held: HeldTransfer): Promise<void> {
  await tx.sql(lockAccounts, [[organisationId]]);
  const missing = held.amount_fen - (await creditOfNow(tx, organisationId));
  if (missing <= 0n) return;
  const again = await tx.sql(owePaidAgain, [organisationId, missing.toString(), held.id, tx.now]);
  if (again.reduce((sum, part) => sum + part.amount_fen, 0n) < missing) throw fail('TRANSFER_SPENT');
  const groupId = newId();
  await postAll(
    tx,
    again.map((part) => ({
      ...booked(tx, groupId, { kind: 'supplierOrder', id: part.supplier_order_id }),
      ...{ debit: owedBy(organisationId), credit: creditOf(organisationId), code: 'purchase.owedAgain' },
      amountFen: money.fen(part.amount_fen),
    })),
  );
  for (const order of await tx.sql(oweOrders, [organisationId]))
    tx.audit({ action: 'purchase.owedAgain', subjectKind: 'order', subjectId: order.id });
}

async function post(tx: Tx, row: HeldReturn, { organisationId, code }: { organisationId: string; code: string }) {
  await openAccounts(tx, [INSTITUTION, creditOf(organisationId)]);
  await postAll(tx, [
    {
      ...booked(tx, newId(), { kind: 'transferReturn', id: row.id }),
      ...{ debit: creditOf(organisationId), credit: INSTITUTION, code, amountFen: money.fen(row.amount_fen) },
    },
  ]);
}

/** A transfer that may be reversed, or sent back because nobody matches it; held. */
async function hold(tx: Tx, transferId: string, kind: 'reversal' | 'unmatched'): Promise<HeldTransfer> {
  const [held] = await tx.sql(lockTransfer, [transferId]);
  if (!held) throw fail('NOT_FOUND');
  if (held.ended) throw fail('TRANSFER_ENDED');
  if (kind === 'unmatched' && held.matched) throw fail('TRANSFER_MATCHED');
  return held;
}

async function mustHave(tx: Tx, organisationId: string, fen: bigint): Promise<void> {
  if ((await creditOfNow(tx, organisationId)) < fen) throw fail('CREDIT_TOO_SMALL');
}

async function creditOfNow(tx: Tx, organisationId: string): Promise<bigint> {
  const [has] = await tx.sql(creditNow, [organisationId]);
  if (!has) throw fail('NOT_FOUND');
  return has.fen;
}

async function view(tx: Tx, id: string, reader: string): Promise<TransferReturnView> {
  const [row] = await tx.sql(returnById, [id]);
  must(row, 'a return just written is there');
  return transferReturnView(row, reader);
}

/**
 * @param reader whose view it is: it says what they may do
 * @throws ProblemError INVALID_INPUT for a cursor of another list
 */
export async function listReturns(
  database: Database,
  query: InputOf<'GET /transfer-returns'>['query'],
  reader: string,
): Promise<ResponseOf<'GET /transfer-returns'>> {
  const rows = await database.read(returnList, [placeIn(query.cursor), query.limit + 1, query.state ?? null]);
  return pageOf(
    rows,
    query.limit,
    (row) => row.id,
    (row) => transferReturnView(row, reader),
  );
}
