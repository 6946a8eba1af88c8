import { leadsOn } from './leads-on';

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
