import type { RouteObject } from 'react-router';
import { page } from '../../frame/lazy-page';

/** What is put right with suppliers after a statement. */
export const adjustmentRoutes: RouteObject[] = [
  { path: 'settlement/adjustments', ...page(() => import('./adjustments-page'), 'AdjustmentsPage') },
  { path: 'settlement/adjustments/:id', ...page(() => import('./adjustment-page'), 'AdjustmentPage') },
];
