import type { machines } from '@xihuo/contract';
import { statement } from '@xihuo/platform';

export interface DistributionRow {
  id: string;
  row_version: number;
  state: machines.PoolState;
  supplier_id: string;
  supplier_name: string;
  year: number;
  surplus_fen: bigint;
  losses_fen: bigint;
  reserve_fen: bigint;
  distributable_fen: bigint;
  by_volume_fen: bigint;
  /** Of the day it was drawn up, in basis points. */
  least_bp: number;
  members: number;
  paper_id: string;
  created_at: Date;
  declared_on: string | null;
  discard_reason: string | null;
}

const SELECT = `
  select distribution.id, distribution.row_version, distribution.state, distribution.supplier_id, supplier.name_zh as supplier_name,
         distribution.year, distribution.surplus_fen, distribution.losses_fen, distribution.reserve_fen, distribution.distributable_fen,
         distribution.by_volume_fen, distribution.least_bp, distribution.members, distribution.paper_id, distribution.created_at,
         to_char(distribution.declared_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as declared_on, distribution.discard_reason
    from benefit.distribution join registry.organisation_v supplier on supplier.id = distribution.supplier_id`;

/** $1 suppliers acted for, $2 patterns of county codes: who reads is part of the question. */
const READ = `(distribution.supplier_id = any ($1::uuid[]) or supplier.county_code like any ($2::text[]))`;

export const listDistributions = statement<DistributionRow>(
  'benefit.list_distributions',
  `${SELECT} where ${READ} and ($3::uuid is null or distribution.supplier_id = $3) and ($4::uuid is null or distribution.id < $4)
    order by distribution.id desc limit $5`,
);

export const readDistribution = statement<DistributionRow>(
  'benefit.read_distribution',
  `${SELECT} where ${READ} and distribution.id = $3`,
);

/** For a step of the cooperative's own clerks. */
export const lockDistribution = statement<DistributionRow>(
  'benefit.lock_distribution',
  `${SELECT} where distribution.supplier_id = any ($1::uuid[]) and distribution.id = $2 for update of distribution`,
);

/** What stands for a year, drafts and all, held in id order: two of one year are declared one after the other. */
export const lockDistributionsOfYear = statement<{ id: string; state: machines.PoolState }>(
  'benefit.lock_distributions_of_year',
  `select id, state from benefit.distribution where supplier_id = $1 and year = $2 and state in ('draft', 'declared')
    order by id for update`,
);

/** The year a distribution is of, read before anything is held. */
export const yearOfDistribution = statement<{ supplier_id: string; year: number }>(
  'benefit.year_of_distribution',
  'select supplier_id, year from benefit.distribution where supplier_id = any ($1::uuid[]) and id = $2',
);

export const declaredOfYear = statement<{ id: string }>(
  'benefit.declared_of_year',
  `select id from benefit.distribution where supplier_id = $1 and year = $2 and state = 'declared'`,
);

export interface MemberRow {
  household_id: string;
  display_name: string;
  village: string;
  volume_fen: bigint;
  amount_fen: bigint;
}

/**
 * What $3 fen by volume come to for each member, the set-based twin of kernel's `allocate`. A member's transaction volume (交易额)
 * of a year is what its confirmed deliveries of that year were bought for, with what objections added to their price: read from
 * the records, never typed in. $1 cooperative, $2 year.
 */
export const membersByVolume = statement<MemberRow>(
  'benefit.members_by_volume',
  `with volume as materialized (
     select obligation.household_id, sum(obligation.amount_fen - obligation.reversed_fen)::bigint as volume_fen
       from benefit.obligation
       join trace.delivery_v delivery on delivery.id = obligation.delivery_id
      where obligation.supplier_id = $1 and obligation.kind in ('floorPrice', 'premium')
        and delivery.confirmed_at is not null
        and delivery.delivered_on between make_date($2, 1, 1) and make_date($2, 12, 31)
      group by obligation.household_id having sum(obligation.amount_fen - obligation.reversed_fen) > 0
   ), whole as (
     select array_agg(household_id::text) as ids, array_agg(volume_fen) as volumes from volume
   )
   select volume.household_id, household.display_name, household.village, volume.volume_fen, part.amount as amount_fen
     from whole
    cross join lateral benefit.allocate($3::bigint, whole.ids, whole.volumes) part
     join volume on volume.household_id = part.id::uuid
     join registry.household_v household on household.id = volume.household_id
    order by household.village, household.display_name, volume.household_id`,
);

export const membersOf = statement<MemberRow>(
  'benefit.members_of',
  `select part.household_id, household.display_name, household.village, part.volume_fen, part.amount_fen
     from benefit.distribution_part part join registry.household_v household on household.id = part.household_id
    where part.distribution_id = $1
    order by household.village, household.display_name, part.household_id`,
);

export const insertDistribution = statement<{ id: string }>(
  'benefit.insert_distribution',
  `insert into benefit.distribution (supplier_id, year, surplus_fen, losses_fen, reserve_fen, by_volume_fen, least_bp, members,
                                     paper_id, created_by, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id`,
);

export const keepMembers = statement(
  'benefit.keep_members',
  `with part as (
     insert into benefit.distribution_part (distribution_id, household_id, volume_fen, amount_fen)
     select $1, household_id, volume_fen, amount_fen
       from jsonb_to_recordset($2::jsonb) as item (household_id uuid, volume_fen bigint, amount_fen bigint)
     returning household_id
   )
   update benefit.distribution set state = 'declared', row_version = row_version + 1, declared_by = $3, declared_at = $4,
          members = (select count(*) from part)
    where id = $1`,
);

export const discardDistribution = statement(
  'benefit.discard_distribution',
  `update benefit.distribution set state = 'discarded', row_version = row_version + 1, discard_reason = $2 where id = $1`,
);
