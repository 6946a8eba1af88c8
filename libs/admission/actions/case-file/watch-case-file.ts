import { exporting, type Database, type Grant } from '@xihuo/platform';
import { countyPatterns } from '../../rules/jurisdiction';
import { exitsOfCase } from '../../store/exit/exit.sql';
import { measuresOfCase } from '../../store/measure/measure.sql';
import { measureView } from '../../store/measure/views';
import { trailOfWatchCase } from '../../store/trail/trail.sql';
import { trailView } from '../../store/trail/views';
import { handsOfCase, watchPapers } from '../../store/watch/case-file.sql';
import { onlookerOf, readCase } from '../watch/read-watching';
import { WatchTables } from './watch-tables';

/**
 * A case of watching as a paper to be handed on: what was found and by which rule, what the supplier said, with the hashes of its papers;
 * what was proposed, imposed, put right and appealed against, by whom and when; the exit step by step; and, for its auditor, the trail.
 *
 * @throws ProblemError NOT_FOUND
 */
export async function watchCaseFile(
  database: Database,
  decider: { personId: string; grants: readonly Grant[] },
  id: string,
  language: 'zh' | 'en',
): Promise<ReturnType<typeof exporting.streamPdf>> {
  const found = await readCase(database, decider, 'authority', id);
  const places = countyPatterns(decider.grants, ['auditor']);
  const [rows, hands, exits, onlooker, foot, entries] = await Promise.all([
    database.read(measuresOfCase, [id]),
    database.read(handsOfCase, [id]),
    database.read(exitsOfCase, [id]),
    onlookerOf(database, decider),
    exporting.markOf(database),
    places.length > 0 ? database.read(trailOfWatchCase, [id, places]) : [],
  ]);
  const measures = rows.map((row) => measureView(row, onlooker));
  const files = [
    ...found.statements.flatMap((one) => one.files),
    ...measures.flatMap(({ rectification, appeal }) => [
      ...(rectification?.reportFiles ?? []),
      ...(appeal?.files ?? []),
    ]),
  ];
  const papers = await database.read(watchPapers, [files]);
  const tables = new WatchTables(
    { found, measures, papers, exits, hands: new Map(hands.map((one) => [one.measure_id, one])) },
    language,
  );
  return exporting.streamPdf(`${tables.word('watchName')}-${found.supplier.name}`, {
    title: `${tables.word('watchTitle')}　${found.supplier.name}`,
    under: [id, tables.word('basis')],
    tables: [...tables.all(), tables.trail(entries.map((row) => tables.entry(trailView(row))))],
    foot,
  });
}
