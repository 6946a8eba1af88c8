import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { money, must, time } from '@xihuo/kernel';
import { openAccounts, postAll, type AccountKey } from '@xihuo/ledger';
import { newId, pageOf, placeIn, type Database, type Tx } from '@xihuo/platform';
import { payCodesIn } from '../../rules/business/numbers';
import { lockAccounts } from '../../store/business/account.sql';
import {
  insertTransfer,
  lockTransfer,
  matchTransfer,
  orderOfNumber,
  ordersOfCodes,
  transferById,
  transferList,
} from '../../store/business/transfer.sql';
import { transferView, type TransferView } from '../../store/business/views';
import { booked, creditOf, owedBy } from './books';
import { settle } from './owe';
import { refuseTakenId } from './refuse-taken-id';

const INSTITUTION: AccountKey = { code: 'institution', ownerId: null };

interface Match {
  transferId: string;
  organisationId: string;
  purchaseId: string;
  by: 'code' | 'person';
  note: string | null;
}

/**
 * Enters a transfer as the bank shows it, once. Where its remark names the code of one issued order, it is matched in the same step;
 * codes of several orders are for a person to tell apart.
 *
 * @throws ProblemError TRANSFER_KNOWN, INVALID_INPUT where it lies in the future, is of nothing or its id is another one's
 */
export async function enterTransfer(tx: Tx, body: InputOf<'POST /bank-transfers'>['body']): Promise<TransferView> {
  const { id = newId(), bankReference, receivedOn, amount, payerName, remark } = body;
  tx.attempt({ action: 'bankTransfer.enter', subjectKind: 'bankTransfer', subjectId: id });
  const amountFen = money.fromWire(amount);
  if (amountFen <= 0n) throw invalid('/amount', 'NOTHING', 'a transfer is of one fen or more');
  if (receivedOn > time.businessDate(tx.now)) throw invalid('/receivedOn', 'FUTURE', 'this day has not come');
  const [made] = await tx
    .sql(insertTransfer, [...[id, bankReference, receivedOn, amountFen.toString(), payerName, remark, tx.now]])
    .catch(refuseTakenId('bank_transfer_pkey', 'transfer'));
  if (!made) throw fail('TRANSFER_KNOWN');
  tx.audit({ action: 'bankTransfer.enter', subjectKind: 'bankTransfer', subjectId: id, after: { receivedOn } });
  const codes = payCodesIn(remark);
  const orders = codes.length === 0 ? [] : await tx.sql(ordersOfCodes, [codes]);
  const [order] = orders;
  if (order && orders.length === 1)
    await match(tx, {
      ...{ transferId: id, organisationId: order.organisation_id, purchaseId: order.id },
      ...{ by: 'code', note: null },
    });
  return viewTransfer(tx, id);
}

/** Matches by hand what no code says. @throws ProblemError NOT_FOUND, TRANSFER_MATCHED, INVALID_INPUT for an unknown order */
export async function matchByHand(
  tx: Tx,
  id: string,
  { purchaseNumber, note }: { purchaseNumber: string; note: string },
): Promise<TransferView> {
  tx.attempt({ action: 'bankTransfer.match', subjectKind: 'bankTransfer', subjectId: id });
  const [order] = await tx.sql(orderOfNumber, [purchaseNumber]);
  if (!order) throw invalid('/purchaseNumber', 'PURCHASE_UNKNOWN', 'no issued purchase order has this number');
  await match(tx, {
    ...{ transferId: id, organisationId: order.organisation_id, purchaseId: order.id },
    ...{ by: 'person', note },
  });
  return viewTransfer(tx, id);
}

/** The money stands to the organisation's credit, and pays what it owes: the named order first. Once, whoever comes second. */
async function match(tx: Tx, { transferId, organisationId, purchaseId, by, note }: Match): Promise<void> {
  await tx.sql(lockAccounts, [[organisationId]]);
  const [held] = await tx.sql(lockTransfer, [transferId]);
  if (!held) throw fail('NOT_FOUND');
  if (held.matched) throw fail('TRANSFER_MATCHED');
  const [matched] = await tx.sql(matchTransfer, [transferId, organisationId, purchaseId, by, note, tx.now]);
  must(matched, 'a transfer that is held is matched once');
  await openAccounts(tx, [INSTITUTION, creditOf(organisationId), owedBy(organisationId)]);
  await postAll(tx, [
    {
      ...booked(tx, newId(), { kind: 'bankTransfer', id: transferId }),
      ...{ debit: INSTITUTION, credit: creditOf(organisationId), code: 'transfer.received' },
      amountFen: money.fen(held.amount_fen),
    },
  ]);
  tx.audit({
    action: 'bankTransfer.match',
    subjectKind: 'bankTransfer',
    subjectId: transferId,
    after: { organisationId, purchaseId, by },
  });
  await settle(tx, organisationId, { purchaseId, transferId });
}

async function viewTransfer(tx: Tx, id: string): Promise<TransferView> {
  const [row] = await tx.sql(transferById, [id]);
  must(row, 'a transfer just written is there');
  return transferView(row);
}

/** @throws ProblemError INVALID_INPUT for a cursor of another list */
export async function listTransfers(
  database: Database,
  query: InputOf<'GET /bank-transfers'>['query'],
): Promise<ResponseOf<'GET /bank-transfers'>> {
  const isMatched = query.state === undefined ? null : query.state === 'matched';
  const rows = await database.read(transferList, [isMatched, placeIn(query.cursor), query.limit + 1]);
  return pageOf(rows, query.limit, (row) => row.id, transferView);
}

function invalid(pointer: string, code: string, message: string) {
  return fail('INVALID_INPUT', { errors: [{ pointer, code, message }] });
}
