import { fail, type InputOf } from '@xihuo/contract';
import { money, must, time } from '@xihuo/kernel';
import { lines } from '@xihuo/ordering';
import { failpoint, newId, type Tx } from '@xihuo/platform';
import { addWorkingDays, policyOn } from '@xihuo/registry';
import { MESSAGES } from '../rules/messages';
import { insertCase, insertMessage, insertPapersOfClaim } from '../store/case-file.sql';
import { lockCase, type CaseRow } from '../store/case.sql';
import { bookHold, idsOf, reportComplaint } from './award';
import type { Entrance } from './case-door';
import type { DisputeKit } from './dispute-kit';
import { dueOn } from './move';
import { about, tellSupplier } from './tell';

type Wanted = InputOf<'POST /orders/{id}/disputes'>['body'];

/** What is in dispute, whoever says so. */
interface Matter {
  readonly orderId: string;
  readonly supplierOrderId: string;
  readonly kind: Wanted['kind'];
  readonly words: string;
  readonly lines: readonly { readonly lineId: string; readonly fen: money.Fen }[];
  readonly personId: string | null;
  /** The refused claim it comes from, and its photographs. */
  readonly claim?: {
    readonly id: string;
    readonly photoIds: readonly string[];
    readonly photoTypes: readonly string[];
  };
}

/**
 * Opens a dispute about lines of one supplier order. In one transaction exactly what is claimed is held, out of settlement, and
 * moves into the case's own account; everything else of the order goes on. The claim is the buyer's first offer.
 *
 * @returns the id of the case
 * @throws ProblemError NOT_FOUND, ORDER_STATE, LINE_HELD, HOLD_TOO_LARGE, INVALID_INPUT
 */
export async function openDispute(
  tx: Tx,
  kit: DisputeKit,
  entrance: Extract<Entrance, { side: 'buyer' }>,
  wanted: Wanted,
): Promise<{ id: string }> {
  tx.attempt({ action: 'dispute.open', subjectKind: 'supplierOrder', subjectId: wanted.supplierOrderId });
  const order = await lines.orderFor(tx, entrance.orderId, entrance, 'receive');
  const claimed = wanted.lines.map((line) => ({ lineId: line.lineId, fen: money.fromWire(line.amount) }));
  const row = await openMatter(tx, {
    ...{ orderId: order.id, supplierOrderId: wanted.supplierOrderId, kind: wanted.kind, words: wanted.words },
    ...{ lines: claimed, personId: entrance.personId },
  });
  await tellSupplier(tx, kit, row, 'opened', MESSAGES.opened(about(row), row.held_fen, row.due_on!));
  return { id: row.id };
}

/** Writes the case, holds what is claimed, and tells monitoring; nobody is told yet. */
export async function openMatter(tx: Tx, matter: Matter): Promise<CaseRow> {
  const { orderId, supplierOrderId, kind, words, lines: claimed, personId, claim } = matter;
  const id = newId();
  const heldFen = money.sum(claimed.map((line) => line.fen));
  const part = await lines.hold(tx, {
    ...{ supplierOrderId, sourceKind: 'dispute', sourceId: id, lines: claimed },
    unshipped: claim !== undefined,
  });
  if (part.order_id !== orderId) throw fail('NOT_FOUND');
  const today = time.businessDate(tx.now);
  const until = await addWorkingDays(tx, today, await policyOn(tx, 'dispute.negotiationWorkingDays', today));
  const due = await dueOn(tx, 'negotiating');
  must(due !== null, 'a supplier has a day to answer by');
  const offerId = newId();
  await tx.sql(insertCase, [
    ...[id, orderId, part.order_number, part.id, part.supplier_id, part.person_id, kind, heldFen.toString(), tx.now],
    ...[due < until ? due : until, until, offerId],
    ...[claimed.map((line) => line.lineId), claimed.map((line) => line.fen.toString()), claim?.id ?? null],
  ]);
  const photos = claim?.photoIds ?? [];
  if (claim) await tx.sql(insertPapersOfClaim, [photos, claim.photoTypes, id, tx.now]);
  await tx.sql(insertMessage, [offerId, id, 'buyer', words, heldFen.toString(), photos, personId, tx.now]);
  const [row] = await tx.sql(lockCase, [id, null, null]);
  must(row, 'the case was written');
  await bookHold(tx, row);
  failpoint('dispute.hold:beforeCommit');
  await reportComplaint(tx, row, 1n);
  tx.emit('disputeOpened', { ...idsOf(row), heldFen: heldFen.toString() });
  tx.audit({
    action: 'dispute.open',
    subjectKind: 'dispute',
    subjectId: id,
    after: { state: 'negotiating', supplierOrderId: part.id, kind, heldFen: heldFen.toString(), dueOn: row.due_on },
  });
  return row;
}
