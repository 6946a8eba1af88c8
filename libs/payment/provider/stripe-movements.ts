import { machines } from '@xihuo/contract';
import { money } from '@xihuo/kernel';
import type Stripe from 'stripe';
import { heldFen, overpaidFen, refundableFen, splittableFen } from '../rules/leg-room';
import { isSameRefund } from '../rules/refund-key';
import type { Movement, RefundLeg, RefundResult, Release, Split, Unsplit } from './payment-provider';
import { asUnknown, rejected, unknown } from './provider-error';
import { isRejected, stripeCall } from './stripe-call';
import { all, readLeg, remainingFen } from './stripe-legs';
import type { LegRecord, TransferKind } from './stripe-legs';
import { toRefundState } from './stripe-views';

/** Money on a captured leg: split, release, and back again. */
export async function split(stripe: Stripe, input: Split): Promise<Movement> {
  const record = await readLeg(stripe, input.paymentRef, input.legId);
  const done = earlier(record, 'split', input.splitId, input.amountFen, input.receiverRef);
  if (done) return done;
  if (input.amountFen > splittableFen(record.state)) throw rejected('splitTooLarge');
  return transfer(stripe, record, 'split', input.splitId, input.receiverRef, input);
}

export async function release(stripe: Stripe, input: Release): Promise<Movement> {
  const record = await readLeg(stripe, input.paymentRef, input.legId);
  const done = earlier(record, 'release', input.releaseId, input.amountFen, record.leg.merchantRef);
  if (done) return done;
  if (input.amountFen > heldFen(record.state)) throw rejected('releaseTooLarge');
  return transfer(stripe, record, 'release', input.releaseId, record.leg.merchantRef, input);
}

export async function unsplit(stripe: Stripe, input: Unsplit): Promise<Movement> {
  const params = { amount: toStripeAmount(input.amountFen) };
  const options = { idempotencyKey: input.idempotencyKey };
  const reversal = await stripeCall(() => stripe.transfers.createReversal(input.splitRef, params, options));
  return { ref: reversal.id, amountFen: money.fen(reversal.amount) };
}

/**
 * The buyer first, on time; then what was already released comes back from the sub-merchant. Repeating the call after a
 * crash in between finds the refund made, by whichever attempt, and takes back only what is still missing. A refusal (`declined`,
 * `rejected`) says that no money has left: once it may have, whatever goes wrong is `unknown`.
 */
export async function refund(stripe: Stripe, input: RefundLeg): Promise<RefundResult> {
  const before = await readLeg(stripe, input.paymentRef, input.legId);
  const known = madeBefore(before.refunds, input.refundId);
  if (known && !isAsked(known, input)) throw rejected('idReused');
  const made = known ?? (await pay(stripe, input, before));
  try {
    if (!isAsked(made, input)) throw unknown('answerDiffers');
    const state = toRefundState(made.status);
    const recovered = state === 'failed' ? nothing : await takeBack(stripe, input);
    return { refundRef: made.id, state, amountFen: money.fen(made.amount), ...recovered };
  } catch (error) {
    throw asUnknown(error);
  }
}

const nothing = { recoveredFen: money.ZERO, shortfallFen: money.ZERO };

/** What an earlier attempt has paid counts as made, though we may never have heard of it; one that failed there only for itself. */
function madeBefore(refunds: readonly Stripe.Refund[], refundId: string): Stripe.Refund | undefined {
  const ours = refunds.filter((candidate) => isSameRefund(candidate.metadata?.refund_id, refundId));
  return (
    ours.find((candidate) => toRefundState(candidate.status) !== 'failed') ??
    ours.find((candidate) => candidate.metadata?.refund_id === refundId)
  );
}

const isAsked = (made: Stripe.Refund, input: RefundLeg): boolean =>
  made.metadata?.leg_id === input.legId && BigInt(made.amount) === input.amountFen;

