import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { decodeText } from './decode-text';
import { refuseFile } from './refuse-file';
import { LONGEST_CELL, MOST_COLUMNS, type TableRow } from './table';

const PIECE = 64 * 1024;
const LONGEST_RECORD = 256 * 1024;

/** The rows of a csv in whatever encoding and with whatever separator it came, one after the other. */
export async function* readCsv(bytes: Buffer): AsyncGenerator<TableRow> {
  const text = decodeText(bytes);
  if (text === null) throw refuseFile('notATable');
  const parser = parse({
    delimiter: separatorOf(text),
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: LONGEST_RECORD,
  });
  // Its failure is the parser's, which the loop below meets.
  const feeding = pipeline(Readable.from(piecesOf(text)), parser).catch(() => undefined);
  let number = 0;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      number += 1;
      if (record.length > MOST_COLUMNS) throw refuseFile('tooManyColumns', { row: number });
      yield { number, cells: record.map((cell) => ({ text: cell.slice(0, LONGEST_CELL), kind: 'text' as const })) };
    }
  } catch (error) {
    throw error instanceof CsvError ? refuseFile('damaged', { row: number + 1 }) : error;
  } finally {
    parser.destroy();
    await feeding;
  }
}

function* piecesOf(text: string): Generator<string> {
  const start = text.startsWith('\ufeff') ? 1 : 0;
  for (let at = start; at < text.length; at += PIECE) yield text.slice(at, at + PIECE);
}

/** The one of the usual separators that the first line has most of. */
function separatorOf(text: string): string {
  const line = /[^\r\n]+/.exec(text)?.[0] ?? '';
  const counted = [',', '\t', ';'].map((sign) => ({ sign, count: line.split(sign).length }));
  return counted.sort((one, other) => other.count - one.count)[0]!.sign;
}
