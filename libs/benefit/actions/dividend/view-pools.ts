import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { must, time, type ProblemError } from '@xihuo/kernel';
import { pageOf, placeIn, type Actor, type Database } from '@xihuo/platform';
import { nowOf } from '../../store/clock.sql';
import { listPools, partsOfPool, readPool, type PoolPartRow, type PoolRow } from '../../store/pool.sql';
import { sideOf } from '../benefit-kit';
import { wire } from '../dues-view';
import { poolParts, type PoolAsked } from './pool-parts';

type Summary = ResponseOf<'GET /benefit/pools'>['data'][number];
type View = ResponseOf<'GET /benefit/pools/{id}'>;

export async function viewPools(
  database: Database,
  actor: Actor,
  { supplier, cursor, limit }: InputOf<'GET /benefit/pools'>['query'],
): Promise<ResponseOf<'GET /benefit/pools'>> {
  const [suppliers, counties] = sideOf(actor, 'readers');
  const rows = await database.read(listPools, [suppliers, counties, supplier ?? null, placeIn(cursor), limit + 1]);
  return pageOf(rows, limit, (row) => row.id, summary);
}

/** One pool with its parts: as they were declared, or as they would be today. @throws ProblemError NOT_FOUND */
export async function viewPool(database: Database, actor: Actor, id: string): Promise<View> {
  const [suppliers, counties] = sideOf(actor, 'readers');
  const [row] = await database.read(readPool, [suppliers, counties, id]);
  if (!row) throw fail('NOT_FOUND');
  const parts = row.state === 'draft' ? await previewOf(database, row) : await database.read(partsOfPool, [id]);
  return { ...summary(row), ...(row.state === 'draft' ? figures(parts) : {}), ...detail(row, parts) };
}

/** A draft that nobody would share today shows no parts: declaring it says why. */
async function previewOf(database: Database, row: PoolRow): Promise<PoolPartRow[]> {
  const [clock] = await database.read(nowOf);
  return poolParts(database, askedOf(row), time.businessDate(clock!.now)).catch((error: unknown) => {
    must((error as Partial<ProblemError>).code, 'only a rule refuses');
    return [];
  });
}

export function askedOf(row: PoolRow): PoolAsked {
  return {
    ...{ supplierId: row.supplier_id, year: row.year, declaredFen: row.declared_fen, withLandRent: row.with_land_rent },
    collective: row.collective_id === null ? null : { organisationId: row.collective_id, shareBp: row.collective_bp! },
  };
}

function summary(row: PoolRow): Summary {
  return {
    ...{ version: row.row_version, id: row.id, state: row.state, title: row.title, year: row.year },
    supplier: { id: row.supplier_id, name: row.supplier_name },
    declared: wire(row.declared_fen),
    landRent: wire(row.land_rent_fen),
    collectiveShare: wire(row.collective_fen),
    dividend: wire(row.dividend_fen),
    payees: row.payees,
    declaredOn: row.declared_on,
  };
}

function figures(parts: readonly PoolPartRow[]): Pick<Summary, 'landRent' | 'collectiveShare' | 'dividend'> {
  const of = (kind: PoolPartRow['kind']) =>
    wire(parts.filter((part) => part.kind === kind).reduce((all, part) => all + part.amount_fen, 0n));
  return { landRent: of('landRent'), collectiveShare: of('collectiveShare'), dividend: of('dividend') };
}

function detail(row: PoolRow, parts: readonly PoolPartRow[]): Omit<View, keyof Summary> {
  return {
    withLandRent: row.with_land_rent,
    collective:
      row.collective_id === null
        ? null
        : { organisationId: row.collective_id, name: row.collective_name ?? '', shareBp: row.collective_bp! },
    paperId: row.paper_id,
    parts: parts.map(({ kind, payee, village, weight, amount_fen: fen }) => ({
      ...{ kind, payee, village, weight: Number(weight), amount: wire(fen) },
    })),
    createdAt: row.created_at.toISOString(),
    discardReason: row.discard_reason,
  };
}
