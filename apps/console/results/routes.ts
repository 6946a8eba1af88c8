import type { RouteObject } from 'react-router';
import { page } from '../frame/lazy-page';

/** What all of it came to, and the orders behind each figure. */
export const resultRoutes: RouteObject[] = [
  { path: 'results', ...page(() => import('./results-page'), 'ResultsPage') },
  { path: 'results/suppliers', ...page(() => import('./suppliers-behind-page'), 'SuppliersBehindPage') },
  { path: 'results/orders', ...page(() => import('./lines-page'), 'LinesPage') },
];
