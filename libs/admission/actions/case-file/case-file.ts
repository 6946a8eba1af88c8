import { machines } from '@xihuo/contract';
import { time } from '@xihuo/kernel';
import { exporting, type Database, type Grant } from '@xihuo/platform';
import type { Decider } from '../../rules/four-eyes';
import { countyPatterns, judgeOf } from '../../rules/jurisdiction';
import { nowOf } from '../../store/clock.sql';
import { trailOfCase } from '../../store/trail/trail.sql';
import { trailView } from '../../store/trail/views';
import { roundsOf } from '../../store/application/file.sql';
import { casePapers } from '../../store/application/case-paper.sql';
import { measuresOfSupplier } from '../../store/measure/measure.sql';
import { measureView } from '../../store/measure/views';
import { objectionsOf } from '../../store/review/notice.sql';
import { objectionView } from '../../store/review/views';
import { readFile } from '../application/read-file';
import { readReview } from '../review/read-review';
import { CaseTables } from './tables';

/**
 * The whole case of an application as a paper to be handed on: what was stated and shown, with hashes; what machines and people found,
 * by which rule; who signed and judged, and why; what was published and objected; what followed for the supplier; and, for its auditor,
 * the trail of the case. What the reader may not read yet in the console (another reviewer's verdict before their own) does not stand here either.
 *
 * @throws ProblemError NOT_FOUND
 */
export async function caseFile(
  database: Database,
  { personId, grants }: { personId: string; grants: readonly Grant[] },
  id: string,
  language: 'zh' | 'en',
): Promise<ReturnType<typeof exporting.streamPdf>> {
  const decider: Decider = { personId, grants };
  const review = await readReview(database, decider, id);
  const places = countyPatterns(grants, ['auditor']);
  const [file, papers, objections, measures, foot, [clock], entries, rounds] = await Promise.all([
    readFile(database, grants, id),
    database.read(casePapers, [id]),
    database.read(objectionsOf, [id]),
    database.read(measuresOfSupplier, [review.supplierId, countyPatterns(grants)]),
    exporting.markOf(database),
    database.read(nowOf),
    places.length > 0 ? database.read(trailOfCase, [id, places, judgeOf(decider), machines.trail.JUDGEMENTS]) : [],
    database.read(roundsOf, [id]),
  ]);
  const onlooker = { decider, today: time.businessDate(clock!.now) };
  const tables = new CaseTables(
    {
      ...{ file, review, papers, handedIn: rounds.at(-1) ?? null },
      objections: objections.map(objectionView),
      measures: measures.map((row) => measureView(row, onlooker)),
    },
    language,
  );
  const trail = tables.trail(entries.map((row) => tables.entry(trailView(row))));
  return exporting.streamPdf(`${tables.word('name')}-${review.supplierName}`, {
    title: `${tables.word('title')}　${review.supplierName}`,
    under: [`${id}`, tables.word('basis')],
    tables: [...tables.all(), trail],
    foot,
  });
}
