import { fail } from '@xihuo/contract';

/** PostgreSQL's code for a broken CHECK. */
const CHECK_VIOLATION = '23514';
const BALANCES = new Set(['mass_balance', 'packed_balance', 'lot_received_grams_check']);

/** Waits for a statement that moves goods; the lot's own CHECK says whether they were there. @throws ProblemError LOT_MASS_BALANCE */
export function balanced<Result>(moving: Promise<Result>): Promise<Result> {
  return moving.catch((error: { code?: string; constraint?: string }) => {
    if (error.code === CHECK_VIOLATION && BALANCES.has(error.constraint ?? '')) throw fail('LOT_MASS_BALANCE');
    throw error;
  });
}
