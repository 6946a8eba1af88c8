import type { RouteObject } from 'react-router';
import { page } from '../frame/lazy-page';

/** Where goods come from: the scale, deliveries, lots. */
export const traceRoutes: RouteObject[] = [
  { path: 'trace/scale', ...page(() => import('./scale/scale-page'), 'ScalePage') },
  { path: 'trace/deliveries', ...page(() => import('./deliveries-page'), 'DeliveriesPage') },
  { path: 'trace/deliveries/:id', ...page(() => import('./delivery-page'), 'DeliveryPage') },
  { path: 'trace/deliveries/:id/correct', ...page(() => import('./correct-page'), 'CorrectPage') },
  { path: 'trace/lots', ...page(() => import('./lots-page'), 'LotsPage') },
];
