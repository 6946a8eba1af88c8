import { useApi, type Output } from '@xihuo/ui';
import { useEffect, useState } from 'react';
import { useName } from '../catalogue/use-name';
import { useSearchHistory } from './search-history';

type Proposed = Output<'GET /search/suggestions'>;

/** One line that may be chosen, and where it leads. */
export interface Suggestion {
  group: 'history' | 'hot' | 'products' | 'places' | 'suppliers';
  key: string;
  label: string;
  beside: string;
  to: string;
}

const PAUSE_MS = 200;

/** What was typed, once the hand rests. */
function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}

export const searchPath = (q: string): string => `/products?${new URLSearchParams({ q }).toString()}`;

/**
 * What the words in the box may become: of this browser's own searches and what is popular while it is empty, else of the shop.
 *
 * @param composing an input method is still making words of what was typed: nothing is asked for half of them
 */
export function useSuggestions(
  text: string,
  { active, composing }: { active: boolean; composing: boolean },
): Suggestion[] {
  const name = useName();
  const history = useSearchHistory();
  const q = useRested(text.trim());
  const { data } = useApi(
    'GET /search/suggestions',
    { query: { q } },
    {
      enabled: active && !composing && q !== '' && q === text.trim(),
      staleTime: 60_000,
      placeholderData: (previous) => previous,
    },
  );
  const hot = useApi('GET /search/hot-words', {}, { enabled: active && text.trim() === '', staleTime: 300_000 });
  if (text.trim() === '') {
    const popular = (hot.data?.data ?? []).filter((words) => !history.includes(words));
    return [...history.map(wordsLine('history')), ...popular.map(wordsLine('hot'))];
  }
  return data === undefined ? [] : linesOf(data, name);
}

const wordsLine = (group: 'history' | 'hot') => (words: string) => ({
  ...{ group, key: words, label: words, beside: '', to: searchPath(words) },
});

function linesOf({ products, places, suppliers }: Proposed, name: ReturnType<typeof useName>): Suggestion[] {
  return [
    ...products.map((product) => ({
      ...{ group: 'products' as const, key: product.slug, label: name(product.name), beside: '' },
      to: `/p/${product.slug}`,
    })),
    ...places.map((place) => ({
      ...{ group: 'places' as const, key: place.code, label: place.name },
      beside: place.provinceName === place.name ? '' : place.provinceName,
      to: `/products?region=${place.code}`,
    })),
    ...suppliers.map((supplier) => ({
      ...{ group: 'suppliers' as const, key: supplier.id, label: supplier.name, beside: '' },
      to: `/suppliers/${supplier.id}`,
    })),
  ];
}
