import type { RouteObject } from 'react-router';
import { page } from '../frame/lazy-page';

/** The books, for finance and auditors. */
export const ledgerRoutes: RouteObject[] = [
  { path: 'ledger', ...page(() => import('./trial-balance-page'), 'TrialBalancePage') },
  { path: 'ledger/accounts', ...page(() => import('./accounts-page'), 'AccountsPage') },
  { path: 'ledger/accounts/:id', ...page(() => import('./account-page'), 'AccountPage') },
  { path: 'ledger/groups/:id', ...page(() => import('./group-page'), 'GroupPage') },
  { path: 'ledger/closings', ...page(() => import('./closings-page'), 'ClosingsPage') },
  { path: 'ledger/checks', ...page(() => import('./checks-page'), 'ChecksPage') },
];
