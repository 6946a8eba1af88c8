import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { fail, routes, type RouteDefinition, type RouteKey } from '@xihuo/contract';
import type { FastifyReply } from 'fastify';
import { type Config } from '../config/config';
import { CONFIG } from '../context/tokens';
import { checkOrigin } from './check-origin';
import { CALLER_RESOLVER, NOBODY, type Caller, type CallerResolver, type XihuoRequest } from './request';
import { ROUTE_KEY } from './handles';
import { mustOnlyRead } from './looking-on';
import { validate } from './validate';
import { versionOf } from './version';

/**
 * The one gate in front of every handler, in this order: a route without a policy is refused, a cross-site write is
 * refused, the caller is found, the policy is asked, the input is validated against the contract. Handlers see the roles of whoever has
 * shown what these ask for.
 */
@Injectable()
export class RouteGuard implements CanActivate {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CALLER_RESOLVER) private readonly callers: CallerResolver,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const key = Reflect.getMetadata(ROUTE_KEY, context.getHandler()) as RouteKey | undefined;
    const route: RouteDefinition | undefined = key && routes[key];
    if (!key || !route) throw fail('FORBIDDEN', { detail: 'this route has no policy' });
    const http = context.switchToHttp();
    const request = http.getRequest<XihuoRequest>();
    const reply = http.getResponse<FastifyReply>();

    if (route.access.kind !== 'signed') checkOrigin(request, this.config.PUBLIC_ORIGIN);
    const known = await this.callerOf(route, request, reply);
    admit(route, known);
    if (known.viewing) mustOnlyRead(key, route, request.headers.accept);
    const caller = actingNow(known);
    const idempotencyKey = idempotencyKeyOf(route, request, caller);
    const version = versionOf(route, request);
    request.xihuo = { key, route, caller, idempotencyKey, version, input: validate(route, request) };
    reply.header('cache-control', cacheControl(route, caller));
    return true;
  }

  /** Public routes cost no session lookup unless a cookie is there to look up. */
  private async callerOf(route: RouteDefinition, request: XihuoRequest, reply: FastifyReply): Promise<Caller> {
    const keys = { orderToken: secretIn(request, 'order-token'), cartToken: secretIn(request, 'cart-token') };
    if (route.access.kind === 'signed' || request.headers.cookie === undefined) return { ...NOBODY, ...keys };
    return { ...(await this.callers.resolve(request, reply)), ...keys };
  }
}

function secretIn({ headers }: XihuoRequest, name: string): string | null {
  const value = headers[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

/** Asks the route's policy. Ownership and jurisdiction are asked by the query itself, never here. */
export function admit(route: RouteDefinition, caller: Caller): void {
  const { access } = route;
  if (access.kind === 'public' || access.kind === 'signed') return;
  if (access.kind === 'orderAccess' && caller.orderToken) return;
  if (!caller.person) throw fail(caller.sessionOver ? 'SESSION_EXPIRED' : 'NOT_SIGNED_IN');
  if (access.kind === 'session' || access.kind === 'orderAccess') return;
  const fitting = caller.person.grants.filter((grant) => access.roles.includes(grant.role));
  if (fitting.length === 0) throw fail('FORBIDDEN');
  if (caller.secondFactorPending) throw fail('SECOND_FACTOR_REQUIRED');
}

/** Until the second factor is shown a session acts as nobody's role, on routes that ask for none too: what they answer by roles is not for it. */
function actingNow(caller: Caller): Caller {
  const { person, actor, secondFactorPending } = caller;
  if (!secondFactorPending || !person || actor.kind !== 'person') return caller;
  return { ...caller, person: { ...person, grants: [] }, actor: { ...actor, grants: [] } };
}

/** All guests share one scope, so a guest's key must be one that nobody else makes by chance. */
const GUEST_KEY_LENGTH = 16;

function idempotencyKeyOf(route: RouteDefinition, request: XihuoRequest, caller: Caller): string | null {
  if (!route.idempotent) return null;
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || key.length === 0 || key.length > 255) throw fail('IDEMPOTENCY_KEY_MISSING');
  if (!caller.person && !caller.orderToken && key.length < GUEST_KEY_LENGTH)
    throw fail('IDEMPOTENCY_KEY_MISSING', {
      detail: `a guest's key has at least ${GUEST_KEY_LENGTH} random characters`,
    });
  return key;
}

function cacheControl(route: RouteDefinition, caller: Caller): string {
  if (route.access.kind !== 'public' || caller.person) return 'no-store';
  return route.cacheSeconds ? `public, max-age=${route.cacheSeconds}` : 'no-cache';
}
