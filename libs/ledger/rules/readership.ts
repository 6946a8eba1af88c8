import type { Role } from '@xihuo/contract';

/**
 * Whether accounts of suppliers and households are for this reader: for finance, and for an auditor of the whole country.
 * The ledger does not know whose county an owner is in; an auditor of a province reads its statements where they are made.
 */
export function seesOwned(grants: readonly { role: Role; jurisdiction: string | null }[]): boolean {
  return grants.some(({ role, jurisdiction }) => role === 'finance' || (role === 'auditor' && jurisdiction === null));
}
