import type { VideoFault } from './clean-video';

/** An element of EBML (RFC 8794): its name as hex, where its head begins, where its content does, and where both end. */
interface Element {
  readonly id: string;
  readonly start: number;
  readonly body: number;
  readonly end: number;
}

const ID = { head: '1a45dfa3', docType: '4282', segment: '18538067', void: 'ec', cluster: '1f43b675' } as const;
const OF_SEGMENT = { seekHead: '114d9b74', info: '1549a966', tracks: '1654ae6b', cues: '1c53bb6b' } as const;
/** Chapters, attachments, tags: places, names, covers. */
const BESIDE: readonly string[] = ['1043a770', '1941a469', '1254c367'];
/** Of the description of the whole: the unit of time, the length, and what programs wrote it. */
const OF_INFO: readonly string[] = ['2ad7b1', '4489', '4d80', '5741'];
const TRACK = { entry: 'ae', type: '83', codec: '86', name: '536e' } as const;
const CODECS: readonly string[] = ['V_VP8', 'V_VP9', 'V_AV1', 'A_OPUS', 'A_VORBIS'];
const FILM = 1;
/** No film has so many at one place; a file made of empty elements alone would be a hundred times itself in memory. */
const MOST = 20_000;

/**
 * Empties a WebM in place of what stands beside picture and sound: tags, attachments, chapters, dates and names.
 *
 * @returns why it is not taken; null where it was cleaned
 * @throws RangeError where its elements do not fit into each other
 */
export function cleanWebm(bytes: Buffer): VideoFault | null {
  const top = elementsIn(bytes, 0, bytes.length);
  const [head, segment] = [top[0], top.find(({ id }) => id === ID.segment)];
  const docType = head && elementsIn(bytes, head.body, head.end).find(({ id }) => id === ID.docType);
  if (head?.id !== ID.head || !docType || textOf(bytes, docType) !== 'webm') return 'kind';
  if (!segment) return 'damaged';
  for (const other of top) if (other !== head && other !== segment) empty(bytes, other);
  const parts = elementsIn(bytes, segment.body, segment.end);
  const fault = faultOf(bytes, parts);
  if (fault !== null) return fault;
  const kept: readonly string[] = [ID.cluster, ...Object.values(OF_SEGMENT)];
  for (const part of parts) {
    if (!kept.includes(part.id)) empty(bytes, part);
    if (part.id === OF_SEGMENT.info) emptyWithin(bytes, part, (id) => !OF_INFO.includes(id));
    if (part.id === OF_SEGMENT.tracks)
      for (const track of elementsIn(bytes, part.body, part.end))
        emptyWithin(bytes, track, (id) => id === TRACK.name || id === ID.void);
  }
  return null;
}

function faultOf(bytes: Buffer, parts: readonly Element[]): VideoFault | null {
  const tracks = parts
    .filter(({ id }) => id === OF_SEGMENT.tracks)
    .flatMap(({ body, end }) => elementsIn(bytes, body, end))
    .filter(({ id }) => id === TRACK.entry)
    .map(({ body, end }) => new Map(elementsIn(bytes, body, end).map((field) => [field.id, field])));
  const types = tracks.map((fields) => fields.get(TRACK.type)).map((field) => (field ? bytes[field.end - 1] : 0));
  // Words and data run beside picture and sound in tracks of their own.
  if (!types.includes(FILM) || types.some((type) => type !== FILM && type !== FILM + 1)) return 'kind';
  const codecs = tracks.map((fields) => fields.get(TRACK.codec)).map((field) => (field ? textOf(bytes, field) : ''));
  return codecs.every((codec) => CODECS.includes(codec)) ? null : 'codec';
}

function textOf(bytes: Buffer, { body, end }: Element): string {
  return bytes.toString('latin1', body, end).replace(/\0+$/, '');
}

function elementsIn(bytes: Buffer, from: number, to: number): Element[] {
  const elements: Element[] = [];
  for (let start = from; start < to;) {
    const element = elementAt(bytes, start, to);
    if (element.end > to || elements.length === MOST) throw new RangeError('an element goes on behind its end');
    elements.push(element);
    start = element.end;
  }
  return elements;
}

function elementAt(bytes: Buffer, start: number, to: number): Element {
  const named = widthAt(bytes, start);
  const id = bytes.toString('hex', start, start + named);
  const sized = widthAt(bytes, start + named);
  const body = start + named + sized;
  if (body > to) throw new RangeError('a head is cut off');
  const size = sizeAt(bytes, start + named, sized);
  return { id, start, body, end: size === null ? endOfOpen(bytes, { id, body, to }) : body + size };
}

/** What is written while it is made does not know how long it becomes: it goes on until its like begins, or what stands beside it. */
function endOfOpen(bytes: Buffer, { id, body, to }: { id: string; body: number; to: number }): number {
  if (id === ID.segment) return to;
  if (id !== ID.cluster) throw new RangeError('only a recording is open');
  const ends: readonly string[] = [ID.cluster, ...Object.values(OF_SEGMENT), ...BESIDE];
  for (let start = body; start < to;) {
    const named = widthAt(bytes, start);
    if (ends.includes(bytes.toString('hex', start, start + named))) return start;
    start = elementAt(bytes, start, to).end;
  }
  return to;
}

/** How many bytes a number has, by its leading zeros. */
function widthAt(bytes: Buffer, at: number): number {
  const width = Math.clz32(bytes.readUInt8(at)) - 23;
  if (width > 8) throw new RangeError('no number begins so');
  return width;
}

/** Null where all its bits are set: not known. */
function sizeAt(bytes: Buffer, at: number, width: number): number | null {
  let size = BigInt(bytes.readUInt8(at) & (0xff >> width));
  for (let nth = 1; nth < width; nth += 1) size = (size << 8n) | BigInt(bytes.readUInt8(at + nth));
  return size === (1n << BigInt(7 * width)) - 1n ? null : Number(size);
}

function emptyWithin(bytes: Buffer, { body, end }: Element, isOther: (id: string) => boolean): void {
  for (const field of elementsIn(bytes, body, end)) if (isOther(field.id)) empty(bytes, field);
}

/** A void of the same length stands in its place: what stands behind keeps its address. */
function empty(bytes: Buffer, { start, end }: Element): void {
  const length = end - start;
  bytes.fill(0, start, end);
  bytes.writeUInt8(0xec, start);
  if (length < 10) {
    bytes.writeUInt8(0x80 | (length - 2), start + 1);
    return;
  }
  bytes.writeBigUInt64BE((1n << 56n) | BigInt(length - 9), start + 1);
}
