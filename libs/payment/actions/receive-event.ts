import type { Tx } from '@xihuo/platform';
import { money } from '@xihuo/kernel';
import type { ProviderEvent } from '../provider/payment-provider';
import { attemptOf } from '../rules/refund-key';
import { closeEvents, keepEvent, openEvents, type InboxRow } from '../store/inbox.sql';
import { applyChargebacks, type ChargebackClaim } from './apply-chargebacks';
import { applyClaims, type Claim } from './apply-claims';
import { applyMerchantClaims, type MerchantClaim } from './apply-merchant-claims';
import { applyRefundClaims, type RefundClaim } from './apply-refund-claims';

/** Keeps an event in the inbox and asks for it to be worked off; a repeat of one that is kept does nothing. */
export async function receiveEvent(tx: Tx, provider: string, event: ProviderEvent): Promise<void> {
  const { providerPayment, payload } = keptOf(event);
  const [row] = await tx.sql(keepEvent, [
    provider,
    event.eventRef,
    event.kind,
    providerPayment,
    JSON.stringify(payload),
  ]);
  if (row) tx.emit('providerEventReceived', { inboxId: row.id });
}

/** What is kept of an event: ids and amounts, nothing about the payer. */
function keptOf(event: ProviderEvent): { providerPayment: string | null; payload: Record<string, string | null> } {
  if (event.kind === 'payment') return { providerPayment: event.payment.paymentRef, payload: claimOf(event.payment) };
  if (event.kind === 'merchant') {
    const { merchantRef, state } = event.merchant;
    return { providerPayment: null, payload: { merchantRef, state, toldAt: event.at.toISOString() } };
  }
  if (event.kind === 'dispute') {
    const { disputeRef, paymentRef, amountFen, state } = event;
    const payload = { disputeRef, paymentRef, amountFen: amountFen.toString(), state, toldAt: event.at.toISOString() };
    return { providerPayment: paymentRef, payload };
  }
  if (event.kind !== 'refund') return { providerPayment: null, payload: {} };
  const { refundId, refundRef, state, amountFen } = event;
  const payload = { refundKey: refundId, refundRef, state, amountFen: amountFen.toString() };
  return { providerPayment: event.paymentRef, payload };
}

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
  const refunds = await applyRefundClaims(tx, rows.filter((row) => row.kind === 'refund').map(storedRefund));
  for (const id of refunds) moved.add(id);
  const merchants = rows.filter((row) => row.kind === 'merchant' && 'merchantRef' in (row.payload as object));
  for (const provider of new Set(merchants.map((row) => row.provider))) {
    const told = merchants.filter((row) => row.provider === provider).map(storedMerchant);
    for (const account of await applyMerchantClaims(tx, provider, told)) moved.add(account);
  }
  const disputes = rows.filter((row) => row.kind === 'dispute');
  for (const provider of new Set(disputes.map((row) => row.provider))) {
    const told = disputes.filter((row) => row.provider === provider).map(storedDispute);
    for (const ref of await applyChargebacks(tx, provider, told)) moved.add(ref);
  }
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

function storedRefund(row: InboxRow): RefundClaim {
  const payload = row.payload as Record<keyof RefundClaim, string>;
  return { ...payload, state: payload.state as RefundClaim['state'], amountFen: money.fen(payload.amountFen) };
}

function storedMerchant(row: InboxRow): MerchantClaim {
  const payload = row.payload as Record<'merchantRef' | 'state' | 'toldAt', string>;
  return { ...payload, state: payload.state as MerchantClaim['state'], toldAt: new Date(payload.toldAt) };
}

function storedDispute(row: InboxRow): ChargebackClaim {
  const payload = row.payload as Record<keyof ChargebackClaim, string>;
  return {
    ...payload,
    state: payload.state as ChargebackClaim['state'],
    amountFen: money.fen(payload.amountFen),
    toldAt: new Date(payload.toldAt),
  };
}

/** Kinds of events that may do something; all others are noted. */
const ACTED_ON = ['payment', 'refund', 'merchant', 'dispute'];
const UUID = /^[0-9a-f-]{36}$/;

/** A valid message about somebody else's payment (another instance on the same key) is not ours to act on. */
function isOurs(claim: Claim): boolean {
  return UUID.test(claim.paymentId) && UUID.test(claim.orderId);
}

function outcomeOf(row: InboxRow, moved: ReadonlySet<string>): string {
  if (!ACTED_ON.includes(row.kind)) return 'noted';
  const { paymentId, refundKey, merchantRef, disputeRef } = row.payload as {
    disputeRef?: string;
    paymentId?: string;
    refundKey?: string | null;
    merchantRef?: string;
  };
  const subject = paymentId ?? merchantRef ?? disputeRef ?? attemptOf(refundKey ?? null)?.id;
  return subject !== undefined && moved.has(subject) ? 'applied' : 'nothingToDo';
}
