import type { RouteObject } from 'react-router';
import { page } from '../frame/lazy-page';

/** Where goods come from: the scale, deliveries, lots. */
export const traceRoutes: RouteObject[] = [
  { path: 'trace/scale', ...page(() => import('./scale/scale-page'), 'ScalePage') },
  { path: 'trace/deliveries', ...page(() => import('./deliveries-page'), 'DeliveriesPage') },
  { path: 'trace/deliveries/:id', ...page(() => import('./delivery-page'), 'DeliveryPage') },
  { path: 'trace/deliveries/:id/correct', ...page(() => import('./correct-page'), 'CorrectPage', ['supplier']) },
  { path: 'trace/lots', ...page(() => import('./lots/lots-page'), 'LotsPage') },
  { path: 'trace/lots/:id', ...page(() => import('./lots/lot-page'), 'LotPage') },
  { path: 'trace/processings', ...page(() => import('./lots/processings-page'), 'ProcessingsPage') },
  { path: 'trace/processings/new', ...page(() => import('./lots/processing-page'), 'NewProcessingPage') },
  { path: 'trace/recalls', ...page(() => import('./lots/recalls-page'), 'RecallsPage') },
  { path: 'trace/recalls/:id', ...page(() => import('./lots/recall-page'), 'RecallPage') },
  { path: 'trace/feedback', ...page(() => import('./feedback-page'), 'LotFeedbackPage') },
  { path: 'trace/order-lines/:id', ...page(() => import('./lots/origin-page'), 'OriginPage') },
];
