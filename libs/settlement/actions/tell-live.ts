import type { Tx } from '@xihuo/platform';

/** Who reads runs: the roles of `GET /settlement/runs/{id}`. */
export function tellOfRun(tx: Tx, id: string): void {
  tx.tell('run', id, { roles: ['finance', 'auditor', 'operator'] });
}

/** Who reads checks of the books: the roles of `GET /ledger/checks`. */
export function tellOfCheck(tx: Tx, id: string): void {
  tx.tell('check', id, { roles: ['finance', 'auditor', 'reviewer'] });
}

/** Who reads payout lists and their batches: the roles of `GET /settlement/payout-runs`, and of auditors those of the whole country. */
export function tellOfPayouts(tx: Tx): void {
  tx.tell('payoutRun', null, { roles: ['finance', 'auditor'], everywhere: true });
}
