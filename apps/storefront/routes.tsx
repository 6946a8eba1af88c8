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
      { path: 'cart', ...page(() => import('./ordering/cart-page'), 'CartPage') },
      { path: 'checkout', ...page(() => import('./ordering/checkout-page'), 'CheckoutPage') },
      { path: 'orders', ...page(() => import('./ordering/orders-page'), 'OrdersPage') },
      { path: 'orders/:id', ...page(() => import('./ordering/order-page'), 'OrderPage') },
      { path: 'pay/:id', ...page(() => import('./payment/pay-page'), 'PayPage') },
      { path: 'lots', ...page(() => import('./trace/find-lot-page'), 'FindLotPage') },
      { path: 'lots/:code', ...page(() => import('./trace/lot-page'), 'LotPage') },
      { path: 'register', ...page(() => import('./admission/register-page'), 'RegisterPage') },
      { path: 'suppliers/:id', ...page(() => import('./admission/supplier-page'), 'SupplierPage') },
      { path: '*', element: <NotFoundPage /> },
    ],
  },
]);
