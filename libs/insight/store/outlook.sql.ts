import { statement } from '@xihuo/platform';

export interface ComingRow {
  today: string;
  supplier_id: string;
  supplier_name: string;
  open_fen: bigint;
  /** Business day on which the oldest line that no run has taken yet became final. */
  released_on: string | null;
  /** Business day on which the next after-sale window ends. */
  window_ends_on: string | null;
  on_the_way: boolean;
}

/**
 * What each supplier still owes a household, and how far the goods are whose sale pays for it: debts are funded from all a
 * supplier sells, not from the household's own lots alone. Lines that became final more than a fortnight ago are settled.
 */
export const comingOf = statement<ComingRow>(
  'insight.coming_of',
  `select today.day as today, debt.supplier_id, supplier.name_zh as supplier_name, debt.open_fen,
          (released.at at time zone 'Asia/Shanghai')::date as released_on,
          (received.ends at time zone 'Asia/Shanghai')::date as window_ends_on,
          exists (select from ordering.supplier_order_v part
                   where part.supplier_id = debt.supplier_id and part.state in ('toShip', 'shipped')) as on_the_way
     from (select supplier_id, sum(open_fen)::bigint as open_fen
             from benefit.obligation_v where household_id = $1 group by supplier_id) debt
     join registry.organisation_v supplier on supplier.id = debt.supplier_id
    cross join (select (platform.business_now() at time zone 'Asia/Shanghai')::date as day) today
    cross join lateral (
      select min(line.released_at) as at from ordering.order_line_v line
       where line.supplier_id = debt.supplier_id and line.state = 'released'
         and line.released_at > platform.business_now() - interval '14 days'
         and not exists (select from settlement.line_v settled where settled.line_id = line.id)) released
    cross join lateral (
      select min(part.release_due) as ends from ordering.supplier_order_v part
       where part.supplier_id = debt.supplier_id and part.state = 'received') received
    where debt.open_fen > 0
    order by debt.open_fen desc, debt.supplier_id`,
);

export interface YearRow {
  year: number;
  kind: 'wage' | 'floorPrice' | 'premium' | 'rebate' | 'landRent' | 'dividend' | 'collectiveShare' | 'surplusRefund';
  lines: number;
  due_fen: bigint;
  settled_fen: bigint;
  outside_fen: bigint;
}

/** What a household earned, by year and kind, the newest year first. */
export const yearsOf = statement<YearRow>(
  'insight.years_of',
  `select extract(year from earned_on)::integer as year, kind, count(*)::integer as lines,
          sum(amount_fen - carried_fen - reversed_fen)::bigint as due_fen,
          sum(funded_fen)::bigint as settled_fen, sum(outside_fen)::bigint as outside_fen
     from benefit.obligation_v where household_id = $1 and amount_fen > carried_fen + reversed_fen
    group by 1, 2 order by 1 desc, 4 desc`,
);

export const todayOf = statement<{ today: string }>(
  'insight.today',
  `select (platform.business_now() at time zone 'Asia/Shanghai')::date as today`,
);
