import { SECOND_FACTOR_ROLES, type Role } from '@xihuo/contract';

/** What somebody acts as, and how long: null lasts. */
export interface Held {
  readonly id: string;
  readonly personId: string;
  readonly role: Role;
  readonly until: Date | null;
}

export interface Acting {
  readonly personId: string;
  readonly isOperator: boolean;
}

/** What may be done with a role. */
export type Step = 'end' | 'handOver' | 'propose' | 'withdraw' | 'confirm' | 'refuse' | FactorStep;
const FACTOR_STEPS = ['askFactorOff', 'keepFactor', 'takeFactorOff'] as const;
export type FactorStep = (typeof FACTOR_STEPS)[number];
export const isOfFactor = (step: Step): step is FactorStep => (FACTOR_STEPS as readonly Step[]).includes(step);

const OFFICES: readonly Role[] = ['countyAgriculture', 'countyRevitalisation'];
/** Roles that people of the same office or organisation give each other. */
export const TEAMS: readonly Role[] = ['supplier', ...OFFICES];

/** An office is held by whom its county named: those it lets in act a season at most, and a firm's people a year where a day is named. */
const MOST_DAYS = { office: 92, organisation: 366 } as const;

/** The last day somebody may be given; what is wrong with it is told by the field. */
export function untilFault(role: Role, days: number | null, byOperator: boolean): 'missing' | 'outOfRange' | null {
  const isOffice = OFFICES.includes(role);
  if (days === null) return isOffice && !byOperator ? 'missing' : null;
  return days >= 0 && days <= (isOffice ? MOST_DAYS.office : MOST_DAYS.organisation) ? null : 'outOfRange';
}

/** Whoever acts until a day themselves lets nobody in. */
export const mayLetIn = (own: Held): boolean => TEAMS.includes(own.role) && own.until === null;

/** Whether nobody would be left who lasts. @param team as below */
export const isLastOf = (grant: Held, team: readonly Held[]): boolean =>
  grant.until === null && team.filter(({ until }) => until === null).length === 1;

/**
 * What somebody may do with a grant of the team it belongs to.
 * @param team all that stands of the same role at the same organisation or place, the grant among it
 */
export function stepsWith(grant: Held, team: readonly Held[], { personId, isOperator }: Acting): Step[] {
  if (!TEAMS.includes(grant.role)) return [];
  const own = team.find((one) => one.personId === personId);
  const leads = own !== undefined && own.until === null;
  const mine = grant.personId === personId;
  const steps: Step[] = [];
  if (!isLastOf(grant, team) && (mine || leads || isOperator)) steps.push('end');
  if (!mine && leads && grant.until !== null) steps.push('handOver');
  return steps;
}

/**
 * What an operator may do with a role of the platform, which two of them end: another than who proposed it confirms or
 * refuses. Whom it is about may agree, and does not stop it.
 *
 * @param proposedBy who has proposed its end, where somebody has who still is an operator
 */
export function platformSteps(
  { role, personId: holder }: Pick<Held, 'role' | 'personId'>,
  proposedBy: string | null,
  { personId, isOperator }: Acting,
): Step[] {
  if (!isOperator || !SECOND_FACTOR_ROLES.includes(role)) return [];
  if (proposedBy === null) return ['propose'];
  if (proposedBy === personId) return ['withdraw'];
  return holder === personId ? ['confirm'] : ['confirm', 'refuse'];
}

/** Somebody's second factor, and what was asked of it. */
export interface FactorHeld extends Pick<Held, 'role' | 'personId'> {
  readonly hasFactor: boolean;
  /** Who has asked that it is taken off, where somebody has who still is an operator. */
  readonly askedBy: string | null;
  /** Whether they act for the platform, in this role or another, and whether the end of this one is proposed: that is decided first. */
  readonly ofPlatform: boolean;
  readonly isEnding: boolean;
  /** Whether what was asked has stood for a day, and whether they have shown the factor since. */
  readonly waited: boolean;
  readonly shownSince: boolean;
}

/**
 * What an operator may do with the second factor of somebody who has lost it; two of them take it off, neither of them its owner. Of
 * somebody of the platform not before a day is over, in which they, who were told, stop it by showing it: what is shown is not lost.
 */
export function factorSteps(factor: FactorHeld, { personId, isOperator }: Acting): FactorStep[] {
  const { role, personId: holder, hasFactor, askedBy } = factor;
  const isKept = TEAMS.includes(role) || SECOND_FACTOR_ROLES.includes(role);
  if (!isOperator || !hasFactor || !isKept || factor.isEnding || holder === personId) return [];
  if (askedBy === null) return ['askFactorOff'];
  if (askedBy === personId) return ['keepFactor'];
  return factor.ofPlatform && (!factor.waited || factor.shownSince) ? ['keepFactor'] : ['takeFactorOff', 'keepFactor'];
}
