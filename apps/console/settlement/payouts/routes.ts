import type { RouteObject } from 'react-router';
import { page } from '../../frame/lazy-page';

/** Lists of what is paid out, and the accounts it is paid to. */
export const payoutRoutes: RouteObject[] = [
  { path: 'settlement/payouts', ...page(() => import('./payouts-page'), 'PayoutsPage') },
  { path: 'settlement/payouts/:id', ...page(() => import('./payout-page'), 'PayoutPage') },
  { path: 'settlement/payouts/:id/batches/:batchId', ...page(() => import('./batch-page'), 'BatchPage') },
  { path: 'settlement/accounts', ...page(() => import('./accounts-page'), 'AccountsPage') },
  { path: 'settlement/accounts/:id', ...page(() => import('./payee-page'), 'PayeePage') },
];
