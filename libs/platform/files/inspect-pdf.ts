import { inflateSync } from 'node:zlib';

/** What every inflated part of one paper may hold together: a few megabytes inflate to gigabytes where somebody means harm. */
const MOST_INFLATED = 64 * 1024 * 1024;

export type PdfFault = 'damaged' | 'encrypted' | 'active' | 'bomb';

/**
 * Actions, scripts and attachments: a paper is read, it does nothing. Forms filled in by hand may stay. All names are so long
 * that no picture holds one by chance, so they are looked for in every byte, whatever the file says its bytes are.
 */
const ACTIVE = /\/(JavaScript|Launch|EmbeddedFiles?|RichMedia|ImportData|SubmitForm|GoToE|XFA)(?![A-Za-z])/;
const PAGE = /\/Type\s*\/Page(?![A-Za-z])/g;

/**
 * Counts the pages of a PDF and looks for what it must not hold, without drawing or running anything: the objects in plain
 * sight, and those packed into object streams, which are inflated with a lid on.
 */
export function inspectPdf(bytes: Buffer): { pages: number } | PdfFault {
  const plain = bytes.toString('latin1');
  // Anything behind the end would be another file in the same bytes.
  if (!/%%EOF\s*$/.test(plain.slice(-1024))) return 'damaged';
  if (/\/Encrypt(?![A-Za-z])/.test(plain)) return 'encrypted';
  const packed = unpack(bytes, plain);
  if (typeof packed === 'string') return packed;
  const clear = packed.map(unescapeNames);
  if ([unescapeNames(plain), ...clear].some((text) => ACTIVE.test(text))) return 'active';
  const pages = [unescapeNames(withoutStreams(plain)), ...clear].join('\n').match(PAGE)?.length ?? 0;
  return pages === 0 ? 'damaged' : { pages };
}

/** Names may be written with escapes, so that a search does not see them. */
function unescapeNames(text: string): string {
  return text.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** The bytes of pictures and fonts are no objects, and may hold any letters by chance. */
function withoutStreams(text: string): string {
  return text.replace(/stream\r?\n[\s\S]*?endstream/g, 'stream endstream');
}

/** Characters before a stream in which its description stands. */
const DESCRIPTION = 2_000;

/** The object streams in clear, or what is wrong with them: together more than any honest paper holds, or not to be read. */
function unpack(bytes: Buffer, text: string): string[] | 'bomb' | 'damaged' {
  const found: string[] = [];
  let room = MOST_INFLATED;
  for (const match of text.matchAll(/(?<!end)stream\r?\n/g)) {
    const before = unescapeNames(text.slice(Math.max(0, match.index - DESCRIPTION), match.index));
    const description = before.slice(Math.max(before.lastIndexOf(' obj'), before.lastIndexOf('\nobj')) + 1);
    if (!/\/Type\s*\/ObjStm(?![A-Za-z])/.test(description)) continue;
    const start = match.index + match[0].length;
    const end = text.indexOf('endstream', start);
    const clear = inflated(bytes.subarray(start, end < 0 ? undefined : end), description, room);
    if (typeof clear === 'string') return clear;
    room -= clear.length;
    found.push(clear.toString('latin1'));
  }
  return found;
}

/** Writers of object streams pack them by Flate or not at all; what we cannot look into we do not take. */
function inflated(body: Buffer, description: string, room: number): Buffer | 'bomb' | 'damaged' {
  const filters = [...description.matchAll(/\/(\w+Decode)\b/g)].map(([, name]) => name);
  if (filters.length === 0) return body.length > room ? 'bomb' : body;
  if (filters.length > 1 || filters[0] !== 'FlateDecode') return 'damaged';
  try {
    return inflateSync(body, { maxOutputLength: room });
  } catch (error) {
    return (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'bomb' : 'damaged';
  }
}
