export type MediaType =
  'image/jpeg' | 'image/png' | 'image/webp' | 'image/avif' | 'application/pdf' | 'video/mp4' | 'video/webm';

/** Brands of films (mp4ra.org); pictures come in boxes of the same kind. */
const FILMS = /^ftyp(isom|iso\d|mp4\d|avc1|M4V |qt {2}|3gp\d|MSNV|dash)/;

const KINDS: readonly { type: MediaType; fits(bytes: Buffer): boolean }[] = [
  { type: 'image/jpeg', fits: (bytes) => bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])) },
  { type: 'image/png', fits: (bytes) => bytes.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')) },
  {
    type: 'image/webp',
    fits: (bytes) => bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP',
  },
  { type: 'image/avif', fits: (bytes) => bytes.toString('latin1', 4, 12) === 'ftypavif' },
  { type: 'application/pdf', fits: (bytes) => bytes.toString('latin1', 0, 5) === '%PDF-' },
  { type: 'video/mp4', fits: (bytes) => FILMS.test(bytes.toString('latin1', 4, 12)) },
  { type: 'video/webm', fits: (bytes) => bytes.toString('hex', 0, 4) === '1a45dfa3' },
];

/** What the bytes are, by how they begin; null for everything we do not take. A name or a header proves nothing. */
export function mediaTypeOf(bytes: Buffer): MediaType | null {
  return KINDS.find((kind) => kind.fits(bytes))?.type ?? null;
}
