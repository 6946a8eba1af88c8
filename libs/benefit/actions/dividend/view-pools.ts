import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { must, time, type ProblemError } from '@xihuo/kernel';
import { pageOf, placeIn, type Actor, type Database } from '@xihuo/platform';
import { nowOf } from '../../store/clock.sql';
import { listPools, partsOfPool, readPool, type PoolPartRow, type PoolRow } from '../../store/pool.sql';
import { sideOf } from '../benefit-kit';
import { wire } from '../dues-view';
import { poolParts, type PoolAsked, type PoolPart } from './pool-parts';

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
  if (row.state !== 'draft') return { ...summary(row), ...detail(row, await database.read(partsOfPool, [id])) };
  const [clock] = await database.read(nowOf);
  const today = time.businessDate(clock!.now);
  const parts = await previewOf(database, row, today);
  return { ...summary(row), ...figures(parts), figuresOf: today, ...detail(row, parts) };
}

/** A draft that nobody would share today shows no parts: declaring it says why. */
async function previewOf(database: Database, row: PoolRow, today: string): Promise<PoolPart[]> {
  return poolParts(database, askedOf(row), today).catch((error: unknown) => {
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
    figuresOf: row.declared_on ?? time.businessDate(row.created_at),
    declaredOn: row.declared_on,
  };
}

function figures(parts: readonly PoolPart[]): Pick<Summary, 'landRent' | 'collectiveShare' | 'dividend' | 'payees'> {
  const of = (kind: PoolPart['kind']) =>
    wire(parts.filter((part) => part.kind === kind).reduce((all, part) => all + part.amount_fen, 0n));
  return {
    landRent: of('landRent'),
    collectiveShare: of('collectiveShare'),
    dividend: of('dividend'),
    payees: new Set(parts.map(({ payeeId }) => payeeId)).size,
  };
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
