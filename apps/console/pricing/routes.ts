import type { RouteObject } from 'react-router';
import { page } from '../frame/lazy-page';

/** What sending costs, and what is taken off. */
export const pricingRoutes: RouteObject[] = [
  { path: 'ordering/pickups', ...page(() => import('../ordering/pickups-page'), 'PickupsPage') },
  { path: 'ordering/freight', ...page(() => import('./freight-page'), 'FreightPage') },
  { path: 'ordering/promotions', ...page(() => import('./promotions-page'), 'OwnPromotionsPage') },
  { path: 'channels/promotions', ...page(() => import('./promotions-page'), 'PlatformPromotionsPage') },
];
