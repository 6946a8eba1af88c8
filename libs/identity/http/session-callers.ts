import { Inject, Injectable } from '@nestjs/common';
import { CONSOLE_ROLES } from '@xihuo/contract';
import { CONFIG, NOBODY, type Caller, type CallerResolver, type Config, type Grant, type Tx } from '@xihuo/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { resolveSession, standingSessions } from '../actions/resolve-session';
import { actsOn } from '../rules/session-limits';
import type { IdentityKit } from '../store/identity-kit';
import { colleagueNamed, grantsNow } from '../store/person.sql';
import { IDENTITY } from './identity-token';
import { isUnattended, SessionCookies, surfaceOf } from './session-cookies';

/** Finds the person behind the cookie of the asking surface. */
@Injectable()
export class SessionCallers implements CallerResolver {
  constructor(
    @Inject(IDENTITY) private readonly kit: IdentityKit,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async resolve(request: FastifyRequest, reply: FastifyReply): Promise<Omit<Caller, 'orderToken' | 'cartToken'>> {
    const surface = surfaceOf(request);
    const cookies = new SessionCookies(this.config.PUBLIC_ORIGIN, request, reply);
    const token = cookies.read(surface);
    if (token === null) return NOBODY;
    const session = await resolveSession(this.kit, token, surface, !isUnattended(request));
    // A token that was just replaced is unknown too; forgetting the cookie here would throw its successor away.
    if (session.kind === 'unknown') return NOBODY;
    if (session.kind === 'over') {
      cookies.forget(surface);
      return { ...NOBODY, sessionOver: true };
    }
    if (session.moved) cookies.keep(surface, token);
    return {
      actor: { kind: 'person', personId: session.personId, grants: session.grants },
      person: { id: session.personId, sessionId: session.id, grants: session.grants },
      secondFactorPending: session.secondFactorPending,
      secondFactorAt: session.secondFactorAt,
      ...(session.viewed === null ? {} : { viewing: true }),
    };
  }

  async grantsNow(tx: Tx, personId: string): Promise<readonly Grant[]> {
    return actsOn('console', await tx.sql(grantsNow, [personId]));
  }

  standing(sessionIds: readonly string[]): Promise<ReadonlyMap<string, readonly Grant[]>> {
    return standingSessions(this.kit, sessionIds);
  }

  /** A supplier knows its own people by name, and nobody of those who judge it. */
  async nameFor(actor: string, reader: readonly Grant[]): Promise<string | null> {
    const [kind, id] = actor.split(':');
    if (kind !== 'person') return null;
    const ofHouse = reader.some(({ role }) => role !== 'supplier' && CONSOLE_ROLES.includes(role));
    const organisations = reader.flatMap(({ role, organisationId }) =>
      role === 'supplier' && organisationId ? [organisationId] : [],
    );
    const [found] = await this.kit.database.read(colleagueNamed, [id, ofHouse, organisations, CONSOLE_ROLES]);
    return found?.display_name ?? null;
  }
}
