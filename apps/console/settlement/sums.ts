import type { Output } from '@xihuo/ui';

type Statement = Output<'GET /settlement/statements/{id}'>;

const SUMS = ['gross', 'refunds', 'subsidies', 'fees', 'farmerDues', 'payable'] as const;

/** Whether the lines, buyers' money before what went back, add up to the statement, fen by fen. */
export function agrees(statement: Statement): boolean {
  return SUMS.every((sum) => statement.lines[sum].amount === statement[sum].amount);
}

type Sum = Statement['gross'];

/** To the fen. */
export const sumOf = (values: readonly Sum[]): Sum => ({
  amount: String(values.reduce((sum, { amount }) => sum + BigInt(amount), 0n)),
  currency: 'CNY',
});
