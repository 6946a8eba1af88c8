import { join } from 'node:path';
// eslint-disable-next-line @typescript-eslint/no-restricted-imports -- a test ships to no phone, and this holds every kind there is against the pages
import { machines } from '@xihuo/contract';
import { collect } from '../matrix/collect';
import { leadsOn } from './leads-on';

test.each([
  ['application:a-1', '/admission/apply/a-1', '/admission/applications/a-1/desk'],
  ['measure:a-1', '/admission/own/measures/a-1', '/admission/watching/measures/a-1'],
  ['appeal:a-1', '/admission/own', '/admission/watching/appeals/a-1'],
  ['change:a-1', '/catalogue/changes/a-1', '/catalogue/changes/a-1'],
  ['edition:3', '/admission/recognitions', '/admission/recognitions'],
  ['answering:a-1', '/disputes/a-1', '/disputes/a-1'],
  ['mediation:a-1', '/mediation/a-1', '/mediation/a-1'],
  ['dispute:o-1/a-1', null, null],
  ['claims:open', '/ordering/after-sales', '/ordering/after-sales'],
  ['claims:o-1', null, null],
  ['orders:waiting', '/ordering/orders', '/ordering/orders'],
  ['ending:mediator', '/identity/people?role=mediator', '/identity/people?role=mediator'],
  ['settings:proposed', '/registry/settings?view=proposed', '/registry/settings?view=proposed'],
  ['something:new', null, null],
  ['constructor:a-1', null, null],
  ['case', null, null],
  [null, null, null],
])('%s leads a supplier to %s and others to %s', (about, own, others) => {
  expect([leadsOn(about, true), leadsOn(about, false)]).toEqual([own, others]);
});

/** The pages of the console, as patterns of addresses. */
const PAGES = collect(join(__dirname, '..'), { keys: [], everyone: [] }).pages.map(
  ({ path }) => new RegExp(`^/${path.replaceAll(/:\w+/g, '[^/]+')}$`),
);

const isPage = (to: string | null) =>
  to === '/' ||
  /^shop:\/standards\/[^/]+$/.test(to ?? '') ||
  PAGES.some((page) => page.test((to ?? '').split('?')[0]!));

/** What follows a kind, where it is no id. */
const NAMED: Partial<Record<string, readonly string[]>> = {
  claims: ['open'],
  settings: ['proposed', 'decided'],
  standard: ['2099-1'],
  import: ['linkedhouseholds/a-1', 'payoutresults/a-1', 'shipments/a-1', 'products/a-1', 'prices/a-1', 'stock/a-1'],
};

const OURS = Object.entries(machines.NOTICE_KINDS).filter(([, app]) => app !== 'shop');

test.each(OURS)('what a notice of %s is about is a page of the console, for suppliers and for others', (kind) => {
  for (const id of NAMED[kind] ?? ['a-1'])
    for (const isSupplier of [true, false]) {
      const to = leadsOn(`${kind}:${id}`, isSupplier);
      expect([to, isPage(to)]).toEqual([expect.any(String), true]);
    }
});

test('a way to nowhere is none', () => expect(isPage('/nowhere/a-1')).toBe(false));
