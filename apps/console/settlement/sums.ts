import { money } from '@xihuo/kernel';
import type { Output } from '@xihuo/ui';

type Statement = Output<'GET /settlement/statements/{id}'>;
type Line = Statement['lines'][number];

type Part = 'gross' | 'subsidy' | 'fee' | 'farmerDues' | 'payable';

/** The sums of the lines as the page adds them up itself, for comparing with what the statement says. */
export function sumsOf(lines: readonly Line[]): Record<Part, money.MoneyWire> {
  const sum = (part: Part) => money.toWire(money.sum(lines.map((line) => money.fromWire(line[part]))));
  return {
    ...{ gross: sum('gross'), subsidy: sum('subsidy'), fee: sum('fee') },
    ...{ farmerDues: sum('farmerDues'), payable: sum('payable') },
  };
}

/** Whether the lines add up to the statement, fen by fen. */
export function agrees(statement: Statement): boolean {
  const sums = sumsOf(statement.lines);
  return (
    sums.gross.amount === statement.gross.amount &&
    sums.subsidy.amount === statement.subsidies.amount &&
    sums.fee.amount === statement.fees.amount &&
    sums.farmerDues.amount === statement.farmerDues.amount
  );
}
