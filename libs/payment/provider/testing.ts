import { money } from '@xihuo/kernel';
import type Stripe from 'stripe';
import type { CreateCombined, StartedPayment } from './payment-provider';
import { StripeProvider } from './stripe-provider';
import type { StripeSettings } from './stripe-provider';

interface RunningSandbox {
  origin: string;
  stripe: Stripe;
  webhookSecret: string;
}

/** For tests: the adapter with the real SDK against a real sandbox, which the test starts and stops. */
export interface TestProvider<S extends RunningSandbox> {
  sandbox: S;
  provider: StripeProvider;
  with(settings: Partial<StripeSettings>): StripeProvider;
  /** Two open suppliers and the platform's own receiver of fees. */
  merchants: { first: string; second: string; platform: string };
  order(name: string, changed?: Partial<CreateCombined>): CreateCombined;
  captured(name: string): Promise<StartedPayment>;
}

export async function testProvider<S extends RunningSandbox>(sandbox: S): Promise<TestProvider<S>> {
  const { origin, webhookSecret } = sandbox;
  const settings: StripeSettings = { secretKey: 'sk_test_sandbox', webhookSecret, apiBase: origin };
  const provider = new StripeProvider(settings);
  const open = async (merchantId: string): Promise<string> => {
    const input = { merchantId, name: '示例合作社', uscc: '93000000YY0000000X', idempotencyKey: `open:${merchantId}` };
    return (await provider.openMerchant(input)).merchantRef;
  };
  const merchants = { first: await open('first'), second: await open('second'), platform: await open('platform') };
  const order = (name: string, changed: Partial<CreateCombined> = {}): CreateCombined => ({
    paymentId: name,
    orderId: `order-${name}`,
    description: `西货 Xihuo ${name}`,
    legs: [
      { legId: `${name}-1`, merchantRef: merchants.first, amountFen: money.fen(10_000) },
      { legId: `${name}-2`, merchantRef: merchants.second, amountFen: money.fen(2_345) },
    ],
    returnUrl: 'http://localhost:3000/orders/1',
    idempotencyKey: `pay:${name}`,
    ...changed,
  });
  return {
    sandbox,
    provider,
    with: (changed) => new StripeProvider({ ...settings, ...changed }),
    merchants,
    order,
    async captured(name) {
      const payment = await provider.createCombined(order(name));
      await sandbox.stripe.paymentIntents.confirm(payment.paymentRef, { payment_method: 'pm_card_visa' });
      return payment;
    },
  };
}
