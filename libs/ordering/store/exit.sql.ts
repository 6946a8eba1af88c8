import type { StepAnswer } from '@xihuo/admission';
import { statement } from '@xihuo/platform';

/** Of suppliers that leave: whether orders with them are still under way, where that is not what was said last. */
export const openOrdersOfExits = statement<StepAnswer>(
  'ordering.open_orders_of_exits',
  `select step.exit_id, step.step, answer.state, answer.why
     from admission.exit_step_v step
    cross join lateral (
      select count(*) filter (where part.state = 'awaitingPayment') as unpaid, count(*) filter (where part.state = 'toShip') as to_ship,
             count(*) filter (where part.state = 'shipped') as on_the_way
        from ordering.supplier_order part
       where part.supplier_id = step.supplier_id and part.state in ('awaitingPayment', 'toShip', 'shipped')) open
    cross join lateral (
      select case when unpaid + to_ship + on_the_way = 0 then 'done' else 'underWay' end as state,
             case when unpaid + to_ship + on_the_way = 0 then '在途订单已全部了结'
                  else concat_ws('、', case when unpaid > 0 then '待付款 ' || unpaid || ' 单' end,
                    case when to_ship > 0 then '待发货 ' || to_ship || ' 单' end,
                    case when on_the_way > 0 then '待收货 ' || on_the_way || ' 单' end) end as why) answer
    where step.exit_state = 'running' and step.step = 'openOrders' and step.state <> 'done'
      and (step.state, step.why) is distinct from (answer.state, answer.why)`,
);

/**
 * Parts of suppliers whose exit is past its deadline ($1: today) of which packs never left, in the order of their ids after $3; at most
 * $2. What is in dispute is its mediator's.
 */
export const unsentPastExit = statement<{
  id: string;
  order_id: string;
  lines: { lineId: string; packs: number }[];
}>(
  'ordering.unsent_past_exit',
  `select part.id, part.order_id, jsonb_agg(jsonb_build_object('lineId', line.id, 'packs', open.packs) order by line.id) as lines
     from admission.exit_step_v step
     join ordering.supplier_order part on part.supplier_id = step.supplier_id and part.state = 'toShip'
     join ordering.order_line line on line.supplier_order_id = part.id
     join ordering.line_money_v money on money.line_id = line.id and not money.held
     left join ordering.line_progress progress on progress.line_id = line.id
    cross join lateral (
      select line.quantity - coalesce(progress.shipped_packs + progress.cancelled_packs, 0) as packs) open
    where step.exit_state = 'running' and step.step = 'openOrders' and step.deadline < $1::date
      and open.packs > 0 and ($3::uuid is null or part.id > $3)
    group by part.id, part.order_id order by part.id limit $2`,
);
