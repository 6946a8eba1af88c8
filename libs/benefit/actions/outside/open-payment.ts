import { fail, machines } from '@xihuo/contract';
import { states } from '@xihuo/kernel';
import { mustBeVersion, type Tx } from '@xihuo/platform';
import type { PaymentFacts } from '../../rules/payment-messages';
import { lockOutsidePayment, type OutsidePaymentRow } from '../../store/outside-payment.sql';
import { notAtThisStep, sideOf, type Side } from '../benefit-kit';

export interface Deciding {
  readonly id: string;
  readonly version: number;
}

/**
 * Holds a payment for a step: whose it is comes first, then whether what was read still stands, then whether it is the time.
 *
 * @throws ProblemError NOT_FOUND, STALE_VERSION, NOT_AT_THIS_STEP
 */
export async function openPayment(
  tx: Tx,
  { id, version }: Deciding,
  event: machines.OutsidePaymentEvent,
  side: Side,
): Promise<OutsidePaymentRow> {
  tx.attempt({ action: `outsidePayment.${event}`, subjectKind: 'outsidePayment', subjectId: id });
  const [row] = await tx.sql(lockOutsidePayment, [...sideOf(tx.actor, side), id]);
  if (!row) throw fail('NOT_FOUND');
  mustBeVersion(row.row_version, version);
  if (states.transition(machines.outsidePaymentStates, row.state, event) === null) throw notAtThisStep(row.state);
  return row;
}

export function factsOf(row: OutsidePaymentRow): PaymentFacts {
  return { supplier: row.supplier_name, household: row.payee_name, fen: row.amount_fen, paidOn: row.paid_on };
}

export function notePayment(tx: Tx, row: Pick<OutsidePaymentRow, 'id' | 'state'>, event: string, after: object): void {
  tx.audit({
    ...{ action: `outsidePayment.${event}`, subjectKind: 'outsidePayment', subjectId: row.id },
    before: { state: row.state },
    after,
  });
}
