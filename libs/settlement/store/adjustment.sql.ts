import type { machines } from '@xihuo/contract';
import { statement } from '@xihuo/platform';
import { UNSTATED_PAYMENTS } from './payout/unstated';

export interface AdjustmentRow {
  id: string;
  kind: machines.AdjustmentKind;
  supplier_id: string;
  supplier_name: string;
  amount_fen: bigint;
  reason: string;
  evidence: string;
  state: machines.AdjustmentState;
  about_statement_id: string | null;
  about_period_end: string | null;
  line_id: string | null;
  order_number: string | null;
  product_name: string | null;
  proposed_by: string;
  proposed_by_name: string | null;
  proposed_at: Date;
  decided_by_name: string | null;
  decided_at: Date | null;
  decided_reason: string | null;
  statement_id: string | null;
  period_end: string | null;
}

const ADJUSTMENT = `select adjustment.id, adjustment.kind, adjustment.supplier_id, supplier.name_zh as supplier_name, adjustment.amount_fen,
          adjustment.reason, adjustment.evidence, adjustment.state, adjustment.about_statement_id, about.period_end as about_period_end,
          adjustment.line_id, line.order_number, line.product_name, adjustment.proposed_by, author.display_name as proposed_by_name,
          adjustment.proposed_at, decider.display_name as decided_by_name, adjustment.decided_at, adjustment.decided_reason,
          adjustment.statement_id, posted.period_end
     from settlement.adjustment
     join registry.organisation_v supplier on supplier.id = adjustment.supplier_id
     left join settlement.statement about on about.id = adjustment.about_statement_id
     left join ordering.order_line_v line on line.id = adjustment.line_id
     left join identity.person_v author on author.id = adjustment.proposed_by
     left join identity.person_v decider on decider.id = adjustment.decided_by
     left join settlement.statement posted on posted.id = adjustment.statement_id`;

/** $1 everything, $2 suppliers acted for, $3 beginnings of region codes; a supplier sees what was approved. */
const READABLE = `($1::boolean
    or (adjustment.supplier_id = any ($2::uuid[]) and adjustment.state in ('approved', 'posted'))
    or exists (select from unnest($3::text[]) jurisdiction where supplier.county_code like jurisdiction || '%'))`;

export const listAdjustments = statement<AdjustmentRow>(
  'settlement.list_adjustments',
  `${ADJUSTMENT} where ${READABLE} and ($4::text is null or adjustment.state = $4)
      and ($5::uuid is null or adjustment.statement_id = $5) and ($6::uuid is null or adjustment.id < $6)
    order by adjustment.id desc limit $7`,
);

export const findAdjustment = statement<AdjustmentRow>(
  'settlement.find_adjustment',
  `${ADJUSTMENT} where ${READABLE} and adjustment.id = $4`,
);

/** Whether the supplier ($1) is one, the statement ($2) its own and the line ($3) one of it; what is not named is not asked. */
export const adjustable = statement<{ supplier: boolean; about: boolean }>(
  'settlement.adjustable',
  `select exists (select from registry.organisation_v where id = $1)
            and (exists (select from admission.supplier_standing_v standing where standing.supplier_id = $1)
                 or exists (select from settlement.statement where supplier_id = $1)) as supplier,
          ($2::uuid is null or exists (select from settlement.statement where id = $2 and supplier_id = $1))
            and ($3::uuid is null or exists (
              select from settlement.statement said join settlement.line using (run_id, supplier_id)
               where said.id = $2 and said.supplier_id = $1 and line.line_id = $3)) as about`,
);

export const insertAdjustment = statement(
  'settlement.insert_adjustment',
  `insert into settlement.adjustment (id, kind, supplier_id, about_statement_id, line_id, amount_fen, reason, evidence, state, proposed_by, proposed_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, 'proposed', $9, $10)`,
);

/** What comes with a refund ($1) stands beside it, of kind $2 ($3 ids, $4 fen): by the same two people, about the same line. */
export const insertBeside = statement(
  'settlement.insert_beside_refund',
  `insert into settlement.adjustment (id, kind, supplier_id, about_statement_id, line_id, amount_fen, reason, evidence, state, proposed_by,
                                      proposed_at, decided_by, decided_at, decided_reason)
   select part.id, $2, supplier_id, about_statement_id, line_id, part.fen, reason, evidence, state, proposed_by, proposed_at,
          decided_by, decided_at, decided_reason
     from settlement.adjustment cross join unnest($3::uuid[], $4::bigint[]) as part (id, fen) where adjustment.id = $1`,
);

