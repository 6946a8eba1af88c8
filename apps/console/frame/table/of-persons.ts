import type { RouteKey } from '@xihuo/ui';

/**
 * Lists of natural persons: by name, village, account or telephone. Whoever may read them reads them here, where what is erased is
 * gone; a file goes further than a page and stays, so none is written of them from the page. Where one is needed the server writes
 * it, by numbers.
 */
const OF_PERSONS: ReadonlySet<RouteKey> = new Set<RouteKey>([
  'GET /admission/applications/{id}/households',
  'GET /admission/trail',
  'GET /benefit/agreements',
  'GET /benefit/held-deliveries',
  'GET /benefit/households',
  'GET /benefit/households/{id}/obligations',
  'GET /benefit/outside-payments',
  'GET /benefit/work',
  'GET /ledger/accounts',
  'GET /ledger/accounts/{id}/entries',
  'GET /people',
  'GET /pickups',
  'GET /results/income/rows',
  'GET /settlement/payee-accounts',
  'GET /settlement/payout-batches/{id}/items',
  'GET /settlement/payout-runs/{id}/held',
  'GET /supplier/deliveries',
  'GET /supplier/invoice-requests',
  'GET /supplier/orders',
  'GET /transfer-returns',
]);

export const isOfPersons = (route: RouteKey): boolean => OF_PERSONS.has(route);
