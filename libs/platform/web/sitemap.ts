import { fail } from '@xihuo/contract';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Config } from '../config/config';
import type { Instance } from '../instance/instance';
import type { Database } from '../database/database';
import { statement } from '../database/statement';

/** Pages of one kind that are there for everybody, for search engines to find. */
export interface PublicPages {
  /** In the address of its lists: a to z. */
  readonly name: string;
  /** What all their addresses begin with, from the root: '/p/'. */
  readonly prefix: string;
  /** Selects `slug`, the rest of each address, each once; ordered here, by an index where there are many. */
  readonly slugs: string;
}

/** The protocol allows 50,000 addresses a list; fewer keep each answer small. */
const A_LIST = 10_000;
const XMLNS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
const HOUR = 'public, max-age=3600';

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const xml = (reply: FastifyReply, body: string) =>
  reply
    .type('application/xml; charset=utf-8')
    .header('cache-control', HOUR)
    .send(`<?xml version="1.0" encoding="UTF-8"?>\n${body}\n`);

interface Served {
  database: Database;
  config: Config;
  instance: Pick<Instance, 'demo'>;
}

/**
 * robots.txt, and the sitemap in lists of ten thousand addresses. An instance with invented data asks not to be listed at all.
 *
 * @param pages at most a few kinds; each statement is read once for the number of its lists and once a list
 */
export function serveSitemap(
  server: FastifyInstance,
  { database, config, instance }: Served,
  pages: readonly PublicPages[],
): void {
  const origin = config.PUBLIC_ORIGIN;
  const kinds = new Map(
    pages.map(({ name, prefix, slugs }) => {
      const text = `select slug from (${slugs}) listed order by slug offset $1 limit ${A_LIST}`;
      return [name, { prefix, read: statement<{ slug: string }>(`sitemap.of_${name}`, text) }];
    }),
  );
  if (kinds.size < pages.length) throw new Error('two kinds of public pages have one name');
  const counts = statement<{ name: string; lists: number }>(
    'sitemap.counts',
    pages
      .map(
        ({ name, slugs }) =>
          `select '${name}' as name, ceil(count(*) / ${A_LIST}.0)::int as lists from (${slugs}) listed`,
      )
      .join(' union all '),
  );

  server.get('/robots.txt', (_request, reply) => {
    // The api is not closed to them: pictures lie there, and what pages read that the browser draws.
    const rules = instance.demo
      ? ['Disallow: /']
      : ['Disallow: /console/', 'Disallow: /pay/', '', `Sitemap: ${origin}/sitemap.xml`];
    return reply
      .type('text/plain; charset=utf-8')
      .header('cache-control', HOUR)
      .send(['User-agent: *', ...rules, ''].join('\n'));
  });

  if (pages.length === 0) return;
  server.get('/sitemap.xml', async (_request, reply) => {
    const found = await database.read(counts);
    const lists = found.flatMap(({ name, lists: many }) =>
      Array.from({ length: many }, (_, index) => `${name}-${index + 1}`),
    );
    const entries = lists.map((list) => `<sitemap><loc>${escaped(origin)}/sitemaps/${list}.xml</loc></sitemap>`);
    return xml(reply, `<sitemapindex ${XMLNS}>\n${entries.join('\n')}\n</sitemapindex>`);
  });

  server.get<{ Params: { list: string } }>('/sitemaps/:list', async (request, reply) => {
    const [, name = '', number = ''] = /^([a-z]+)-([1-9]\d{0,4})\.xml$/.exec(request.params.list) ?? [];
    const kind = kinds.get(name);
    if (!kind) throw fail('NOT_FOUND');
    const rows = await database.read(kind.read, [(Number(number) - 1) * A_LIST]);
    if (rows.length === 0) throw fail('NOT_FOUND');
    const entries = rows.map(({ slug }) => `<url><loc>${escaped(origin + kind.prefix + slug)}</loc></url>`);
    return xml(reply, `<urlset ${XMLNS}>\n${entries.join('\n')}\n</urlset>`);
  });
}
