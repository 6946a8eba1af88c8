import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { type Database, pageOf, placeIn } from '@xihuo/platform';
import type { Decider } from '../../rules/four-eyes';
import { countyPatterns } from '../../rules/jurisdiction';
import { ownSuppliers } from '../../rules/product/may-decide';
import { publicById, publicPage, recognitionById, recognitionPage } from '../../store/recognition/recognition.sql';
import { publicRecognition, recognitionView } from '../../store/recognition/views';
import { noticesOf } from '../../store/review/notice.sql';

export async function listPublicRecognitions(
  database: Database,
  { supplier, product, province, cursor, limit }: InputOf<'GET /recognitions'>['query'],
): Promise<ResponseOf<'GET /recognitions'>> {
  const filter = [supplier ?? null, product ?? null, province ?? null];
  const rows = await database.read(publicPage, [...filter, placeIn(cursor), limit + 1]);
  return pageOf(rows, limit, (row) => row.id, publicRecognition);
}

/** At a stable address, also when it is over; what never came before the public has none. */
export async function readPublicRecognition(
  database: Database,
  id: string,
): Promise<ResponseOf<'GET /recognitions/{id}'>> {
  const [row] = await database.read(publicById, [id]);
  if (!row) throw fail('NOT_FOUND');
  return publicRecognition(row);
}

export async function listRecognitions(
  database: Database,
  decider: Decider,
  { state, cursor, limit }: InputOf<'GET /admission/recognitions'>['query'],
): Promise<ResponseOf<'GET /admission/recognitions'>> {
  const scope = [countyPatterns(decider.grants), ownSuppliers(decider)];
  const rows = await database.read(recognitionPage, [...scope, state ?? null, placeIn(cursor), limit + 1]);
  return pageOf(
    rows,
    limit,
    (row) => row.id,
    (row) => ({ ...publicRecognition(row), version: row.row_version, submittedAt: row.submitted_at.toISOString() }),
  );
}

export async function readRecognition(
  database: Database,
  decider: Decider,
  id: string,
): Promise<ResponseOf<'GET /admission/recognitions/{id}'>> {
  const [row] = await database.read(recognitionById, [countyPatterns(decider.grants), ownSuppliers(decider), id]);
  if (!row) throw fail('NOT_FOUND');
  return recognitionView(row, await database.read(noticesOf, [id]), decider);
}
