import { statement } from '@xihuo/platform';
import type { Earned } from '../rules/why';

/** What the sentence of an obligation is made of, in any question about one. */
export interface FactsRow {
  kind: Earned['kind'];
  quantity: bigint;
  rate_fen: bigint;
  product_name: string | null;
  floor_fen_per_kg: bigint | null;
  /** Added after an objection: the sum, and the facts are those of the line that was objected to. */
  more_fen: bigint | null;
  carried_fen: bigint;
  /** Off since another record stands in its place, or the one behind it was put right. */
  corrected_fen: bigint;
  work_days: number | null;
  pieces: number | null;
  piece_name: string | null;
  minimum_fen: bigint | null;
  worker: string | null;
  pool_title: string | null;
  /** Of what the goods sold for: what went back to buyers, and its rebate with it. */
  returned_fen: bigint | null;
  /** Of a rent: the days it is for. */
  let_from: string | null;
  let_to: string | null;
}

export const FACTS = `obligation.kind, obligation.quantity, obligation.rate_fen, product.name_zh as product_name,
  agreement.floor_price_fen_per_kg as floor_fen_per_kg, case when obligation.source_kind = 'contest' then obligation.amount_fen end as more_fen,
  obligation.carried_fen, least(obligation.reversed_fen, coalesce(rebate.corrected_fen, obligation.reversed_fen)) as corrected_fen, work.days as work_days, work.pieces, agreement.piece_name, work.minimum_fen, work.worker,
  coalesce(pool.title, distribution.year::text) as pool_title,
  case when obligation.reversed_fen > rebate.corrected_fen
    then div(obligation.quantity::numeric * (obligation.amount_fen - rebate.corrected_fen) * (sale.refunded_fen - (sale.goods_fen - rebate.goods_fen)),
             obligation.amount_fen::numeric * rebate.goods_fen)::bigint end as returned_fen,
  lower(rent.let)::text as let_from, (upper(rent.let) - 1)::text as let_to`;
export const OF_FACTS = `left join benefit.agreement on agreement.id = obligation.agreement_id
  left join catalogue.product_v product on product.id = agreement.product_id
  left join lateral (
    with recursive line (source_kind, source_id) as (
      select obligation.source_kind, obligation.source_id
       union select earlier.source_kind, earlier.source_id
        from line join benefit.contest about on line.source_kind = 'contest' and about.id = line.source_id
        join benefit.obligation earlier on earlier.id = about.obligation_id)
    select * from line where source_kind <> 'contest') origin on true
  left join benefit.work_record work on origin.source_kind = 'work' and work.id = origin.source_id
  left join benefit.pool on origin.source_kind = 'pool' and pool.id = origin.source_id
  left join benefit.rebate on rebate.obligation_id = obligation.id
  left join benefit.sale on sale.id = rebate.sale_id
  left join benefit.rent on origin.source_kind = 'rent' and rent.id = origin.source_id
  left join benefit.distribution on origin.source_kind = 'distribution' and distribution.id = origin.source_id`;

export function earnedOf(row: FactsRow): Earned {
  return {
    ...{ kind: row.kind, productName: row.product_name, quantity: row.quantity, rateFen: row.rate_fen },
    floorFenPerKg: row.floor_fen_per_kg,
    ...{ addedFen: row.more_fen, carriedFen: row.carried_fen, correctedFen: row.corrected_fen, pool: row.pool_title },
    returnedFen: row.returned_fen,
    let: row.let_from === null ? null : { from: row.let_from, to: row.let_to! },
    work:
      row.work_days === null
        ? null
        : {
            days: row.work_days,
            pieces: row.pieces,
            pieceName: row.piece_name,
            minimumFen: row.minimum_fen,
            worker: row.worker,
          },
  };
}

/** Sums of obligations: due is what is owed after corrections; the parts make it. */
export interface DuesRow {
  due_fen: bigint;
  funded_fen: bigint;
  outside_fen: bigint;
  held_fen: bigint;
  open_fen: bigint;
}

