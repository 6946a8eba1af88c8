/** Bytes from the first to the last, both among them. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/** Bytes: what is answered at once is held in memory, and a browser asks for the next piece when it has played this one. */
export const MOST_AT_ONCE = 1024 * 1024;

/**
 * The one piece that a header Range (RFC 9110, 14.1.2) asks for: `bytes=0-1`, `bytes=100-`, `bytes=-500`. It may
 * be shorter than asked for (RFC 9110, 15.3.7): browsers begin a film with `bytes=0-` and go on behind what they were given.
 *
 * @param size of the whole, in bytes
 * @returns null where the whole is answered: without a header, for several pieces, and for what is not there
 */
export function byteRange(header: string | undefined, size: number): ByteRange | null {
  const [, from, to] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (from === undefined || to === undefined || (from === '' && to === '')) return null;
  const first = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  return first <= last ? { first, last: Math.min(last, first + MOST_AT_ONCE - 1) } : null;
}
