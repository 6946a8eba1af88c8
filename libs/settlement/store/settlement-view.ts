import type { ResponseOf } from '@xihuo/contract';
import { money } from '@xihuo/kernel';
import type { RunRow } from './run.sql';
import type { FailedShardRow } from './shard.sql';
import type {
  LinePartRow,
  StatementLineRow,
  StatementPayoutRow,
  StatementRow,
  StatementSumsRow,
} from './statement.sql';

const wire = (fen: bigint) => money.toWire(money.fen(fen));

export type RunView = ResponseOf<'POST /settlement/runs'>;
export type StatementView = ResponseOf<'GET /settlement/statements/{id}'>;

export function runView(row: RunRow): RunView {
  return {
    id: row.id,
    periodEnd: row.period_end,
    state: row.state,
    progress: {
      shards: row.shards,
      settled: row.shards_settled,
      failed: row.shards_failed,
      lines: row.shard_lines,
      linesSettled: row.shard_lines_settled,
    },
    suppliers: row.suppliers,
    lines: row.lines,
    gross: wire(row.gross_fen),
    subsidies: wire(row.subsidy_fen),
    fees: wire(row.fee_fen),
    farmerDues: wire(row.farmer_dues_fen),
    payable: wire(row.payable_fen),
    createdAt: row.created_at.toISOString(),
    postedAt: row.posted_at?.toISOString() ?? null,
  };
}

export type RunDetail = ResponseOf<'GET /settlement/runs/{id}'>;

export function runDetail(row: RunRow, failed: readonly FailedShardRow[]): RunDetail {
  return {
    ...runView(row),
    ruleVersions: row.rule_versions,
    failed: failed.map((shard) => ({
      id: shard.id,
      supplier: { id: shard.supplier_id, name: shard.supplier_name },
      lines: shard.lines,
      reason: shard.reason,
    })),
  };
}

export type StatementHead = Omit<StatementView, 'lines' | 'previous'>;
export type StatementLine = ResponseOf<'GET /settlement/statements/{id}/lines'>['data'][number];
export type LineDetail = ResponseOf<'GET /settlement/statements/{id}/lines/{lineId}'>;

export function statementHead(row: StatementRow): StatementHead {
  return {
    id: row.id,
    runId: row.run_id,
    supplier: { id: row.supplier_id, name: row.supplier_name },
    periodEnd: row.period_end,
    openingBalance: wire(row.opening_fen),
    gross: wire(row.gross_fen),
    refunds: wire(row.refund_fen),
    subsidies: wire(row.subsidy_fen),
    subsidiesOwed: wire(row.subsidy_owed_fen),
    fees: wire(row.fee_fen),
    farmerDues: wire(row.farmer_dues_fen),
    payable: wire(row.payable_fen),
    adjustments: wire(row.adjustment_fen),
    lateRefunds: wire(row.late_refund_fen),
    payouts: wire(row.payout_fen),
    netted: wire(row.netted_fen),
    closingBalance: wire(row.closing_fen),
    ruleVersion: row.rule_version,
  };
}

export function lineSums(row: StatementSumsRow): StatementView['lines'] {
  return {
    count: row.lines,
    gross: wire(row.gross_fen),
    refunds: wire(row.refund_fen),
    subsidies: wire(row.subsidy_fen),
    fees: wire(row.fee_fen),
    farmerDues: wire(row.farmer_dues_fen),
    payable: wire(row.payable_fen),
  };
}

export function statementLine(row: StatementLineRow): StatementLine {
  return {
    id: row.line_id,
    orderNumber: row.order_number,
    productName: row.product_name,
    quantity: row.quantity,
    gross: wire(row.gross_fen),
    refunds: wire(row.refund_fen),
    subsidy: wire(row.subsidy_fen),
    fee: wire(row.fee_fen),
    farmerDues: wire(row.farmer_dues_fen),
    payable: wire(row.payable_fen),
  };
}

export function linePart(row: LinePartRow): LineDetail['lots'][number] {
  return {
    lotCode: row.lot_code,
    net: wire(row.net_fen),
    fee: wire(row.fee_fen),
    farmerDues: wire(row.farmer_dues_fen),
    dues: row.dues.map(({ kind, fen, payees, ruleVersion }) => ({
      kind: kind as LineDetail['lots'][number]['dues'][number]['kind'],
      amount: wire(BigInt(fen)),
      payees,
      ruleVersion,
    })),
  };
}

export type StatementPayout = ResponseOf<'GET /settlement/statements/{id}/payouts'>['data'][number];

export function statementPayout(row: StatementPayoutRow): StatementPayout {
  return {
    ...{
      itemId: row.item_id,
      batchId: row.batch_id,
      payoutRunId: row.payout_run_id,
      event: row.event,
      on: row.told_on,
    },
    ...{ amount: wire(row.amount_fen), bankName: row.bank_name, numberTail: row.number_tail },
  };
}
