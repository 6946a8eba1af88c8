import { must } from '@xihuo/kernel';
import { paymentParts, TILL, type Till } from '@xihuo/payment';
import type { Database } from '@xihuo/platform';

/** The till as the api makes it, of the settings that matter: where the sandbox is, and its secret of webhooks. */
export function tillOf(database: Database, origin: string, webhookSecret: string): Till {
  const config = {
    ...{
      STRIPE_SECRET_KEY: 'sk_test_sandbox',
      STRIPE_WEBHOOK_SECRET: webhookSecret,
      STRIPE_PUBLISHABLE_KEY: 'pk_test',
    },
    ...{ STRIPE_API_BASE: origin, CASHIER_ORIGIN: origin },
  };
  const made = (paymentParts.providers ?? []) as unknown as {
    provide: unknown;
    useFactory: (...values: unknown[]) => unknown;
  }[];
  const [port, till] = [made.find(({ provide }) => provide !== TILL), made.find(({ provide }) => provide === TILL)];
  must(port && till, 'payment makes its port and its till');
  return till.useFactory(config, database, port.useFactory(config)) as Till;
}
