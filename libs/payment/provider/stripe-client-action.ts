import type { ClientAction } from './payment-provider';

interface Where {
  apiBase?: string | undefined;
  cashierBase?: string | undefined;
  publishableKey?: string | undefined;
}

/** The sandbox has a cashier's page; with the real Stripe the shop shows Stripe's own form. */
export function clientActionFor(
  where: Where,
  intent: { id: string; client_secret: string | null },
  returnUrl: string,
): ClientAction {
  const clientSecret = intent.client_secret ?? '';
  if (!where.apiBase) return { kind: 'stripe', clientSecret, publishableKey: where.publishableKey ?? null };
  const url = new URL(`/cashier/${intent.id}`, where.cashierBase ?? where.apiBase);
  url.searchParams.set('client_secret', clientSecret);
  url.searchParams.set('return_url', returnUrl);
  return { kind: 'redirect', url: url.href };
}
