import type { Input } from '@xihuo/ui';

export type SupplierKind = Input<'POST /registrations'>['body']['organisation']['kind'];

/** In the order in which people are asked; the contract's type sees to it that none is missing. */
const KINDS: Readonly<Record<SupplierKind, true>> = {
  cooperative: true,
  company: true,
  familyFarm: true,
  ruralCollective: true,
  trader: true,
};
export const SUPPLIER_KINDS = Object.keys(KINDS) as SupplierKind[];
