import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { type Database, type Grant, pageOf, placeIn, sumIn } from '@xihuo/platform';
import { countyPatterns } from '../rules/jurisdiction';
import { applicationById, applicationPage, applicationsBySubmission, findingsOf } from '../store/register.sql';
import { applicationView, findingViews } from '../store/views';

/** Applications from the caller's jurisdiction, newest first or by when they were handed in. */
export async function listApplications(
  database: Database,
  grants: readonly Grant[],
  { state, q, sort, cursor, limit }: InputOf<'GET /admission/applications'>['query'],
): Promise<ResponseOf<'GET /admission/applications'>> {
  const asked = [countyPatterns(grants), state ?? null, q ?? null, limit + 1];
  if (sort) {
    const rows = await database.read(applicationsBySubmission[sort], [...asked, ...sumIn(cursor, 'moment')]);
    return pageOf(rows, limit, (row) => `${row.place}:${row.id}`, applicationView);
  }
  const rows = await database.read(applicationPage, [...asked, placeIn(cursor)]);
  return pageOf(rows, limit, (row) => row.id, applicationView);
}

/** One application with its findings; outside of the jurisdiction it does not exist. */
export async function readApplication(
  database: Database,
  grants: readonly Grant[],
  id: string,
): Promise<ResponseOf<'GET /admission/applications/{id}'>> {
  const [row] = await database.read(applicationById, [countyPatterns(grants), id]);
  if (!row) throw fail('NOT_FOUND');
  return {
    ...applicationView(row),
    standardVersion: row.standard_version,
    findings: findingViews(row.criteria, await database.read(findingsOf, [id])),
  };
}
