import { needWords } from '@xihuo/ui';
import type { RouteObject } from 'react-router';
import { page } from '../../frame/lazy-page';
import { viewingWords } from '../../identity/viewing/words';

const AT = 'admission/watching';

/** Watching, seen by those who review, audit and recommend. */
export const watchingRoutes: RouteObject[] = [
  { path: AT, ...page(() => import('./overview-page'), 'OverviewPage') },
  { path: `${AT}/cases`, ...page(() => import('./cases-page'), 'CasesPage') },
  { path: `${AT}/cases/:id`, ...page(() => import('./case-page'), 'CasePage') },
  { path: `${AT}/measures`, ...page(() => import('./measures-page'), 'MeasuresPage') },
  { path: `${AT}/measures/:id`, ...page(() => import('./measure-page'), 'MeasurePage') },
  { path: `${AT}/appeals`, ...page(() => import('./appeals-page'), 'AppealsPage') },
  { path: `${AT}/appeals/:id`, ...page(() => import('./appeals-page'), 'AppealPage') },
  { path: `${AT}/certificates`, ...page(() => import('./certificates-page'), 'CertificatesPage') },
  { path: `${AT}/rechecks`, ...page(() => import('./rechecks-page'), 'RechecksPage') },
  { path: `${AT}/rechecks/:id`, ...page(() => import('./rechecks-page'), 'RecheckPage') },
  { path: `${AT}/spot-checks`, ...page(() => import('./spot-checks-page'), 'SpotChecksPage') },
  { path: `${AT}/spot-checks/:id`, ...page(() => import('./spot-check-page'), 'SpotCheckPage') },
  { path: `${AT}/exits`, ...page(() => import('./exits-page'), 'ExitsPage') },
  { path: `${AT}/exits/:id`, ...page(() => import('./exits-page'), 'ExitPage') },
  // Finance follows what an exit leaves to be paid, and sees nothing else of watching.
  { path: 'admission/exits', ...page(() => import('./exits-page'), 'ExitsPage') },
  {
    path: `${AT}/suppliers/:id`,
    ...page(() => needWords([viewingWords]).then(() => import('./supplier-page')), 'SupplierPage'),
  },
];
