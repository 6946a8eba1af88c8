import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { time } from '@xihuo/kernel';
import { type Database, pageOf, placeIn } from '@xihuo/platform';
import { nowOf } from '../../store/clock.sql';
import { commentsOf, draftOf, draftPage, publicStandard, publicStandards } from '../../store/standard/standard.sql';
import { draftEntry, draftView, standardPage, standardView, type DraftView } from '../../store/standard/views';
import { earliestEffectiveFrom } from './move-standard';

/** Every standard that was ever published, and what is before the public now; newest first. */
export async function listStandards(database: Database): Promise<ResponseOf<'GET /standards'>> {
  return { data: (await database.read(publicStandards)).map(standardView) };
}

/** One of them, with what people said of it. @throws ProblemError NOT_FOUND */
export async function readStandard(
  database: Database,
  standard: string,
): Promise<ResponseOf<'GET /standards/{standard}'>> {
  const [row] = await database.read(publicStandard, [standard]);
  if (!row) throw fail('NOT_FOUND');
  return standardPage(row, await database.read(commentsOf, [standard]));
}

export async function listDrafts(
  database: Database,
  { cursor, limit }: InputOf<'GET /admission/standards'>['query'],
): Promise<ResponseOf<'GET /admission/standards'>> {
  const rows = await database.read(draftPage, [placeIn(cursor, 'version'), limit + 1]);
  return pageOf(rows, limit, (row) => row.version, draftEntry);
}

/** @throws ProblemError NOT_FOUND */
export async function readDraft(database: Database, standard: string): Promise<DraftView> {
  const [row] = await database.read(draftOf, [standard]);
  if (!row) throw fail('NOT_FOUND');
  const [clock] = await database.read(nowOf);
  const earliest = await earliestEffectiveFrom(database, time.businessDate(clock!.now));
  return draftView(row, await database.read(commentsOf, [standard]), earliest);
}
