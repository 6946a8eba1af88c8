import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { time } from '@xihuo/kernel';
import { pageOf, placeIn, type Database } from '@xihuo/platform';
import { regionRange } from '../../rules/region-range';
import { businessNow } from '../../store/channel/clock.sql';
import { allFairs, exhibitorsOf, fairById, fairBySlug, fairCalendar, signUpsOf } from '../../store/channel/fair.sql';
import {
  fairCard,
  fairDraft,
  fairView,
  myFair,
  shownFair,
  type FairDraft,
  type FairView,
  type MyFair,
} from '../../store/channel/fair-views';
import { leadCounts } from '../../store/channel/lead.sql';

/** More than are ever published ahead at once. */
const MOST_AHEAD = 1_000;

async function todayOf(database: Database): Promise<string> {
  return time.businessDate(await businessNow(database));
}

export async function listFairs(
  database: Database,
  { from, to, region, cursor, limit }: InputOf<'GET /fairs'>['query'],
): Promise<ResponseOf<'GET /fairs'>> {
  const today = await todayOf(database);
  const range = region === undefined ? null : regionRange(region);
  const narrowed = [from ?? null, to ?? null, range?.from ?? null, range?.to ?? null];
  const rows = await database.read(fairCalendar, [...narrowed, placeIn(cursor), today, limit + 1]);
  return pageOf(
    rows,
    limit,
    ({ id }) => id,
    (row) => fairCard(row, today),
  );
}

/** @throws ProblemError NOT_FOUND */
export async function readFair(database: Database, slug: string): Promise<FairView> {
  const [row] = await database.read(fairBySlug, [slug]);
  if (!row) throw fail('NOT_FOUND');
  return fairView(row, await database.read(exhibitorsOf, [row.id]), await todayOf(database));
}

export async function listAllFairs(
  database: Database,
  { state, cursor, limit }: InputOf<'GET /catalogue/fairs'>['query'],
): Promise<ResponseOf<'GET /catalogue/fairs'>> {
  const today = await todayOf(database);
  const rows = await database.read(allFairs, [state ?? null, placeIn(cursor), limit + 1]);
  return pageOf(
    rows,
    limit,
    ({ id }) => id,
    (row) => ({ id: row.id, state: row.state, ...shownFair(row, today), exhibitors: row.exhibitors }),
  );
}

/** @throws ProblemError NOT_FOUND */
export async function readFairDraft(database: Database, id: string): Promise<FairDraft> {
  const [row] = await database.read(fairById, [id]);
  if (!row) throw fail('NOT_FOUND');
  const [exhibitors, leads, today] = await Promise.all([
    database.read(exhibitorsOf, [id]),
    database.read(leadCounts, [id]),
    todayOf(database),
  ]);
  return fairDraft(row, { exhibitors, leads, today });
}

/** Fairs that are not over, as a supplier sees them. */
export async function listMyFairs(database: Database, supplierId: string): Promise<{ data: MyFair[] }> {
  const today = await todayOf(database);
  const fairs = await database.read(fairCalendar, [today, null, null, null, null, today, MOST_AHEAD]);
  const signUps = await database.read(signUpsOf, [supplierId, fairs.map(({ id }) => id)]);
  return {
    data: fairs.map((row) =>
      myFair(
        row,
        signUps.find(({ fair_id: id }) => id === row.id),
        today,
      ),
    ),
  };
}

/** @throws ProblemError NOT_FOUND */
export async function readMyFair(database: Database, supplierId: string, slug: string): Promise<MyFair> {
  const [row] = await database.read(fairBySlug, [slug]);
  if (!row) throw fail('NOT_FOUND');
  const [signUp] = await database.read(signUpsOf, [supplierId, [row.id]]);
  return myFair(row, signUp, await todayOf(database));
}
