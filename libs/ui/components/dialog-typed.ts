/** What was typed in a box, and whether its owner is being asked what shall become of that. */
export type Typed = 'nothing' | 'something' | 'asked';

type Happens = 'typed' | 'leave' | 'stay';

/** Esc, a click beside and the cross close a box at once only where nothing is lost by it; Esc at the question means to stay. */
const NEXT: Record<Typed, Record<Happens, Typed | 'closed'>> = {
  nothing: { typed: 'something', leave: 'closed', stay: 'nothing' },
  something: { typed: 'something', leave: 'asked', stay: 'something' },
  asked: { typed: 'something', leave: 'something', stay: 'something' },
};

export const afterwards = (typed: Typed, happens: Happens): Typed | 'closed' => NEXT[typed][happens];

const CHOSEN = new Set(['checkbox', 'radio', 'file', 'range', 'search']);

/** Text somebody would have to write again; what is chosen or searched for is soon done anew. */
export const isText = (field: { tagName: string; type?: string; role?: string | null }): boolean =>
  field.tagName === 'TEXTAREA' ||
  (field.tagName === 'INPUT' && !CHOSEN.has(field.type ?? 'text') && field.role !== 'combobox');
