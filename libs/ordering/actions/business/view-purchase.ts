import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { time } from '@xihuo/kernel';
import { pageOf, placeIn, type Database, type Tx } from '@xihuo/platform';
import { approvalFault } from '../../rules/business/approvals';
import { accountOf, type MemberRow } from '../../store/business/account.sql';
import {
  linesOfPurchase,
  papersChecksOfPurchase,
  purchaseList,
  purchaseOf,
  stepsOfPurchase,
  type PurchaseRow,
} from '../../store/business/purchase.sql';
import { creditNotesOfPurchase, receivablesOfPurchase } from '../../store/business/receivable.sql';
import { purchaseSummary, purchaseView, type PurchaseView } from '../../store/business/views';
import { orderById, supplierOrdersOfOrder } from '../../store/order.sql';
import { orderView } from '../../store/order-view';
import { actFor, rowsOf } from './members';

/** A purchase order of an organisation the person acts for. @throws ProblemError NOT_FOUND */
export async function loadPurchase(
  where: Database | Tx,
  id: string,
  personId: string,
): Promise<{ row: PurchaseRow; member: MemberRow }> {
  const [row] = await rowsOf(where, purchaseOf, [id, personId]);
  if (!row) throw fail('NOT_FOUND');
  return { row, member: await actFor(where, row.organisation_id, personId) };
}

function waitsFor(row: PurchaseRow, member: MemberRow): boolean {
  if (row.state !== 'awaitingApproval' || row.next_level === null) return false;
  const approver = { personId: member.person_id, duties: member.duties, level: member.approval_level };
  const order = { requestedBy: row.requested_by, decidedBy: row.decided_by, nextLevel: row.next_level };
  return approvalFault(approver, order) === null;
}

export async function viewPurchase(
  where: Database | Tx,
  id: string,
  personId: string,
  now: Date,
): Promise<PurchaseView> {
  const { row, member } = await loadPurchase(where, id, personId);
  const [account] = await rowsOf(where, accountOf, [row.organisation_id]);
  const waitsForMe = waitsFor(row, member);
  const isIssued = row.state === 'issued';
  const parts = {
    row,
    lines: await rowsOf(where, linesOfPurchase, [id]),
    steps: await rowsOf(where, stepsOfPurchase, [id]),
    receivables: await rowsOf(where, receivablesOfPurchase, [id]),
    creditNotes: await rowsOf(where, creditNotesOfPurchase, [id]),
    papers: await rowsOf(where, papersChecksOfPurchase, [id]),
    from: account!.approval_from_fen.map(BigInt),
    today: time.businessDate(now),
  };
  return purchaseView(parts, {
    waitsForMe,
    can: {
      approve: waitsForMe,
      withdraw: row.state === 'awaitingApproval' && row.requested_by === personId,
      receive: isIssued && member.duties.includes('receive'),
      pay: isIssued && member.duties.includes('pay'),
    },
    order: await orderOf(where, row.order_id),
  });
}

async function orderOf(where: Database | Tx, orderId: string | null): Promise<PurchaseView['order']> {
  if (orderId === null) return null;
  const [order] = await rowsOf(where, orderById, [orderId]);
  return orderView(order!, await rowsOf(where, supplierOrdersOfOrder, [orderId]));
}

/** @throws ProblemError NOT_FOUND, INVALID_INPUT for a cursor of another list */
export async function listPurchases(
  database: Database,
  organisationId: string,
  personId: string,
  query: InputOf<'GET /organisations/{id}/purchase-orders'>['query'],
): Promise<ResponseOf<'GET /organisations/{id}/purchase-orders'>> {
  const member = await actFor(database, organisationId, personId);
  const isWaiting = query.waiting === 'me';
  const rows = await database.read(purchaseList, [
    ...[organisationId, personId, placeIn(query.cursor), isWaiting, member.approval_level ?? 0, query.limit + 1],
    query.q ?? null,
  ]);
  return pageOf(
    rows,
    query.limit,
    (row) => row.id,
    (row) => purchaseSummary(row, waitsFor(row, member)),
  );
}
