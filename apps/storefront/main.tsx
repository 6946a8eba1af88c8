import { hydrate, type DehydratedState } from '@tanstack/react-query';
import { createClient, createQueryClient, startI18n, UiProvider } from '@xihuo/ui';
import { StrictMode } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { createBrowserRouter, matchRoutes, RouterProvider } from 'react-router';
import { routes } from './routes';
import { words } from './words';

/** What the server read for the page it rendered; nothing where it rendered none, or in another language than is wanted now. */
function keptInDocument(langSent: string): unknown {
  const text = document.getElementById('kept')?.textContent;
  return text && langSent === document.documentElement.lang ? JSON.parse(text) : undefined;
}

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

async function start() {
  const langSent = document.documentElement.lang;
  await startI18n(words);
  const root = document.getElementById('root');
  if (!root) throw new Error('the page has no #root');
  const kept = keptInDocument(langSent);
  // Without the page's script the router says so in place of it.
  const whole =
    kept === undefined
      ? false
      : await loadPage().then(
          () => true,
          () => false,
        );
  const router = createBrowserRouter(routes);
  const queries = createQueryClient();
  if (whole) hydrate(queries, kept as DehydratedState);
  const app = (
    <StrictMode>
      <UiProvider api={createClient()} queries={queries}>
        <RouterProvider router={router} />
      </UiProvider>
    </StrictMode>
  );
  if (whole) hydrateRoot(root, app);
  else createRoot(root).render(app);
}

void start();
