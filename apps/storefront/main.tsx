import { createClient, createQueryClient, currentLocale, startI18n, UiProvider } from '@xihuo/ui';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import { router } from './routes';
import { words } from './words';

async function start() {
  await startI18n(words);
  const root = document.getElementById('root');
  if (!root) throw new Error('the page has no #root');
  createRoot(root).render(
    <StrictMode>
      <UiProvider api={createClient({ locale: currentLocale })} queries={createQueryClient()}>
        <RouterProvider router={router} />
      </UiProvider>
    </StrictMode>,
  );
}

void start();
