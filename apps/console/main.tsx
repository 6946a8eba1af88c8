import { createClient, createQueryClient, startI18n, UiProvider } from '@xihuo/ui';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Link, RouterProvider } from 'react-router';
import { isUnattended } from './identity/attendance';
import { watchSession } from './identity/session-watch';
import { router } from './routes';
import { words } from './words';

async function start() {
  await startI18n(words);
  const root = document.getElementById('root');
  if (!root) throw new Error('the page has no #root');
  const queries = createQueryClient();
  const api = watchSession(createClient({ surface: 'console', unattended: isUnattended }), queries, () =>
    router.navigate('/', { replace: true }),
  );
  createRoot(root).render(
    <StrictMode>
      <UiProvider api={api} queries={queries} link={Link}>
        <RouterProvider router={router} />
      </UiProvider>
    </StrictMode>,
  );
}

void start();
