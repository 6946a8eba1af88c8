import { statement } from '@xihuo/platform';
import { DUES, type DuesRow } from './dues.sql';
import type { PartiesRow } from './parties.sql';

export interface HouseholdRow extends PartiesRow, DuesRow {
  county_name: string;
  joined_on: string;
  agreements: number;
  in_force: number;
  last_earned_on: string | null;
}

const SELECT = `
  select household.supplier_id, supplier.name_zh as supplier_name, household.id as household_id, household.display_name,
         household.village, county.name as county_name, household.joined_on, agreed.agreements, agreed.in_force, owed.*
    from registry.household_v household
    join registry.organisation_v supplier on supplier.id = household.supplier_id
    join registry.region_v county on county.code = household.county_code
   cross join lateral (
      select count(*) filter (where state in ('signed', 'inForce', 'ended', 'superseded'))::int as agreements,
             count(*) filter (where state = 'inForce')::int as in_force
        from benefit.agreement where agreement.household_id = household.id and agreement.supplier_id = household.supplier_id) agreed
   cross join lateral (
      select ${DUES}, max(obligation.earned_on) as last_earned_on
        from benefit.obligation where obligation.household_id = household.id and obligation.supplier_id = household.supplier_id) owed
   where (household.supplier_id = any ($1::uuid[]) or supplier.county_code like any ($2::text[]))`;

/** $1 suppliers acted for, $2 patterns of county codes; $4 sought in name and village; $7 only those that are owed something. */
export const householdsOf = statement<HouseholdRow>(
  'benefit.households_of',
  `${SELECT} and ($3::uuid is null or household.supplier_id = $3)
      and ($4::text is null or strpos(household.display_name, $4) > 0 or strpos(household.village, $4) > 0)
      and ($5::uuid is null or household.id > $5) and (not $7::boolean or owed.open_fen > 0)
    order by household.id limit $6`,
);

export const householdFor = statement<HouseholdRow>('benefit.household_for', `${SELECT} and household.id = $3`);

export const duesByKind = statement<
  DuesRow & {
    kind: 'wage' | 'floorPrice' | 'premium' | 'rebate' | 'landRent' | 'dividend' | 'collectiveShare' | 'surplusRefund';
  }
>(
  'benefit.dues_by_kind',
  `select kind, ${DUES} from benefit.obligation where household_id = $1 and supplier_id = $2 group by kind order by kind`,
);
