import { refuseFile } from './refuse-file';
import { parseWhole, type Workbook } from './open-workbook';
import { LONGEST_CELL } from './table';

/** What a sheet's cells refer to. */
export interface WorkbookParts {
  /** Of the first sheet that is not hidden. */
  readonly sheet: string;
  readonly strings: readonly string[];
  /** Whether a cell format shows a number as a day. */
  readonly isDate: readonly boolean[];
  /** Days are counted from 1904, as old spreadsheets on a Macintosh did. */
  readonly from1904: boolean;
}

export async function readParts(workbook: Workbook): Promise<WorkbookParts> {
  const { relation, from1904 } = await readBook(workbook);
  const targets = await readTargets(workbook);
  const target = targets.get(relation);
  if (target === undefined) throw refuseFile('empty');
  return {
    sheet: pathOf(target),
    from1904,
    strings: await readStrings(workbook),
    isDate: await readDateFormats(workbook),
  };
}

/** Targets stand relative to the workbook, or from the root with a slash before. */
function pathOf(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

async function readBook(workbook: Workbook): Promise<{ relation: string; from1904: boolean }> {
  const sheets: string[] = [];
  let from1904 = false;
  await parsePart(workbook, 'xl/workbook.xml', (name, attributes) => {
    if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
    if (name !== 'sheet' || (attributes['state'] ?? 'visible') !== 'visible') return;
    const id = Object.entries(attributes).find(([key]) => /(^|:)id$/.test(key))?.[1];
    if (id !== undefined) sheets.push(id);
  });
  const [relation] = sheets;
  if (relation === undefined) throw refuseFile('empty');
  return { relation, from1904 };
}

async function readTargets(workbook: Workbook): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  await parsePart(workbook, 'xl/_rels/workbook.xml.rels', (name, { Id, Target }) => {
    if (name === 'Relationship' && Id !== undefined && Target !== undefined) targets.set(Id, Target);
  });
  return targets;
}

async function parsePart(
  workbook: Workbook,
  name: string,
  open: (name: string, attributes: Record<string, string>) => void,
): Promise<void> {
  const stream = await workbook.part(name);
  if (stream) await parseWhole(stream, { open });
}

/** Of the texts that cells share, together: they are the only part of a workbook that has to be kept as a whole. */
const MOST_SHARED_TEXTS = 500_000;
const MOST_SHARED_CHARACTERS = 16 * 1024 * 1024;

/** The texts that cells share; how a reading is printed above a character (`rPh`) is not part of one. */
async function readStrings(workbook: Workbook): Promise<string[]> {
  const stream = await workbook.part('xl/sharedStrings.xml');
  if (!stream) return [];
  const strings: string[] = [];
  let current = '';
  let room = MOST_SHARED_CHARACTERS;
  let inText = false;
  let inReading = false;
  await parseWhole(stream, {
    open(name) {
      if (name === 'si') current = '';
      if (name === 'rPh') inReading = true;
      if (name === 't') inText = !inReading;
    },
    text(piece) {
      if (inText && current.length <= LONGEST_CELL) current += piece;
    },
    close(name) {
      if (name === 't') inText = false;
      if (name === 'rPh') inReading = false;
      if (name !== 'si') return;
      strings.push(current.slice(0, LONGEST_CELL));
      room -= current.length;
      if (room < 0 || strings.length > MOST_SHARED_TEXTS) throw refuseFile('tooLarge');
    },
  });
  return strings;
}

/** Built-in formats of days, the East Asian ones among them. */
const BUILT_IN = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);

async function readDateFormats(workbook: Workbook): Promise<boolean[]> {
  const own = new Set<number>();
  const formats: boolean[] = [];
  let inCellFormats = false;
  await parsePart(workbook, 'xl/styles.xml', (name, attributes) => {
    if (name === 'cellXfs' || name === 'cellStyleXfs') inCellFormats = name === 'cellXfs';
    if (name === 'numFmt' && showsDay(attributes['formatCode'] ?? '')) own.add(Number(attributes['numFmtId']));
    if (name !== 'xf' || !inCellFormats) return;
    const id = Number(attributes['numFmtId'] ?? 0);
    formats.push(BUILT_IN.has(id) || own.has(id));
  });
  return formats;
}

/** A day or a year in the format, outside of its quoted and bracketed parts. */
export function showsDay(format: string): boolean {
  return /[dy]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));
}
