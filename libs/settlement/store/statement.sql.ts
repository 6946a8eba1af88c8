import { beyond, statement } from '@xihuo/platform';

export interface StatementRow {
  id: string;
  run_id: string;
  supplier_id: string;
  supplier_name: string;
  period_end: string;
  opening_fen: bigint;
  gross_fen: bigint;
  refund_fen: bigint;
  subsidy_fen: bigint;
  subsidy_owed_fen: bigint;
  fee_fen: bigint;
  farmer_dues_fen: bigint;
  payable_fen: bigint;
  adjustment_fen: bigint;
  late_refund_fen: bigint;
  payout_fen: bigint;
  netted_fen: bigint;
  closing_fen: bigint;
  rule_version: string;
}

const STATEMENT = `select statement.id, statement.run_id, statement.supplier_id, supplier.name_zh as supplier_name,
    statement.period_end, statement.opening_fen, statement.gross_fen, statement.refund_fen, statement.subsidy_fen,
    statement.subsidy_owed_fen, statement.fee_fen, statement.farmer_dues_fen, statement.payable_fen,
    statement.adjustment_fen, statement.late_refund_fen, statement.payout_fen, statement.netted_fen, statement.closing_fen, statement.rule_version
  from settlement.statement join registry.organisation_v supplier on supplier.id = statement.supplier_id`;

/** $1 everything, $2 suppliers acted for, $3 beginnings of region codes: who reads is part of the question. */
const READABLE = `($1::boolean or statement.supplier_id = any ($2::uuid[])
    or exists (select from unnest($3::text[]) jurisdiction where supplier.county_code like jurisdiction || '%'))`;

/**
 * Of suppliers acted for, and of counties whose codes begin so: as one list of suppliers, by which an index finds what is theirs. Said
 * with an "or" beside whoever reads everything, every statement of the house would be gone through.
 */
const ofSome = (suppliers: string, jurisdictions: string) => `statement.supplier_id = any (array(
      select unnest(${suppliers}::uuid[])
      union all
      select own.id from unnest(${jurisdictions}::text[]) jurisdiction
        join registry.organisation_v own on own.county_code like jurisdiction || '%'))`;

const KEY = ['sum', 'statement.closing_fen', 'statement.id'] as const;

/**
 * $1 rows, $2 a part of the supplier's name or null, $3 the last row's id or $3 and $4 its sum and id; then whether only what is still to
 * be paid to the supplier, and who reads, unless all.
 */
const listsOf = (readers: 'all' | 'some') => {
  const list = (how: string, beyondLast: string, order: string, next: number) =>
    statement<StatementRow>(
      `settlement.statements_of_${readers}_${how}`,
      `${STATEMENT} where ${readers === 'all' ? 'true' : ofSome(`$${next + 1}`, `$${next + 2}`)}
          and (not $${next}::boolean or exists (select from settlement.waiting_v waiting
                 where waiting.what = 'unpaid' and waiting.statement_id = statement.id))
          and ($2::text is null or strpos(lower(supplier.name_zh), lower($2)) > 0) and ${beyondLast}
        order by ${order} limit $1`,
    );
  const byClosing = (how: string, descending: boolean) => {
    const [down, last] = [descending ? 'desc' : '', beyond(KEY, descending, ['$3', '$4'])];
    return list(how, last, `statement.closing_fen ${down}, statement.id ${down}`, 5);
  };
  return {
    newest: list('newest', '($3::uuid is null or statement.id < $3)', 'statement.id desc', 4),
    closing: byClosing('closing', false),
    '-closing': byClosing('closing_down', true),
  } as const;
};

/** Newest first, or by what is left at the end of the period. */
export const statementLists = { all: listsOf('all'), some: listsOf('some') } as const;

export const findStatement = statement<StatementRow>(
  'settlement.find_statement',
  `${STATEMENT} where ${READABLE} and statement.id = $4`,
);

/** The statement of a supplier ($1) before that of a period ($2). */
export const statementBefore = statement<{ id: string; period_end: string }>(
  'settlement.statement_before',
  `select id, period_end from settlement.statement where supplier_id = $1 and period_end < $2 order by period_end desc limit 1`,
);

