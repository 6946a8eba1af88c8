import type { KeptView } from './kept-list';
import type { ListLook } from './list-look';

/** Of the address, what the list reads by itself: which of the own views is open, and the columns where they are not the reader's own. */
const VIEW = 'kept';
const COLUMNS = 'cols';

/** The columns as they stand in an address: those in their order, and those left out with a sign before them. */
export function colsOf({ hidden, order }: ListLook): string {
  return [...order.filter((id) => !hidden.includes(id)), ...hidden.map((id) => `-${id}`)].join('.');
}

function lookOf(cols: string): ListLook {
  const ids = cols.split('.').filter((id) => /^-?[A-Za-z0-9]/.test(id));
  return {
    hidden: ids.filter((id) => id.startsWith('-')).map((id) => id.slice(1)),
    order: ids.filter((id) => !id.startsWith('-')),
  };
}

/** What of an address belongs to the list itself: filters, words, order. */
export function bare(search: URLSearchParams): URLSearchParams {
  const rest = new URLSearchParams(search);
  rest.delete(VIEW);
  rest.delete(COLUMNS);
  return rest;
}

export const hasView = (search: URLSearchParams): boolean => search.has(VIEW);

export function withCols(search: URLSearchParams, look: ListLook): URLSearchParams {
  const address = new URLSearchParams(search);
  address.set(COLUMNS, colsOf(look));
  return address;
}

/** The address of an own view. */
export function addressOf({ name, search }: KeptView): URLSearchParams {
  const address = bare(new URLSearchParams(search));
  address.set(VIEW, name);
  return address;
}

/** The address somebody else finds the same by: they have other views, so it carries the columns themselves. */
export function sharedAddress(search: URLSearchParams, look: ListLook): URLSearchParams {
  const isPlain = look.hidden.length === 0 && look.order.length === 0;
  return isPlain ? bare(search) : withCols(bare(search), look);
}

const sorted = (search: URLSearchParams) =>
  [...search]
    .map((pair) => pair.join('='))
    .sort()
    .join('&');

/** What the address opens: the view, where it is one of the reader's own; how the list looks; and whether that is otherwise than it was kept. */
export function opened(search: URLSearchParams, views: readonly KeptView[], own: ListLook) {
  const view = views.find(({ name }) => name === search.get(VIEW));
  const cols = search.get(COLUMNS);
  const look = cols === null ? (view?.look ?? own) : lookOf(cols);
  const kept = view && sorted(bare(new URLSearchParams(view.search)));
  const isChanged = view !== undefined && (kept !== sorted(bare(search)) || colsOf(look) !== colsOf(view.look));
  return { view, look, isChanged, isOwn: view === undefined && cols === null };
}
