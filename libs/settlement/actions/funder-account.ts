import type { AccountKey } from '@xihuo/ledger';

/** What a funder has back of what it paid: of the platform, which pays itself, so much less of its debt. */
export function creditAccount({
  funder_kind,
  funder_id,
}: {
  funder_kind: string;
  funder_id: string | null;
}): AccountKey {
  return funder_kind === 'platform'
    ? { code: 'platformSubsidy', ownerId: null }
    : { code: 'funderCredit', ownerId: funder_id };
}

/** Whose debt a subsidy is: the platform has one account, an organisation its own. */
export function funderAccount({
  funder_kind,
  funder_id,
}: {
  funder_kind: string;
  funder_id: string | null;
}): AccountKey {
  return funder_kind === 'platform'
    ? { code: 'platformSubsidy', ownerId: null }
    : { code: 'funderDebt', ownerId: funder_id };
}
