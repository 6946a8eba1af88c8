import type { machines } from '@xihuo/contract';
import { statement } from '@xihuo/platform';

export interface PoolRow {
  id: string;
  row_version: number;
  state: machines.PoolState;
  supplier_id: string;
  supplier_name: string;
  title: string;
  year: number;
  declared_fen: bigint;
  with_land_rent: boolean;
  collective_id: string | null;
  collective_name: string | null;
  collective_bp: number | null;
  land_rent_fen: bigint;
  collective_fen: bigint;
  dividend_fen: bigint;
  payees: number;
  paper_id: string;
  created_at: Date;
  declared_on: string | null;
  discard_reason: string | null;
}

const SELECT = `
  select pool.id, pool.row_version, pool.state, pool.supplier_id, supplier.name_zh as supplier_name, pool.title, pool.year,
         pool.declared_fen, pool.with_land_rent, pool.collective_id, collective.name_zh as collective_name, pool.collective_bp,
         pool.land_rent_fen, pool.collective_fen, pool.dividend_fen, pool.payees, pool.paper_id, pool.created_at,
         to_char(pool.declared_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as declared_on, pool.discard_reason
    from benefit.pool
    join registry.organisation_v supplier on supplier.id = pool.supplier_id
    left join registry.organisation_v collective on collective.id = pool.collective_id`;

/** $1 suppliers acted for, $2 patterns of county codes: who reads is part of the question. */
const READ = `(pool.supplier_id = any ($1::uuid[]) or supplier.county_code like any ($2::text[]))`;

export const listPools = statement<PoolRow>(
  'benefit.list_pools',
  `${SELECT} where ${READ} and ($3::uuid is null or pool.supplier_id = $3) and ($4::uuid is null or pool.id < $4)
    order by pool.id desc limit $5`,
);

export const readPool = statement<PoolRow>('benefit.read_pool', `${SELECT} where ${READ} and pool.id = $3`);

/** For a step of the supplier's own clerks. */
export const lockPool = statement<PoolRow>(
  'benefit.lock_pool',
  `${SELECT} where pool.supplier_id = any ($1::uuid[]) and pool.id = $2 for update of pool`,
);

/**
 * The drafts of the same year, in id order and before any of them alone: two pools of one year are declared one after the other,
 * and a rent is set aside by the first of them.
 */
export const lockPoolsOfYear = statement<{ id: string }>(
  'benefit.lock_pools_of_year',
  `select id from benefit.pool
    where (supplier_id, year) = (select supplier_id, year from benefit.pool where id = $2 and supplier_id = any ($1::uuid[]))
      and state = 'draft' order by id for update`,
);

export interface PoolHolderRow {
  agreement_id: string;
  household_id: string;
  display_name: string;
  village: string;
  shares: number;
}

/** Who holds shares under a dividend agreement that binds on the day $2. */
export const holdersOn = statement<PoolHolderRow>(
  'benefit.holders_on',
  `select agreement.id as agreement_id, agreement.household_id, household.display_name, household.village,
          agreement.shares
     from benefit.agreement join registry.household_v household on household.id = agreement.household_id
    where agreement.supplier_id = $1 and agreement.kind = 'dividend' and agreement.bound @> $2::date
      and agreement.shares > 0
      and agreement.state in ('signed', 'inForce', 'ended', 'superseded')
    order by household.village, household.display_name, agreement.id`,
);

export const organisationOf = statement<{ kind: string; name_zh: string }>(
  'benefit.organisation_of',
  'select kind, name_zh from registry.organisation_v where id = $1',
);

export const insertPool = statement<{ id: string }>(
  'benefit.insert_pool',
  `insert into benefit.pool (supplier_id, title, year, declared_fen, with_land_rent, collective_id, collective_bp, paper_id,
                             land_rent_fen, collective_fen, dividend_fen, payees, created_by, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) returning id`,
);

/** Keeps the parts; figures of the pool are their sums, so that the database itself holds them against what was declared. */
export const setDeclared = statement(
  'benefit.declare_pool',
  `with part as (
     insert into benefit.pool_part (pool_id, kind, payee_id, agreement_id, weight, amount_fen)
     select $1, kind, payee_id, agreement_id, weight, amount_fen
       from jsonb_to_recordset($2::jsonb) as item (kind text, payee_id uuid, agreement_id uuid, weight bigint, amount_fen bigint)
     returning kind, payee_id, amount_fen
   )
   update benefit.pool set state = 'declared', row_version = row_version + 1, declared_by = $3, declared_at = $4,
          land_rent_fen = total.land_rent, collective_fen = total.collective, dividend_fen = total.dividend, payees = total.payees
     from (select coalesce(sum(amount_fen) filter (where kind = 'landRent'), 0) as land_rent,
                  coalesce(sum(amount_fen) filter (where kind = 'collectiveShare'), 0) as collective,
                  coalesce(sum(amount_fen) filter (where kind = 'dividend'), 0) as dividend,
                  count(distinct payee_id) as payees
             from part) total
    where pool.id = $1`,
);

export const setDiscarded = statement(
  'benefit.discard_pool',
  `update benefit.pool set state = 'discarded', row_version = row_version + 1, discard_reason = $2 where id = $1`,
);

export interface PoolPartRow {
  kind: 'landRent' | 'collectiveShare' | 'dividend';
  payee: string;
  village: string | null;
  weight: bigint;
  amount_fen: bigint;
}

export const partsOfPool = statement<PoolPartRow>(
  'benefit.parts_of_pool',
  `select part.kind, coalesce(household.display_name, collective.name_zh) as payee, household.village, part.weight, part.amount_fen
     from benefit.pool_part part
     left join registry.household_v household on household.id = part.payee_id
     left join registry.organisation_v collective on collective.id = part.payee_id and part.kind = 'collectiveShare'
    where part.pool_id = $1
    order by array_position(array['landRent', 'collectiveShare', 'dividend'], part.kind), household.village,
             household.display_name, part.agreement_id`,
);
