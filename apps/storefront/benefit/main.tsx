import { createClient, createQueryClient, startI18n, UiProvider } from '@xihuo/ui';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { showElder } from '../frame/elder-cookie';
import { FarmerPage } from './farmer-page';
import { words } from './words';

/** An entry of its own, without router, cart or dialogs: these pages are opened on old phones over slow lines. */
async function start() {
  showElder();
  await startI18n(words);
  const root = document.getElementById('root');
  if (!root) throw new Error('the page has no #root');
  createRoot(root).render(
    <StrictMode>
      <UiProvider api={createClient()} queries={createQueryClient()}>
        <FarmerPage />
      </UiProvider>
    </StrictMode>,
  );
}

void start();
