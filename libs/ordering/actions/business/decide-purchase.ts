import { fail, machines } from '@xihuo/contract';
import { states } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { approvalFault } from '../../rules/business/approvals';
import { endPurchase, insertStep, lockPurchase, type PurchaseRow } from '../../store/business/purchase.sql';
import { issue, type Desk } from './issue-purchase';
import { loadPurchase } from './view-purchase';

interface Deciding {
  readonly id: string;
  readonly personId: string;
  readonly note: string;
}

/** The order, held, with what the person may do with it: read under the lock, so as it stands. */
async function hold(tx: Tx, id: string, personId: string, action: string) {
  tx.attempt({ action: `purchase.${action}`, subjectKind: 'purchaseOrder', subjectId: id });
  await tx.sql(lockPurchase, [id]);
  return loadPurchase(tx, id, personId);
}

function mustWait(row: PurchaseRow): number {
  if (row.state !== 'awaitingApproval' || row.next_level === null)
    throw fail('PURCHASE_STATE', { extra: { state: row.state } });
  return row.next_level;
}

/** Whoever may decide the next step, as it stands under the lock. */
async function nextStep(tx: Tx, { id, personId }: Deciding, action: string) {
  const { row, member } = await hold(tx, id, personId, action);
  const level = mustWait(row);
  const fault = approvalFault(
    { personId, duties: member.duties, level: member.approval_level },
    { requestedBy: row.requested_by, decidedBy: row.decided_by, nextLevel: level },
  );
  if (fault) throw fail(fault, { extra: { level } });
  return { row, level };
}

/**
 * Approves the next step of the chain; the last one issues the order. Where that is refused (a price has moved, goods are gone, the
 * limit is reached) the step is not taken either, and the order waits on.
 *
 * @throws ProblemError NOT_FOUND, PURCHASE_STATE, DUTY_MISSING, OWN_PURCHASE, APPROVED_ALREADY, APPROVAL_LEVEL and those of issuing
 */
export async function approvePurchase(tx: Tx, desk: Desk, deciding: Deciding): Promise<void> {
  const { row, level } = await nextStep(tx, deciding, 'approve');
  await takeStep(tx, deciding, level, 'approved');
  const following = row.levels.filter((other) => other > level);
  if (following.length === 0) return issue(tx, desk, row);
  tx.emit('purchaseWaits', {
    ...{ purchaseOrderId: row.id, organisationId: row.organisation_id, level: Math.min(...following) },
  });
}

/** Ends the order on its way, with the reason. @throws as `approvePurchase` */
export async function rejectPurchase(tx: Tx, deciding: Deciding): Promise<void> {
  const { row, level } = await nextStep(tx, deciding, 'reject');
  await takeStep(tx, deciding, level, 'rejected');
  await end(tx, row, 'reject');
}

async function takeStep(tx: Tx, { id, personId, note }: Deciding, level: number, decision: string): Promise<void> {
  await tx.sql(insertStep, [id, level, decision, personId, note, tx.now]);
  tx.audit({ action: `purchase.${decision}`, subjectKind: 'purchaseOrder', subjectId: id, after: { level } });
}

/** Whoever asked for it takes it back. @throws ProblemError NOT_FOUND, PURCHASE_STATE, DUTY_MISSING for anybody else */
export async function withdrawPurchase(tx: Tx, id: string, personId: string): Promise<void> {
  const { row } = await hold(tx, id, personId, 'withdraw');
  if (row.requested_by !== personId) throw fail('DUTY_MISSING', { extra: { duty: 'order' } });
  mustWait(row);
  await end(tx, row, 'withdraw');
  tx.audit({ action: 'purchase.withdraw', subjectKind: 'purchaseOrder', subjectId: id });
}

async function end(tx: Tx, row: PurchaseRow, event: 'reject' | 'withdraw'): Promise<void> {
  const before = states.statesBefore(machines.purchaseStates, event);
  const to = states.transition(machines.purchaseStates, row.state, event)!;
  await tx.sql(endPurchase, [row.id, to, before]);
  tx.emit('purchaseEnded', { purchaseOrderId: row.id, organisationId: row.organisation_id, state: to });
}
