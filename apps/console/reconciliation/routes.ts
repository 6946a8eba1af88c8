import type { RouteObject } from 'react-router';
import { page } from '../frame/lazy-page';

/** The provider's bill beside our payments and books, for finance and auditors. */
export const reconciliationRoutes: RouteObject[] = [
  { path: 'payment/differences', ...page(() => import('./differences-page'), 'DifferencesPage') },
  { path: 'payment/differences/:id', ...page(() => import('./difference-page'), 'DifferencePage') },
  { path: 'payment/bill-days', ...page(() => import('./days-page'), 'DaysPage') },
];
