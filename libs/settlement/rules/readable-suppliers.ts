import type { Role } from '@xihuo/contract';

const READS_ALL: readonly Role[] = ['finance', 'auditor', 'operator'];

/** Whose statements a person may read: null means everybody's, else the suppliers acted for. */
export function readableSuppliers(grants: readonly { role: Role; organisationId: string | null }[]): string[] | null {
  if (grants.some((grant) => READS_ALL.includes(grant.role))) return null;
  return grants.flatMap((grant) => (grant.role === 'supplier' && grant.organisationId ? [grant.organisationId] : []));
}
