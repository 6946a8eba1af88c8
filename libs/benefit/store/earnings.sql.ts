import { statement } from '@xihuo/platform';

export interface EarningRow {
  id: string;
  kind: 'wage' | 'floorPrice' | 'premium' | 'rebate' | 'dividend';
  supplier_name: string;
  agreement_id: string;
  agreement_kind: 'contractPurchase' | 'employment' | 'dividend';
  agreement_version: number;
  product_name: string | null;
  quantity: bigint;
  rate_fen: bigint;
  amount_fen: bigint;
  funded_fen: bigint;
  earned_on: string;
  shares: { settledAt: string; lotCode: string; rule: string; amountFen: string }[];
}

/** A household's obligations, newest first, each with what settlement has put aside for it, per run and lot. */
export const earningsOf = statement<EarningRow>(
  'benefit.earnings_of',
  `select obligation.id, obligation.kind, supplier.name_zh as supplier_name, agreement.id as agreement_id,
          agreement.kind as agreement_kind, agreement.version as agreement_version, product.name_zh as product_name,
          obligation.quantity, obligation.rate_fen, obligation.amount_fen, obligation.funded_fen, obligation.earned_on,
          coalesce(share.shares, '[]') as shares
     from benefit.obligation
     join benefit.agreement on agreement.id = obligation.agreement_id
     join registry.organisation_v supplier on supplier.id = obligation.supplier_id
     left join catalogue.product_v product on product.id = agreement.product_id
     left join lateral (
       select jsonb_agg(jsonb_build_object('settledAt', part.created_at, 'lotCode', lot.code, 'rule', part.rule_version,
                'amountFen', part.amount_fen::text) order by part.created_at desc, lot.code) as shares
         from (select run_id, lot_id, rule_version, min(created_at) as created_at, sum(amount_fen) as amount_fen
                 from benefit.share where share.obligation_id = obligation.id group by run_id, lot_id, rule_version) part
         join trace.lot_v lot on lot.id = part.lot_id
     ) share on true
    where obligation.household_id = $1 and ($2::uuid is null or obligation.id < $2)
    order by obligation.id desc limit $3`,
);

export const earningTotals = statement<{ due_fen: bigint; funded_fen: bigint }>(
  'benefit.earning_totals',
  `select coalesce(sum(amount_fen), 0)::bigint as due_fen, coalesce(sum(funded_fen), 0)::bigint as funded_fen
     from benefit.obligation where household_id = $1`,
);

export const householdOf = statement<{ id: string; display_name: string; village: string; county_name: string }>(
  'benefit.household_of',
  `select household.id, household.display_name, household.village, county.name as county_name
     from registry.household_v household join registry.region_v county on county.code = household.county_code
    where household.id = $1`,
);
