import { adjustmentRoutes } from './settlement/adjustments/routes';
import { payoutRoutes } from './settlement/payouts/routes';
import { createBrowserRouter } from 'react-router';
import { ownRoutes } from './admission/own/routes';
import { reviewRoutes } from './admission/review/routes';
import { benefitRoutes } from './benefit/routes';
import { channelRoutes } from './catalogue/channels/routes';
import { disputeRoutes } from './dispute/routes';
import { ledgerRoutes } from './ledger/routes';
import { reconciliationRoutes } from './reconciliation/routes';
import { pricingRoutes } from './pricing/routes';
import { watchingRoutes } from './admission/watching/routes';
import { page } from './frame/lazy-page';
import { resultRoutes } from './results/routes';
import { RouteFailed } from './frame/route-failed';
import { traceRoutes } from './trace/routes';
import { needWords } from '@xihuo/ui';
import { offeringWords } from './identity/offering/words';
import { Shell } from './frame/shell';
import { NoSuchPage } from './frame/views';

export const router = createBrowserRouter(
  [
    {
      path: 'register',
      errorElement: <RouteFailed />,
      hydrateFallbackElement: <div />,
      ...page(() => import('./identity/register-page'), 'RegisterPage'),
    },
    {
      element: <Shell />,
      errorElement: <RouteFailed />,
      hydrateFallbackElement: <div />,
      children: [
        { index: true, ...page(() => import('./home/home-page'), 'HomePage') },
        {
          path: 'admission/apply',
          ...page(() => import('./admission/apply/my-applications-page'), 'MyApplicationsPage'),
        },
        {
          path: 'admission/apply/:id',
          ...page(() => import('./admission/apply/application-desk-page'), 'ApplicationDeskPage'),
        },
        { path: 'admission/applications', ...page(() => import('./admission/applications-page'), 'ApplicationsPage') },
        {
          path: 'admission/applications/:id',
          ...page(() => import('./admission/application-page'), 'ApplicationPage'),
        },
        ...reviewRoutes,
        ...watchingRoutes,
        ...ownRoutes,
        ...disputeRoutes,
        ...reconciliationRoutes,
        { path: 'admission/dossiers', ...page(() => import('./admission/products/dossiers-page'), 'DossiersPage') },
        { path: 'admission/dossiers/:id', ...page(() => import('./admission/products/dossier-page'), 'DossierPage') },
        {
          path: 'admission/recognitions',
          ...page(() => import('./admission/products/recognitions-page'), 'RecognitionsPage'),
        },
        {
          path: 'admission/recognitions/:id',
          ...page(() => import('./admission/products/recognition-page'), 'RecognitionPage'),
        },
        { path: 'admission/editions', ...page(() => import('./admission/products/editions-page'), 'EditionsPage') },
        {
          path: 'admission/editions/:number',
          ...page(() => import('./admission/products/edition-page'), 'EditionPage'),
        },
        { path: 'admission/standards', ...page(() => import('./admission/standards/standards-page'), 'StandardsPage') },
        {
          path: 'admission/standards/:standard',
          ...page(() => import('./admission/standards/standard-page'), 'StandardPage'),
        },
        {
          path: 'admission/reassessments/:version',
          ...page(() => import('./admission/standards/reassessment-page'), 'ReassessmentPage'),
        },
        { path: 'catalogue/search', ...page(() => import('./catalogue/search-page'), 'SearchPage') },
        { path: 'catalogue/products', ...page(() => import('./catalogue/products-page'), 'ProductsPage') },
        { path: 'catalogue/grid', ...page(() => import('./catalogue/grid/grid-page'), 'GridPage') },
        {
          path: 'catalogue/products/:supplierId/:productId',
          ...page(() => import('./catalogue/product-page'), 'ProductPage'),
        },
        {
          path: 'catalogue/products/:supplierId/:productId/listing',
          ...page(() => import('./catalogue/listing/listing-page'), 'ListingPage'),
        },
        { path: 'catalogue/areas', ...page(() => import('./catalogue/areas/areas-page'), 'AreasPage') },
        { path: 'catalogue/changes', ...page(() => import('./catalogue/listing/changes-page'), 'ChangesPage') },
        { path: 'catalogue/changes/:id', ...page(() => import('./catalogue/listing/change-page'), 'ChangePage') },
        {
          path: 'catalogue/indications',
          ...page(() => import('./catalogue/indications/indications-page'), 'IndicationsPage'),
        },
        {
          path: 'catalogue/indications/new',
          ...page(() => import('./catalogue/indications/indication-page'), 'NewIndicationPage', ['operator']),
        },
        {
          path: 'catalogue/indications/:id',
          ...page(() => import('./catalogue/indications/indication-page'), 'IndicationPage'),
        },
        { path: 'catalogue/labels', ...page(() => import('./catalogue/labels/labels-page'), 'LabelsPage') },
        ...channelRoutes,
        ...pricingRoutes,
        { path: 'ordering/after-sales', ...page(() => import('./ordering/after-sales-page'), 'AfterSalesPage') },
        { path: 'ordering/after-sales/:id', ...page(() => import('./ordering/after-sale-page'), 'AfterSalePage') },
        { path: 'ordering/orders', ...page(() => import('./ordering/orders-page'), 'OrdersPage') },
        { path: 'ordering/shipments', ...page(() => import('./ordering/shipments-page'), 'ShipmentsPage') },
        { path: 'ordering/invoices', ...page(() => import('./ordering/invoices-page'), 'InvoicesPage') },
        { path: 'ordering/invoices/:id', ...page(() => import('./ordering/invoice-page'), 'InvoicePage') },
        { path: 'ordering/orders/:id', ...page(() => import('./ordering/order-page'), 'OrderPage') },
        ...traceRoutes,
        { path: 'ordering/accounts', ...page(() => import('./ordering/accounts-page'), 'AccountsPage') },
        { path: 'ordering/accounts/:id', ...page(() => import('./ordering/account-page'), 'AccountPage') },
        { path: 'ordering/transfers', ...page(() => import('./ordering/transfers-page'), 'TransfersPage') },
        {
          path: 'ordering/transfer-returns',
          ...page(() => import('./ordering/transfer-returns-page'), 'TransferReturnsPage'),
        },
        { path: 'settlement/runs', ...page(() => import('./settlement/runs-page'), 'RunsPage') },
        ...payoutRoutes,
        ...adjustmentRoutes,
        { path: 'settlement/subsidies', ...page(() => import('./settlement/subsidies-page'), 'SubsidiesPage') },
        { path: 'settlement/statements', ...page(() => import('./settlement/statements-page'), 'StatementsPage') },
        {
          path: 'settlement/statements/:id/lines/:lineId/order',
          ...page(() => import('./settlement/statement-order-page'), 'StatementOrderPage'),
        },
        {
          path: 'settlement/statements/:id/lines/:lineId',
          ...page(() => import('./settlement/statement-line-page'), 'StatementLinePage'),
        },
        { path: 'settlement/statements/:id', ...page(() => import('./settlement/statement-page'), 'StatementPage') },
        ...benefitRoutes,
        ...ledgerRoutes,
        ...resultRoutes,
        { path: 'platform/checkpoints', ...page(() => import('./platform/checkpoints-page'), 'CheckpointsPage') },
        { path: 'platform/entries', ...page(() => import('./platform/entries-page'), 'EntriesPage') },
        { path: 'platform/dead-letters', ...page(() => import('./platform/dead-letters-page'), 'DeadLettersPage') },
        { path: 'platform/operations', ...page(() => import('./platform/operations-page'), 'OperationsPage') },
        { path: 'platform/notices', ...page(() => import('./platform/notices-page'), 'NoticesPage') },
        { path: 'registry/settings', ...page(() => import('./registry/settings-page'), 'SettingsPage') },
        { path: 'registry/settings/:key', ...page(() => import('./registry/setting-page'), 'SettingPage') },
        {
          path: 'identity/people',
          ...page(() => needWords([offeringWords]).then(() => import('./identity/people-page')), 'PeoplePage'),
        },
        {
          path: 'identity/sessions',
          ...page(() => needWords([offeringWords]).then(() => import('./identity/sessions-page')), 'SessionsPage'),
        },
        {
          path: 'identity/second-factor',
          ...page(
            () => needWords([offeringWords]).then(() => import('./identity/factor/own-factor-page')),
            'OwnFactorPage',
          ),
        },
        { path: '*', element: <NoSuchPage /> },
      ],
    },
  ],
  { basename: '/console' },
);
