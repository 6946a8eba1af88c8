import type Stripe from 'stripe';
import { toBillLine } from './stripe-views';

const line = (type: string, source: unknown = 'src_1') =>
  toBillLine({ id: 'txn_1', type, amount: -1_000, fee: 0, created: 0, source } as Stripe.BalanceTransaction);

test.each(['stripe_fee', 'payout', 'payout_failure', 'tax_fee'])('%s is none of our business', (type) => {
  expect(line(type).kind).toBe('other');
});

test.each(['adjustment', 'reserve_transaction', 'a_type_of_tomorrow'])('%s is looked at by somebody', (type) => {
  expect(line(type)).toMatchObject({ kind: 'adjustment', paymentRef: null, sourceRef: 'src_1' });
});

test('a chargeback names the payment it takes back', () => {
  const dispute = { id: 'dp_1', object: 'dispute', payment_intent: 'pi_1' };
  expect(line('adjustment', dispute)).toMatchObject({ kind: 'adjustment', paymentRef: 'pi_1', sourceRef: 'dp_1' });
});
