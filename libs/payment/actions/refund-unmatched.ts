import { money, time } from '@xihuo/kernel';
import { postAll, type NewTransfer } from '@xihuo/ledger';
import { command, newId, type Log, type Tx } from '@xihuo/platform';
import { markRefunded, oweBack, takeOwedBack, type OwedBack } from '../store/payment.sql';
import type { Till } from './start-payment';

/** Payments sent back in one round; each leg is a call to the provider. */
const BATCH = 20;
const RULE = 'payment.refundUnmatched@1';
const by = {
  actor: { kind: 'system', name: 'payment.refundUnmatched' },
  requestId: 'payment.refundUnmatched',
} as const;

/** Money has come for orders that were cancelled meanwhile: it is never kept, it is owed back from now on (F20). */
export async function owePaymentsBack(tx: Tx, orderIds: readonly string[]): Promise<void> {
  const owed = await tx.sql(oweBack, [orderIds, tx.now]);
  for (const { id } of owed) tx.audit({ action: 'payment.oweBack', subjectKind: 'payment', subjectId: id });
}

/**
 * Sends owed money back, leg by leg under keys of our own, so that a crash anywhere sends nothing twice; then takes it out
 * of the books. What the provider refuses stays owed and is tried again.
 */
export async function refundUnmatched(till: Till, log: Log): Promise<void> {
  const { view: legs } = await command(till.database, { name: 'payment.takeOwedBack', ...by }, (tx) =>
    tx.sql(takeOwedBack, [tx.now, BATCH, till.providerName]),
  );
  const answers = await Promise.allSettled(legs.map((leg) => sendBack(till, leg)));
  const stuck = new Set<string>();
  answers.forEach((answer, index) => {
    if (answer.status === 'fulfilled' && answer.value.state !== 'failed') return;
    stuck.add(legs[index]!.id);
    const err = answer.status === 'rejected' ? (answer.reason as Error) : new Error('the refund failed');
    log.error({ err, payment: legs[index]!.id }, 'money owed back to a buyer could not be sent');
  });
  const sent = legs.filter((leg) => !stuck.has(leg.id));
  if (sent.length > 0) await command(till.database, { name: 'payment.refunded', ...by }, (tx) => book(tx, sent));
}

function sendBack(till: Till, leg: OwedBack): ReturnType<Till['provider']['refund']> {
  return till.provider.refund({
    paymentRef: leg.provider_payment,
    legId: leg.supplier_order_id,
    amountFen: money.fen(leg.amount_fen),
    refundId: leg.supplier_order_id,
    idempotencyKey: `refund:${leg.supplier_order_id}`,
  });
}

async function book(tx: Tx, legs: readonly OwedBack[]): Promise<void> {
  const moved = new Set((await tx.sql(markRefunded, [legs.map((leg) => leg.id), tx.now])).map((row) => row.id));
  const groups = new Map([...moved].map((id) => [id, newId()]));
  await postAll(
    tx,
    legs
      .filter((leg) => moved.has(leg.id))
      .map((leg): NewTransfer => ({
        id: newId(),
        debit: { code: 'orderClearing', ownerId: null },
        credit: { code: 'institution', ownerId: null },
        amountFen: money.fen(leg.amount_fen),
        code: 'payment.refund',
        groupId: groups.get(leg.id)!,
        sourceKind: 'supplierOrder',
        sourceId: leg.supplier_order_id,
        ruleVersion: RULE,
        businessDate: time.businessDate(tx.now),
      })),
  );
  for (const id of moved) tx.audit({ action: 'payment.refund', subjectKind: 'payment', subjectId: id });
}
