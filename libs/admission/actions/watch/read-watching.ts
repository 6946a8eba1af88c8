import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { time } from '@xihuo/kernel';
import { type Database, pageOf, placeIn } from '@xihuo/platform';
import { policiesOn } from '@xihuo/registry';
import type { Decider } from '../../rules/four-eyes';
import { countyPatterns } from '../../rules/jurisdiction';
import { appealById, appealPage } from '../../store/measure/appeal.sql';
import {
  measureById,
  measurePage,
  measuresOfCase,
  publishedMeasureById,
  publishedMeasurePage,
} from '../../store/measure/measure.sql';
import { appealView, measureView, publicMeasureView, type Onlooker } from '../../store/measure/views';
import { statementsOfCase, watchCaseById, watchCasePage } from '../../store/watch/case.sql';
import { businessToday } from '../../store/watch/clock.sql';
import { caseEntry, caseView } from '../../store/watch/views';
import { ownSuppliers } from './open-matter';

type CaseView = ResponseOf<'GET /admission/cases/{id}'>;
type MeasureView = ResponseOf<'GET /admission/measures/{id}'>;
type AppealView = ResponseOf<'GET /admission/appeals/{id}'>;

/** From which side somebody reads: by jurisdiction in the console of the public hand, or the own suppliers. */
export type Side = 'authority' | 'supplier';

/** What both sides narrow one list by: neither asks for all of it. */
export type OneSide<Asked> = Partial<Asked> & { limit: number };

/** What the query itself lets through: county patterns or own suppliers, never both. */
export function scopeOf(
  decider: Decider,
  side: Side,
  roles?: readonly string[],
): [patterns: string[] | null, suppliers: string[] | null] {
  return side === 'authority' ? [countyPatterns(decider.grants, roles), null] : [null, ownSuppliers(decider)];
}

export async function onlookerOf(database: Database, decider: Decider): Promise<Onlooker> {
  const [clock] = await database.read(businessToday);
  return { decider, today: time.businessDate(clock!.now) };
}

export async function listCases(
  database: Database,
  decider: Decider,
  side: Side,
  {
    state,
    supplier,
    waiting,
    cursor,
    limit,
  }: OneSide<InputOf<'GET /admission/cases'>['query'] & InputOf<'GET /supplier/cases'>['query']>,
): Promise<ResponseOf<'GET /admission/cases'>> {
  const rows = await database.read(watchCasePage, [
    ...[...scopeOf(decider, side), state ?? null, supplier ?? null, placeIn(cursor), limit + 1, waiting ?? false],
  ]);
  return pageById(rows, limit, caseEntry);
}

export async function readCase(database: Database, decider: Decider, side: Side, id: string): Promise<CaseView> {
  const [row] = await database.read(watchCaseById, [id, ...scopeOf(decider, side)]);
  if (!row) throw fail('NOT_FOUND');
  const [statements, measures, onlooker] = await Promise.all([
    database.read(statementsOfCase, [id]),
    database.read(measuresOfCase, [id]),
    onlookerOf(database, decider),
  ]);
  const [ground] = await policiesOn(database, `admission.ground.${row.ground}`, row.found_on);
  return caseView(row, { statements, measures, ground }, onlooker);
}

export async function listMeasures(
  database: Database,
  decider: Decider,
  side: Side,
  {
    kind,
    state,
    waiting,
    supplier,
    cursor,
    limit,
  }: Partial<InputOf<'GET /admission/measures'>['query']> & {
    limit: number;
  },
): Promise<ResponseOf<'GET /admission/measures'>> {
  const onlooker = await onlookerOf(database, decider);
  const rows = await database.read(measurePage, [
    ...[...scopeOf(decider, side), kind ?? null, state ?? null, supplier ?? null, placeIn(cursor), limit + 1],
    waiting !== undefined,
  ]);
  return pageById(rows, limit, (row) => measureView(row, onlooker));
}

export async function readMeasure(database: Database, decider: Decider, side: Side, id: string): Promise<MeasureView> {
  const [row] = await database.read(measureById, [id, ...scopeOf(decider, side)]);
  if (!row) throw fail('NOT_FOUND');
  return measureView(row, await onlookerOf(database, decider));
}

export async function listPublishedMeasures(
  database: Database,
  { kind, state, province, supplier, cursor, limit }: InputOf<'GET /register/measures'>['query'],
): Promise<ResponseOf<'GET /register/measures'>> {
  const inForce = state === undefined ? null : state === 'inForce';
  const rows = await database.read(publishedMeasurePage, [
    ...[kind ?? null, inForce, province ?? null, supplier ?? null, placeIn(cursor), limit + 1],
  ]);
  return pageById(rows, limit, publicMeasureView);
}

export async function readPublishedMeasure(
  database: Database,
  id: string,
): Promise<ResponseOf<'GET /register/measures/{id}'>> {
  const [row] = await database.read(publishedMeasureById, [id]);
  if (!row) throw fail('NOT_FOUND');
  return publicMeasureView(row);
}

export async function listAppeals(
  database: Database,
  decider: Decider,
  { state, cursor, limit }: InputOf<'GET /admission/appeals'>['query'],
): Promise<ResponseOf<'GET /admission/appeals'>> {
  const onlooker = await onlookerOf(database, decider);
  const rows = await database.read(appealPage, [countyPatterns(decider.grants), state, placeIn(cursor), limit + 1]);
  return pageById(rows, limit, (row) => appealView(row, onlooker));
}

export async function readAppeal(database: Database, decider: Decider, side: Side, id: string): Promise<AppealView> {
  const [row] = await database.read(appealById, [id, ...scopeOf(decider, side)]);
  if (!row) throw fail('NOT_FOUND');
  return appealView(row, await onlookerOf(database, decider));
}

export function pageById<Row extends { id: string }, View>(
  rows: readonly Row[],
  limit: number,
  view: (row: Row) => View,
): { data: View[]; nextCursor: string | null } {
  return pageOf(rows, limit, (row) => row.id, view);
}
