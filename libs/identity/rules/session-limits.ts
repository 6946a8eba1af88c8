import { CONSOLE_ROLES, SECOND_FACTOR_ROLES, type Role } from '@xihuo/contract';

export type Surface = 'shop' | 'console';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

interface Limits {
  /** Longest time without a request; null where use only slides the end. */
  idleMs: number | null;
  /** From sign-in on the console, from the last recorded use on the shop. */
  lifeMs: number;
  slides: boolean;
  /** Use is recorded at most this often: a write for every picture of a page would serve nobody. */
  grainMs: number;
}

/** trust.md item 4: the console is a workplace, the shop a habit. */
export const SESSION_LIMITS: Readonly<Record<Surface, Limits>> = {
  console: { idleMs: 30 * MINUTE, lifeMs: 12 * 60 * MINUTE, slides: false, grainMs: 1000 },
  shop: { idleMs: null, lifeMs: 30 * DAY, slides: true, grainMs: 60 * MINUTE },
};

/** How long a second factor counts as fresh for an act that needs one (bank change, payout approval, grants). */
export const STEP_UP_MS = 5 * MINUTE;

export interface SessionTimes {
  surface: Surface;
  lastSeenAt: Date;
  expiresAt: Date;
  endedAt: Date | null;
}

export function isOver(session: SessionTimes, now: Date): boolean {
  const { idleMs } = SESSION_LIMITS[session.surface];
  if (session.endedAt !== null || now >= session.expiresAt) return true;
  return idleMs !== null && now.getTime() >= session.lastSeenAt.getTime() + idleMs;
}

export function expiryFrom(surface: Surface, now: Date): Date {
  return new Date(now.getTime() + SESSION_LIMITS[surface].lifeMs);
}

/** When the session ends if nobody touches it any more: what the page may show. */
export function nextEnd(session: SessionTimes): Date {
  const { idleMs } = SESSION_LIMITS[session.surface];
  const idleEnd = idleMs === null ? Infinity : session.lastSeenAt.getTime() + idleMs;
  return new Date(Math.min(session.expiresAt.getTime(), idleEnd));
}

/** The use to record, or null where the recorded one is recent enough. */
export function useToRecord(session: SessionTimes, now: Date): { lastSeenAt: Date; expiresAt: Date } | null {
  const { grainMs, slides } = SESSION_LIMITS[session.surface];
  if (now.getTime() - session.lastSeenAt.getTime() < grainMs) return null;
  return { lastSeenAt: now, expiresAt: slides ? expiryFrom(session.surface, now) : session.expiresAt };
}

/** The roles a session of a surface carries: a shop cookie opens nothing of the console, and the other way round. */
export function actsOn<G extends { role: Role }>(surface: Surface, grants: readonly G[]): G[] {
  return grants.filter(({ role }) => CONSOLE_ROLES.includes(role) === (surface === 'console'));
}

export function wantsSecondFactor(grants: readonly { role: Role }[]): boolean {
  return grants.some(({ role }) => SECOND_FACTOR_ROLES.includes(role));
}

interface Strength {
  surface: Surface;
  /** As what the session acts. */
  grants: readonly { role: Role }[];
  /** Whether the person has enrolled one, asked for by a role or not. */
  hasFactor: boolean;
  shownAt: Date | null;
}

/** Whether a session still owes the second factor: where a role asks for one, and on the console whoever has enrolled one. */
export const owesSecondFactor = ({ surface, grants, hasFactor, shownAt }: Strength): boolean =>
  shownAt === null && (wantsSecondFactor(grants) || (hasFactor && surface === 'console'));

/** Whether somebody enrols a second factor by themselves: they work on the console, in no role that is given with one. */
export const mayEnrolAlone = (grants: readonly { role: Role }[]): boolean =>
  grants.some(({ role }) => CONSOLE_ROLES.includes(role)) && !wantsSecondFactor(grants);
