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

/** Finance and operators read all statements, auditors those of their jurisdiction, suppliers their own. */
export function readershipOf(
  grants: readonly { role: Role; organisationId: string | null; jurisdiction: string | null }[],
): Readership {
  return {
    everything: grants.some((grant) => READS_ALL.includes(grant.role)),
    suppliers: grants.flatMap(({ role, organisationId }) =>
      role === 'supplier' && organisationId ? [organisationId] : [],
    ),
    jurisdictions: grants.flatMap(({ role, jurisdiction }) =>
      role === 'auditor' && jurisdiction ? [jurisdiction] : [],
    ),
  };
}
