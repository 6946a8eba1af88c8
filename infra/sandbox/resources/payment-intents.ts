import { z } from 'zod';
import { makeId, paymentMethods } from '../objects';
import type { Intent } from '../objects';
import { cancelIntent, confirmIntent, requireStep } from '../payment-flow';
import type { Outcome } from '../payment-flow';
import { invalidRequest, noSuch } from '../stripe-problem';
import { seconds } from '../world';
import type { World } from '../world';
import { currency, fen, id, listAnswer, listParams, metadata, text } from './params';
import { route } from './route';
import type { Answer, Route } from './route';

const expand = z.array(z.literal('latest_charge')).optional();

const createParams = z.strictObject({
  amount: fen,
  currency,
  metadata: metadata.default({}),
  description: text.optional(),
  transfer_group: id.optional(),
  allowed_payment_method_types: z.array(z.enum(paymentMethods)).min(1).default(['card']),
});

/** Stripe's test cards, and one of ours for money that arrives later. */
const testMethods: Record<string, Outcome> = {
  pm_card_visa: 'succeed',
  pm_card_chargeDeclined: 'decline',
  pm_sandbox_later: 'later',
};

const confirmParams = z.strictObject({
  payment_method: z.enum(Object.keys(testMethods) as [string, ...string[]]).optional(),
  payment_method_data: z.strictObject({ type: z.enum(['alipay', 'wechat_pay']) }).optional(),
  payment_method_options: z.looseObject({}).optional(),
  return_url: z.url().optional(),
});

const cancelReasons = ['duplicate', 'fraudulent', 'requested_by_customer', 'abandoned'] as const;

export function intentOf(world: World, intentId: string): Intent {
  const intent = world.unit.get('intents', intentId);
  if (!intent) throw noSuch('payment_intent', intentId, 'intent');
  return intent;
}

export function cashierUrl(origin: string, intent: Intent): string {
  return `${origin}/cashier/${intent.id}?client_secret=${encodeURIComponent(intent.client_secret)}`;
}

function create(world: World, input: z.infer<typeof createParams>): Intent {
  const intentId = makeId('pi');
  return world.unit.put('intents', {
    id: intentId,
    object: 'payment_intent',
    amount: input.amount,
    amount_capturable: 0,
    amount_received: 0,
    currency: input.currency,
    status: 'requires_payment_method',
    client_secret: makeId(`${intentId}_secret`),
    created: seconds(world),
    livemode: false,
    metadata: input.metadata,
    description: input.description ?? null,
    transfer_group: input.transfer_group ?? null,
    capture_method: 'automatic',
    payment_method_types: input.allowed_payment_method_types,
    payment_method: null,
    latest_charge: null,
    last_payment_error: null,
    next_action: null,
    canceled_at: null,
    cancellation_reason: null,
  });
}

function confirm(world: World, intent: Intent, input: z.infer<typeof confirmParams>): Intent | Answer {
  if (input.payment_method_data) return sendToCashier(world, intent, input.return_url ?? null);
  const outcome = testMethods[input.payment_method ?? ''];
  if (!outcome)
    throw invalidRequest('A payment method is required to confirm.', {
      code: 'parameter_missing',
      param: 'payment_method',
    });
  const confirmed = confirmIntent(world, intent, outcome, 'card');
  if (!confirmed.last_payment_error) return confirmed;
  // The attempt happened, so it is kept although the answer is an error.
  return { status: 402, body: { error: { ...confirmed.last_payment_error, payment_intent: confirmed } } };
}

function sendToCashier(world: World, intent: Intent, returnUrl: string | null): Intent {
  requireStep(intent, 'redirect');
  return world.unit.put('intents', {
    ...intent,
    status: 'requires_action',
    next_action: {
      type: 'redirect_to_url',
      redirect_to_url: { url: cashierUrl(world.origin, intent), return_url: returnUrl },
    },
  });
}

/** Stripe's query language, as far as it is needed: `metadata['key']:'value'`. */
function search(world: World, query: string, limit: number): object {
  const match = /^\s*metadata\['([^']+)'\]\s*:\s*'([^']*)'\s*$/.exec(query);
  if (!match) throw invalidRequest("The sandbox searches by metadata['key']:'value' only.", { param: 'query' });
  const found = world.unit.find('intents', `metadata ${match[1]} ${match[2]}`).reverse();
  const url = '/v1/payment_intents/search';
  return {
    object: 'search_result',
    url,
    has_more: found.length > limit,
    next_page: null,
    data: found.slice(0, limit),
  };
}

export const paymentIntentRoutes: Route[] = [
  route('payment_intents.create', 'POST', '/v1/payment_intents', createParams, create),
  route(
    'payment_intents.search',
    'GET',
    '/v1/payment_intents/search',
    z.strictObject({ query: text, limit: listParams.limit }),
    (world, input) => search(world, input.query, input.limit),
  ),
  route('payment_intents.list', 'GET', '/v1/payment_intents', z.strictObject(listParams), (world, input) =>
    listAnswer(world.unit.list('intents'), input, '/v1/payment_intents'),
  ),
  route(
    'payment_intents.retrieve',
    'GET',
    '/v1/payment_intents/:id',
    z.strictObject({ expand, client_secret: id.optional() }),
    (world, input, params) => {
      const intent = intentOf(world, params.id ?? '');
      const charge = input.expand && intent.latest_charge ? world.unit.get('charges', intent.latest_charge) : undefined;
      return charge ? { ...intent, latest_charge: charge } : intent;
    },
  ),
  route('payment_intents.confirm', 'POST', '/v1/payment_intents/:id/confirm', confirmParams, (world, input, params) =>
    confirm(world, intentOf(world, params.id ?? ''), input),
  ),
  route(
    'payment_intents.cancel',
    'POST',
    '/v1/payment_intents/:id/cancel',
    z.strictObject({ cancellation_reason: z.enum(cancelReasons).optional() }),
    (world, input, params) => cancelIntent(world, intentOf(world, params.id ?? ''), input.cancellation_reason ?? null),
  ),
];
