import { createBrowserRouter, type RouteObject } from 'react-router';
import { NotFoundPage } from './frame/not-found';
import { RouteFailed } from './frame/route-failed';
import { Shell } from './frame/shell';

/** A page in its own chunk: `page(() => import('./x'), 'XPage')`. */
function page<Name extends string>(
  load: () => Promise<Record<Name, React.ComponentType>>,
  name: Name,
): Pick<RouteObject, 'lazy'> {
  return { lazy: async () => ({ Component: (await load())[name] }) };
}

export const router = createBrowserRouter([
  {
    element: <Shell />,
    errorElement: <RouteFailed />,
    hydrateFallbackElement: <div />,
    children: [
      { index: true, ...page(() => import('./catalogue/home-page'), 'HomePage') },
      { path: 'products', ...page(() => import('./catalogue/products-page'), 'ProductsPage') },
      { path: 'p/:slug', ...page(() => import('./catalogue/product-page'), 'ProductPage') },
      { path: 'venues', ...page(() => import('./channel/venues-page'), 'VenuesPage') },
      { path: 'venues/:slug', ...page(() => import('./channel/venue-page'), 'VenuePage') },
      { path: 'campaigns', ...page(() => import('./channel/campaigns-page'), 'CampaignsPage') },
      { path: 'campaigns/:slug', ...page(() => import('./channel/campaign-page'), 'CampaignPage') },
      { path: 'fairs', ...page(() => import('./channel/fairs-page'), 'FairsPage') },
      { path: 'fairs/:slug', ...page(() => import('./channel/fair-page'), 'FairPage') },
      { path: 'brands', ...page(() => import('./channel/brands-page'), 'BrandsPage') },
      { path: 'brands/:slug', ...page(() => import('./channel/brand-page'), 'BrandPage') },
      { path: 'cart', ...page(() => import('./ordering/cart-page'), 'CartPage') },
      { path: 'checkout', ...page(() => import('./ordering/checkout-page'), 'CheckoutPage') },
      { path: 'orders', ...page(() => import('./ordering/orders-page'), 'OrdersPage') },
      {
        path: 'orders/:id/after-sales',
        ...page(() => import('./ordering/after-sale/after-sales-page'), 'AfterSalesPage'),
      },
      {
        path: 'orders/:id/after-sales/new',
        ...page(() => import('./ordering/after-sale/claim-page'), 'ClaimPage'),
      },
      { path: 'orders/:id', ...page(() => import('./ordering/order-page'), 'OrderPage') },
      { path: 'orders/:id/disputes/new', ...page(() => import('./dispute/open-page'), 'OpenPage') },
      { path: 'orders/:id/disputes/:disputeId', ...page(() => import('./dispute/case-page'), 'CasePage') },
      { path: 'pay/:id', ...page(() => import('./payment/pay-page'), 'PayPage') },
      { path: 'lots', ...page(() => import('./trace/find-lot-page'), 'FindLotPage') },
      { path: 'lots/:code', ...page(() => import('./trace/lot-page'), 'LotPage') },
      { path: '01/:gtin/10/:lot', ...page(() => import('./trace/digital-link-page'), 'DigitalLinkPage') },
      { path: 'register', ...page(() => import('./admission/register-page'), 'RegisterPage') },
      { path: 'register/measures', ...page(() => import('./admission/measures-page'), 'MeasuresPage') },
      { path: 'register/measures/:id', ...page(() => import('./admission/measure-page'), 'MeasurePage') },
      { path: 'register/exits', ...page(() => import('./admission/exits-page'), 'ExitsPage') },
      { path: 'suppliers/:id', ...page(() => import('./admission/supplier-page'), 'SupplierPage') },
      { path: 'public', ...page(() => import('./admission/public-record-page'), 'PublicRecordPage') },
      { path: 'notices', ...page(() => import('./admission/notices-page'), 'NoticesPage') },
      { path: 'notices/:id', ...page(() => import('./admission/notice-page'), 'NoticePage') },
      { path: 'standards', ...page(() => import('./admission/standards-page'), 'StandardsPage') },
      { path: 'settings', ...page(() => import('./admission/settings-page'), 'SettingsPage') },
      { path: 'standards/:version', ...page(() => import('./admission/standard-page'), 'StandardPage') },
      { path: 'catalogue-editions', ...page(() => import('./admission/editions-page'), 'EditionsPage') },
      { path: 'catalogue-editions/:number', ...page(() => import('./admission/edition-page'), 'EditionPage') },
      { path: 'recognitions', ...page(() => import('./admission/recognitions-page'), 'RecognitionsPage') },
      { path: 'recognitions/:id', ...page(() => import('./admission/recognition-page'), 'RecognitionPage') },
      { path: '*', element: <NotFoundPage /> },
    ],
  },
]);
