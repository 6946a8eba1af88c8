import { time } from '@xihuo/kernel';
import type { AccountKey, NewTransfer } from '@xihuo/ledger';
import { newId, type Tx } from '@xihuo/platform';

export const BUSINESS_RULE = 'purchase.terms@1';
export const INSTITUTION: AccountKey = { code: 'institution', ownerId: null };
export const CLEARING: AccountKey = { code: 'orderClearing', ownerId: null };
export const owedBy = (organisationId: string): AccountKey => ({ code: 'buyerReceivable', ownerId: organisationId });
export const creditOf = (organisationId: string): AccountKey => ({ code: 'buyerCredit', ownerId: organisationId });

export function booked(
  tx: Tx,
  groupId: string,
  source: { kind: string; id: string },
): Pick<NewTransfer, 'id' | 'groupId' | 'sourceKind' | 'sourceId' | 'ruleVersion' | 'businessDate'> {
  return {
    ...{ id: newId(), groupId, sourceKind: source.kind, sourceId: source.id, ruleVersion: BUSINESS_RULE },
    businessDate: time.businessDate(tx.now),
  };
}
