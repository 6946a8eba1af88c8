/** Debts of one kind are funded before the next kind is looked at (design part 3). */
export const FUNDING_ORDER = [
  'wage',
  'floorPrice',
  'premium',
  'rebate',
  'landRent',
  'dividend',
  'collectiveShare',
  'surplusRefund',
] as const;

/** Within a kind: first the households behind the goods that were sold, then what else the supplier owes. */
export const POOLS = ['lot', 'supplier'] as const;

/** Version of the funding rule: written on every share, so that an old run can be explained and run again. */
export const FUNDING_RULE = 'benefit.fund@2';
