import { matchPath, type RouteObject } from 'react-router';

export interface WholePage {
  document: 'index.html' | 'lot.html' | 'farmer.html';
  /** The scripts that bring it to life; `{locale}` stands for the language. */
  modules: readonly string[];
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

/** The code that stands on a pack, where the address is that of a lot. */
export function codeOf(pathname: string): string | undefined {
  const code = matchPath('/lots/:code', pathname)?.params.code;
  return code === undefined ? undefined : decodeURIComponent(code);
}

const wordsOf = (part: string) => `i18n/{locale}/${part.replace(/[A-Z]/g, (sign) => `-${sign.toLowerCase()}`)}.ts`;

/** What an address shows that leads nowhere. */
export const LOST: WholePage = { document: 'index.html', modules: [], about: undefined };

/** The page of an address, by its route, that is drawn with all that it says; undefined where it is somebody's own. */
export function wholePage(pathname: string, route: RouteObject | undefined): WholePage | undefined {
  if (/^\/farmer\/?$/.test(pathname)) return { document: 'farmer.html', about: undefined, modules: [] };
  if (codeOf(pathname) !== undefined)
    return { document: 'lot.html', about: 'GET /lots/{code}', modules: [wordsOf('proof')] };
  if (!route || route.path === '*') return LOST;
  const path = Object.keys(PAGES).find((one) => matchPath(one, pathname));
  if (path === undefined) return undefined;
  const [module, about] = PAGES[path]!;
  const parts = (route.handle ?? []) as readonly string[];
  return { document: 'index.html', about, modules: [`${module}.tsx`, ...parts.map(wordsOf)] };
}
