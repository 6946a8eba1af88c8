import { statement } from '@xihuo/platform';

const counted = (column: string, type: string, values: string, most: string) => `
  select '${most}' as by, asked.key::text as key, held.orders, held.frees
    from most cross join unnest(${values}::${type}[]) as asked (key)
   cross join lateral (
     select count(*)::integer as orders, min(pay_by) as frees
       from (select pay_by from ordering.customer_order bought
              where bought.${column} = asked.key and bought.state in ('awaitingPayment', 'expiring')
              order by pay_by limit (most.value ->> '${most}')::integer) unpaid) held
   where most.value ->> '${most}' is not null`;

export interface UnpaidRow {
  by: 'address' | 'account' | 'phone' | 'most';
  key: string | null;
  /** No more than are allowed are counted. */
  orders: number | null;
  /** When the first of them runs out of time. */
  frees: Date | null;
  most: { address: number | null; account: number | null; phone: number | null } | null;
}

/**
 * How many unpaid orders addresses ($2), accounts ($3) and phones ($4) have, each counted no further than it may have by the setting of
 * day $1, which is a row of its own. What has no limit is not counted.
 */
export const unpaidOf = statement<UnpaidRow>(
  'ordering.unpaid_of',
  `with most as materialized (select registry.policy_on('order.unpaidMost', $1::date) as value)
   select 'most' as by, null as key, null::integer as orders, null::timestamptz as frees, value as most from most
   union all
   select by, key, orders, frees, null from (
     ${counted('asked_from', 'bytea', '$2', 'address')}
     union all ${counted('person_id', 'uuid', '$3', 'account')}
     union all ${counted('phone_index', 'bytea', '$4', 'phone')}) held`,
);
