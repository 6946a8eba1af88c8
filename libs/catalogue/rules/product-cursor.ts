import { fail } from '@xihuo/contract';

/** Where a list goes on: the sort key and the id of the last row shown, and the words that were shown for others. */
export interface ProductPlace {
  key: string;
  id: string;
  shown?: string;
}

const FORM = /^([0-9a-z]{1,16})\.(\d{1,18})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\.([\w-]{1,260}))?$/;

/** The question that a cursor belongs to: what was asked, in which order, but not how many a page. */
export function questionMark(question: Readonly<Record<string, unknown>>): string {
  const text = Object.keys(question)
    .sort()
    .filter((name) => question[name] !== undefined)
    .map((name) => `${name}=${String(question[name])}`)
    .join('&');
  // FNV-1a in two halves: a mark to notice a mix-up by, no secret.
  let [one, other] = [0x811c9dc5, 0x01000193];
  for (let at = 0; at < text.length; at += 1) {
    one = Math.imul(one ^ text.charCodeAt(at), 0x01000193);
    other = Math.imul(other ^ text.charCodeAt(text.length - 1 - at), 0x85ebca6b);
  }
  return (one >>> 0).toString(36) + (other >>> 0).toString(36);
}

export function writeCursor(mark: string, { key, id, shown }: ProductPlace): string {
  return [mark, key, id, ...(shown === undefined ? [] : [Buffer.from(shown).toString('base64url')])].join('.');
}

/** @throws ProblemError INVALID_INPUT where the cursor is none of ours, or belongs to another question */
export function readCursor(mark: string, cursor: string): ProductPlace {
  const [, ofMark, key, id, shown] = FORM.exec(cursor) ?? [];
  if (ofMark !== mark || key === undefined || id === undefined) {
    throw fail('INVALID_INPUT', {
      errors: [{ pointer: '/query/cursor', code: 'CURSOR', message: 'not a cursor of this list' }],
    });
  }
  return { key, id, ...(shown === undefined ? {} : { shown: Buffer.from(shown, 'base64url').toString('utf8') }) };
}
