import { createClient, serving } from '@xihuo/ui';
import type { ReactNode } from 'react';
import { createStaticHandler, createStaticRouter, Link, matchRoutes, StaticRouterProvider } from 'react-router';
import { zh } from '../i18n/zh-CN';
import { en } from '../i18n/en';
import { choseBusiness, DrawnBusiness } from '../frame/business-mode';
import { DrawnElder } from '../frame/elder';
import { choseElder } from '../frame/elder-cookie';
import { PageWaiting } from '../frame/page-waiting';
import { Shell } from '../frame/shell';
import { FarmerPage } from '../benefit/farmer-page';
import { words as farmerWords } from '../benefit/words';
import { routes } from '../routes';
import { LotDocument } from '../trace/document/lot-document';
import { parts, words } from '../words';
import { fill, headOf } from './document';
import { codeOf, framedModules, LOST, wholePage, type WholePage } from './whole-pages';

/** An address with nothing behind it, as `PageFailed` says it too. */
const MISSING = [400, 404, 422];

export interface Asked {
  /** Path and query. */
  address: string;
  cookie: string;
  /** Asks the api on behalf of who wants the page. */
  fetch: typeof fetch;
}

export interface Built {
  /** The documents of the build by their names, as index.html. */
  templates: Record<string, string>;
  /** Vite's: what each module became, and what it needs at once. */
  manifest: Record<string, { file: string; imports?: string[] }>;
  /** Under which the shop is known outside, as in https://example.org. */
  origin: string;
}

export interface Answer {
  status: 200 | 404;
  html: string;
}

/** The site's own description and picture, as the document has them. */
const said = (template: string, property: string): string =>
  new RegExp(`<meta (?:name|property)="${property}" content="([^"]*)"`).exec(template)?.[1] ?? '';

/** The scripts a page wants beside those its document names: they come beside each other, when the page is painted (libs/platform/web/after-paint.ts). */
function preloads(modules: readonly string[], manifest: Built['manifest'], template: string): string[] {
  const files = new Set<string>();
  const add = (name: string): void => {
    const entry = manifest[name];
    if (!entry || files.has(entry.file)) return;
    files.add(entry.file);
    entry.imports?.forEach(add);
  };
  modules.forEach(add);
  return [...files]
    .filter((file) => !template.includes(file))
    .map((file) => `<meta name="later" content="/${file}" />`);
}

/** The farm households' pages have a catalog of their own. */
const farmerPart = { zh: () => Promise.resolve(farmerWords.zh), en: farmerWords.en };

function scriptsOf({ modules, english }: WholePage, locale: string, manifest: Built['manifest'], template: string) {
  const named = modules.map((name) => name.replace('{locale}', locale));
  return preloads(locale === 'en' ? [...named, ...english] : named, manifest, template);
}

let ready: Promise<void> | undefined;

/** Once; where it failed, the next page tries again. */
const wordsAtHand = (): Promise<void> =>
  (ready ??= serving.loadWords(words, [...Object.values(parts), farmerPart]).catch((error: unknown) => {
    ready = undefined;
    throw error;
  }));

interface Drawn {
  element: ReactNode;
  link?: typeof Link;
}

const whole = createStaticHandler(routes);
/** The same frame around the place of a page: what differs by who looks is drawn by the browser, within it. */
const frame = createStaticHandler([{ element: <Shell />, children: [{ path: '*', element: <PageWaiting /> }] }]);

/** One of the shop's pages within its frame, or the frame alone; null where the address leads elsewhere. */
async function shopPage({ query, dataRoutes }: typeof whole, url: URL): Promise<Drawn | null> {
  const context = await query(new Request(url));
  if (context instanceof Response) return null;
  const router = createStaticRouter(dataRoutes, context);
  return { element: <StaticRouterProvider router={router} context={context} hydrate={false} />, link: Link };
}

interface Look {
  locale: serving.Locale;
  elder: boolean;
  business: boolean;
}

