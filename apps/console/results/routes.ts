import type { RouteObject } from 'react-router';
import { page } from '../frame/lazy-page';

/** What all of it came to, and the orders, households and suppliers behind each figure. */
export const resultRoutes: RouteObject[] = [
  { path: 'results', ...page(() => import('./results-page'), 'ResultsPage') },
  { path: 'results/suppliers', ...page(() => import('./suppliers-behind-page'), 'SuppliersBehindPage') },
  { path: 'results/households', ...page(() => import('./households-behind-page'), 'HouseholdsBehindPage') },
  { path: 'results/orders', ...page(() => import('./lines-page'), 'LinesPage') },
];
