import type { StepAnswer } from '@xihuo/admission';
import { statement } from '@xihuo/platform';

/** Of suppliers that leave: whether anything may still be claimed of them or is, where that is not what was said last. */
export const afterSalesOfExits = statement<StepAnswer>(
  'dispute.after_sales_of_exits',
  `select step.exit_id, step.step, answer.state, answer.why
     from admission.exit_step_v step
    cross join lateral (
      select (select count(*) from ordering.supplier_order_v part
               where part.supplier_id = step.supplier_id and part.state in ('toShip', 'shipped')) as under_way,
             (select count(*) from ordering.supplier_order_v part
               where part.supplier_id = step.supplier_id and part.state = 'received') as in_window,
             (select count(*) from ordering.after_sale_v claim
               where claim.supplier_id = step.supplier_id and claim.ended_at is null) as claims,
             (select count(*) from dispute.dispute_case disputed
               where disputed.supplier_id = step.supplier_id and disputed.ended_at is null) as disputes) open
    cross join lateral (
      select case when under_way + in_window + claims + disputes = 0 then 'done' else 'underWay' end as state,
             case when under_way + in_window + claims + disputes = 0 then '售后与争议已全部了结'
                  else concat_ws('、', case when under_way > 0 then '在途 ' || under_way || ' 单' end,
                    case when in_window > 0 then '售后期内 ' || in_window || ' 单' end,
                    case when claims > 0 then '售后处理中 ' || claims || ' 件' end,
                    case when disputes > 0 then '争议处理中 ' || disputes || ' 件' end) end as why) answer
    where step.exit_state = 'running' and step.step = 'afterSales' and step.state <> 'done'
      and (step.state, step.why) is distinct from (answer.state, answer.why)`,
);
