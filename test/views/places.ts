import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Facts } from './facts';

/** How a page can stand when somebody comes to it. */
export const STATES = ['full', 'empty', 'loading', 'error', 'offline', 'notFound', 'signedOut'] as const;
export type State = (typeof STATES)[number];

/** Who comes: a guest with a cart and an order, somebody who was never here, an account, a member of an organisation. */
export type Who = 'guest' | 'newcomer' | 'buyer' | 'organisation';

export interface Place {
  /** As the router writes it; of another document its address. */
  readonly route: string;
  readonly who: Who;
  readonly states: readonly State[];
  /** An address of it in a house with these facts. */
  readonly at: (facts: Facts) => string;
}

const STILL = ['full', 'offline'] as const;
const LIST = ['full', 'empty', 'loading', 'error', 'offline'] as const;
const SUBJECT = ['full', 'loading', 'error', 'offline', 'notFound'] as const;
const OUT = ['signedOut'] as const;

const place = (route: string, who: Who, states: readonly State[], at?: Place['at']): Place => ({
  ...{ route, who, states },
  at: at ?? (() => `/${route}`),
});
const of = (facts: Facts): string => `/business/${facts.organisation}`;

/** These show this browser's own copy while the server says nothing. */
export const KEEP_A_COPY = ['cart', 'checkout'];

/** Every page of the shop, each with the states it can stand in. A test holds this against the router. */
export const PLACES: readonly Place[] = [
  place('', 'guest', LIST),
  place('products', 'guest', LIST),
  place('p/:slug', 'guest', [...SUBJECT, 'empty'], ({ product }) => `/p/${product}`),
  place('venues', 'guest', LIST),
  place('venues/:slug', 'guest', SUBJECT, ({ venue }) => `/venues/${venue}`),
  place('campaigns', 'guest', LIST),
  place('campaigns/:slug', 'guest', SUBJECT, ({ campaign }) => `/campaigns/${campaign}`),
  place('fairs', 'guest', LIST),
  place('fairs/:slug', 'guest', SUBJECT, ({ fair }) => `/fairs/${fair}`),
  place('brands', 'guest', LIST),
  place('brands/:slug', 'guest', SUBJECT, ({ brand }) => `/brands/${brand}`),
  place('cart', 'guest', ['full', 'empty', 'loading', 'error', 'offline']),
  place('checkout', 'guest', ['full', 'empty', 'loading', 'error', 'offline']),
  place('orders', 'buyer', [...LIST, ...OUT]),
  place('account', 'buyer', ['full', 'loading', 'error', 'offline', ...OUT]),
  place('account/leads', 'buyer', [...LIST, ...OUT]),
  place('account/addresses', 'buyer', [...LIST, ...OUT]),
  place('account/coupons', 'buyer', [...LIST, ...OUT]),
  place('account/favourites', 'buyer', [...LIST, ...OUT]),
  place('account/history', 'buyer', ['full', 'offline', ...OUT]),
  place('account/invoices', 'buyer', [...LIST, ...OUT]),
  place('account/privacy', 'buyer', ['full', 'loading', 'error', 'offline', ...OUT]),
  place('account/settings', 'buyer', ['full', 'loading', 'error', 'offline', ...OUT]),
  place('privacy', 'guest', STILL),
  place('terms', 'guest', STILL),
  place('account/messages', 'buyer', [...LIST, ...OUT]),
  place('orders/:id', 'buyer', [...SUBJECT, ...OUT], ({ received }) => `/orders/${received}`),
  place('orders/:id/after-sales', 'buyer', [...SUBJECT, ...OUT], ({ claimed }) => `/orders/${claimed}/after-sales`),
  place(
    'orders/:id/after-sales/new',
    'buyer',
    [...SUBJECT, ...OUT],
    ({ claimed }) => `/orders/${claimed}/after-sales/new`,
  ),
  place('orders/:id/disputes/new', 'buyer', [...SUBJECT, ...OUT], ({ received }) => `/orders/${received}/disputes/new`),
  place(
    'orders/:id/disputes/:disputeId',
    'buyer',
    [...SUBJECT, ...OUT],
    ({ received, dispute }) => `/orders/${received}/disputes/${dispute}`,
  ),
  place('business', 'organisation', [...LIST, ...OUT]),
  place('business/orders/:id', 'organisation', [...SUBJECT, ...OUT], ({ purchase }) => `/business/orders/${purchase}`),
  place('business/:organisationId/new', 'organisation', [...SUBJECT, ...OUT], (facts) => `${of(facts)}/new`),
  place('business/:organisationId/leads', 'organisation', [...LIST, ...OUT], (facts) => `${of(facts)}/leads`),
  place('business/:organisationId/statement', 'organisation', [...LIST, ...OUT], (facts) => `${of(facts)}/statement`),
  place('business/:organisationId/claims', 'organisation', [...LIST, ...OUT], (facts) => `${of(facts)}/claims`),
  place('business/:organisationId/invoices', 'organisation', [...LIST, ...OUT], (facts) => `${of(facts)}/invoices`),
  place(
    'business/invoices/:id',
    'organisation',
    [...SUBJECT, ...OUT],
    ({ invoice }) => `/business/invoices/${invoice}`,
  ),
  place('business/:organisationId/members', 'organisation', [...SUBJECT, ...OUT], (facts) => `${of(facts)}/members`),
  place('components', 'guest', STILL),
  place('pay/:id', 'buyer', ['loading', 'error', 'offline', 'notFound', ...OUT], ({ unpaid }) => `/pay/${unpaid}`),
  place('lots', 'guest', STILL),
  place('lots/:code', 'guest', SUBJECT, ({ lot }) => `/lots/${lot}`),
  place('01/:gtin/10/:lot', 'guest', SUBJECT, ({ gtin, lot }) => `/01/${gtin}/10/${lot}`),
  place('register', 'guest', LIST),
  place('register/measures', 'guest', LIST),
  place('register/measures/:id', 'guest', SUBJECT, ({ measure }) => `/register/measures/${measure}`),
  place('register/exits', 'guest', LIST),
  place('suppliers/:id', 'guest', [...SUBJECT, 'empty'], ({ supplier }) => `/suppliers/${supplier}`),
  place('public', 'guest', LIST),
  place('notices', 'guest', LIST),
  place('notices/:id', 'guest', SUBJECT, ({ notice }) => `/notices/${notice}`),
  place('standards', 'guest', LIST),
  place('settings', 'guest', LIST),
  place('standards/:version', 'guest', SUBJECT, ({ standard }) => `/standards/${standard}`),
  place('catalogue-editions', 'guest', LIST),
  place('catalogue-editions/:number', 'guest', SUBJECT, ({ edition }) => `/catalogue-editions/${edition}`),
  place('recognitions', 'guest', LIST),
  place('recognitions/:id', 'guest', SUBJECT, ({ recognition }) => `/recognitions/${recognition}`),
  place('*', 'guest', STILL, () => '/no-such-page'),
  // A document of its own, without a router.
  place('/farmer', 'guest', ['signedOut', 'offline'], () => '/farmer'),
];

