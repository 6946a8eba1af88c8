import { readCsv } from './read-csv';
import { readXlsx } from './read-xlsx';
import { refuseFile } from './refuse-file';
import type { TableRow } from './table';

const ZIP = Buffer.from('PK\x03\x04', 'latin1');
const EMPTY_ZIP = Buffer.from('PK\x05\x06', 'latin1');
/** An old workbook, and also the wrapping of an encrypted new one. */
const COMPOUND_FILE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/** The rows of a table, read as they are asked for; what kind of file it is, its bytes say. */
export function readTable(bytes: Buffer): AsyncGenerator<TableRow> {
  const start = bytes.subarray(0, 4);
  if (bytes.length === 0) throw refuseFile('empty');
  if (start.equals(COMPOUND_FILE)) throw refuseFile('oldWorkbook');
  if (start.equals(EMPTY_ZIP)) throw refuseFile('notATable');
  return start.equals(ZIP) ? readXlsx(bytes) : readCsv(bytes);
}
