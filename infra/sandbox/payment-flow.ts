import { outcomeFaults, takeFaults } from './behaviour';
import { makeId } from './objects';
import type { Charge, Intent, IntentStatus, PaymentMethod } from './objects';
import { invalidRequest } from './stripe-problem';
import { bookOnBill, emit, later, seconds } from './world';
import type { World } from './world';

/** What the payer decided, or what a test card stands for. */
export type Outcome = 'succeed' | 'decline' | 'later';

type Step = 'confirm' | 'settle' | 'cancel' | 'redirect';
const allowed: Record<IntentStatus, readonly Step[]> = {
  requires_payment_method: ['confirm', 'redirect', 'cancel'],
  requires_action: ['confirm', 'redirect', 'cancel'],
  processing: ['settle'],
  succeeded: [],
  canceled: [],
};

const laterMs = 15_000;

export function mayStep(intent: Intent, step: Step): boolean {
  return allowed[intent.status].includes(step);
}

export function requireStep(intent: Intent, step: Step): void {
  if (mayStep(intent, step)) return;
  throw invalidRequest(`You cannot ${step} this PaymentIntent because it has a status of ${intent.status}.`, {
    code: 'payment_intent_unexpected_state',
  });
}

export function confirmIntent(world: World, intent: Intent, outcome: Outcome, method: PaymentMethod): Intent {
  requireStep(intent, 'confirm');
  const faults = takeFaults(world.unit, 'payment_intents.confirm', outcomeFaults);
  const chosen: Intent = { ...intent, payment_method: `pm_sandbox_${method}`, next_action: null };
  if (faults.decline || outcome === 'decline') return decline(world, chosen);
  if (faults.lateFailure) return wait(world, chosen, 'decline', faults.lateFailure.ms);
  if (outcome === 'later') return wait(world, chosen, 'succeed', laterMs);
  return succeed(world, chosen, method);
}

/** The end of a payment that was `processing`: days later for a bank, seconds here. */
export function settleIntent(world: World, intentId: string, outcome: 'succeed' | 'decline'): void {
  const intent = world.unit.get('intents', intentId);
  if (!intent || !mayStep(intent, 'settle')) return;
  if (outcome === 'decline') decline(world, intent);
  else succeed(world, intent, methodOf(intent));
}

export function cancelIntent(world: World, intent: Intent, reason: string | null): Intent {
  requireStep(intent, 'cancel');
  const canceled = world.unit.put('intents', {
    ...intent,
    status: 'canceled',
    next_action: null,
    canceled_at: seconds(world),
    cancellation_reason: reason,
  });
  emit(world, 'payment_intent.canceled', canceled);
  return canceled;
}

function wait(world: World, intent: Intent, outcome: 'succeed' | 'decline', ms: number): Intent {
  const processing = world.unit.put('intents', { ...intent, status: 'processing', last_payment_error: null });
  emit(world, 'payment_intent.processing', processing);
  later(world, ms, { kind: 'settle', intentId: intent.id, outcome });
  return processing;
}

function decline(world: World, intent: Intent): Intent {
  const declined = world.unit.put('intents', {
    ...intent,
    status: 'requires_payment_method',
    payment_method: null,
    last_payment_error: {
      type: 'card_error',
      code: 'card_declined',
      decline_code: 'generic_decline',
      message: 'The payment was declined.',
    },
  });
  emit(world, 'payment_intent.payment_failed', declined);
  return declined;
}

function succeed(world: World, intent: Intent, method: PaymentMethod): Intent {
  const chargeId = makeId('ch');
  const charge: Charge = world.unit.put('charges', {
    id: chargeId,
    object: 'charge',
    amount: intent.amount,
    amount_captured: intent.amount,
    amount_refunded: 0,
    currency: intent.currency,
    captured: true,
    paid: true,
    refunded: false,
    status: 'succeeded',
    created: seconds(world),
    livemode: false,
    metadata: intent.metadata,
    payment_intent: intent.id,
    payment_method_details: { type: method },
    transfer_group: intent.transfer_group,
    balance_transaction: bookOnBill(world, 'charge', intent.amount, chargeId),
  });
  const paid = world.unit.put('intents', {
    ...intent,
    status: 'succeeded',
    amount_received: intent.amount,
    latest_charge: charge.id,
    last_payment_error: null,
  });
  emit(world, 'payment_intent.succeeded', paid);
  return paid;
}

function methodOf(intent: Intent): PaymentMethod {
  return intent.payment_method_types.find((type) => intent.payment_method === `pm_sandbox_${type}`) ?? 'card';
}