export interface HeldAdjustment {
  id: string;
  kind: machines.AdjustmentKind;
  supplier_id: string;
  about_statement_id: string | null;
  line_id: string | null;
  amount_fen: bigint;
  state: machines.AdjustmentState;
  proposed_by: string;
}

/**
 * What may be written off of a supplier ($1): what it is to give back, where it leaves, its orders, after-sales and dues are done, and
 * nothing it has could pay it. Nothing where it may not be, or there is no such supplier.
 */
export const writableOff = statement<{ fen: bigint }>(
  'settlement.writable_off',
  `select balance.balance_fen as fen
     from ledger.account_v account join ledger.balance_v balance on balance.account_id = account.id
    where account.code = 'supplierReceivable' and account.owner_id = $1
      and exists (select from admission.exit_step_v step where step.supplier_id = $1 and step.exit_state = 'running')
      and not exists (select from admission.exit_step_v step
                       where step.supplier_id = $1 and step.exit_state = 'running' and step.step in ('openOrders', 'afterSales', 'farmerDues')
                         and step.state <> 'done')
      and not exists (select from ledger.account_v has join ledger.balance_v left_over on left_over.account_id = has.id
                       where has.owner_id = $1 and has.code in ('supplierPayable', 'supplierSubsidy') and left_over.balance_fen > 0)`,
);

/** Whoever writes off of one supplier does so alone: of two the second sees what the first has left. */
export const oneWriteOffAtATime = statement(
  'settlement.one_write_off_at_a_time',
  `select pg_advisory_xact_lock(hashtextextended('settlement.writeOff ' || $1, 0))`,
);

/** Held by whoever decides it: of two who do the second finds it decided. */
export const lockAdjustment = statement<HeldAdjustment>(
  'settlement.lock_adjustment',
  `select id, kind, supplier_id, about_statement_id, line_id, amount_fen, state, proposed_by from settlement.adjustment where id = $1 for update`,
);

/** Compare and set: $2 the state it goes to, $6 the one it comes from. */
export const decideAdjustment = statement<{ id: string }>(
  'settlement.decide_adjustment',
  `update settlement.adjustment set state = $2, decided_by = $3, decided_at = $4, decided_reason = $5
    where id = $1 and state = $6 returning id`,
);

/**
 * Suppliers with something to be put on a statement beside what they sold: what was approved, what they are to give back while
 * something of what they have is not on a payout list, and of those who leave, once nothing is open any more, what was paid since.
 */
const CHARGED = `select supplier_id from settlement.adjustment where state = 'approved'
   union
   select account.owner_id from ledger.account_v account join ledger.balance_v balance on balance.account_id = account.id
    where account.code = 'supplierReceivable' and balance.balance_fen > 0
      and (select sum(due.amount_fen) from settlement.payout_due due
            where due.supplier_id = account.owner_id and due.payee_id = due.supplier_id and due.purpose = 'payable' and due.item_id is null) > 0
   union
   select item.payee_id from ${UNSTATED_PAYMENTS}
     join admission.exit_step_v step on step.supplier_id = item.payee_id and step.step = 'farmerDues' and step.state = 'done'`;

export const chargedSuppliers = statement<{ supplier_id: string }>(
  'settlement.charged_suppliers',
  `${CHARGED} order by supplier_id`,
);

/** Whether any of some suppliers ($1) has, or is about to have, something to give back. */
export const anybodyOwesBack = statement<{ owes: boolean }>(
  'settlement.anybody_owes_back',
  `select exists (select from settlement.adjustment where state = 'approved' and amount_fen < 0 and supplier_id = any ($1::uuid[]))
       or exists (select from ledger.account_v account join ledger.balance_v balance on balance.account_id = account.id
                   where account.code = 'supplierReceivable' and balance.balance_fen > 0 and account.owner_id = any ($1::uuid[])) as owes`,
);

export interface LateLine {
  supplier_id: string;
  /** Settled of what the buyer paid, less what has gone back since. */
  left_fen: bigint;
}

/** What may be paid back of a line ($2) of a statement ($1). */
export const lateLine = statement<LateLine>(
  'settlement.late_line',
  `select said.supplier_id, settled.fen - late.fen as left_fen
     from settlement.statement said
    cross join lateral (select coalesce(sum(gross_fen - refund_fen), 0)::bigint as fen from settlement.line where line_id = $2) settled
    cross join lateral (select coalesce(sum(amount_fen), 0)::bigint as fen from ordering.late_refund_v late where late.line_id = $2) late
    where said.id = $1 and exists (select from settlement.line where line.run_id = said.run_id and line.supplier_id = said.supplier_id and line.line_id = $2)`,
);
