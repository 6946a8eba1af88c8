import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import { type Database, pageOf, placeIn } from '@xihuo/platform';
import type { Decider } from '../../rules/four-eyes';
import { countyPatterns } from '../../rules/jurisdiction';
import { creditOfSupplier, inspectionById, inspectionPage } from '../../store/review/inspection.sql';
import {
  noticeById,
  noticedApplication,
  noticePage,
  objectionById,
  objectionPage,
} from '../../store/review/notice.sql';
import { creditView, inspectionView, noticeView, objectionView } from '../../store/review/views';
import { caseFor } from './read-review';

export async function listNotices(
  database: Database,
  { state, province, cursor, limit }: InputOf<'GET /public-notices'>['query'],
): Promise<ResponseOf<'GET /public-notices'>> {
  const rows = await database.read(noticePage, [state === 'open', province ?? null, placeIn(cursor), limit + 1]);
  return pageById(rows, limit, noticeView);
}

export async function readNotice(database: Database, id: string): Promise<ResponseOf<'GET /public-notices/{id}'>> {
  const [row] = await database.read(noticeById, [id]);
  if (!row) throw fail('NOT_FOUND');
  if (row.subject_kind !== 'application') return { ...noticeView(row), application: null };
  const [about] = await database.read(noticedApplication, [row.subject_id]);
  must(about, 'the application of the notice is there');
  const { kind, uscc, products, standard_version: standardVersion, recommended_by: recommendedBy } = about;
  return { ...noticeView(row), application: { kind, uscc, standardVersion, products, recommendedBy } };
}

export async function listObjections(
  database: Database,
  { grants }: Decider,
  { state, cursor, limit }: InputOf<'GET /admission/objections'>['query'],
): Promise<ResponseOf<'GET /admission/objections'>> {
  const rows = await database.read(objectionPage, [countyPatterns(grants), state, placeIn(cursor), limit + 1]);
  return pageById(rows, limit, objectionView);
}

export async function readObjection(
  database: Database,
  { grants }: Decider,
  id: string,
): Promise<ResponseOf<'GET /admission/objections/{id}'>> {
  const [row] = await database.read(objectionById, [countyPatterns(grants), id]);
  if (!row) throw fail('NOT_FOUND');
  return objectionView(row);
}

export async function listInspections(
  database: Database,
  { grants }: Decider,
  { state, cursor, limit }: InputOf<'GET /admission/inspections'>['query'],
): Promise<ResponseOf<'GET /admission/inspections'>> {
  const rows = await database.read(inspectionPage, [countyPatterns(grants), state, placeIn(cursor), limit + 1]);
  return pageById(rows, limit, inspectionView);
}

export async function readInspection(
  database: Database,
  { grants }: Decider,
  id: string,
): Promise<ResponseOf<'GET /admission/inspections/{id}'>> {
  const [row] = await database.read(inspectionById, [countyPatterns(grants), id]);
  if (!row) throw fail('NOT_FOUND');
  return inspectionView(row);
}

export async function readCredit(
  database: Database,
  { grants }: Decider,
  applicationId: string,
): Promise<ResponseOf<'GET /admission/applications/{id}/credit'>> {
  const row = await caseFor(database, grants, applicationId);
  return { data: (await database.read(creditOfSupplier, [row.supplier_id])).map(creditView) };
}

function pageById<Row extends { id: string }, View>(
  rows: readonly Row[],
  limit: number,
  view: (row: Row) => View,
): { data: View[]; nextCursor: string | null } {
  return pageOf(rows, limit, (row) => row.id, view);
}
