import { machines } from '@xihuo/contract';
import { money, states, time } from '@xihuo/kernel';
import { command, failpoint, type Log } from '@xihuo/platform';
import type { RefundResult } from '../provider/payment-provider';
import { ProviderError } from '../provider/provider-error';
import { refundKey } from '../rules/refund-key';
import { FAILING_ATTEMPTS, oneAtATime } from '../store/bill.sql';
import { keepRecovered, markLost, takeRefunds, type RefundToSend } from '../store/refund.sql';
import { applyRefundClaims, type RefundClaim } from './apply-refund-claims';
import { compareDays } from './reconcile-day';
import type { Till } from './start-payment';

/** Refunds sent in one round; each is a call to the provider, so the number bounds the time. */
const BATCH = 20;
const by = { actor: { kind: 'system', name: 'payment.sendRefunds' }, requestId: 'payment.sendRefunds' } as const;

type Answer = { row: RefundToSend; result?: RefundResult; error?: ProviderError };

/**
 * Sends what is to be paid back: marked and committed, then asked under keys of our own, then the answer kept. No transaction is
 * open while the provider is asked. A crash anywhere sends nothing twice: the provider finds the attempt by our own name.
 */
export async function sendRefunds(till: Till, log: Log): Promise<number> {
  const { view: taken } = await command(till.database, { name: 'payment.takeRefunds', ...by }, (tx) =>
    tx.sql(takeRefunds, [tx.now, BATCH, till.providerName]),
  );
  if (taken.length === 0) return 0;
  failpoint('payment.refund:beforeCall');
  const answers = await Promise.all(taken.map((row) => send(till, row)));
  failpoint('payment.refund:afterCall');
  for (const { row, error } of answers)
    if (error) log.error({ err: error, refund: row.id }, 'a refund could not be sent');
  await command(till.database, { name: 'payment.keepRefunds', ...by }, async (tx) => {
    const lost = answers.filter((answer) => answer.error?.failure === 'unknown').map((answer) => answer.row);
    await tx.sql(markLost, [
      lost.map((row) => row.id),
      lost.map((row) => row.attempt),
      states.statesBefore(machines.refundStates, 'lost'),
    ]);
    await applyRefundClaims(tx, answers.flatMap(claimOf));
    const told = answers.flatMap(({ row, result }) => (result ? [{ row, result }] : []));
    await tx.sql(keepRecovered, [
      told.map(({ row }) => row.id),
      told.map(({ result }) => result.recoveredFen.toString()),
      told.map(({ result }) => result.shortfallFen.toString()),
    ]);
  });
  await caseOfFailing(till, answers);
  return taken.length;
}

/** What has failed too often is laid before finance at once; where this is not reached, the next comparison does. */
async function caseOfFailing(till: Till, answers: readonly Answer[]): Promise<void> {
  const isFailing = answers.some(
    (answer) => answer.row.attempt >= FAILING_ATTEMPTS && claimOf(answer)[0]?.state === 'failed',
  );
  if (!isFailing) return;
  await command(till.database, { name: 'payment.failingRefunds', ...by }, async (tx) => {
    await tx.sql(oneAtATime, [till.providerName]);
    await compareDays(tx, till.providerName, [time.businessDate(tx.now)]);
  });
}

async function send(till: Till, row: RefundToSend): Promise<Answer> {
  const key = refundKey(row.id, row.attempt);
  try {
    const result = await till.provider.refund({
      paymentRef: row.provider_payment,
      legId: row.supplier_order_id,
      amountFen: money.fen(row.amount_fen),
      refundId: key,
      idempotencyKey: `refund:${key}`,
    });
    return { row, result };
  } catch (error) {
    if (error instanceof ProviderError) return { row, error };
    // What is not even an answer of the provider decides nothing about the money either.
    return { row, error: new ProviderError('unknown', 'notAnAnswer', { cause: error }) };
  }
}

/** An unknown outcome claims nothing: it is asked again. A refusal is a failed attempt, which will be tried anew. */
function claimOf({ row, result, error }: Answer): RefundClaim[] {
  const head = { refundKey: refundKey(row.id, row.attempt), amountFen: money.fen(row.amount_fen) };
  if (result) return [{ ...head, refundRef: result.refundRef, state: result.state, amountFen: result.amountFen }];
  if (error && error.failure !== 'unknown') return [{ ...head, refundRef: null, state: 'failed', failure: error.code }];
  return [];
}
