import type { z } from 'zod';
import { deliveryRoutes } from '../trace/deliveries';
import { contestRoutes } from './contests';
import { dividendRoutes, distributionRoutes } from './dividends';
import { outsidePaymentRoutes } from './outside-payments';

/** Sums that people type end where the sum of some of them would be no number the database holds. */

const MOST = 1_000_000_000_000;
const yuan = (fen: number) => ({ amount: String(fen), currency: 'CNY' });
const faults = (schema: z.ZodType, body: object) =>
  schema.safeParse(body).error?.issues.map(({ path }) => path.join('/')) ?? [];

test.each<[z.ZodType, string]>([
  [contestRoutes['POST /benefit/contests/{id}/answer'].body, 'add'],
  [contestRoutes['POST /benefit/contests/{id}/decide'].body, 'add'],
  [outsidePaymentRoutes['POST /benefit/outside-payments'].body, 'amount'],
  [dividendRoutes['POST /benefit/pools'].body, 'declared'],
  ...['surplus', 'losses', 'reserve', 'byVolume'].map((field): [z.ZodType, string] => [
    distributionRoutes['POST /benefit/distributions'].body,
    field,
  ]),
])('%#: %s', (schema, field) => {
  expect(faults(schema, { [field]: yuan(MOST) })).not.toContain(`${field}/amount`);
  expect(faults(schema, { [field]: yuan(MOST + 1) })).toContain(`${field}/amount`);
});

test.each(['POST /supplier/deliveries', 'POST /supplier/deliveries/{id}/correction'] as const)(
  '%s: a price is one fen at least and has an end',
  (key) => {
    const wrong = (fen: number) =>
      faults(deliveryRoutes[key].body, { pricePerKg: yuan(fen) }).includes('pricePerKg/amount');
    expect([0, 1, 1_000_000_000, 1_000_000_001].map(wrong)).toEqual([true, false, false, true]);
  },
);
