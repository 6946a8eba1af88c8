import type { BillLine } from '../provider/payment-provider';
import { attemptOf } from './refund-key';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * What of ours a line of the bill is about: `payment:<id>`, `refund:<id>` whichever attempt it was, or `line:<ref>` where it names
 * nothing of ours. The same words stand in SQL, where our side is laid beside it.
 */
export function subjectOf(line: Pick<BillLine, 'kind' | 'ref' | 'paymentId' | 'refundKey'>): string {
  if (line.kind === 'payment' && line.paymentId !== null && UUID.test(line.paymentId))
    return `payment:${line.paymentId}`;
  const attempt = line.kind === 'refund' || line.kind === 'refundFailure' ? attemptOf(line.refundKey) : null;
  return attempt ? `refund:${attempt.id}` : `line:${line.ref}`;
}
