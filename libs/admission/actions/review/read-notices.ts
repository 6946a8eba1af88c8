import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import { type Database, pageOf, placeIn } from '@xihuo/platform';
import type { Decider } from '../../rules/four-eyes';
import { countyPatterns } from '../../rules/jurisdiction';
import { OBJECTION_ACTS, objectionRefusal } from '../../rules/review/objection';
import { recognitionById } from '../../store/recognition/recognition.sql';
import { recognitionMatter } from '../../store/recognition/views';
import { caseById } from '../../store/review/case.sql';
import { creditOfSupplier, inspectionById, inspectionPage } from '../../store/review/inspection.sql';
import {
  noticeById,
  noticedApplication,
  noticePage,
  objectionById,
  objectionPage,
} from '../../store/review/notice.sql';
import { creditView, inspectionView, noticeView, objectionView } from '../../store/review/views';
import { matterOf } from './open-case';
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
  decider: Decider,
  id: string,
): Promise<ResponseOf<'GET /admission/objections/{id}'>> {
  const [row] = await database.read(objectionById, [countyPatterns(decider.grants), id]);
  if (!row) throw fail('NOT_FOUND');
  const [[about], [recognition]] = await Promise.all([
    database.read(caseById, [row.subject_id]),
    database.read(recognitionById, [['%'], [], row.subject_id]),
  ]);
  const matters = {
    application: about ? matterOf(about) : null,
    recognition: recognition ? recognitionMatter(recognition) : null,
  };
  const acts = row.state === 'open' ? OBJECTION_ACTS : (['reveal'] as const);
  return { ...objectionView(row), may: acts.filter((act) => objectionRefusal(act, row, matters, decider) === null) };
}

export async function listInspections(
  database: Database,
  decider: Decider,
  { state, cursor, limit }: InputOf<'GET /admission/inspections'>['query'],
): Promise<ResponseOf<'GET /admission/inspections'>> {
  const patterns = countyPatterns(decider.grants);
  const rows = await database.read(inspectionPage, [patterns, state, placeIn(cursor), limit + 1]);
  return pageById(rows, limit, (row) => inspectionView(row, decider));
}

export async function readInspection(
  database: Database,
  decider: Decider,
  id: string,
): Promise<ResponseOf<'GET /admission/inspections/{id}'>> {
  const [row] = await database.read(inspectionById, [countyPatterns(decider.grants), id]);
  if (!row) throw fail('NOT_FOUND');
  return inspectionView(row, decider);
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
