/**
 * What an outsider needs to reckon everything anew, one file a kind. Columns are named as the verifier reads them; sums are fen and
 * weights grams, as text. `shown` names the columns whose ids stay as they are: suppliers and lots are public. Every other id is that of
 * a person, a household or an order, or leads to one, and leaves as a pseudonym; a column that is `hidden` does so without being an id.
 *
 * @typedef {{ name: string, shown: string[], hidden?: string[], sql: string }} Kind
 */

/** The day of a moment where the house does business. @param {string} moment */
const dayOf = (moment) => `(${moment} at time zone 'Asia/Shanghai')::date::text`;

/** @type {Kind[]} */
export const kinds = [
  {
    name: 'accounts',
    shown: ['supplierId'],
    sql: `select account.id, code, account.normal_side as "normalSide", constrained,
                 case when code like 'supplier%' then owner_id end as "supplierId",
                 case when code not like 'supplier%' then owner_id end as "ownerId",
                 debits_posted_fen::text as "debitsFen", credits_posted_fen::text as "creditsFen",
                 coalesce(trial.debits_fen, 0)::text as "trialDebitsFen", coalesce(trial.credits_fen, 0)::text as "trialCreditsFen"
            from ledger.account left join ledger.balance on balance.account_id = account.id
            left join ledger.trial_balance('9999-12-31') trial on trial.account_id = account.id order by account.id`,
  },
  {
    name: 'transfers',
    shown: [],
    sql: `select id, debit_account as "debitAccount", credit_account as "creditAccount", amount_fen::text as "amountFen", code,
                 group_id as "groupId", kind, pending_id as "pendingId", source_kind as "sourceKind", source_id as "sourceId",
                 rule_version as "ruleVersion", business_date::text as "businessDate", posted_at::text as "postedAt"
            from ledger.transfer order by id`,
  },
  {
    name: 'supplier-orders',
    shown: ['supplierId'],
    sql: `select part.id, part.order_id as "orderId", part.supplier_id as "supplierId", part.state, ${dayOf('part.released_at')} as "releasedOn",
                 part.amount_fen::text as "amountFen",
                 coalesce(case payment.state when 'captured' then leg.amount_fen end, 0)::text as "capturedFen",
                 coalesce(owed.amount_fen, 0)::text as "onTermsFen"
            from ordering.supplier_order part
            left join payment.leg on leg.supplier_order_id = part.id
            left join payment.payment on payment.id = leg.payment_id
            left join ordering.receivable owed on owed.supplier_order_id = part.id
           order by part.id`,
  },
  {
    name: 'refunds',
    shown: [],
    sql: `select id, supplier_order_id as "supplierOrderId", amount_fen::text as "amountFen", state, source_kind as "sourceKind"
            from payment.refund order by id`,
  },
  {
    name: 'credit-notes',
    shown: [],
    sql: `select id, supplier_order_id as "supplierOrderId", amount_fen::text as "amountFen" from ordering.credit_note order by id`,
  },
  {
    name: 'holds',
    shown: [],
    sql: `select id, line_id as "lineId", supplier_order_id as "supplierOrderId", source_kind as "sourceKind", source_id as "sourceId",
                 held_fen::text as "heldFen", refund_fen::text as "refundFen", ${dayOf('closed_at')} as "closedOn"
            from ordering.line_hold order by id`,
  },
  {
    name: 'order-lines',
    shown: [],
    sql: `select line.id, line.supplier_order_id as "supplierOrderId", line.amount_fen::text as "amountFen",
                 (coalesce(progress.refund_fen, 0) + coalesce(hold.fen, 0))::text as "refundedFen"
            from ordering.order_line line
            left join ordering.line_progress progress on progress.line_id = line.id
            left join (select line_id, sum(refund_fen) as fen from ordering.line_hold group by 1) hold on hold.line_id = line.id
           order by line.id`,
  },
  {
    name: 'runs',
    shown: [],
    sql: `select id, period_end::text as "periodEnd", state, rule_versions as "ruleVersions" from settlement.run order by period_end`,
  },
  {
    name: 'settlement-lines',
    shown: ['supplierId'],
    sql: `select done.line_id as "lineId", line.supplier_order_id as "supplierOrderId", done.part, done.run_id as "runId",
                 done.supplier_id as "supplierId", done.gross_fen::text as "grossFen", done.refund_fen::text as "refundFen",
                 done.subsidy_fen::text as "subsidyFen", done.fee_fen::text as "feeFen",
                 done.farmer_dues_fen::text as "farmerDuesFen", done.payable_fen::text as "payableFen", done.rule_version as "ruleVersion"
            from settlement.line done join ordering.order_line line on line.id = done.line_id order by done.line_id, done.part`,
  },
  {
    name: 'shares',
    shown: ['supplierId', 'lotId'],
    sql: `select run_id as "runId", line_id as "lineId", lot_id as "lotId", obligation_id as "obligationId", supplier_id as "supplierId",
                 payee_id as "payeeId", agreement_id as "agreementId", kind, amount_fen::text as "amountFen",
                 rule_version as "ruleVersion", transfer_id as "transferId"
            from benefit.share order by run_id, line_id, lot_id, obligation_id`,
  },
  {
    name: 'shares-back',
    shown: [],
    sql: `select obligation_id as "obligationId", run_id as "runId", source_id as "adjustmentId", payee_id as "payeeId",
                 amount_fen::text as "amountFen", rule_version as "ruleVersion"
            from benefit.share_back_v order by source_id, obligation_id, run_id`,
  },
  {
    name: 'statements',
    shown: ['supplierId'],
    sql: `select id, run_id as "runId", supplier_id as "supplierId", period_end::text as "periodEnd", opening_fen::text as "openingFen",
                 gross_fen::text as "grossFen", refund_fen::text as "refundFen", subsidy_fen::text as "subsidyFen",
                 fee_fen::text as "feeFen", farmer_dues_fen::text as "farmerDuesFen", payable_fen::text as "payableFen",
                 adjustment_fen::text as "adjustmentFen", late_refund_fen::text as "lateRefundFen", payout_fen::text as "payoutFen",
                 netted_fen::text as "nettedFen", closing_fen::text as "closingFen", rule_version as "ruleVersion"
            from settlement.statement order by period_end, supplier_id`,
  },
  {
    name: 'subsidies',
    shown: ['supplierId'],
    sql: `select id, line_id as "lineId", discount_id as "discountId", run_id as "runId", supplier_id as "supplierId",
                 funder_kind as "funderKind", funder_id as "funderId", amount_fen::text as "amountFen",
                 received_fen::text as "receivedFen", withdrawn_fen::text as "withdrawnFen", rule_version as "ruleVersion"
            from settlement.subsidy order by id`,
  },
  {
    name: 'subsidies-back',
    shown: [],
    sql: `select subsidy_id as "subsidyId", adjustment_id as "adjustmentId", withdrawn_fen::text as "withdrawnFen",
                 paid_fen::text as "paidFen", rule_version as "ruleVersion" from settlement.subsidy_back order by adjustment_id, subsidy_id`,
  },
  {
    name: 'receipts',
    shown: [],
    hidden: ['bankReference'],
    sql: `select id, 'subsidy' as kind, funder_id as "payerId", amount_fen::text as "amountFen", amount_fen::text as "bookedFen",
                 bank_reference as "bankReference", received_on::text as "receivedOn" from settlement.subsidy_receipt
          union all
          select id, case when ended = 'reversed' then 'reversed' else 'purchase' end, organisation_id, amount_fen::text, case when matched_at is null then '0' else amount_fen::text end,
                 bank_reference, received_on::text from ordering.bank_transfer
           order by 1`,
  },
  {
    name: 'subsidy-returns',
    shown: [],
    hidden: ['bankReference'],
    sql: `select id, funder_id as "funderId", amount_fen::text as "amountFen", bank_reference as "bankReference", paid_on::text as "paidOn"
            from settlement.subsidy_return order by id`,
  },
  {
    name: 'subsidy-parts',
    shown: [],
    sql: `select subsidy_id as "subsidyId", receipt_id as "receiptId", line_id as "lineId", amount_fen::text as "amountFen"
            from settlement.subsidy_part order by receipt_id, subsidy_id`,
  },
  {
    name: 'adjustments',
    shown: ['supplierId'],
    sql: `select adjustment.id, adjustment.supplier_id as "supplierId", kind, adjustment.amount_fen::text as "amountFen", adjustment.state,
                 proposed_by as "proposedBy", decided_by as "decidedBy", statement_id as "statementId",
                 line.supplier_order_id as "supplierOrderId"
            from settlement.adjustment left join ordering.order_line line on line.id = adjustment.line_id order by adjustment.id`,
  },
  {
    name: 'statement-payouts',
    shown: ['supplierId'],
    sql: `select stated.item_id as "itemId", batch.supplier_id as "supplierId", stated.event, stated.statement_id as "statementId",
                 item.amount_fen::text as "amountFen"
            from settlement.payout_stated stated join settlement.payout_item item on item.id = stated.item_id
            join settlement.payout_batch batch on batch.id = item.batch_id order by stated.id`,
  },
  {
    name: 'payouts',
    shown: ['supplierId'],
    sql: `select item.id, batch.supplier_id as "supplierId", case when item.purpose <> 'payable' then item.payee_id end as "payeeId", item.purpose,
                 item.amount_fen::text as "amountFen", item.state, run.business_date::text as "drawnOn"
            from settlement.payout_item item join settlement.payout_batch batch on batch.id = item.batch_id
            join settlement.payout_run run on run.id = batch.run_id order by item.id`,
  },
  {
    name: 'obligations',
    shown: ['supplierId', 'lotId'],
    sql: `select id, agreement_id as "agreementId", supplier_id as "supplierId", payee_id as "payeeId", lot_id as "lotId", kind,
                 amount_fen::text as "amountFen", funded_fen::text as "fundedFen", outside_fen::text as "outsideFen",
                 carried_fen::text as "carriedFen", reversed_fen::text as "reversedFen", earned_on::text as "earnedOn"
            from benefit.obligation order by id`,
  },
  {
    name: 'lots',
    shown: ['id', 'supplierId'],
    sql: `select id, code, supplier_id as "supplierId", received_grams::text as "receivedGrams", processed_grams::text as "processedGrams",
                 packed_grams::text as "packedGrams", shipped_grams::text as "shippedGrams", lost_grams::text as "lostGrams"
            from trace.lot order by id`,
  },
  {
    name: 'lot-movements',
    shown: ['lotId'],
    sql: `select lot_id as "lotId", 'delivered' as kind, household_id as "byId", null::uuid as "processingId", yield_grams::text as grams
            from trace.delivery where counts
          union all select lot_id, 'ownOutput', null, null, grams::text from trace.own_output
          union all select lot_id, 'processedInto', null, processing_id, grams::text from trace.processing_output
          union all select lot_id, 'processedFrom', null, processing_id, grams::text from trace.processing_input
          union all select lot_id, 'lost', null, null, grams::text from trace.lot_loss
          union all select lot_id, 'packed', null, null, grams::text from trace.packing
          union all select lot_id, 'shipped', order_line_id, null, grams::text from trace.movement
           order by 1, 2, 3, 4`,
  },
  {
    name: 'processings',
    shown: ['supplierId'],
    sql: `select id, supplier_id as "supplierId", input_grams::text as "inputGrams", output_grams::text as "outputGrams",
                 lost_grams::text as "lostGrams" from trace.processing order by id`,
  },
  {
    name: 'audit-chain',
    shown: [],
    sql: `select position::text, encode(content_hash, 'hex') as "contentHash", encode(previous_hash, 'hex') as "previousHash",
                 encode(hash, 'hex') as hash from platform.audit_chain order by audit_chain.position`,
  },
  {
    name: 'audit-checkpoints',
    shown: [],
    sql: `select position::text, encode(head_hash, 'hex') as "headHash", sealed_at::text as "sealedAt"
            from platform.audit_checkpoint order by audit_checkpoint.position`,
  },
];
