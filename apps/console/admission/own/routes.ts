import type { RouteObject } from 'react-router';
import { page } from '../../frame/lazy-page';

const AT = 'admission/own';

/** What is asked of a supplier once it is admitted. */
export const ownRoutes: RouteObject[] = [
  { path: AT, ...page(() => import('./own-page'), 'OwnPage') },
  { path: `${AT}/cases/:id`, ...page(() => import('./own-case-page'), 'OwnCasePage') },
  { path: `${AT}/measures/:id`, ...page(() => import('./own-measure-page'), 'OwnMeasurePage') },
  { path: `${AT}/rechecks/:id`, ...page(() => import('./own-recheck-page'), 'OwnRecheckPage') },
];
