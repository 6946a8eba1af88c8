import type { ResponseOf } from '@xihuo/contract';
import { actsOn, isOver, nextEnd, owesSecondFactor, useToRecord, type Surface } from '../rules/session-limits';
import { tokenHash } from '../secrets/tokens';
import type { IdentityKit } from '../store/identity-kit';
import { describePerson } from '../store/person.sql';
import { viewedBy } from '../store/viewing.sql';
import { findSession, openSessionsOf, sessionsById, touchSession, type GrantRow } from '../store/session.sql';

export type Me = ResponseOf<'GET /me'>;

export interface LiveSession {
  kind: 'live';
  id: string;
  personId: string;
  surface: Surface;
  /** Those of the session's surface only. */
  grants: GrantRow[];
  secondFactorPending: boolean;
  secondFactorAt: Date | null;
  /** The supplier it looks on as, whose people's grants it then has to read by. */
  viewed: string | null;
  /** When it ends if nobody uses it any more. */
  endsAt: Date;
  now: Date;
  /** The end has moved: the cookie must live on too. */
  moved: boolean;
}

export type FoundSession = LiveSession | { kind: 'unknown' } | { kind: 'over' };

/**
 * Who a token stands for at this moment, read from the database on every request.
 * @param inUse whether somebody is at work: what a page asks by itself keeps no session alive
 */
export async function resolveSession(
  kit: Pick<IdentityKit, 'database'>,
  token: string,
  surface: Surface,
  inUse = false,
): Promise<FoundSession> {
  const [row] = await kit.database.read(findSession, [tokenHash(token)]);
  if (!row || row.surface !== surface) return { kind: 'unknown' };
  const times = { surface, lastSeenAt: row.last_seen_at, expiresAt: row.expires_at, endedAt: row.ended_at };
  if (row.disabled || isOver(times, row.now)) return { kind: 'over' };
  const use = inUse ? useToRecord(times, row.now) : null;
  if (use) await kit.database.read(touchSession, [row.id, use.lastSeenAt, use.expiresAt]);
  const grants = actsOn(surface, row.grants);
  return {
    kind: 'live',
    id: row.id,
    personId: row.person_id,
    surface,
    grants: actingAs(row.viewed, grants),
    viewed: row.viewed,
    secondFactorPending: owesSecondFactor({
      ...{ surface, grants },
      ...{ hasFactor: row.has_factor, shownAt: row.second_factor_at },
    }),
    secondFactorAt: row.second_factor_at,
    endsAt: nextEnd({ ...times, ...use }),
    now: row.now,
    moved: use !== null && use.expiresAt.getTime() !== row.expires_at.getTime(),
  };
}

/** Who looks on acts as one of the supplier's people, and as nothing else. */
const actingAs = (viewed: string | null, own: GrantRow[]): GrantRow[] =>
  viewed === null ? own : [{ role: 'supplier', organisationId: viewed, jurisdiction: null, householdId: null }];

/** Of these sessions those that are not over, with what each may act as: nothing, while it owes a second factor. */
export async function standingSessions(
  kit: Pick<IdentityKit, 'database'>,
  sessionIds: readonly string[],
): Promise<Map<string, GrantRow[]>> {
  const rows = await kit.database.read(sessionsById, [sessionIds]);
  const standing = rows.filter(
    ({ surface, last_seen_at: lastSeenAt, expires_at: expiresAt, ended_at: endedAt, disabled, now }) =>
      !disabled && !isOver({ surface, lastSeenAt, expiresAt, endedAt }, now),
  );
  return new Map(
    standing.map(({ id, surface, grants: all, has_factor: hasFactor, second_factor_at: shownAt, viewed }) => {
      const grants = actsOn(surface, all);
      return [id, owesSecondFactor({ surface, grants, hasFactor, shownAt }) ? [] : actingAs(viewed, grants)];
    }),
  );
}

/** What the page shows of the person signed in, names included. */
export async function describeSession(
  kit: Pick<IdentityKit, 'database'>,
  session: LiveSession,
  language: 'zh' | 'en',
): Promise<Me> {
  const [person] = await kit.database.read(describePerson, [session.personId, language === 'zh']);
  const [viewed] = session.viewed ? await kit.database.read(viewedBy, [session.id, language === 'zh']) : [];
  return {
    personId: session.personId,
    displayName: person?.display_name ?? '',
    surface: session.surface,
    grants: viewed
      ? [{ role: 'supplier', organisation: { id: viewed.id, name: viewed.name }, jurisdiction: null }]
      : actsOn(session.surface, person?.grants ?? []),
    secondFactorPending: session.secondFactorPending,
    secondFactorMissing: session.secondFactorPending && person?.has_factor === false,
    expiresAt: session.endsAt.toISOString(),
    preferences: person?.preferences ?? { elder: null },
    viewing: viewed ? { name: viewed.name, reason: viewed.reason, endsAt: viewed.ends_at.toISOString() } : null,
  };
}

export async function listSessions(
  kit: Pick<IdentityKit, 'database'>,
  { personId, sessionId }: { personId: string; sessionId: string },
): Promise<ResponseOf<'GET /me/sessions'>> {
  const rows = await kit.database.read(openSessionsOf, [personId]);
  const open = rows.filter((row) => {
    const times = {
      surface: row.surface,
      lastSeenAt: row.last_seen_at,
      expiresAt: row.expires_at,
      endedAt: row.ended_at,
    };
    return !isOver(times, row.now);
  });
  return {
    data: open.map((row) => ({
      id: row.id,
      surface: row.surface,
      createdAt: row.created_at.toISOString(),
      lastSeenAt: row.last_seen_at.toISOString(),
      current: row.id === sessionId,
    })),
  };
}
