import { createBrowserRouter, Link, matchRoutes, RouterProvider } from 'react-router';
import { routes } from './routes';
import type { begin } from './serving/begin';
import { words } from './words';

/** The page of this address at hand, so that what is drawn first is what the server sent. */
async function loadPage(): Promise<void> {
  const matched = matchRoutes(routes, window.location) ?? [];
  await Promise.all(
    matched.map(async ({ route }) => {
      if (typeof route.lazy !== 'function') return;
      const loaded = await route.lazy();
      Object.assign(route, loaded, { lazy: undefined });
    }),
  );
}

/** The shop with all its addresses, as it is begun. */
export const shop: Parameters<typeof begin>[0] = {
  words,
  load: loadPage,
  element: () => <RouterProvider router={createBrowserRouter(routes)} />,
  link: Link,
};
