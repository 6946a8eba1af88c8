import { readFileSync } from 'node:fs';
import { join } from 'node:path';
// eslint-disable-next-line @typescript-eslint/no-restricted-imports -- a test ships to no phone, and this holds every kind there is against the pages
import { machines } from '@xihuo/contract';
import { FARMER, leadsOn } from './leads-on';

test.each([
  ['order:a-1', '/orders/a-1'],
  ['claims:a-1', '/orders/a-1/after-sales'],
  ['dispute:a-1/b-2', '/orders/a-1/disputes/b-2'],
  ['product:gouqi', '/p/gouqi'],
  ['purchase:a-1', '/business/orders/a-1'],
  ['invoice:a-1', '/business/invoices/a-1'],
  ['leads:own', '/account/leads'],
  ['payouts:own', '/farmer'],
  ['something:new', null],
  ['constructor:a-1', null],
  ['toString', null],
  ['order', null],
  [null, null],
])('%s leads to %s', (about, path) => {
  expect(leadsOn(about)).toBe(path);
});

/** The pages of the shop, as patterns of addresses. */
const PAGES = [...readFileSync(join(__dirname, '../routes.tsx'), 'utf8').matchAll(/path: '([^'*]+)'/g)].map(
  ([, path]) => new RegExp(`^/${path!.replaceAll(/:\w+/g, '[^/]+')}$`),
);

const OURS = Object.entries(machines.NOTICE_KINDS).filter(([, app]) => app !== 'console');

test.each(OURS)('what a notice of %s is about is a page of the shop', (kind) => {
  const to = leadsOn(`${kind}:${kind === 'dispute' ? 'a-1/b-2' : 'a-1'}`) ?? '';
  expect([to, to === FARMER || PAGES.some((page) => page.test(to))]).toEqual([to, true]);
});
