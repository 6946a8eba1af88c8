import type { Tx } from '@xihuo/platform';
import { money } from '@xihuo/kernel';
import type { ProviderEvent } from '../provider/payment-provider';
import { closeEvents, keepEvent, openEvents, type InboxRow } from '../store/inbox.sql';
import { applyClaims, type Claim } from './apply-claims';

/** Keeps an event in the inbox and asks for it to be worked off; a repeat of one that is kept does nothing. */
export async function receiveEvent(tx: Tx, provider: string, event: ProviderEvent): Promise<void> {
  const providerPayment = event.kind === 'payment' ? event.payment.paymentRef : null;
  const payload = event.kind === 'payment' ? claimOf(event.payment) : {};
  const [row] = await tx.sql(keepEvent, [
    provider,
    event.eventRef,
    event.kind,
    providerPayment,
    JSON.stringify(payload),
  ]);
  if (row) tx.emit('providerEventReceived', { inboxId: row.id });
}

/** What is kept of a payment event: ids and amounts, nothing about the payer. */
function claimOf(payment: Claim): Record<string, string> {
  const { paymentRef, paymentId, orderId, state, capturedFen, currency } = payment;
  return { paymentRef, paymentId, orderId, state, capturedFen: capturedFen.toString(), currency };
}

/** Works off kept events as one set; what an event did, or why it did nothing, stays on its row. */
export async function workOffEvents(tx: Tx, inboxIds: readonly string[]): Promise<void> {
  const rows = await tx.sql(openEvents, [inboxIds]);
  const claims = rows.filter((row) => row.kind === 'payment').map(storedClaim);
  const moved = await applyClaims(
    tx,
    claims.filter((claim) => isOurs(claim)),
  );
  await tx.sql(closeEvents, [rows.map((row) => row.id), rows.map((row) => outcomeOf(row, moved))]);
}

function storedClaim(row: InboxRow): Claim {
  const payload = row.payload as Record<keyof Claim, string>;
  return {
    ...payload,
    state: payload.state as Claim['state'],
    currency: 'CNY',
    capturedFen: money.fen(payload.capturedFen),
  };
}

const UUID = /^[0-9a-f-]{36}$/;

/** A valid message about somebody else's payment (another instance on the same key) is not ours to act on. */
function isOurs(claim: Claim): boolean {
  return UUID.test(claim.paymentId) && UUID.test(claim.orderId);
}

function outcomeOf(row: InboxRow, moved: ReadonlySet<string>): string {
  if (row.kind !== 'payment') return 'noted';
  return moved.has((row.payload as { paymentId: string }).paymentId) ? 'applied' : 'nothingToDo';
}