/** Drawn as it looks by the choices that come with a visit. */
function read(drawn: Drawn, { locale, elder, business }: Look, { fetch }: Asked, { origin }: Built) {
  const api = createClient({ locale: () => locale, fetch, readRetries: 0 });
  const element = (
    <DrawnElder value={elder}>
      <DrawnBusiness value={business}>{drawn.element}</DrawnBusiness>
    </DrawnElder>
  );
  return serving.renderRead({ ...drawn, element, api, locale, origin });
}

/** What a page is about is not there: then the browser says so within the frame. */
const missing = Symbol('missing');

/** What stands in a document: the shop with its frame, or a page that needs neither. */
async function drawnOf({ document }: WholePage, url: URL): Promise<Drawn | null> {
  if (document === 'farmer.html') return { element: <FarmerPage /> };
  if (document === 'lot.html') return { element: <LotDocument code={codeOf(url.pathname) ?? ''} /> };
  return shopPage(whole, url);
}

async function renderWhole(page: WholePage, url: URL, look: Look, asked: Asked, built: Built) {
  const drawn = await drawnOf(page, url);
  if (!drawn) return null;
  const { html, head, kept, failed } = await read(drawn, look, asked, built);
  const why = page.about === undefined ? undefined : failed.get(page.about);
  if (why !== undefined) return MISSING.includes(why) ? missing : null;
  if (!head) return null;
  const { elder, locale } = look;
  const { manifest, origin } = built;
  const template = built.templates[page.document]!;
  const site = {
    ...{ locale, origin, site: locale === 'en' ? String(en['site.name']) : zh['site.name'] },
    ...{ description: said(template, 'description'), picture: said(template, 'og:image') },
  };
  const scripts = scriptsOf(page, locale, manifest, template);
  return fill(template, { locale, elder, kept, page: html, head: [headOf(head, site), ...scripts].join('\n    ') });
}

/** What stands around every page, at once: a phone that waits for the page itself shows where one is, and how to go on. */
async function renderFrame(url: URL, look: Look, asked: Asked, built: Built): Promise<string | null> {
  const drawn = await shopPage(frame, url);
  if (!drawn) return null;
  const { html, kept } = await read(drawn, look, asked, built);
  const template = built.templates['index.html']!;
  const page = { ...LOST, modules: framedModules(routeOf(url.pathname)) };
  const scripts = scriptsOf(page, look.locale, built.manifest, template).join('\n    ');
  return fill(template, { ...look, kept, page: html, scripts });
}

const routeOf = (pathname: string) => matchRoutes(routes, pathname)?.at(-1)?.route;
const pageOf = (pathname: string) => wholePage(pathname, routeOf(pathname));

/** Whether an address of the shop leads nowhere, whoever draws it. */
export const isLost = (pathname: string): boolean => pageOf(pathname) === LOST;

/**
 * The page of an address as the first sight of it, with what it read beside it, or its frame where what stands in it is somebody's;
 * null where another document draws it by itself. Nobody's session takes part: it is the page as a guest sees it, and what is one's
 * own comes in the browser.
 */
export async function render(asked: Asked, built: Built): Promise<Answer | null> {
  const { address, cookie } = asked;
  // Two slashes would name another host.
  if (!/^\/(?![/\\])/.test(address)) return null;
  const url = new URL(built.origin + address);
  await wordsAtHand();
  const look = { locale: serving.chosenLocale(cookie), elder: choseElder(cookie), business: choseBusiness(cookie) };
  const page = pageOf(url.pathname);
  const drawn = page && (await renderWhole(page, url, look, asked, built));
  if (typeof drawn === 'string') return { status: page === LOST ? 404 : 200, html: drawn };
  const status = drawn === missing ? 404 : 200;
  if (page && page.document !== 'index.html')
    return status === 404 ? { status, html: built.templates[page.document]! } : null;
  const html = await renderFrame(url, look, asked, built);
  return html === null ? null : { status, html };
}
