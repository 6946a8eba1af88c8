import type { StepAnswer } from '@xihuo/admission';
import { statement } from '@xihuo/platform';

const yuan = (fen: string) => `to_char(${fen} / 100.0, 'FM999999999990.00') || ' 元'`;

/** Of suppliers that leave and have nothing open any more with buyers and households: which statement is their last. */
export const lastStatementsOfExits = statement<StepAnswer>(
  'settlement.last_statements_of_exits',
  `select step.exit_id, step.step, 'done' as state, coalesce('最后一期结算单截至 ' || last.period_end, '没有需要结算的款项') as why
     from admission.exit_step_v step
    cross join lateral (select max(period_end) as period_end from settlement.statement where supplier_id = step.supplier_id) last
    where step.exit_state = 'running' and step.step = 'finalStatement' and step.state <> 'done'
      and not exists (select from settlement.adjustment
                       where adjustment.supplier_id = step.supplier_id and adjustment.state in ('proposed', 'approved'))
      and not exists (select from admission.exit_step_v earlier
                       where earlier.exit_id = step.exit_id and earlier.step in ('openOrders', 'afterSales', 'farmerDues')
                         and earlier.state <> 'done')`,
);

/** After the last statement: what the supplier is still to be paid, or still owes, or what was written off of it, where that is not what was said last. */
export const debtsOfExits = statement<StepAnswer>(
  'settlement.debts_of_exits',
  `select step.exit_id, step.step, answer.state, answer.why
     from admission.exit_step_v step
     join admission.exit_step_v final on final.exit_id = step.exit_id and final.step = 'finalStatement' and final.state = 'done'
    cross join lateral (
      select coalesce(sum(balance_fen) filter (where code = 'supplierDebt'), 0)::bigint as owes,
             coalesce(sum(balance_fen) filter (where code = 'supplierReceivable'), 0)::bigint as back,
             coalesce(sum(balance_fen) filter (where code = 'supplierPayable'), 0)::bigint as payable,
             coalesce(sum(balance_fen) filter (where code = 'supplierSubsidy'), 0)::bigint as subsidy
        from ledger.account_v account join ledger.balance_v balance on balance.account_id = account.id
       where account.owner_id = step.supplier_id and code in ('supplierDebt', 'supplierReceivable', 'supplierPayable', 'supplierSubsidy')) left_over
    cross join lateral (
      select coalesce(sum(amount_fen) filter (where adjustment.state = 'proposed'), 0)::bigint as asked,
             coalesce(sum(amount_fen) filter (where adjustment.state = 'approved'), 0)::bigint as coming,
             coalesce(sum(amount_fen) filter (where adjustment.state = 'posted'), 0)::bigint as written,
             max(last.period_end) filter (where adjustment.state = 'posted') as stands
        from settlement.adjustment left join settlement.statement last on last.id = adjustment.statement_id
       where adjustment.supplier_id = step.supplier_id and kind = 'writeOff' and proposed_at >= step.started_at) off
    cross join lateral (
      select case when owes + back > 0 then 'blocked' when payable + subsidy + coming > 0 then 'underWay' else 'done' end as state,
             case when owes + back + payable + subsidy + coming = 0
                  then '双方已无欠款' || case when written > 0 then '；已核销 ' || ${yuan('written')} || '，列入截至 ' || stands || ' 的结算单' else '' end
                  else concat_ws('、', case when owes > 0 then '供应商尚欠 ' || ${yuan('owes')} end,
                    case when back > 0 then '供应商应退 ' || ${yuan('back')} || case when asked > 0 then '（核销待复核）' else '' end end,
                    case when coming > 0 then '已核销 ' || ${yuan('coming')} || '，待列入结算单' end,
                    case when payable > 0 then '待付供应商 ' || ${yuan('payable')} end,
                    case when subsidy > 0 then '待收补贴 ' || ${yuan('subsidy')} end) end as why) answer
    where step.exit_state = 'running' and step.step = 'remainingDebts' and step.state <> 'done'
      and (step.state, step.why) is distinct from (answer.state, answer.why)`,
);
