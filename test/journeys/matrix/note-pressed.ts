import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { noteLine } from './pressed';

/** Notes what somebody on this page does on the console and is granted. Apart from what reads the notes: that runs outside of tests. */
export function notePressed(page: Page): void {
  const journey = expect.getState().testPath;
  if (!journey) return;
  // It was there, whatever it pressed.
  noteLine(journey, '');
  page.on('response', (answer) => {
    const method = answer.request().method();
    const { pathname } = new URL(answer.url());
    if (method === 'GET' || answer.status() >= 300 || !pathname.startsWith('/api/v1/')) return;
    if (new URL(page.url()).pathname.startsWith('/console'))
      noteLine(journey, `${method} ${pathname.slice('/api/v1'.length)}\n`);
  });
}
