import { matchPath, type RouteObject } from 'react-router';

export interface WholePage {
  document: 'index.html' | 'lot.html' | 'farmer.html';
  /** The scripts that bring it to life; `{locale}` stands for the language. */
  modules: readonly string[];
  /** The document's own words, which in Chinese stand in its script. */
  english: readonly string[];
  /** The read of what the page is about: without it there is nothing to draw. */
  about: string | undefined;
}

/** The pages that are everybody's, by their addresses: the script of each, and what it is about. */
const PAGES: Readonly<Record<string, readonly [module: string, about?: string]>> = {
  '/': ['catalogue/home-page'],
  '/products': ['catalogue/products-page'],
  '/p/:slug': ['catalogue/product-page', 'GET /products/{slug}'],
  '/venues': ['channel/venues-page'],
  '/venues/:slug': ['channel/venue-page', 'GET /venues/{slug}'],
  '/campaigns': ['channel/campaigns-page'],
  '/campaigns/:slug': ['channel/campaign-page', 'GET /campaigns/{slug}'],
  '/fairs': ['channel/fairs-page'],
  '/brands': ['channel/brands-page'],
  '/brands/:slug': ['channel/brand-page', 'GET /brands/{slug}'],
  '/register': ['admission/register-page'],
  '/register/measures': ['admission/measures-page'],
  '/register/measures/:id': ['admission/measure-page', 'GET /register/measures/{id}'],
  '/register/exits': ['admission/exits-page'],
  '/suppliers/:id': ['admission/supplier-page', 'GET /suppliers/{id}'],
  '/public': ['admission/public-record-page'],
  '/notices': ['admission/notices-page'],
  '/notices/:id': ['admission/notice-page', 'GET /public-notices/{id}'],
  '/standards': ['admission/standards-page'],
  '/standards/:version': ['admission/standard-page', 'GET /standards/{standard}'],
  '/settings': ['admission/settings-page'],
  '/catalogue-editions': ['admission/editions-page'],
  '/catalogue-editions/:number': ['admission/edition-page', 'GET /catalogue/editions/{number}'],
  '/recognitions': ['admission/recognitions-page'],
  '/recognitions/:id': ['admission/recognition-page', 'GET /recognitions/{id}'],
  '/privacy': ['legal/legal-page'],
  '/terms': ['legal/legal-page'],
};

/** Of these the frame is drawn, since what stands in it is somebody's: the scripts that fill it. */
const FRAMES: Readonly<Record<string, string>> = {
  '/fairs/:slug': 'channel/fair-page',
  '/cart': 'ordering/cart-page',
  '/checkout': 'ordering/checkout-page',
  '/orders': 'ordering/orders-page',
  '/account': 'account/account-page',
  '/account/leads': 'account/leads-page',
  '/account/:part': 'account/mine/part-page',
  '/account/messages': 'account/messages-page',
  '/orders/:id/after-sales': 'ordering/after-sale/after-sales-page',
  '/orders/:id/after-sales/new': 'ordering/after-sale/claim-page',
  '/orders/:id': 'ordering/order-page',
  '/orders/:id/disputes/new': 'dispute/open-page',
  '/orders/:id/disputes/:disputeId': 'dispute/case-page',
  '/business': 'business/home-page',
  '/business/orders/:id': 'business/purchase-page',
  '/business/:organisationId/new': 'business/new-page',
  '/business/:organisationId/leads': 'business/leads-page',
  '/business/:organisationId/statement': 'business/statement-page',
  '/business/:organisationId/claims': 'business/claims-page',
  '/business/:organisationId/invoices': 'business/invoices-page',
  '/business/invoices/:id': 'business/invoice-page',
  '/business/:organisationId/members': 'business/members-page',
  '/components': 'components/components-page',
  '/pay/:id': 'payment/pay-page',
  '/lots': 'trace/find-lot-page',
  '/01/:gtin/10/:lot': 'trace/digital-link-page',
};

/** The code that stands on a pack, where the address is that of a lot. */
export function codeOf(pathname: string): string | undefined {
  const code = matchPath('/lots/:code', pathname)?.params.code;
  return code === undefined ? undefined : decodeURIComponent(code);
}

const wordsOf = (part: string) => `i18n/{locale}/${part.replace(/[A-Z]/g, (sign) => `-${sign.toLowerCase()}`)}.ts`;

/** What an address shows that leads nowhere. */
export const LOST: WholePage = { document: 'index.html', modules: [], english: ['i18n/en.ts'], about: undefined };

const addressOf = ({ path = '' }: RouteObject) => `/${path}`;

const modulesOf = (module: string, { handle }: RouteObject) => [
  `${module}.tsx`,
  ...((handle ?? []) as readonly string[]).map(wordsOf),
];

/** The page of an address, by its route, that is drawn with all that it says; undefined where it is somebody's own. */
export function wholePage(pathname: string, route: RouteObject | undefined): WholePage | undefined {
  if (/^\/farmer\/?$/.test(pathname))
    return { document: 'farmer.html', about: undefined, modules: [], english: ['i18n/en/farmer.ts'] };
  if (codeOf(pathname) !== undefined) {
    const english = ['i18n/en/edge.ts', 'i18n/en/goods.ts'];
    return { document: 'lot.html', about: 'GET /lots/{code}', modules: [wordsOf('proof')], english };
  }
  if (!route || route.path === '*') return LOST;
  const named = PAGES[addressOf(route)];
  return named && { ...LOST, about: named[1], modules: modulesOf(named[0], route) };
}

/** The scripts of the page that the frame waits for. */
export function framedModules(route: RouteObject | undefined): readonly string[] {
  if (!route) return [];
  const module = FRAMES[addressOf(route)] ?? PAGES[addressOf(route)]?.[0];
  return module === undefined ? [] : modulesOf(module, route);
}
