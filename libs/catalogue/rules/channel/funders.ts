/** Whether the shares of those who fund a discount, in basis points, are all of it. */
export function wholeShares(funders: readonly { shareBp: number }[]): boolean {
  return funders.reduce((sum, { shareBp }) => sum + shareBp, 0) === 10_000;
}
