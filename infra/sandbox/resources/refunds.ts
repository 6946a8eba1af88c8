import { z } from 'zod';
import { outcomeFaults, takeFaults } from '../behaviour';
import { makeId } from '../objects';
import type { Charge, Refund } from '../objects';
import { invalidRequest, noSuch } from '../stripe-problem';
import { bookOnBill, emit, later, seconds } from '../world';
import type { World } from '../world';
import { fen, id, listAnswer, listParams, metadata } from './params';
import { route } from './route';
import type { Route } from './route';

const createParams = z.strictObject({
  payment_intent: id.optional(),
  charge: id.optional(),
  amount: fen.optional(),
  reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer']).optional(),
  metadata: metadata.default({}),
});
type CreateParams = z.infer<typeof createParams>;

function create(world: World, input: CreateParams): Refund {
  const charge = chargeFor(world, input);
  const left = charge.amount - charge.amount_refunded;
  if (left === 0)
    throw invalidRequest(`Charge ${charge.id} has already been refunded.`, {
      code: 'charge_already_refunded',
    });
  const amount = input.amount ?? left;
  if (amount > left) {
    throw invalidRequest(`Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`, {
      param: 'amount',
    });
  }
  const refundId = makeId('re');
  const refund: Refund = world.unit.put('refunds', {
    id: refundId,
    object: 'refund',
    amount,
    currency: charge.currency,
    charge: charge.id,
    payment_intent: charge.payment_intent,
    status: 'succeeded',
    failure_reason: null,
    reason: input.reason ?? null,
    created: seconds(world),
    metadata: input.metadata,
    // The platform's balance may go below zero here: the buyer is not made to wait for it.
    balance_transaction: bookOnBill(world, 'refund', -amount, refundId),
  });
  emit(world, 'refund.created', refund);
  emit(world, 'charge.refunded', addRefunded(world, charge, amount));
  const faults = takeFaults(world.unit, 'refunds.create', outcomeFaults);
  if (faults.lateFailure) later(world, faults.lateFailure.ms, { kind: 'failRefund', refundId });
  return refund;
}

/** The card was closed: the money comes back to the platform and is still owed to the buyer. */
export function failRefund(world: World, refundId: string): void {
  const refund = world.unit.get('refunds', refundId);
  const charge = refund && world.unit.get('charges', refund.charge);
  if (!refund || !charge || refund.status === 'failed') return;
  addRefunded(world, charge, -refund.amount);
  bookOnBill(world, 'refund_failure', refund.amount, refund.id);
  const failed = world.unit.put('refunds', {
    ...refund,
    status: 'failed',
    failure_reason: 'expired_or_canceled_card',
  });
  emit(world, 'refund.failed', failed);
}

function addRefunded(world: World, charge: Charge, amount: number): Charge {
  const refunded = charge.amount_refunded + amount;
  return world.unit.put('charges', {
    ...charge,
    amount_refunded: refunded,
    refunded: refunded === charge.amount,
  });
}

function chargeFor(world: World, input: CreateParams): Charge {
  const intent = input.payment_intent ? world.unit.get('intents', input.payment_intent) : undefined;
  if (input.payment_intent && !intent) throw noSuch('payment_intent', input.payment_intent, 'payment_intent');
  const chargeId = input.charge ?? intent?.latest_charge;
  if (intent && !chargeId)
    throw invalidRequest('This PaymentIntent does not have a successful charge to refund.', {
      param: 'payment_intent',
    });
  if (!chargeId) throw invalidRequest('One of charge or payment_intent is required.', { code: 'parameter_missing' });
  const charge = world.unit.get('charges', chargeId);
  if (!charge) throw noSuch('charge', chargeId, 'charge');
  return charge;
}

export const refundRoutes: Route[] = [
  route('refunds.create', 'POST', '/v1/refunds', createParams, create),
  route(
    'refunds.list',
    'GET',
    '/v1/refunds',
    z.strictObject({ ...listParams, payment_intent: id.optional(), charge: id.optional() }),
    (world, input) => {
      const key = input.payment_intent ?? input.charge;
      return listAnswer(key ? world.unit.find('refunds', key) : world.unit.list('refunds'), input, '/v1/refunds');
    },
  ),
  route('refunds.retrieve', 'GET', '/v1/refunds/:id', z.strictObject({}), (world, _input, params) => {
    const refund = world.unit.get('refunds', params.id ?? '');
    if (!refund) throw noSuch('refund', params.id ?? '');
    return refund;
  }),
];
