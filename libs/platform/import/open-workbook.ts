import type { Readable } from 'node:stream';
import { SaxesParser } from 'saxes';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { refuseFile } from './refuse-file';

/** Of everything we would read of a workbook, inflated: ten thousand rows are about a tenth of it. */
const MOST_INFLATED = 64 * 1024 * 1024;
const MOST_ENTRIES = 500;

export interface Workbook {
  /** The part as it inflates, or null where there is none. */
  part(name: string): Promise<Readable | null>;
  close(): void;
}

/**
 * Opens the zip a workbook is by its directory. What its parts say they inflate to is added up before one is read, and a part
 * that inflates to something else than it says breaks off: neither a bomb nor a lying one costs more than its first bytes.
 */
export async function openWorkbook(bytes: Buffer): Promise<Workbook> {
  const zip = await openZip(bytes);
  const entries = await entriesOf(zip).catch((error: unknown) => {
    throw mapped(error);
  });
  if (!entries.has('xl/workbook.xml')) throw refuseFile('notATable');
  return {
    async part(name) {
      const entry = entries.get(name.toLowerCase());
      return entry ? zip.openReadStreamPromise(entry) : null;
    },
    close: () => zip.close(),
  };
}

async function openZip(bytes: Buffer): Promise<ZipFile> {
  try {
    return await fromBufferPromise(bytes, { lazyEntries: true });
  } catch {
    throw refuseFile('damaged');
  }
}

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > MOST_ENTRIES) throw refuseFile('tooLarge');
  const entries = new Map<string, Entry>();
  let room = MOST_INFLATED;
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) throw refuseFile('encrypted');
    room -= entry.uncompressedSize;
    if (room < 0) throw refuseFile('tooLarge');
    // Two parts of one name: programs differ in which they show, so what was checked might not be what was seen.
    const name = entry.fileName.toLowerCase();
    if (entries.has(name)) throw refuseFile('damaged');
    entries.set(name, entry);
  }
  return entries;
}

/** What a broken zip or broken XML throws is the file's fault; a refusal of ours goes through. */
export function mapped(error: unknown): unknown {
  return (error as { code?: unknown } | null)?.code === 'IMPORT_FILE_REFUSED' ? error : refuseFile('damaged');
}

export interface XmlHandlers {
  open?(name: string, attributes: Record<string, string>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Parses as it comes; answers its handlers once they have a piece more, so that a reader may hand on what it has so far. */
export async function* parseXml<Handlers extends XmlHandlers>(
  stream: Readable,
  handlers: Handlers,
): AsyncGenerator<Handlers> {
  const parser = new SaxesParser({ xmlns: false });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  // Entities of one's own are the way to make a small XML large; no spreadsheet writes a document type.
  parser.on('doctype', () => {
    throw refuseFile('damaged');
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => handlers.open?.(local(name), attributes));
  parser.on('text', (piece) => handlers.text?.(piece));
  parser.on('cdata', (piece) => handlers.text?.(piece));
  parser.on('closetag', ({ name }) => handlers.close?.(local(name)));
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      parser.write(decoder.decode(chunk, { stream: true }));
      yield handlers;
    }
    parser.write(decoder.decode()).close();
    yield handlers;
  } catch (error) {
    throw mapped(error);
  }
}

/** Parses to the end. */
export async function parseWhole(stream: Readable, handlers: XmlHandlers): Promise<void> {
  const pieces = parseXml(stream, handlers);
  for (let done = false; !done;) done = (await pieces.next()).done ?? false;
}

/** Some programs write every element with a prefix. */
function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
