import type { StepAnswer } from '@xihuo/admission';
import { statement } from '@xihuo/platform';
import { UNSTATED_PAYMENTS } from './payout/unstated';

const yuan = (fen: string) => `to_char(${fen} / 100.0, 'FM999999999990.00') || ' 元'`;

/**
 * Of suppliers that leave and have nothing open any more with buyers and households: what the supplier is still to be paid, or still
 * owes, or what was written off of it, where that is not what was said last.
 */
export const debtsOfExits = statement<StepAnswer>(
  'settlement.debts_of_exits',
  `select step.exit_id, step.step, answer.state, answer.why
     from admission.exit_step_v step
    cross join lateral (
      select coalesce(sum(balance_fen) filter (where code = 'supplierDebt'), 0)::bigint as owes,
             coalesce(sum(balance_fen) filter (where code = 'supplierReceivable'), 0)::bigint as back,
             coalesce(sum(balance_fen) filter (where code = 'supplierPayable'), 0)::bigint as payable,
             coalesce(sum(balance_fen) filter (where code = 'supplierSubsidy'), 0)::bigint as subsidy
        from ledger.account_v account join ledger.balance_v balance on balance.account_id = account.id
       where account.owner_id = step.supplier_id and code in ('supplierDebt', 'supplierReceivable', 'supplierPayable', 'supplierSubsidy')) left_over
    cross join lateral (
      select coalesce(sum(amount_fen) filter (where state = 'proposed' and kind = 'writeOff'), 0)::bigint as asked,
             coalesce(sum(amount_fen) filter (where state = 'proposed' and kind = 'subsidyOff'), 0)::bigint as asked_off,
             coalesce(sum(amount_fen) filter (where state in ('approved', 'posted') and kind = 'writeOff'), 0)::bigint as written,
             coalesce(sum(amount_fen) filter (where state in ('approved', 'posted') and kind = 'subsidyOff'), 0)::bigint as off
        from settlement.adjustment
       where adjustment.supplier_id = step.supplier_id and kind in ('writeOff', 'subsidyOff') and proposed_at >= step.started_at) off
    cross join lateral (
      select case when owes + back > 0 then 'blocked' when payable + subsidy > 0 then 'underWay' else 'done' end as state,
             case when owes + back + payable + subsidy = 0
                  then concat_ws('；', '双方已无欠款', case when written > 0 then '已核销 ' || ${yuan('written')} end,
                    case when off.off > 0 then '出资方未付补贴 ' || ${yuan('off.off')} || ' 由双方自行追讨' end)
                  else concat_ws('、', case when owes > 0 then '供应商尚欠 ' || ${yuan('owes')} end,
                    case when back > 0 then '供应商应退 ' || ${yuan('back')} || case when asked > 0 then '（核销待复核）' else '' end end,
                    case when payable > 0 then '待付供应商 ' || ${yuan('payable')} end,
                    case when subsidy > 0 then '待收补贴 ' || ${yuan('subsidy')} || case when asked_off > 0 then '（核销待复核）' else '' end end) end as why) answer
    where step.exit_state = 'running' and step.step = 'remainingDebts' and step.state <> 'done'
      and not exists (select from admission.exit_step_v earlier
                       where earlier.exit_id = step.exit_id and earlier.step in ('openOrders', 'afterSales', 'farmerDues')
                         and earlier.state <> 'done')
      and (step.state, step.why) is distinct from (answer.state, answer.why)`,
);

/**
 * Which statement is the last of a supplier that leaves: once nothing is left between it and the house, everything that was put right
 * and every payment stands on one, so that it ends the account with nothing. A payment that came back meanwhile is made again first.
 */
export const lastStatementsOfExits = statement<StepAnswer>(
  'settlement.last_statements_of_exits',
  `select step.exit_id, step.step, 'done' as state, coalesce('最后一期结算单截至 ' || last.period_end, '没有需要结算的款项') as why
     from admission.exit_step_v step
    cross join lateral (select max(period_end) as period_end from settlement.statement where supplier_id = step.supplier_id) last
    where step.exit_state = 'running' and step.step = 'finalStatement' and step.state <> 'done'
      and not exists (select from settlement.adjustment
                       where adjustment.supplier_id = step.supplier_id and adjustment.state in ('proposed', 'approved'))
      and not exists (select from admission.exit_step_v earlier
                       where earlier.exit_id = step.exit_id and earlier.step in ('openOrders', 'afterSales', 'farmerDues', 'remainingDebts')
                         and earlier.state <> 'done')
      and not exists (select from ${UNSTATED_PAYMENTS} where item.payee_id = step.supplier_id)
      and not exists (select from ledger.account_v account join ledger.balance_v balance on balance.account_id = account.id
                       where account.owner_id = step.supplier_id and account.code in ('supplierPayable', 'supplierReceivable')
                         and balance.balance_fen > 0)`,
);
