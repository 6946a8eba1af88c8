import { createClient, serving } from '@xihuo/ui';
import { createStaticHandler, createStaticRouter, matchPath, StaticRouterProvider } from 'react-router';
import { zh } from '../i18n/zh-CN';
import { en } from '../i18n/en';
import { routes } from '../routes';
import { parts, words } from '../words';
import { fill, headOf } from './document';

/** The pages people arrive at from a search, a shared link or the code on a pack, with the scripts that bring them to life. */
const RENDERED = [
  { path: '/', modules: ['catalogue/home-page.tsx'] },
  { path: '/products', modules: ['catalogue/products-page.tsx'] },
  { path: '/p/:slug', modules: ['catalogue/product-page.tsx', 'i18n/{locale}/dispute.ts'] },
  { path: '/lots/:code', modules: ['trace/lot-page.tsx', 'i18n/{locale}/proof.ts'] },
] as const;

export interface Asked {
  /** Path and query. */
  address: string;
  cookie: string;
  /** Asks the api on behalf of who wants the page. */
  fetch: typeof fetch;
}

export interface Built {
  template: string;
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

/** The scripts a page wants, named in its head: they come beside each other and not one after the other. */
function preloads(modules: readonly string[], manifest: Built['manifest']): string[] {
  const files = new Set<string>();
  const add = (name: string): void => {
    const entry = manifest[name];
    if (!entry || files.has(entry.file)) return;
    files.add(entry.file);
    entry.imports?.forEach(add);
  };
  modules.forEach(add);
  return [...files].map((file) => `<link rel="modulepreload" crossorigin href="/${file}" />`);
}

let ready: Promise<void> | undefined;
const { query, dataRoutes } = createStaticHandler(routes);

/**
 * The page of an address as the first sight of it, with what it read beside it; null where the browser draws it by itself.
 * Nobody's session takes part: it is the page as a guest sees it, and what is one's own comes in the browser.
 */
export async function render({ address, cookie, fetch }: Asked, built: Built): Promise<Answer | null> {
  const url = new URL(address, built.origin);
  const page = RENDERED.find(({ path }) => matchPath(path, url.pathname));
  if (!page) return null;
  await (ready ??= serving.loadWords(words, Object.values(parts)));
  const locale = serving.chosenLocale(cookie);
  const context = await query(new Request(url));
  if (context instanceof Response) return null;
  const { html, head, kept, missing } = await serving.renderRead({
    element: (
      <StaticRouterProvider router={createStaticRouter(dataRoutes, context)} context={context} hydrate={false} />
    ),
    api: createClient({ locale: () => locale, fetch }),
    locale,
  });
  if (missing || !head) return { status: 404, html: built.template };
  const modules = page.modules.map((name) => name.replace('{locale}', locale));
  return {
    status: 200,
    html: fill(built.template, {
      locale,
      head: [
        headOf(head, {
          ...{ locale, origin: built.origin, site: locale === 'en' ? String(en['site.name']) : zh['site.name'] },
          ...{ description: said(built.template, 'description'), picture: said(built.template, 'og:image') },
        }),
        ...preloads(locale === 'en' ? [...modules, 'i18n/en.ts'] : modules, built.manifest),
      ].join('\n    '),
      page: html,
      kept,
    }),
  };
}
