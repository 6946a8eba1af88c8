import { statement } from '@xihuo/platform';

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
  closing_fen: bigint;
  rule_version: string;
}

const STATEMENT = `select statement.id, statement.run_id, statement.supplier_id, supplier.name_zh as supplier_name,
    statement.period_end, statement.opening_fen, statement.gross_fen, statement.refund_fen, statement.subsidy_fen,
    statement.subsidy_owed_fen, statement.fee_fen, statement.farmer_dues_fen, statement.payable_fen, statement.closing_fen, statement.rule_version
  from settlement.statement join registry.organisation_v supplier on supplier.id = statement.supplier_id`;

/** $1 everything, $2 suppliers acted for, $3 beginnings of region codes: who reads is part of the question. */
const READABLE = `($1::boolean or statement.supplier_id = any ($2::uuid[])
    or exists (select from unnest($3::text[]) jurisdiction where supplier.county_code like jurisdiction || '%'))`;

export const listStatements = statement<StatementRow>(
  'settlement.list_statements',
  `${STATEMENT} where ${READABLE} and ($4::uuid is null or statement.id < $4) order by statement.id desc limit $5`,
);

export const findStatement = statement<StatementRow>(
  'settlement.find_statement',
  `${STATEMENT} where ${READABLE} and statement.id = $4`,
);

export interface StatementLineRow {
  order_number: string;
  product_name: string;
  quantity: number;
  gross_fen: bigint;
  subsidy_fen: bigint;
  fee_fen: bigint;
  farmer_dues_fen: bigint;
  payable_fen: bigint;
}

export const statementLines = statement<StatementLineRow>(
  'settlement.statement_lines',
  `select ordered.order_number, ordered.product_name, ordered.quantity, line.gross_fen - line.refund_fen as gross_fen,
          line.subsidy_fen,
          line.fee_fen, line.farmer_dues_fen, line.payable_fen
     from settlement.line join ordering.order_line_v ordered on ordered.id = line.line_id
    where line.run_id = $1 and line.supplier_id = $2 order by ordered.order_number, ordered.product_name, line.line_id`,
);
