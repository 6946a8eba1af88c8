import { createHash } from 'node:crypto';
import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { exporting, type Database, pageOf, placeIn } from '@xihuo/platform';
import { editionTables } from '../../store/edition/edition-tables';
import { containing } from '../../rules/name-pattern';
import { countiesIn } from '../../rules/register/register-filter';
import {
  allEditions,
  allEntries,
  comingPage,
  countEligible,
  departuresOf,
  editionOf,
  entryPage,
  exclusionsOf,
  leavingNow,
  type EditionRow,
} from '../../store/edition/edition.sql';
import { comingView, departureView, draftView, editionView, entryView, frozenEntry } from '../../store/edition/views';

export async function listEditions(database: Database): Promise<ResponseOf<'GET /catalogue/editions'>> {
  const rows = await database.read(allEditions);
  return { data: rows.filter(({ state }) => state === 'published').map(editionView) };
}

export async function readEdition(
  database: Database,
  number: number,
): Promise<ResponseOf<'GET /catalogue/editions/{number}'>> {
  const row = await publishedEdition(database, number);
  const left = (await database.read(departuresOf, [number])).map(departureView);
  return { ...editionView(row), left, files: await filesOf(database, number) };
}

const FILE_FORMATS = ['xlsx', 'csv', 'json'] as const;
type FileFacts = ResponseOf<'GET /catalogue/editions/{number}'>['files'];

/** What the files of an edition hash to. A published edition never changes, so they are made for this once a process. */
const hashed = new WeakMap<Database, Map<number, Promise<FileFacts>>>();

function filesOf(database: Database, number: number): Promise<FileFacts> {
  const known = hashed.get(database) ?? new Map<number, Promise<FileFacts>>();
  hashed.set(database, known);
  const facts = known.get(number) ?? hashFiles(database, number);
  known.set(number, facts);
  // What failed once is tried again by the next reader.
  facts.catch(() => known.delete(number));
  return facts;
}

async function hashFiles(database: Database, number: number): Promise<FileFacts> {
  const facts: FileFacts = [];
  for (const format of FILE_FORMATS) {
    const { bytes } = await editionFile(database, number, format);
    facts.push({ format, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
  }
  return facts;
}

export async function listEntries(
  database: Database,
  number: number,
  { q, province, category, cursor, limit }: InputOf<'GET /catalogue/editions/{number}/entries'>['query'],
): Promise<ResponseOf<'GET /catalogue/editions/{number}/entries'>> {
  await publishedEdition(database, number);
  const rows = await database.read(entryPage, [
    number,
    q === undefined ? null : containing(q),
    province === undefined ? null : `${countiesIn(province).from.replace(/(00)+$/, '')}%`,
    ...[category ?? null, placeIn(cursor, 'position') ?? 0, limit + 1],
  ]);
  return pageOf(rows, limit, (row) => String(row.position), entryView);
}

/** The whole edition, from what was written down when it was published and from nothing else. */
export async function editionFile(
  database: Database,
  number: number,
  format: 'xlsx' | 'csv' | 'json',
): Promise<Awaited<ReturnType<typeof exporting.exportFile>>> {
  const row = await publishedEdition(database, number);
  const [entryRows, departureRows] = await Promise.all([
    database.read(allEntries, [number]),
    database.read(departuresOf, [number]),
  ]);
  const entries = entryRows.map(frozenEntry);
  const left = departureRows.map(departureView);
  const name = `平台推荐目录-第${number}期`;
  if (format !== 'json') return exporting.exportFile(name, format, editionTables(entries, left));
  return {
    bytes: Buffer.from(JSON.stringify({ ...editionView(row), entries, left })),
    mediaType: 'application/json; charset=utf-8',
    name: `${name}.json`,
  };
}

export async function listDrafts(database: Database): Promise<ResponseOf<'GET /admission/editions'>> {
  const rows = await database.read(allEditions);
  return {
    data: rows.map((row) => ({
      number: row.number,
      title: { zh: row.title_zh, en: row.title_en },
      state: row.state,
      publishedOn: row.published_on,
      entries: row.entries,
    })),
  };
}

/** A draft as it would be published now; a published edition as it was. @param reader the person who reads it */
export async function readDraft(
  database: Database,
  number: number,
  reader: string,
): Promise<ResponseOf<'GET /admission/editions/{number}'>> {
  const [row] = await database.read(editionOf, [number]);
  if (!row) throw fail('NOT_FOUND');
  const exclusions = await database.read(exclusionsOf, [number]);
  if (row.state === 'draft') {
    const [counted] = await database.read(countEligible, [number]);
    return draftView(row, reader, { ...counted!, departures: await database.read(leavingNow, [number]), exclusions });
  }
  const entries = await database.read(allEntries, [number]);
  const arrivals = entries.filter(({ since_edition: since }) => since === number).length;
  const departures = await database.read(departuresOf, [number]);
  return draftView(row, reader, { entries: entries.length, arrivals, departures, exclusions });
}

/** What a draft would hold were it published now. */
export async function listComing(
  database: Database,
  number: number,
  { cursor, limit }: InputOf<'GET /admission/editions/{number}/entries'>['query'],
): Promise<ResponseOf<'GET /admission/editions/{number}/entries'>> {
  const [row] = await database.read(editionOf, [number]);
  if (!row) throw fail('NOT_FOUND');
  if (row.state !== 'draft') throw fail('NOT_AT_THIS_STEP', { extra: { state: row.state } });
  const rows = await database.read(comingPage, [number, placeIn(cursor), limit + 1]);
  return pageOf(rows, limit, (last) => last.recognition_id, comingView);
}

async function publishedEdition(database: Database, number: number): Promise<EditionRow> {
  const [row] = await database.read(editionOf, [number]);
  if (row?.state !== 'published') throw fail('NOT_FOUND');
  return row;
}
