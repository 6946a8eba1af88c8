import { createClient, serving } from '@xihuo/ui';
import type { ReactNode } from 'react';
import { createStaticHandler, createStaticRouter, Link, matchPath, StaticRouterProvider } from 'react-router';
import { zh } from '../i18n/zh-CN';
import { en } from '../i18n/en';
import { choseBusiness, DrawnBusiness } from '../frame/business-mode';
import { DrawnElder } from '../frame/elder';
import { choseElder } from '../frame/elder-cookie';
import { routes } from '../routes';
import { LotDocument } from '../trace/document/lot-document';
import { parts, words } from '../words';
import { fill, headOf } from './document';

interface Rendering {
  document: string;
  path: string;
  modules: readonly string[];
  /** The read of what the page is about: without it there is nothing to draw. */
  about?: string;
}

/** An address with nothing behind it, as `PageFailed` says it too. */
const MISSING = [400, 404, 422];

/** The pages people arrive at from a search, a shared link or the code on a pack, with the scripts that bring them to life. */
const RENDERED = [
  { document: 'index.html', path: '/', modules: ['catalogue/home-page.tsx', 'i18n/{locale}/home.ts'] },
  { document: 'index.html', path: '/products', modules: ['catalogue/products-page.tsx'] },
  {
    document: 'index.html',
    path: '/p/:slug',
    about: 'GET /products/{slug}',
    modules: ['catalogue/product-page.tsx', 'i18n/{locale}/product.ts'],
  },
  { document: 'lot.html', path: '/lots/:code', about: 'GET /lots/{code}', modules: ['i18n/{locale}/proof.ts'] },
] as const satisfies readonly Rendering[];

export interface Asked {
  /** Path and query. */
  address: string;
  cookie: string;
  /** Asks the api on behalf of who wants the page. */
  fetch: typeof fetch;
}

export interface Built {
  /** The documents of the build by their names, index.html and lot.html. */
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

let ready: Promise<void> | undefined;

/** Once; where it failed, the next page tries again. */
const wordsAtHand = (): Promise<void> =>
  (ready ??= serving.loadWords(words, Object.values(parts)).catch((error: unknown) => {
    ready = undefined;
    throw error;
  }));

const { query, dataRoutes } = createStaticHandler(routes);

/** One of the shop's pages within its frame; null where the address leads elsewhere. */
async function shopPage(url: URL): Promise<Drawn | null> {
  const context = await query(new Request(url));
  if (context instanceof Response) return null;
  const router = createStaticRouter(dataRoutes, context);
  return { element: <StaticRouterProvider router={router} context={context} hydrate={false} />, link: Link };
}

interface Drawn {
  element: ReactNode;
  link?: typeof Link;
}

/**
 * The page of an address as the first sight of it, with what it read beside it; null where the browser draws it by itself.
 * Nobody's session takes part: it is the page as a guest sees it, and what is one's own comes in the browser.
 */
export async function render(
  { address, cookie, fetch }: Asked,
  { templates, manifest, origin }: Built,
): Promise<Answer | null> {
  // Two slashes would name another host.
  if (!/^\/(?![/\\])/.test(address)) return null;
  const url = new URL(origin + address);
  const page: Rendering | undefined = RENDERED.find(({ path }) => matchPath(path, url.pathname));
  const template = page && templates[page.document];
  if (!template) return null;
  await wordsAtHand();
  const locale = serving.chosenLocale(cookie);
  const code = matchPath('/lots/:code', url.pathname)?.params.code;
  const drawn = code === undefined ? await shopPage(url) : { element: <LotDocument code={decodeURIComponent(code)} /> };
  if (!drawn) return null;
  const api = createClient({ locale: () => locale, fetch, readRetries: 0 });
  const elder = choseElder(cookie);
  const element = (
    <DrawnElder value={elder}>
      <DrawnBusiness value={choseBusiness(cookie)}>{drawn.element}</DrawnBusiness>
    </DrawnElder>
  );
  const { html, head, kept, failed } = await serving.renderRead({ ...drawn, element, api, locale, origin });
  const why = page.about === undefined ? undefined : failed.get(page.about);
  if (why !== undefined) return MISSING.includes(why) ? { status: 404, html: template } : null;
  if (!head) return null;
  const site = {
    ...{ locale, origin, site: locale === 'en' ? String(en['site.name']) : zh['site.name'] },
    ...{ description: said(template, 'description'), picture: said(template, 'og:image') },
  };
  const modules = page.modules.map((name) => name.replace('{locale}', locale));
  const scripts = preloads(locale === 'en' ? [...modules, 'i18n/en.ts'] : modules, manifest, template);
  return {
    status: 200,
    html: fill(template, {
      locale,
      elder,
      kept,
      page: html,
      head: [headOf(head, site), ...scripts].join('\n    '),
    }),
  };
}