function pay(stripe: Stripe, input: RefundLeg, before: LegRecord): Promise<Stripe.Refund> {
  if (input.amountFen > refundableFen(before.state)) throw rejected('refundTooLarge');
  const params: Stripe.RefundCreateParams = {
    payment_intent: input.paymentRef,
    amount: toStripeAmount(input.amountFen),
    reason: 'requested_by_customer',
    metadata: { refund_id: input.refundId, leg_id: input.legId },
  };
  return stripeCall(() => stripe.refunds.create(params, { idempotencyKey: input.idempotencyKey }));
}

async function takeBack(
  stripe: Stripe,
  input: RefundLeg,
): Promise<Pick<RefundResult, 'recoveredFen' | 'shortfallFen'>> {
  const { state, transfers } = await readLeg(stripe, input.paymentRef, input.legId);
  let missing = overpaidFen(state);
  const releases = transfers.filter((candidate) => candidate.metadata.kind === 'release').reverse();
  let recovered: bigint = await takenBefore(stripe, releases, input.refundId);
  for (const released of releases) {
    const amount = missing < remainingFen(released) ? missing : remainingFen(released);
    if (amount === 0n || !(await reverse(stripe, released.id, amount, input))) continue;
    missing = money.fen(missing - amount);
    recovered += amount;
  }
  return { recoveredFen: money.fen(recovered), shortfallFen: missing };
}

/** What this refund has taken back already: told by the reversals, which name it, so that no crash forgets it. */
async function takenBefore(stripe: Stripe, releases: readonly Stripe.Transfer[], refundId: string): Promise<money.Fen> {
  const reversed = releases.filter((transfer) => transfer.amount_reversed > 0);
  const pages = await stripeCall(() =>
    Promise.all(reversed.map((transfer) => all(stripe.transfers.listReversals(transfer.id, { limit: 100 })))),
  );
  const ours = pages.flat().filter((reversal) => isSameRefund(reversal.metadata?.refund_id, refundId));
  return money.sum(ours.map((reversal) => money.fen(reversal.amount)));
}

/** False when the sub-merchant holds too little: then it is a debt, and the ledger's matter. */
async function reverse(
  stripe: Stripe,
  transferRef: string,
  amountFen: money.Fen,
  { refundId, idempotencyKey }: RefundLeg,
): Promise<boolean> {
  try {
    const params = { amount: toStripeAmount(amountFen), metadata: { refund_id: refundId } };
    const options = { idempotencyKey: `${idempotencyKey}:${transferRef}:${amountFen}` };
    await stripeCall(() => stripe.transfers.createReversal(transferRef, params, options));
    return true;
  } catch (error) {
    if (isRejected(error, 'balance_insufficient')) return false;
    throw error;
  }
}

/** Our own id decides whether it was done before: Stripe forgets idempotency keys after a day. */
function earlier(record: LegRecord, kind: TransferKind, id: string, amountFen: money.Fen, to: string): Movement | null {
  const done = record.transfers.find((candidate) => candidate.metadata.movement_id === id);
  if (!done) return null;
  const isSame = done.metadata.kind === kind && BigInt(done.amount) === amountFen && done.destination === to;
  if (!isSame) throw rejected('idReused');
  return { ref: done.id, amountFen };
}

async function transfer(
  stripe: Stripe,
  record: LegRecord,
  kind: TransferKind,
  id: string,
  destination: string,
  input: { amountFen: money.Fen; idempotencyKey: string },
): Promise<Movement> {
  const params: Stripe.TransferCreateParams = {
    amount: toStripeAmount(input.amountFen),
    currency: 'cny',
    destination,
    // Ties the money to this buyer's payment: it can never be paid out of another's.
    source_transaction: record.chargeRef,
    transfer_group: record.transferGroup,
    metadata: { kind, movement_id: id, leg_id: record.leg.legId },
  };
  const made = await stripeCall(() => stripe.transfers.create(params, { idempotencyKey: input.idempotencyKey }));
  return { ref: made.id, amountFen: money.fen(made.amount) };
}

/** Eight digits, ¥999,999.99, is the most Stripe takes at once. */
const stripeMaxFen = machines.PAYMENT_AT_ONCE.fen;

export function toStripeAmount(amountFen: money.Fen): number {
  if (amountFen <= 0n || amountFen > stripeMaxFen) throw rejected('amountOutOfRange');
  return Number(amountFen);
}
