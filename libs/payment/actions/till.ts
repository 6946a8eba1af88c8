import { CONFIG, DATABASE, type Config, type Database, type Kit } from '@xihuo/platform';
import type { PaymentProvider } from '../provider/payment-provider';
import { StripeProvider } from '../provider/stripe-provider';
import type { Till } from './start-payment';

/** The payment port, by whichever institution the settings name. */
export const PAYMENT_PROVIDER = Symbol('PaymentProvider');
export const TILL = Symbol('Till');

export function providerOf(config: Config): PaymentProvider {
  return new StripeProvider({
    secretKey: config.STRIPE_SECRET_KEY,
    webhookSecret: config.STRIPE_WEBHOOK_SECRET,
    publishableKey: config.STRIPE_PUBLISHABLE_KEY,
    apiBase: config.STRIPE_API_BASE,
    cashierBase: config.CASHIER_ORIGIN,
  });
}

export function makeTill(config: Config, database: Database, provider: PaymentProvider): Till {
  return { database, provider, providerName: config.STRIPE_API_BASE ? 'sandbox' : 'stripe' };
}

export const tillProviders = [
  { provide: PAYMENT_PROVIDER, useFactory: providerOf, inject: [CONFIG] },
  { provide: TILL, useFactory: makeTill, inject: [CONFIG, DATABASE, PAYMENT_PROVIDER] },
];

export function tillOf(kit: Kit): Till {
  return kit.get<Till>(TILL);
}
