import { attemptOf } from './refund-key';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** How a provider names a chargeback. */
const DISPUTE = /^(dp|du)_/;

/** What a line of a provider's bill says of whom it is about. */
export interface Named {
  readonly kind: string;
  readonly ref: string;
  readonly paymentId: string | null;
  readonly refundKey: string | null;
  readonly sourceRef?: string | null;
}

/**
 * What of ours a line of the bill is about: `payment:<id>`, `refund:<id>` whichever attempt it was, `dispute:<ref>` of what a payer's bank
 * takes back or gives back, or `line:<ref>` where it names nothing of ours. The same words stand in SQL, where our side is laid beside it.
 */
export function subjectOf(line: Named): string {
  if (line.kind === 'payment' && line.paymentId !== null && UUID.test(line.paymentId))
    return `payment:${line.paymentId}`;
  if (line.kind === 'adjustment' && line.sourceRef && DISPUTE.test(line.sourceRef)) return `dispute:${line.sourceRef}`;
  const attempt = line.kind === 'refund' || line.kind === 'refundFailure' ? attemptOf(line.refundKey) : null;
  return attempt ? `refund:${attempt.id}` : `line:${line.ref}`;
}
