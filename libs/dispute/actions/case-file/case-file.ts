import { exporting, type Database } from '@xihuo/platform';
import { evidenceOfCase, handsOfDispute, stepsOfDispute } from '../../store/case-paper.sql';
import { viewCase, type Entrance } from '../case-door';
import { DisputeTables } from './tables';

/**
 * A dispute as a paper to be handed on: its goods, what both said and handed in with hashes, what was decided and carried out, who of
 * the platform did it and when, and the trail. What of it somebody may read is what they read in the console.
 *
 * @throws ProblemError NOT_FOUND
 */
export async function disputeFile(
  database: Database,
  entrance: Entrance,
  id: string,
  language: 'zh' | 'en',
): Promise<ReturnType<typeof exporting.streamPdf>> {
  const one = await viewCase(database, id, entrance);
  const [evidence, hands, steps, foot] = await Promise.all([
    database.read(evidenceOfCase, [id]),
    database.read(handsOfDispute, [id]),
    database.read(stepsOfDispute, [id]),
    exporting.markOf(database),
  ]);
  const tables = new DisputeTables({ one, evidence, hands, steps }, language);
  return exporting.streamPdf(`${tables.word('name')}-${one.orderNumber}`, {
    title: tables.word('title').replace('{order}', one.orderNumber),
    under: [id, tables.word('basis')],
    tables: tables.all(),
    foot,
  });
}
