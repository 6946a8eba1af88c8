import type { serving } from '@xihuo/ui';

type Head = NonNullable<serving.Drawn['head']>;

const TEXT: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => TEXT[sign]!);

/** JSON that cannot end the element it stands in. */
const dataOf = (value: unknown): string => JSON.stringify(value).replace(/</g, '\\u003c');

const named = (name: string, content: string) => `<meta name="${name}" content="${escaped(content)}" />`;
const shared = (property: string, content: string) =>
  `<meta property="og:${property}" content="${escaped(content)}" />`;

/** As much as those who show it have room for. */
const cut = (text: string): string => ([...text].length > 160 ? `${[...text].slice(0, 159).join('')}…` : text);

interface Site {
  origin: string;
  site: string;
  locale: serving.Locale;
  /** Of the site as a whole, where a page has none of its own. */
  description: string;
  picture: string;
}

/** The head of a rendered page: what tabs, search engines and those who share it read. */
export function headOf(head: Head, { origin, site, locale, picture, description: usual }: Site): string {
  const { title, path, image } = head;
  const description = cut(head.description ?? usual);
  const url = path === undefined ? undefined : origin + path;
  return [
    `<title>${escaped(title)}</title>`,
    `<meta name="description" content="${escaped(description)}" data-usual="${escaped(usual)}" />`,
    head.unlisted && named('robots', 'noindex, follow'),
    url && `<link rel="canonical" href="${escaped(url)}" />`,
    shared('site_name', site),
    shared('type', head.kind ?? 'website'),
    shared('locale', locale === 'en' ? 'en_GB' : 'zh_CN'),
    shared('title', title),
    shared('description', description),
    url && shared('url', url),
    shared('image', origin + (image ?? picture)),
    named('twitter:card', 'summary_large_image'),
    ...head.items.map(
      (item) => `<script type="application/ld+json">${dataOf({ '@context': 'https://schema.org', ...item })}</script>`,
    ),
  ]
    .filter(Boolean)
    .join('\n    ');
}

interface Parts {
  locale: string;
  elder: boolean;
  /** Of a whole page. The frame alone leaves the document's own, and names the scripts of its page. */
  head?: string;
  scripts?: string;
  page: string;
  kept: unknown;
}

/** The document with a page in it. Functions for replacements: a page may hold what `replace` would read as its own signs. */
export function fill(template: string, { locale, elder, head, scripts = '', page, kept }: Parts): string {
  const said =
    head === undefined
      ? template.replace('<!--head-->', () => scripts)
      : template
          .replace(/\s*<meta (name="description"|property="og:image")[^>]*>/g, '')
          .replace(/<title>[^<]*<\/title>/, '')
          .replace('<!--head-->', () => head);
  const frame = head === undefined ? ' data-frame' : '';
  return said
    .replace(/<html lang="[^"]*">/, `<html lang="${locale}"${elder ? ' data-elder' : ''}>`)
    .replace('<!--page-->', () => page)
    .replace('<!--kept-->', () => `<script type="application/json" id="kept"${frame}>${dataOf(kept)}</script>`);
}
