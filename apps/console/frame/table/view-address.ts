import type { KeptView } from './kept-list';
import type { ListLook } from './list-look';

/**
 * Of the address, what a list reads by itself: which of the own views is open, and the columns where they are not the reader's own.
 * Each begins with the list it is of, since a page has several; one of before, which names none, is of no list.
 */
const VIEW = 'kept';
const COLUMNS = 'cols';

function ofList(search: URLSearchParams, name: string, list: string): string | undefined {
  const mark = `${list}:`;
  return search
    .getAll(name)
    .find((value) => value.startsWith(mark))
    ?.slice(mark.length);
}

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

export const hasView = (search: URLSearchParams, list: string): boolean => ofList(search, VIEW, list) !== undefined;

/** The address with other columns of one list; those of its neighbours stay. */
export function withCols(search: URLSearchParams, list: string, look: ListLook): URLSearchParams {
  const address = new URLSearchParams(search);
  const others = search.getAll(COLUMNS).filter((value) => !value.startsWith(`${list}:`));
  address.delete(COLUMNS);
  for (const value of [...others, `${list}:${colsOf(look)}`]) address.append(COLUMNS, value);
  return address;
}

/** The address of an own view of a list. */
export function addressOf(list: string, { name, search }: KeptView): URLSearchParams {
  const address = bare(new URLSearchParams(search));
  address.set(VIEW, `${list}:${name}`);
  return address;
}

/** The address somebody else finds the same by: they have other views, so it carries the columns themselves. */
export function sharedAddress(search: URLSearchParams, list: string, look: ListLook): URLSearchParams {
  const isPlain = look.hidden.length === 0 && look.order.length === 0;
  return isPlain ? bare(search) : withCols(bare(search), list, look);
}

const sorted = (search: URLSearchParams) =>
  [...search]
    .map((pair) => pair.join('='))
    .sort()
    .join('&');

/** What the address opens: the view, where it is one of the reader's own; how the list looks; and whether that is otherwise than it was kept. */
export function opened(search: URLSearchParams, list: string, views: readonly KeptView[], own: ListLook) {
  const opens = ofList(search, VIEW, list);
  const view = views.find(({ name }) => name === opens);
  const cols = ofList(search, COLUMNS, list);
  const look = cols === undefined ? (view?.look ?? own) : lookOf(cols);
  const kept = view && sorted(bare(new URLSearchParams(view.search)));
  const isChanged = view !== undefined && (kept !== sorted(bare(search)) || colsOf(look) !== colsOf(view.look));
  return { list, view, look, isChanged, isOwn: view === undefined && cols === undefined };
}
