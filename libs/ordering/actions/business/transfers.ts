import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { money, must, time } from '@xihuo/kernel';
import { openAccounts, postAll } from '@xihuo/ledger';
import { mustBeVersion, newId, pageOf, placeIn, type Database, type Tx } from '@xihuo/platform';
import { payCodesIn } from '../../rules/business/numbers';
import { lockAccounts } from '../../store/business/account.sql';
import {
  confirmTransfer as confirm,
  insertTransfer,
  lockTransfer,
  nameTransfer,
  orderOfNumber,
  ordersOfCodes,
  transferById,
  transferList,
  type HeldTransfer,
} from '../../store/business/transfer.sql';
import { transferView, type TransferView } from '../../store/business/views';
import { booked, creditOf, INSTITUTION, owedBy } from './books';
import { settle } from './owe';
import { refuseTakenId } from './refuse-taken-id';

/**
 * Enters a transfer as the bank shows it, once. Where its remark names the code of one issued order, that is what it pays once a second
 * person confirms it; codes of several orders are for a person to tell apart.
 *
 * @param by who writes it down
 * @throws ProblemError TRANSFER_KNOWN, INVALID_INPUT where it lies in the future, is of nothing or its id is another one's
 */
export async function enterTransfer(
  tx: Tx,
  body: InputOf<'POST /bank-transfers'>['body'],
  by: string,
): Promise<TransferView> {
  const { id = newId(), bankReference, receivedOn, amount, payerName, remark } = body;
  tx.attempt({ action: 'bankTransfer.enter', subjectKind: 'bankTransfer', subjectId: id });
  const amountFen = money.fromWire(amount);
  if (amountFen <= 0n) throw invalid('/amount', 'NOTHING', 'a transfer is of one fen or more');
  if (receivedOn > time.businessDate(tx.now)) throw invalid('/receivedOn', 'FUTURE', 'this day has not come');
  const [made] = await tx
    .sql(insertTransfer, [...[id, bankReference, receivedOn, amountFen.toString(), payerName, remark, tx.now, by]])
    .catch(refuseTakenId('bank_transfer_pkey', 'transfer'));
  if (!made) throw fail('TRANSFER_KNOWN');
  tx.audit({ action: 'bankTransfer.enter', subjectKind: 'bankTransfer', subjectId: id, after: { receivedOn } });
  const codes = payCodesIn(remark);
  const orders = codes.length === 0 ? [] : await tx.sql(ordersOfCodes, [codes]);
  const [order] = orders;
  if (order && orders.length === 1) await tx.sql(nameTransfer, [id, order.id, 'code', null, null]);
  return viewTransfer(tx, id, by);
}

/**
 * Says by hand what no code says, or says it better; somebody else confirms it.
 *
 * @param version as it was read
 * @throws ProblemError NOT_FOUND, TRANSFER_MATCHED, TRANSFER_ENDED, INVALID_INPUT for an unknown order, STALE_VERSION
 */
export async function matchByHand(
  tx: Tx,
  id: string,
  { purchaseNumber, note, version, by }: { purchaseNumber: string; note: string; version: number; by: string },
): Promise<TransferView> {
  tx.attempt({ action: 'bankTransfer.match', subjectKind: 'bankTransfer', subjectId: id });
  const [order] = await tx.sql(orderOfNumber, [purchaseNumber]);
  if (!order) throw invalid('/purchaseNumber', 'PURCHASE_UNKNOWN', 'no issued purchase order has this number');
  const held = await holdOpen(tx, id);
  mustBeVersion(held.row_version, version);
  await tx.sql(nameTransfer, [id, order.id, 'person', by, note]);
  tx.audit({
    ...{ action: 'bankTransfer.match', subjectKind: 'bankTransfer', subjectId: id },
    after: { purchaseId: order.id, note },
  });
  return viewTransfer(tx, id, by);
}

/**
 * A second person has held it against the bank's own paper: the money stands to the organisation's credit, and pays what it owes, the
 * named order first. Once, whoever comes second, and only for the order that the second person has read. Where that order has ended, the organisation and finance are told: nobody else would
 * think of the money.
 *
 * @param version as it was read, and `by` neither who wrote it down nor who named its order
 * @throws ProblemError NOT_FOUND, TRANSFER_MATCHED, TRANSFER_ENDED, TRANSFER_NOT_NAMED, FOUR_EYES, STALE_VERSION where another order was
 *   named since
 */
export async function confirmTransfer(
  tx: Tx,
  id: string,
  { version, by }: { version: number; by: string },
): Promise<TransferView> {
  tx.attempt({ action: 'bankTransfer.confirm', subjectKind: 'bankTransfer', subjectId: id });
  const held = await holdOpen(tx, id);
  const { organisation_id: organisationId, purchase_id: purchaseId } = held;
  if (organisationId === null || purchaseId === null) throw fail('TRANSFER_NOT_NAMED');
  if (held.entered_by === by || held.named_by === by) throw fail('FOUR_EYES');
  mustBeVersion(held.row_version, version);
  await tx.sql(lockAccounts, [[organisationId]]);
  const [confirmed] = await tx.sql(confirm, [id, organisationId, by, tx.now]);
  must(confirmed, 'a transfer that is held is confirmed once');
  await openAccounts(tx, [INSTITUTION, creditOf(organisationId), owedBy(organisationId)]);
  await postAll(tx, [
    {
      ...booked(tx, newId(), { kind: 'bankTransfer', id }),
      ...{ debit: INSTITUTION, credit: creditOf(organisationId), code: 'transfer.received' },
      amountFen: money.fen(held.amount_fen),
    },
  ]);
  tx.audit({
    ...{ action: 'bankTransfer.confirm', subjectKind: 'bankTransfer', subjectId: id },
    after: { organisationId, purchaseId, enteredBy: held.entered_by },
  });
  await settle(tx, organisationId, { purchaseId, transferId: id });
  if (held.is_over) tx.emit('transferUnused', { transferId: id, purchaseOrderId: purchaseId, organisationId });
  return viewTransfer(tx, id, by);
}

/** Neither used nor over, and held. */
async function holdOpen(tx: Tx, id: string): Promise<HeldTransfer> {
  const [held] = await tx.sql(lockTransfer, [id]);
  if (!held) throw fail('NOT_FOUND');
  if (held.ended) throw fail('TRANSFER_ENDED');
  if (held.matched) throw fail('TRANSFER_MATCHED');
  return held;
}

async function viewTransfer(tx: Tx, id: string, reader: string): Promise<TransferView> {
  const [row] = await tx.sql(transferById, [id]);
  must(row, 'a transfer just written is there');
  return transferView(row, reader);
}

/**
 * @param reader whose view it is: who wrote it down or named its order does not confirm it
 * @throws ProblemError INVALID_INPUT for a cursor of another list
 */
export async function listTransfers(
  database: Database,
  query: InputOf<'GET /bank-transfers'>['query'],
  reader: string,
): Promise<ResponseOf<'GET /bank-transfers'>> {
  const isMatched = query.state === undefined ? null : query.state === 'matched';
  const rows = await database.read(transferList, [isMatched, placeIn(query.cursor), query.limit + 1]);
  return pageOf(
    rows,
    query.limit,
    (row) => row.id,
    (row) => transferView(row, reader),
  );
}

function invalid(pointer: string, code: string, message: string) {
  return fail('INVALID_INPUT', { errors: [{ pointer, code, message }] });
}
