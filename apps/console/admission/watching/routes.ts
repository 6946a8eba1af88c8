import type { RouteObject } from 'react-router';
import { page } from '../../frame/lazy-page';

const AT = 'admission/watching';

/** Watching, seen by those who review, audit and recommend. */
export const watchingRoutes: RouteObject[] = [
  { path: AT, ...page(() => import('./overview-page'), 'OverviewPage') },
  { path: `${AT}/cases`, ...page(() => import('./cases-page'), 'CasesPage') },
  { path: `${AT}/cases/:id`, ...page(() => import('./case-page'), 'CasePage') },
];
