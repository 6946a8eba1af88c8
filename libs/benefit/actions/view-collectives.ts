import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { pageOf, placeIn, type Actor, type Database } from '@xihuo/platform';
import { collectiveFor, collectivesOwed, obligationsOfCollective } from '../store/dues.sql';
import { ownSuppliers, sideOf } from './benefit-kit';
import { duesView } from './dues-view';
import { obligationView } from './view-households';

/** Village collectives and what suppliers owe each: for the suppliers, whoever reads over them, and the collectives themselves. */
export async function viewCollectives(
  database: Database,
  actor: Actor,
  { supplier, cursor, limit }: InputOf<'GET /benefit/collectives'>['query'],
): Promise<ResponseOf<'GET /benefit/collectives'>> {
  const [suppliers, counties] = sideOf(actor, 'readers');
  const [after, afterCollective] = placeIn(cursor, 'entry')?.split(':') ?? [null, null];
  const rows = await database.read(collectivesOwed, [
    ...[suppliers, counties, ownSuppliers(actor), supplier ?? null, after, afterCollective, limit + 1],
  ]);
  return pageOf(
    rows,
    limit,
    (row) => `${row.supplier_id}:${row.collective_id}`,
    (row) => ({
      collective: { id: row.collective_id, name: row.collective_name },
      supplier: { id: row.supplier_id, name: row.supplier_name },
      ...{ amounts: duesView(row), lastEarnedOn: row.last_earned_on },
    }),
  );
}

/**
 * What a collective is owed by a supplier, line by line.
 * @throws ProblemError NOT_FOUND where nothing ever was, also where who asks may not read it
 */
export async function viewCollectiveLines(
  database: Database,
  actor: Actor,
  id: string,
  { supplier, open, cursor, limit }: InputOf<'GET /benefit/collectives/{id}/obligations'>['query'],
): Promise<ResponseOf<'GET /benefit/collectives/{id}/obligations'>> {
  const [suppliers, counties] = sideOf(actor, 'readers');
  const [known] = await database.read(collectiveFor, [id, supplier, suppliers, counties, ownSuppliers(actor)]);
  if (!known) throw fail('NOT_FOUND');
  const rows = await database.read(obligationsOfCollective, [
    ...[id, open ?? false, placeIn(cursor), limit + 1, suppliers, counties, ownSuppliers(actor), supplier],
  ]);
  return pageOf(rows, limit, (row) => row.id, obligationView);
}