const read = (file: string): string => readFileSync(join(__dirname, '../../apps/storefront', file), 'utf8');

/** The small pages of an account share one address of the router; which there are, the page that chooses among them says. */
export function partsOfAccount(): string[] {
  const table = /\bPARTS\b[^{]*\{([^}]*)\}/.exec(read('account/mine/part-page.tsx'))?.[1] ?? '';
  return [...table.matchAll(/(\w+): \w+/g)].map(([, part]) => `account/${part}`);
}

/** The addresses of the router, as it writes them. */
export function routesOfShop(): string[] {
  const text = read('routes.tsx');
  const named = [...text.matchAll(/\bpath: '([^']+)'/g)].flatMap(([, path]) =>
    path === 'account/:part' ? partsOfAccount() : [path!],
  );
  return [...[...text.matchAll(/\bindex: true\b/g)].map(() => ''), ...named];
}

const NOBODY = '00000000-0000-7000-8000-000000000000';

/** Where the page is asked for in this state: what is not there lies under an address of the same form. */
export function addressOf({ route, at }: Place, state: State, facts: Facts): string {
  if (state !== 'notFound') return at(facts);
  const missing = { ':gtin': '00000000000000', ':number': '9999', ':slug': 'no-such-thing', ':code': 'NO-SUCH-LOT' };
  return `/${route}`.replace(/:\w+/g, (name) => missing[name as keyof typeof missing] ?? NOBODY);
}

/** Whose page it is then: an empty cart belongs to somebody who was never here. */
export function whoseOf({ who }: Place, state: State): Who {
  if (state === 'signedOut') return 'newcomer';
  return state === 'empty' && who === 'guest' ? 'newcomer' : who;
}
