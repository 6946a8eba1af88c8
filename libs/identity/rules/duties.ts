import type { Role } from '@xihuo/contract';

/** What somebody does with what the house decides: one of them alone, since each looks at the others. */
export type Duty = 'party' | 'decides' | 'pays' | 'audits';

const DUTIES: Partial<Record<Role, Duty>> = {
  supplier: 'party',
  countyAgriculture: 'party',
  countyRevitalisation: 'party',
  reviewer: 'decides',
  operator: 'decides',
  mediator: 'decides',
  finance: 'pays',
  auditor: 'audits',
};

/** Roles that say anything of duties; the others are of the shop. */
export const ROLES_WITH_DUTIES = Object.keys(DUTIES) as Role[];

/**
 * The duty somebody has already that the role does not go with; null where nothing speaks against it. Who keeps the money neither
 * decides on it nor audits it (会计法, on internal supervision: those who record, approve and handle are apart), and who sells or
 * recommends decides on nobody's case.
 *
 * @param held what they act as now, whatever the role itself
 */
export function dutyAgainst(role: Role, held: readonly Role[]): Duty | null {
  const wanted = DUTIES[role];
  if (wanted === undefined) return null;
  return held.map((one) => DUTIES[one]).find((duty) => duty !== undefined && duty !== wanted) ?? null;
}