export interface StatementSumsRow {
  lines: number;
  gross_fen: bigint;
  refund_fen: bigint;
  subsidy_fen: bigint;
  fee_fen: bigint;
  farmer_dues_fen: bigint;
  payable_fen: bigint;
}

/** What the lines of a statement add up to, read from the lines and not from the statement. */
export const statementSums = statement<StatementSumsRow>(
  'settlement.statement_sums',
  `select count(*)::integer as lines, coalesce(sum(gross_fen), 0)::bigint as gross_fen, coalesce(sum(refund_fen), 0)::bigint as refund_fen,
          coalesce(sum(subsidy_fen), 0)::bigint as subsidy_fen, coalesce(sum(fee_fen), 0)::bigint as fee_fen,
          coalesce(sum(farmer_dues_fen), 0)::bigint as farmer_dues_fen, coalesce(sum(payable_fen), 0)::bigint as payable_fen
     from settlement.line where run_id = $1 and supplier_id = $2`,
);

export interface StatementLineRow {
  line_id: string;
  supplier_order_id: string;
  order_number: string;
  product_name: string;
  quantity: number;
  gross_fen: bigint;
  refund_fen: bigint;
  subsidy_fen: bigint;
  fee_fen: bigint;
  farmer_dues_fen: bigint;
  payable_fen: bigint;
}

const LINE = `select line.line_id, ordered.supplier_order_id, ordered.order_number, ordered.product_name, ordered.quantity,
          line.gross_fen, line.refund_fen, line.subsidy_fen, line.fee_fen, line.farmer_dues_fen, line.payable_fen
     from settlement.line join ordering.order_line_v ordered on ordered.id = line.line_id
    where line.run_id = $1 and line.supplier_id = $2`;

/** In the order they were bought; $3 the line before the page. */
export const statementLines = statement<StatementLineRow>(
  'settlement.statement_lines',
  `${LINE} and ($3::uuid is null or line.line_id > $3) order by line.line_id limit $4`,
);

export const findStatementLine = statement<StatementLineRow>(
  'settlement.find_statement_line',
  `${LINE} and line.line_id = $3`,
);

export interface LinePartRow {
  lot_code: string;
  net_fen: bigint;
  fee_fen: bigint;
  farmer_dues_fen: bigint;
  dues: { kind: string; fen: string; payees: number; ruleVersion: string }[];
}

/** How a line's money went over the lots it was sent from, and what of each went to households, by kind. */
export const lineParts = statement<LinePartRow>(
  'settlement.line_parts',
  `select lot.code as lot_code, portion.net_fen, portion.fee_fen, portion.farmer_dues_fen, coalesce(dues.kinds, '[]') as dues
     from settlement.portion join trace.lot_v lot on lot.id = portion.lot_id
     left join lateral (
       select jsonb_agg(jsonb_build_object('kind', kind, 'fen', fen::text, 'payees', payees, 'ruleVersion', rule_version) order by kind, rule_version) as kinds
         from (select kind, rule_version, sum(amount_fen) as fen, count(distinct payee_id)::integer as payees
                 from benefit.share_v share
                where share.run_id = portion.run_id and share.line_id = portion.line_id and share.lot_id = portion.lot_id
                group by kind, rule_version) by_kind) dues on true
    where portion.run_id = $1 and portion.line_id = $2 order by lot.code`,
);

export interface StatementPayoutRow {
  id: string;
  item_id: string;
  batch_id: string;
  payout_run_id: string;
  event: 'pay' | 'bounce';
  told_on: string;
  amount_fen: bigint;
  bank_name: string;
  number_tail: string;
}

/** What of payments to its supplier stands on a statement ($1), $2 the place before the page. */
export const statementPayouts = statement<StatementPayoutRow>(
  'settlement.statement_payouts',
  `select stated.id, item.id as item_id, batch.id as batch_id, batch.run_id as payout_run_id, stated.event,
          told.told_on, item.amount_fen, account.bank_name, account.number_tail
     from settlement.payout_stated stated
     join settlement.payout_event told using (item_id, event)
     join settlement.payout_item item on item.id = stated.item_id
     join settlement.payout_batch batch on batch.id = item.batch_id
     join settlement.payee_account account on account.id = item.account_id
    where stated.statement_id = $1 and ($2::uuid is null or stated.id > $2) order by stated.id limit $3`,
);
