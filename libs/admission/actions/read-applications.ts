import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { type Database, type Grant, pageOf, placeIn } from '@xihuo/platform';
import { countyPatterns } from '../rules/jurisdiction';
import { applicationById, applicationPage, findingsOf } from '../store/register.sql';
import { applicationView, findingViews } from '../store/views';

/** Applications from the caller's jurisdiction, newest first. */
export async function listApplications(
  database: Database,
  grants: readonly Grant[],
  { state, cursor, limit }: InputOf<'GET /admission/applications'>['query'],
): Promise<ResponseOf<'GET /admission/applications'>> {
  const rows = await database.read(applicationPage, [
    countyPatterns(grants),
    state ?? null,
    placeIn(cursor),
    limit + 1,
  ]);
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
