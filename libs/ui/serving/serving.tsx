import { dehydrate, type Query, type QueryClient } from '@tanstack/react-query';
import type { ComponentType, ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { createQueryClient } from '../client/hooks';
import { ApiProblem } from '../client/problem';
import { HeadContext, type Head } from '../components/head';
import type { LinkProps } from '../components/linking';
import { UiProvider } from '../components/provider';
import type { Api } from '../client/api';
import type { Locale } from '../i18n/catalog';
import { speak } from '../i18n/translate';

export { chosenLocale, loadWords, type WordPart } from '../i18n/translate';
export type { Head } from '../components/head';
export type { Locale } from '../i18n/catalog';

/** A page that reads, and by what it has read reads on, is whole after so many; what is missing then, the browser fetches. */
const ROUNDS = 3;

export interface Drawn {
  html: string;
  /** What the page says of itself; absent where it said nothing yet. */
  head: (Head & { items: readonly object[] }) | undefined;
}

export interface Rendered extends Drawn {
  /** What was read, for the cache of the browser. */
  kept: unknown;
  /** Reads that were not answered with what was asked for, by their routes, with the status; 0 where none came. */
  failed: ReadonlyMap<string, number>;
}

interface Asked {
  element: ReactNode;
  api: Api;
  locale: Locale;
  /** Under which the shop is known outside. */
  origin: string;
  /** As for `UiProvider`. */
  link?: ComponentType<LinkProps> | undefined;
}

const isWanted = ({ state, options }: Query) =>
  state.status === 'pending' && (options as { enabled?: unknown }).enabled !== false;

/**
 * Renders what the pages say once their reads are answered: it is rendered to hear what it reads, these are asked at once, and it
 * is rendered again. A read that fails is as if it had not been asked, here and in the browser, which asks again.
 */
export async function renderRead(asked: Asked): Promise<Rendered> {
  const queries = createQueryClient();
  // What a server has read is gone with the answer; the time that a browser keeps it would keep this process busy.
  queries.setDefaultOptions({ queries: { ...queries.getDefaultOptions().queries, gcTime: Infinity } });
  const unanswered = new Set<string>();
  const failed = new Map<string, number>();
  for (let round = 1; ; round += 1) {
    const drawn = once(asked, queries);
    const wanted = queries
      .getQueryCache()
      .findAll({ predicate: (query) => isWanted(query) && !unanswered.has(query.queryHash) });
    if (wanted.length === 0 || round > ROUNDS) return { ...drawn, kept: dehydrate(queries), failed };
    const answers = await Promise.allSettled(wanted.map((query) => query.fetch()));
    answers.forEach((answer, index) => {
      if (answer.status === 'fulfilled') return;
      const query = wanted[index]!;
      failed.set(String(query.queryKey[0]), answer.reason instanceof ApiProblem ? answer.reason.status : 0);
      unanswered.add(query.queryHash);
      queries.getQueryCache().remove(query);
    });
  }
}

/** In one go, without waiting: the language in use is the whole process's. */
function once({ element, api, locale, link, origin }: Asked, queries: QueryClient): Drawn {
  speak(locale);
  let said: Head | undefined;
  const html = renderToString(
    <HeadContext value={(head) => (said = head)}>
      <UiProvider {...{ api, queries, link }}>{element}</UiProvider>
    </HeadContext>,
  );
  return { html, head: said && { ...said, items: said.data?.(origin) ?? [] } };
}
