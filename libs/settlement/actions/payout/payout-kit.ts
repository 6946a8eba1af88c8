import { fail } from '@xihuo/contract';
import type { AccountKey } from '@xihuo/ledger';
import type { Actor, Database, Notices, Tx, Vault } from '@xihuo/platform';
import { readStop } from '../../store/payout/move.sql';

/** What the steps work with: numbers are sealed, payees are told. */
export interface PayoutKit {
  readonly database: Database;
  readonly vault: Vault;
  readonly notices: Notices;
}
export const PAYOUT_KIT = Symbol('PayoutKit');

/** Version of how a list is drawn up and booked. */
export const PAYOUT_RULE = 'payout@2';
export const INSTITUTION: AccountKey = { code: 'institution', ownerId: null };

/** The account in the books that a line is paid from. */
export function paidFrom(item: { purpose: string; supplier_id: string; payee_id: string }): AccountKey {
  return item.purpose === 'payable'
    ? { code: 'supplierPayable', ownerId: item.supplier_id }
    : { code: 'householdPayable', ownerId: item.payee_id };
}

/** Nothing leaves while payouts are stopped. @throws ProblemError PAYOUTS_STOPPED, with the reason */
export async function mustNotBeStopped(tx: Tx): Promise<void> {
  const [stop] = await tx.sql(readStop);
  if (stop?.stopped) throw fail('PAYOUTS_STOPPED', { detail: stop.reason, extra: { reason: stop.reason } });
}

export function personOf(actor: Actor): string {
  if (actor.kind !== 'person') throw fail('FORBIDDEN');
  return actor.personId;
}
