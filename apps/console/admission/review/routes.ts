import type { RouteObject } from 'react-router';
import { page } from '../../frame/lazy-page';
import { withDeeds } from '../../frame/with-deeds';

/** Reviewing, by all who have a part in it. */
export const reviewRoutes: RouteObject[] = [
  { path: 'admission/queue', ...page(() => import('./queue-page'), 'QueuePage') },
  { path: 'admission/applications/:id/desk', ...page(() => import('./desk-page'), 'DeskPage') },
  { path: 'admission/recommendations', ...page(() => import('./track-page'), 'TrackPage') },
  { path: 'admission/inspections', ...page(() => import('./inspections-page'), 'InspectionsPage') },
  { path: 'admission/inspections/:id', ...page(() => import('./inspection-page'), 'InspectionPage') },
  { path: 'admission/trail', ...page(() => withDeeds(import('../trail/trail-page')), 'TrailPage') },
  { path: 'admission/objections', ...page(() => import('./objections-page'), 'ObjectionsPage') },
  { path: 'admission/objections/:id', ...page(() => import('./objection-page'), 'ObjectionPage') },
];
