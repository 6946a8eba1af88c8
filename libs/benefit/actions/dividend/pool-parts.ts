import { fail } from '@xihuo/contract';
import type { Database, Tx } from '@xihuo/platform';
import { sharePool } from '../../rules/share-pool';
import { holdersOn, organisationOf, type PoolHolderRow, type PoolPartRow } from '../../store/pool.sql';
import { rentsOfYear, type RentRow } from '../../store/rent.sql';
import { landOf, lastDayOver, rentDue } from './accrue-rents';

/** What a pool is shared by. */
export interface PoolAsked {
  supplierId: string;
  year: number;
  declaredFen: bigint;
  withLandRent: boolean;
  collective: { organisationId: string; shareBp: number } | null;
}

/** One part, with the debt it becomes. */
export interface PoolPart extends PoolPartRow {
  payeeId: string;
  agreementId: string | null;
}

/** The day whose holders share a pool: the last of its year, or today while the year runs. */
export function recordDay(year: number, today: string): string {
  const last = `${year}-12-31`;
  return last < today ? last : today;
}

/**
 * How a pool is shared: the rents of its year first, as far as the year is over and no other pool has set them aside; then the
 * collective's share of the rest; then dividends by shares, among those whose agreements bind on its record day. Rents are owed with or
 * without a pool, by their days. Sums to what was declared, to the fen.
 *
 * @throws ProblemError AMOUNT_ZERO, NOT_A_COLLECTIVE, POOL_TOO_SMALL, POOL_WITHOUT_PAYEES
 */
export async function poolParts(where: Tx | Database, asked: PoolAsked, today: string): Promise<PoolPart[]> {
  if (asked.declaredFen === 0n) throw fail('AMOUNT_ZERO', fieldOf('AMOUNT_ZERO', 'declared'));
  const collective = await collectiveOf(where, asked.collective);
  const of = [asked.supplierId, recordDay(asked.year, today)];
  const holders = 'sql' in where ? await where.sql(holdersOn, of) : await where.read(holdersOn, of);
  const letting = asked.withLandRent ? await rentsOf(where, asked, today) : [];
  const shared = sharePool({
    declaredFen: asked.declaredFen,
    rents: letting.map((row) => ({ id: row.agreement_id, fen: rentFenOf(row) })),
    collectiveBp: asked.collective === null ? null : BigInt(asked.collective.shareBp),
    shares: holders.map((row) => ({ id: row.agreement_id, shares: BigInt(row.shares) })),
  });
  if (shared === 'POOL_TOO_SMALL') {
    const rentFen = letting.reduce((all, row) => all + rentFenOf(row), 0n);
    throw fail(shared, {
      ...fieldOf(shared, 'declared'),
      extra: { landRent: { amount: `${rentFen}`, currency: 'CNY' } },
    });
  }
  if (shared === 'POOL_WITHOUT_PAYEES') throw fail(shared);
  return [
    ...letting.map((row) => ({
      ...{ kind: 'landRent' as const, ...payeeOf(row), weight: landOf(row).muHundredths },
      amount_fen: shared.rents.get(row.agreement_id)!,
    })),
    ...(collective === null
      ? []
      : [{ ...collective, kind: 'collectiveShare' as const, amount_fen: shared.collectiveFen }]),
    ...holders
      .filter((row) => row.shares > 0)
      .map((row) => ({
        ...{ kind: 'dividend' as const, ...payeeOf(row), weight: BigInt(row.shares) },
        amount_fen: shared.dividends.get(row.agreement_id)!,
      })),
  ];
}

/** Owed for days of the year so far, and what is owed once the pool is declared. */
const rentFenOf = (row: RentRow): bigint => row.unpooled_fen + rentDue(row);

async function rentsOf(where: Tx | Database, asked: PoolAsked, today: string): Promise<RentRow[]> {
  const of = [lastDayOver(today), asked.supplierId, asked.year];
  const rows = 'sql' in where ? await where.sql(rentsOfYear, of) : await where.read(rentsOfYear, of);
  return rows.filter((row) => rentFenOf(row) > 0n);
}

function payeeOf(row: PoolHolderRow | RentRow) {
  return {
    ...{ payeeId: row.household_id, agreementId: row.agreement_id },
    ...{ payee: row.display_name, village: row.village },
  };
}

async function collectiveOf(where: Tx | Database, asked: PoolAsked['collective']) {
  if (asked === null) return null;
  const of = [asked.organisationId];
  const [found] = 'sql' in where ? await where.sql(organisationOf, of) : await where.read(organisationOf, of);
  if (found?.kind !== 'ruralCollective') throw fail('NOT_A_COLLECTIVE', fieldOf('NOT_A_COLLECTIVE', 'collective'));
  return {
    ...{ payeeId: asked.organisationId, agreementId: null, payee: found.name_zh, village: null },
    weight: BigInt(asked.shareBp),
  };
}

function fieldOf(code: 'AMOUNT_ZERO' | 'NOT_A_COLLECTIVE' | 'POOL_TOO_SMALL', field: string) {
  return { errors: [{ pointer: `/body/${field}`, code, message: code.toLowerCase() }] };
}
