import { statement } from '@xihuo/platform';
import { DUES, FACTS, OF_FACTS, type DuesRow, type FactsRow } from './dues.sql';

export interface EarningRow extends FactsRow, DuesRow {
  id: string;
  supplier_name: string;
  agreement_id: string | null;
  agreement_kind: 'contractPurchase' | 'employment' | 'dividend' | null;
  agreement_version: number | null;
  earned_on: string;
  contest_id: string | null;
  shares: { settledAt: string; lotCode: string; rule: string; amountFen: string }[];
}

/** A household's obligations, newest first, each with what settlement has put aside for it, per run and lot. What a correction took back whole is left out. */
export const earningsOf = statement<EarningRow>(
  'benefit.earnings_of',
  `select obligation.id, supplier.name_zh as supplier_name, agreement.id as agreement_id, agreement.kind as agreement_kind,
          agreement.version as agreement_version, obligation.amount_fen - obligation.carried_fen - obligation.reversed_fen as due_fen, obligation.funded_fen,
          obligation.outside_fen, obligation.held_fen, obligation.open_fen, obligation.earned_on, contest.id as contest_id, ${FACTS},
          coalesce(share.shares, '[]') as shares
     from benefit.obligation ${OF_FACTS}
     join registry.organisation_v supplier on supplier.id = obligation.supplier_id
     left join lateral (select id from benefit.contest where obligation_id = obligation.id order by id desc limit 1) contest on true
     left join lateral (
       select jsonb_agg(jsonb_build_object('settledAt', part.created_at, 'lotCode', lot.code, 'rule', part.rule_version,
                'amountFen', part.amount_fen::text) order by part.created_at desc, lot.code) as shares
         from (select run_id, lot_id, rule_version, min(created_at) as created_at, sum(amount_fen) as amount_fen
                 from benefit.share where share.obligation_id = obligation.id group by run_id, lot_id, rule_version) part
         join trace.lot_v lot on lot.id = part.lot_id
     ) share on true
    where obligation.household_id = $1 and obligation.amount_fen > obligation.carried_fen + obligation.reversed_fen and ($2::uuid is null or obligation.id < $2)
    order by obligation.id desc limit $3`,
);

export const earningTotals = statement<DuesRow>(
  'benefit.earning_totals',
  `select ${DUES} from benefit.obligation where household_id = $1`,
);

export const householdOf = statement<{ id: string; display_name: string; village: string; county_name: string }>(
  'benefit.household_of',
  `select household.id, household.display_name, household.village, county.name as county_name
     from registry.household_v household join registry.region_v county on county.code = household.county_code
    where household.id = $1`,
);

/** Those of some households that there are, by name. */
export const householdsNamed = statement<{ id: string; display_name: string; village: string }>(
  'benefit.households_named',
  `select id, display_name, village from registry.household_v where id = any ($1::uuid[]) order by village, display_name, id`,
);
