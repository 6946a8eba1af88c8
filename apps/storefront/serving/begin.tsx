import type { DehydratedState } from '@tanstack/react-query';
import { createClient, createQueryClient, startI18n, UiProvider } from '@xihuo/ui';
import { startTransition, StrictMode, type ComponentProps, type ReactNode } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { Answering, takePressed } from './pressed';
import { showElder } from '../frame/elder-cookie';

/** What the server read for the page it drew; nothing where it drew none, or in another language than is wanted now. */
function keptInDocument(langSent: string): (DehydratedState & { isFrame: boolean }) | undefined {
  const script = document.getElementById('kept');
  const text = script?.textContent;
  if (!text || langSent !== document.documentElement.lang) return undefined;
  return { ...(JSON.parse(text) as DehydratedState), isFrame: script.dataset['frame'] !== undefined };
}

interface Begun {
  /** At hand from the first sight on. */
  words: Parameters<typeof startI18n>[0];
  /** Has the page's own script and words at hand; where they do not come, the page is drawn anew and says so. */
  load?: () => Promise<unknown>;
  element: () => ReactNode;
  link?: ComponentProps<typeof UiProvider>['link'];
}

/** Takes over the page that the server drew, or draws it. */
export async function begin({ words, load, element, link }: Begun): Promise<void> {
  const langSent = document.documentElement.lang;
  showElder();
  await startI18n(words);
  const root = document.getElementById('root');
  if (!root) throw new Error('the page has no #root');
  const kept = keptInDocument(langSent);
  // Within a frame the page comes when it is there: the ways to everything else answer before.
  const loaded =
    kept?.isFrame ||
    !load ||
    (await load().then(
      () => true,
      () => false,
    ));
  const queries = createQueryClient();
  // Read a moment ago, whatever the two clocks say of each other.
  for (const { queryKey, state } of kept?.queries ?? []) queries.setQueryData(queryKey, state.data);
  const shown = element();
  // What an element begins of its own, as a router that fetches its page, is a task apart.
  await new Promise((done) => setTimeout(done));
  const app = (
    <StrictMode>
      <Answering pressed={takePressed()}>
        <UiProvider {...{ api: createClient(), queries, link }}>{shown}</UiProvider>
      </Answering>
    </StrictMode>
  );
  // What is to be seen stands there already, so taking it over gives way to whoever scrolls or taps meanwhile.
  if (kept && loaded) startTransition(() => void hydrateRoot(root, app));
  else createRoot(root).render(app);
}
