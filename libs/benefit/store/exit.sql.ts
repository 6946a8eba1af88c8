import type { StepAnswer } from '@xihuo/admission';
import { statement } from '@xihuo/platform';

/**
 * Of suppliers that leave: whether households have had what is theirs, where that is not what was said last. While goods are still
 * being sold, returned or settled their money may yet pay it; once nothing more can come, what is open blocks.
 */
export const duesOfExits = statement<StepAnswer>(
  'benefit.dues_of_exits',
  `select step.exit_id, step.step, answer.state, answer.why
     from admission.exit_step_v step
    cross join lateral (
      select coalesce(sum(open_fen + held_fen), 0)::bigint as fen,
             '尚欠 ' || count(distinct payee_id) || ' 户，' || to_char(sum(open_fen + held_fen) / 100.0, 'FM999999999990.00') || ' 元' as left_open
        from benefit.obligation where supplier_id = step.supplier_id and open_fen + held_fen > 0) due
    cross join lateral (
      select exists (select from admission.exit_step_v earlier
                      where earlier.exit_id = step.exit_id and earlier.step in ('openOrders', 'afterSales') and earlier.state <> 'done')
          or exists (select from ordering.order_line_v line
                      where line.supplier_id = step.supplier_id and line.state = 'released' and line.settled_at is null) as going) sales
    cross join lateral (
      select case when going then 'underWay' when fen > 0 then 'blocked' else 'done' end as state,
             case when going and fen > 0 then '待订单了结并结算；' || left_open
                  when going then '待订单了结并结算'
                  when fen > 0 then left_open || '，须由供应商付清'
                  else '农户应得已全部计入农户账户' end as why) answer
    where step.exit_state = 'running' and step.step = 'farmerDues' and step.state <> 'done'
      and (step.state, step.why) is distinct from (answer.state, answer.why)`,
);
