import type { RouteObject } from 'react-router';
import { page } from '../frame/lazy-page';

/** What links a supplier with its households: agreements, dues, dividends. */
export const benefitRoutes: RouteObject[] = [
  { path: 'benefit/agreements', ...page(() => import('./agreements-page'), 'AgreementsPage') },
  { path: 'benefit/agreements/new', ...page(() => import('./agreement-form-page'), 'NewAgreementPage', ['supplier']) },
  { path: 'benefit/agreements/:id', ...page(() => import('./agreement-page'), 'AgreementPage') },
  {
    path: 'benefit/agreements/:id/edit',
    ...page(() => import('./agreement-form-page'), 'EditAgreementPage', ['supplier']),
  },
  {
    path: 'benefit/agreements/:id/amend',
    ...page(() => import('./agreement-form-page'), 'AmendAgreementPage', ['supplier']),
  },
  { path: 'benefit/held', ...page(() => import('./held-page'), 'HeldPage') },
  { path: 'benefit/households', ...page(() => import('./households-page'), 'HouseholdsPage') },
  { path: 'benefit/households/:id', ...page(() => import('./household-page'), 'HouseholdPage') },
  { path: 'benefit/work', ...page(() => import('./work/works-page'), 'WorksPage') },
  { path: 'benefit/work/new', ...page(() => import('./work/sheet-page'), 'WorkSheetPage') },
  { path: 'benefit/work/months', ...page(() => import('./work/months-page'), 'WorkMonthsPage') },
  { path: 'benefit/work/:id', ...page(() => import('./work/work-page'), 'WorkPage') },
  {
    path: 'benefit/work/:id/correct',
    ...page(() => import('./work/correct-work-page'), 'CorrectWorkPage', ['supplier']),
  },
  { path: 'benefit/outside-payments', ...page(() => import('./outside-page'), 'OutsidePaymentsPage') },
  { path: 'benefit/collectives', ...page(() => import('./collectives-page'), 'CollectivesPage') },
  { path: 'benefit/collectives/:supplier/:id', ...page(() => import('./collective-page'), 'CollectivePage') },
  { path: 'benefit/contests', ...page(() => import('./contests-page'), 'ContestsPage') },
  { path: 'benefit/pools', ...page(() => import('./pools-page'), 'PoolsPage') },
  { path: 'benefit/pools/new', ...page(() => import('./pool-form-page'), 'PoolFormPage') },
  { path: 'benefit/pools/:id', ...page(() => import('./pool-page'), 'PoolPage') },
  { path: 'benefit/distributions', ...page(() => import('./distributions-page'), 'DistributionsPage') },
  { path: 'benefit/distributions/new', ...page(() => import('./distribution-form-page'), 'DistributionFormPage') },
  { path: 'benefit/distributions/:id', ...page(() => import('./distribution-page'), 'DistributionPage') },
];
