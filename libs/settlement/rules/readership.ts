import type { Role } from '@xihuo/contract';

const READS_ALL: readonly Role[] = ['finance', 'operator'];

/** Whose statements a person may read. */
export interface Readership {
  everything: boolean;
  /** The suppliers acted for. */
  suppliers: string[];
  /** Beginnings of region codes: suppliers registered there. */
  jurisdictions: string[];
}

/**
 * Finance, operators and auditors of the whole country read all statements, auditors of a place those of its suppliers, suppliers their
 * own. Auditors of the whole country read every payout list, account and bill: what those settle would else be hidden from them alone.
 */
export function readershipOf(
  grants: readonly { role: Role; organisationId: string | null; jurisdiction: string | null }[],
): Readership {
  return {
    everything: grants.some(
      ({ role, jurisdiction }) => READS_ALL.includes(role) || (role === 'auditor' && jurisdiction === null),
    ),
    suppliers: grants.flatMap(({ role, organisationId }) =>
      role === 'supplier' && organisationId ? [organisationId] : [],
    ),
    jurisdictions: grants.flatMap(({ role, jurisdiction }) =>
      role === 'auditor' && jurisdiction ? [jurisdiction] : [],
    ),
  };
}
