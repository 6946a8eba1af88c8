import { useApi, type Output } from '@xihuo/ui';
import { useEffect, useState } from 'react';
import { useName } from '../catalogue/use-name';
import { useSearchHistory } from './search-history';

type Proposed = Output<'GET /search/suggestions'>;

/** One line that may be chosen, and where it leads. */
export interface Suggestion {
  group: 'history' | 'products' | 'places' | 'suppliers';
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

/** What the words in the box may become: of this browser's own searches while it is empty, else of the shop. */
export function useSuggestions(text: string, active: boolean): Suggestion[] {
  const name = useName();
  const history = useSearchHistory();
  const q = useRested(text.trim());
  const { data } = useApi(
    'GET /search/suggestions',
    { query: { q } },
    { enabled: active && q !== '', staleTime: 60_000, placeholderData: (previous) => previous },
  );
  if (text.trim() === '')
    return history.map((words) => ({ group: 'history', key: words, label: words, beside: '', to: searchPath(words) }));
  return data === undefined ? [] : linesOf(data, name);
}

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
