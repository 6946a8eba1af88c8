import { keep } from '../ordering/kept';

const MOST = 8;

/** What was searched for in this browser, the last first; nobody else is told. */
const history = keep<readonly string[]>(
  'xihuo.searches',
  [],
  (value): value is string[] => Array.isArray(value) && value.every((entry) => typeof entry === 'string'),
);

export const useSearchHistory = history.use;

/** The same words once, at the front. */
export function withSearch(known: readonly string[], words: string): string[] {
  return [words, ...known.filter((entry) => entry !== words)].slice(0, MOST);
}

export const noteSearch = (words: string): void => history.set(withSearch(history.get(), words));
export const clearSearches = (): void => history.set([]);
