import { needWords } from '@xihuo/ui';
import type { RouteObject } from 'react-router';
import { NotFoundPage } from './frame/not-found';
import { PagePlace, PageWaiting } from './frame/page-waiting';
import { RouteFailed } from './frame/route-failed';
import { Shell } from './frame/shell';
import { parts, type PartName } from './words';

/** A page in its own chunk, and the words it says: `page(() => import('./x'), 'XPage', 'ordering')`. */
function page<Name extends string>(
  load: () => Promise<Record<Name, React.ComponentType>>,
  name: Name,
  ...said: PartName[]
): Pick<RouteObject, 'lazy' | 'handle'> {
  return {
    handle: said,
    lazy: async () => {
      const [module] = await Promise.all([load(), needWords(said.map((part) => parts[part]))]);
      return { Component: module[name] };
    },
  };
}

/** Every address of the shop; the farm households' pages are a document of their own. */
const pages: RouteObject[] = [
  { index: true, ...page(() => import('./catalogue/home-page'), 'HomePage', 'home') },
  { path: 'products', ...page(() => import('./catalogue/products-page'), 'ProductsPage') },
  { path: 'p/:slug', ...page(() => import('./catalogue/product-page'), 'ProductPage', 'product') },
  { path: 'venues', ...page(() => import('./channel/venues-page'), 'VenuesPage', 'channel') },
  { path: 'venues/:slug', ...page(() => import('./channel/venue-page'), 'VenuePage', 'channel') },
  { path: 'campaigns', ...page(() => import('./channel/campaigns-page'), 'CampaignsPage', 'channel') },
  { path: 'campaigns/:slug', ...page(() => import('./channel/campaign-page'), 'CampaignPage', 'channel') },
  { path: 'fairs', ...page(() => import('./channel/fairs-page'), 'FairsPage', 'channel') },
  { path: 'fairs/:slug', ...page(() => import('./channel/fair-page'), 'FairPage', 'account', 'channel') },
  { path: 'brands', ...page(() => import('./channel/brands-page'), 'BrandsPage', 'channel') },
  { path: 'brands/:slug', ...page(() => import('./channel/brand-page'), 'BrandPage', 'channel') },
  { path: 'cart', ...page(() => import('./ordering/cart-page'), 'CartPage', 'account', 'prices') },
  {
    path: 'checkout',
    ...page(
      () => import('./ordering/checkout-page'),
      'CheckoutPage',
      'account',
      'book',
      'ordering',
      'channel',
      'ownInvoice',
      'prices',
    ),
  },
  { path: 'orders', ...page(() => import('./ordering/orders-page'), 'OrdersPage', 'account', 'ordering') },
  { path: 'account', ...page(() => import('./account/account-page'), 'AccountPage', 'account') },
  {
    path: 'account/leads',
    ...page(() => import('./account/leads-page'), 'AccountLeadsPage', 'account', 'business'),
  },
  {
    path: 'account/:part',
    ...page(() => import('./account/mine/part-page'), 'PartPage', 'account', 'book', 'mine', 'ordering', 'ownInvoice'),
  },
  { path: 'privacy', ...page(() => import('./legal/legal-page'), 'PrivacyPolicyPage', 'legal') },
  { path: 'terms', ...page(() => import('./legal/legal-page'), 'TermsPage', 'legal') },
  { path: 'account/messages', ...page(() => import('./account/messages-page'), 'MessagesPage', 'account') },
  {
    path: 'orders/:id/after-sales',
    ...page(() => import('./ordering/after-sale/after-sales-page'), 'AfterSalesPage', 'afterSale', 'ordering'),
  },
  {
    path: 'orders/:id/after-sales/new',
    ...page(() => import('./ordering/after-sale/claim-page'), 'ClaimPage', 'afterSale'),
  },
  {
    path: 'orders/:id',
    ...page(
      () => import('./ordering/order-page'),
      'OrderPage',
      'ordering',
      'channel',
      'dispute',
      'afterSale',
      'outcome',
      'ownInvoice',
      'prices',
    ),
  },
  {
    path: 'orders/:id/disputes/new',
    ...page(() => import('./dispute/open-page'), 'OpenPage', 'dispute', 'ordering'),
  },
  {
    path: 'orders/:id/disputes/:disputeId',
    ...page(() => import('./dispute/case-page'), 'CasePage', 'dispute', 'ordering'),
  },
  { path: 'business', ...page(() => import('./business/home-page'), 'BusinessPage', 'business', 'account') },
  {
    path: 'business/orders/:id',
    ...page(
      () => import('./business/purchase-page'),
      'PurchasePage',
      'business',
      'afterSale',
      'account',
      'ordering',
      'outcome',
    ),
  },
  {
    path: 'business/:organisationId/new',
    ...page(() => import('./business/new-page'), 'NewPurchasePage', 'business', 'account'),
  },
  {
    path: 'business/:organisationId/leads',
    ...page(() => import('./business/leads-page'), 'LeadsPage', 'business', 'account'),
  },
  {
    path: 'business/:organisationId/statement',
    ...page(() => import('./business/statement-page'), 'StatementPage', 'business', 'account'),
  },
  {
    path: 'business/:organisationId/claims',
    ...page(() => import('./business/claims-page'), 'ClaimsPage', 'business', 'account', 'afterSale', 'ordering'),
  },
  {
    path: 'business/:organisationId/invoices',
    ...page(() => import('./business/invoices-page'), 'InvoicesPage', 'business', 'account'),
  },
  {
    path: 'business/invoices/:id',
    ...page(() => import('./business/invoice-page'), 'InvoicePage', 'business', 'account'),
  },
  {
    path: 'business/:organisationId/members',
    ...page(() => import('./business/members-page'), 'MembersPage', 'business', 'account', 'ordering'),
  },
  { path: 'components', ...page(() => import('./components/components-page'), 'ComponentsPage', 'components') },
  { path: 'pay/:id', ...page(() => import('./payment/pay-page'), 'PayPage', 'ordering') },
  { path: 'lots', ...page(() => import('./trace/find-lot-page'), 'FindLotPage', 'proof') },
  { path: 'lots/:code', ...page(() => import('./trace/lot-route'), 'LotRoute', 'proof') },
  { path: '01/:gtin/10/:lot', ...page(() => import('./trace/digital-link-page'), 'DigitalLinkPage', 'proof') },
  { path: 'register', ...page(() => import('./admission/register-page'), 'RegisterPage', 'admission', 'record') },
  {
    path: 'register/measures',
    ...page(() => import('./admission/measures-page'), 'MeasuresPage', 'admission', 'record'),
  },
  {
    path: 'register/measures/:id',
    ...page(() => import('./admission/measure-page'), 'MeasurePage', 'admission', 'record'),
  },
  { path: 'register/exits', ...page(() => import('./admission/exits-page'), 'ExitsPage', 'admission', 'record') },
  {
    path: 'suppliers/:id',
    ...page(() => import('./admission/supplier-page'), 'SupplierPage', 'admission', 'record', 'proof'),
  },
  {
    path: 'public',
    ...page(() => import('./admission/public-record-page'), 'PublicRecordPage', 'admission', 'record'),
  },
  { path: 'notices', ...page(() => import('./admission/notices-page'), 'NoticesPage', 'admission', 'record') },
  { path: 'notices/:id', ...page(() => import('./admission/notice-page'), 'NoticePage', 'admission', 'record') },
  {
    path: 'standards',
    ...page(() => import('./admission/standards-page'), 'StandardsPage', 'admission', 'record'),
  },
  {
    path: 'settings',
    ...page(() => import('./admission/settings-page'), 'SettingsPage', 'admission', 'record', 'proof'),
  },
  {
    path: 'standards/:version',
    ...page(() => import('./admission/standard-page'), 'StandardPage', 'admission', 'record'),
  },
  {
    path: 'catalogue-editions',
    ...page(() => import('./admission/editions-page'), 'EditionsPage', 'admission', 'record'),
  },
  {
    path: 'catalogue-editions/:number',
    ...page(() => import('./admission/edition-page'), 'EditionPage', 'admission', 'record'),
  },
  {
    path: 'recognitions',
    ...page(() => import('./admission/recognitions-page'), 'RecognitionsPage', 'admission', 'record'),
  },
  {
    path: 'recognitions/:id',
    ...page(() => import('./admission/recognition-page'), 'RecognitionPage', 'admission', 'record'),
  },
  { path: '*', element: <NotFoundPage /> },
];

/** Until the page has come its place is kept, within the frame that stands already. */
export const routes: RouteObject[] = [
  {
    element: <Shell />,
    errorElement: <RouteFailed />,
    children: [{ element: <PagePlace />, hydrateFallbackElement: <PageWaiting />, children: pages }],
  },
];
