import { attemptOf } from './refund-key';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What a line of a provider's bill says of whom it is about. */
export interface Named {
  readonly kind: string;
  readonly ref: string;
  readonly paymentId: string | null;
  readonly refundKey: string | null;
}

/**
 * What of ours a line of the bill is about: `payment:<id>`, `refund:<id>` whichever attempt it was, or `line:<ref>` where it names
 * nothing of ours. The same words stand in SQL, where our side is laid beside it.
 */
export function subjectOf(line: Named): string {
  if (line.kind === 'payment' && line.paymentId !== null && UUID.test(line.paymentId))
    return `payment:${line.paymentId}`;
  const attempt = line.kind === 'refund' || line.kind === 'refundFailure' ? attemptOf(line.refundKey) : null;
  return attempt ? `refund:${attempt.id}` : `line:${line.ref}`;
}
