/** Bytes from the first to the last, both among them. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/**
 * The one piece that a header Range (RFC 9110, 14.1.2) asks for: `bytes=0-1`, `bytes=100-`, `bytes=-500`.
 *
 * @param size of the whole, in bytes
 * @returns null where the whole is answered: without a header, for several pieces, and for what is not there
 */
export function byteRange(header: string | undefined, size: number): ByteRange | null {
  const [, from, to] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (from === undefined || to === undefined || (from === '' && to === '')) return null;
  const first = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  return first <= last ? { first, last } : null;
}
