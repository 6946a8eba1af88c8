import { statement } from '@xihuo/platform';

/** The table `settleable`, which lives as long as the transaction. */
export const openSettleable = statement(
  'ordering.open_settleable',
  `create temporary table settleable (
     line_id uuid primary key, supplier_order_id uuid not null, done boolean not null default false
   ) on commit drop`,
);

/** Lines of some suppliers' ($2) parts, released up to the end of $1 (a business date, Asia/Shanghai), of which something may be open; the parts are held, in the order of their ids. */
export const fillSettleable = statement(
  'ordering.fill_settleable',
  `with part as materialized (
     select id from ordering.supplier_order
      where supplier_id = any ($2::uuid[]) and state = 'released' and settled_at is null and released_at < ($1::date + 1)::timestamp at time zone 'Asia/Shanghai'
      order by id for update)
   insert into settleable (line_id, supplier_order_id)
   select line.id, part.id from part join ordering.order_line line on line.supplier_order_id = part.id`,
);

/** Parts of which every line is done need not be looked at any more. */
export const closeSettled = statement(
  'ordering.close_settled',
  `update ordering.supplier_order set settled_at = $1
    where id in (select supplier_order_id from settleable group by supplier_order_id having bool_and(done))`,
);

/** Parts of these lines are to be looked at once more. */
export const reopenSettled = statement(
  'ordering.reopen_settled',
  `update ordering.supplier_order set settled_at = null
    where id in (select part.id from ordering.supplier_order part
                  where part.id in (select supplier_order_id from ordering.order_line where id = any ($1::uuid[]))
                  order by part.id for update)`,
);