export const DUES = `coalesce(sum(obligation.amount_fen - obligation.carried_fen - obligation.reversed_fen), 0)::bigint as due_fen,
  coalesce(sum(obligation.funded_fen), 0)::bigint as funded_fen, coalesce(sum(obligation.outside_fen), 0)::bigint as outside_fen,
  coalesce(sum(obligation.held_fen), 0)::bigint as held_fen, coalesce(sum(obligation.open_fen), 0)::bigint as open_fen`;

export interface ObligationRow extends FactsRow {
  id: string;
  agreement_id: string | null;
  agreement_number: string | null;
  agreement_kind: 'contractPurchase' | 'employment' | 'dividend' | null;
  due_fen: bigint;
  funded_fen: bigint;
  outside_fen: bigint;
  held_fen: bigint;
  open_fen: bigint;
  earned_on: string;
  contest_id: string | null;
}

const LINES = `select obligation.id, obligation.agreement_id, agreement.number as agreement_number, agreement.kind as agreement_kind,
          obligation.amount_fen - obligation.carried_fen - obligation.reversed_fen as due_fen, obligation.funded_fen, obligation.outside_fen, obligation.held_fen, obligation.open_fen,
          obligation.earned_on, contest.id as contest_id, ${FACTS}
     from benefit.obligation ${OF_FACTS}
     join registry.organisation_v supplier on supplier.id = obligation.supplier_id
     left join lateral (select id from benefit.contest where obligation_id = obligation.id order by id desc limit 1) contest on true
    where (not $2::boolean or obligation.open_fen + obligation.held_fen > 0)
      and obligation.amount_fen > obligation.carried_fen + obligation.reversed_fen and ($3::uuid is null or obligation.id < $3)
`;

/** $1 household, $2 only open ones, $3 after, $4 limit; $5 suppliers acted for, $6 patterns of county codes. */
export const obligationsOf = statement<ObligationRow>(
  'benefit.obligations_of',
  `${LINES} and obligation.household_id = $1
      and (obligation.supplier_id = any ($5::uuid[]) or supplier.county_code like any ($6::text[]))
    order by obligation.id desc limit $4`,
);

/** Who may read a collective's debts: from $first on suppliers acted for, patterns of county codes, collectives acted for. */
const READABLE = (first: number): string => `(obligation.supplier_id = any ($${first}::uuid[])
      or supplier.county_code like any ($${first + 1}::text[]) or obligation.collective_id = any ($${first + 2}::uuid[]))`;

/** The same of a village collective ($1), of one supplier ($8); $7 collectives acted for. */
export const obligationsOfCollective = statement<ObligationRow>(
  'benefit.obligations_of_collective',
  `${LINES} and obligation.collective_id = $1 and obligation.supplier_id = $8
      and ${READABLE(5)}
    order by obligation.id desc limit $4`,
);

/** Whether a supplier owes a collective ($1, $2) or has, and the reader may read it: $3 suppliers, $4 county patterns, $5 collectives. */
export const collectiveFor = statement<{ id: string }>(
  'benefit.collective_for',
  `select obligation.collective_id as id from benefit.obligation join registry.organisation_v supplier on supplier.id = obligation.supplier_id
    where obligation.collective_id = $1 and obligation.supplier_id = $2
      and ${READABLE(3)}
    limit 1`,
);

export interface CollectiveRow extends DuesRow {
  supplier_id: string;
  supplier_name: string;
  collective_id: string;
  collective_name: string;
  last_earned_on: string;
}

/** What collectives are owed, by supplier. $1 suppliers acted for, $2 patterns of county codes, $3 collectives acted for; after $5 and $6. */
export const collectivesOwed = statement<CollectiveRow>(
  'benefit.collectives_owed',
  `select obligation.supplier_id, supplier.name_zh as supplier_name, obligation.collective_id, collective.name_zh as collective_name,
          max(obligation.earned_on) as last_earned_on, ${DUES}
     from benefit.obligation join registry.organisation_v supplier on supplier.id = obligation.supplier_id
     join registry.organisation_v collective on collective.id = obligation.collective_id
    where ${READABLE(1)}
      and ($4::uuid is null or obligation.supplier_id = $4)
      and ($5::uuid is null or (obligation.supplier_id, obligation.collective_id) > ($5, $6::uuid))
    group by obligation.supplier_id, obligation.collective_id, supplier.name_zh, collective.name_zh
    order by obligation.supplier_id, obligation.collective_id limit $7`,
);
