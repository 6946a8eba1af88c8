import { fail, machines, type InputOf, type ResponseOf } from '@xihuo/contract';
import { pageOf, placeIn, type Database } from '@xihuo/platform';
import type { Decider } from '../../rules/four-eyes';
import { countyPatterns, judgeOf } from '../../rules/jurisdiction';
import { liesIn, trailPage } from '../../store/trail/trail.sql';
import { trailView } from '../../store/trail/views';

/** What was done, tried and opened in the auditor's jurisdiction, the newest first. @throws ProblemError NOT_FOUND */
export async function readTrail(
  database: Database,
  { personId, grants }: Decider,
  { supplier, refused, cursor, limit }: InputOf<'GET /admission/trail'>['query'],
): Promise<ResponseOf<'GET /admission/trail'>> {
  const places = countyPatterns(grants, ['auditor']);
  if (supplier !== undefined && (await database.read(liesIn, [supplier, places])).length === 0) throw fail('NOT_FOUND');
  const rows = await database.read(trailPage, [
    places,
    placeIn(cursor),
    refused === 'true',
    limit + 1,
    supplier ?? null,
    judgeOf({ personId, grants }),
    machines.trail.JUDGEMENTS,
  ]);
  return pageOf(rows, limit, (row) => row.entry_id, trailView);
}
